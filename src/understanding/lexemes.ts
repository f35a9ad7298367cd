import type { Token } from '../text/types.ts';

/**
 * A word as such, whatever message it stands in. Messages are looked through many times, for phrases, cues and
 * features of many sorts; a word is looked up once in each, and what depends on it alone is worked out once and kept
 * with it. Nothing but time hangs on that: what is forgotten is worked out again.
 */
export type Lexeme = {
  /** Any token of it: where it stands means nothing. */
  readonly token: Token;
  /** Number of its text among the words that something is looked up by; 0 for all others. Never stored. */
  readonly number: number;
  readonly kept: unknown[];
};

/** Most words kept anew before those not met since are let go. A few thousand are nearly all that people write. */
const limit = 3_000;

const numbers = new Map<string, number>();
let recent = new Map<string, Lexeme>();
let older = new Map<string, Lexeme>();

const numberOf = (word: string): number => {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const number = numbers.size + 1;
  numbers.set(word, number);
  // Lexemes bear the numbers that there were when they were made.
  recent = new Map();
  older = new Map();
  return number;
};

/** A map as an array by the numbers of its keys. */
export const byNumber = <Value>(map: ReadonlyMap<string, Value>): readonly (Value | undefined)[] => {
  const most = [...map.keys()].reduce((largest, word) => Math.max(largest, numberOf(word)), 0);
  const values: (Value | undefined)[] = new Array(most + 1).fill(undefined);
  for (const [word, value] of map) values[numberOf(word)] = value;
  return values;
};

type Laid = { readonly numbers: number; readonly lexemes: readonly Lexeme[] };
// Lives no longer than the message.
const messages = new WeakMap<readonly Token[], Laid>();

/** The lexeme of each token; tokens of the same text, stem and kind share one. */
export const lexemesOf = (tokens: readonly Token[]): readonly Lexeme[] => {
  const laid = messages.get(tokens);
  if (laid !== undefined && laid.numbers === numbers.size) return laid.lexemes;
  // Only between messages, so that a word is one and the same all through a message.
  if (recent.size >= limit) {
    older = recent;
    recent = new Map();
  }
  const lexemes = tokens.map(lexemeOf);
  messages.set(tokens, { numbers: numbers.size, lexemes });
  return lexemes;
};

const lexemeOf = (token: Token): Lexeme => {
  const known = recent.get(token.text);
  return known !== undefined && isOf(known, token) ? known : meet(token);
};

/** One text may be a name in one message and a word, with another stem, in the next. */
const isOf = ({ token: { stem, kind } }: Lexeme, token: Token): boolean =>
  stem === token.stem && kind === token.kind;

const meet = (token: Token): Lexeme => {
  const { text } = token;
  const before = older.get(text);
  const isKnown = before !== undefined && isOf(before, token);
  const lexeme = isKnown ? before : { token, number: numbers.get(text) ?? 0, kept: [] };
  recent.set(text, lexeme);
  return lexeme;
};

let places = 0;

/** Keeps what `make` makes of a word with the word. It must look at the token's text, stem, kind and value only. */
export const keptWith = <Value>(make: (token: Token) => Value): ((lexeme: Lexeme) => Value) => {
  const place = places;
  places += 1;
  return ({ token, kept }) => {
    const before = kept[place];
    if (before !== undefined) return before as Value;
    const value = make(token);
    kept[place] = value;
    return value;
  };
};
