import type { Token } from '../text/types.ts';

/**
 * A word as such, whatever message it stands in. Messages are looked through many times, for phrases, cues and
 * features of many sorts; a word is looked up once in each, and what depends on it alone is worked out once and kept
 * by its slot. Nothing but time hangs on that: what is forgotten is worked out again.
 */
export type Lexeme = {
  /** Any token of it: where it stands means nothing. */
  readonly token: Token;
  readonly stem: string;
  readonly kind: Token['kind'];
  /** Number of its text among the words that something is looked up by; 0 for all others. Never stored. */
  readonly number: number;
  /** Where things are kept of it, 0 and up; in time another lexeme takes it over. */
  readonly slot: number;
  /** No other lexeme has had or will have this one. */
  readonly serial: number;
  /** Another one of the same text: it may be a name in one message and a word, with another stem, in the next. */
  twin: Lexeme | undefined;
};

/** Most words kept before all are let go. A few thousand are nearly all that people write. */
const limit = 8_000;

const numbers = new Map<string, number>();
/** By number, the marks of all lookups that have something for the word. */
const marksOf = [0];
let known = new Map<string, Lexeme>();
let slots = 0;
let serials = 0;

const forget = (): void => {
  known = new Map();
  slots = 0;
};

/** Number by which a word is looked up, the same from now on. */
export const numberOf = (word: string): number => {
  const before = numbers.get(word);
  if (before !== undefined) return before;
  const number = numbers.size + 1;
  numbers.set(word, number);
  marksOf.push(0);
  // Lexemes bear the numbers that there were when they were made.
  forget();
  return number;
};

/** Something that is looked up by words. */
export type Lookup<Value> = {
  /** By the numbers of its words. */
  readonly values: readonly (Value | undefined)[];
  /** A bit that its words are marked with. Others may be too: there are more lookups than bits. */
  readonly mark: number;
};

let lookups = 0;

/** A map as one by the numbers of its keys. */
export const byNumber = <Value>(map: ReadonlyMap<string, Value>): Lookup<Value> => {
  const mark = 1 << (lookups % 32);
  lookups += 1;
  const most = [...map.keys()].reduce((largest, word) => Math.max(largest, numberOf(word)), 0);
  const values: (Value | undefined)[] = new Array(most + 1).fill(undefined);
  for (const [word, value] of map) {
    const number = numberOf(word);
    values[number] = value;
    marksOf[number] = (marksOf[number] as number) | mark;
  }
  return { values, mark };
};

/** Creates the check which words of a message are among some, by their places. */
export const createWordSet = (members: Iterable<string>): ((words: Words, at: number) => boolean) => {
  const { values, mark } = byNumber(new Map([...members].map((word) => [word, true])));
  return ({ numbers, marks }, at) =>
    ((marks[at] as number) & mark) !== 0 && values[numbers[at] as number] === true;
};

/** The words of a message. */
export type Words = {
  /** Of each token its lexeme; tokens of the same text, stem and kind share one. */
  readonly lexemes: readonly Lexeme[];
  /** Of each token the number of its lexeme. */
  readonly numbers: Int32Array;
  /** And its marks: most words have nothing to do with most lookups, and that is seen here at once. */
  readonly marks: Int32Array;
  /** Each lexeme once, in the order in which they appear. */
  readonly different: readonly Lexeme[];
};

type Laid = { readonly lookups: number; readonly words: Words };
// Lives no longer than the message.
const messages = new WeakMap<readonly Token[], Laid>();

export const wordsOf = (tokens: readonly Token[]): Words => {
  const laid = messages.get(tokens);
  if (laid !== undefined && laid.lookups === lookups) return laid.words;
  // Only between messages, so that a word is one and the same all through a message.
  if (slots >= limit) forget();
  const words = layOut(tokens);
  messages.set(tokens, { lookups, words });
  return words;
};

export const lexemesOf = (tokens: readonly Token[]): readonly Lexeme[] => wordsOf(tokens).lexemes;

// Of each slot the message that its lexeme was last seen in.
let seen = new Float64Array(limit * 2);
let message = 0;

const layOut = (tokens: readonly Token[]): Words => {
  message += 1;
  const lexemes: Lexeme[] = [];
  const different: Lexeme[] = [];
  const numbered = new Int32Array(tokens.length);
  const marks = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i += 1) {
    const lexeme = lexemeOf(tokens[i] as Token);
    lexemes.push(lexeme);
    numbered[i] = lexeme.number;
    marks[i] = marksOf[lexeme.number] as number;
    if (lexeme.slot >= seen.length) seen = grown(seen, lexeme.slot);
    if (seen[lexeme.slot] === message) continue;
    seen[lexeme.slot] = message;
    different.push(lexeme);
  }
  return { lexemes, numbers: numbered, marks, different };
};

const grown = (values: Float64Array, slot: number): Float64Array<ArrayBuffer> => {
  const larger = new Float64Array(slot * 2);
  larger.set(values);
  return larger;
};

const lexemeOf = (token: Token): Lexeme => {
  const { text, stem, kind } = token;
  const first = known.get(text);
  for (let lexeme = first; lexeme !== undefined; lexeme = lexeme.twin) {
    if (lexeme.stem === stem && lexeme.kind === kind) return lexeme;
  }
  const number = numbers.get(text) ?? 0;
  const lexeme = { token, stem, kind, number, slot: slots, serial: serials, twin: first };
  slots += 1;
  serials += 1;
  known.set(text, lexeme);
  return lexeme;
};

/** Keeps what is known of words by their slots, in arrays that others lay out. */
export type Keeper = {
  /** Whether this lexeme's place is not (or no longer) its own; from now on it is. */
  isNew(lexeme: Lexeme): boolean;
};

/** With `placeOf`, slots may share places: then words displace each other there. */
export const createKeeper = (placeOf = (slot: number): number => slot): Keeper => {
  let owners = new Float64Array(limit).fill(-1);
  return {
    isNew: ({ slot, serial }) => {
      const place = placeOf(slot);
      if (place >= owners.length) {
        const before = owners.length;
        owners = grown(owners, place).fill(-1, before);
      }
      if (owners[place] === serial) return false;
      owners[place] = serial;
      return true;
    },
  };
};

/** Keeps what `make` makes of a word. It must look at the token's text, stem, kind and value only. */
export const keptWith = <Value>(make: (token: Token) => Value): ((lexeme: Lexeme) => Value) => {
  const keeper = createKeeper();
  const values: Value[] = [];
  return (lexeme) => {
    if (keeper.isNew(lexeme)) values[lexeme.slot] = make(lexeme.token);
    return values[lexeme.slot] as Value;
  };
};
