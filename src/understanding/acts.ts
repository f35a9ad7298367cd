import type { Act, Revision } from '../domain/reading.ts';
import { tokenize } from '../text/tokenize.ts';
import type { Folded, Token } from '../text/types.ts';
import { actWords, pushingWords, replyWords } from './language/act-words.ts';
import { createWordSet, type Lexeme, wordsOf } from './lexemes.ts';
import { createPhraseFinder, type Found } from './phrase-finder.ts';

export type Reply = 'yes' | 'no' | 'unknown';

/** An act for which the message's own words speak. */
export type ActCue = {
  readonly act: Act;
  /** 0…1: the share of the message that the cue accounts for. From `strong` on it may be taken at its word. */
  readonly strength: number;
  /** The cue, as the person wrote it. */
  readonly said: string;
};

export type ActCues = {
  /** Strongest first; empty where no cue stands. */
  readonly acts: readonly ActCue[];
  /** An answer to a yes/no question, where the message opens with one; `whole` if it says nothing else. */
  readonly reply?: { readonly says: Reply; readonly whole: boolean };
  /** How the message revises what was said before; undefined where no cue says so. */
  readonly revision?: Exclude<Revision, 'add'>;
  /** It orders the one spoken to to say something or to break its rules. */
  readonly pushed: boolean;
};

/** Strength from which a cue alone decides the act. */
export const strong = 0.6;

export type ActReader = {
  /** `isName` tells words that name a subject ("and X?"), which belong to the cue before them. */
  read(folded: Folded, isName?: (lexeme: Lexeme) => boolean): ActCues;
};

type Word = keyof typeof actWords;

/** Small words that carry no act of their own: they neither help nor hurt a cue. */
const fillers = new Set(
  `the a an is it that this so then well please pls ok okay hmm hm um uh oh ah lol haha and but or to of in on for with me my i you your u ur we our us just really very much all bot man mate bro buddy friend
  guys folks everyone team there here now again still too also though tho sir dude 's 're 'm do does did be are was at by from what which how exactly honestly actually anyway dear again no yes
  das der die ein eine ist es und aber ja nein mal denn doch le la les un une est ce et mais el lo los y pero es o que isso um uma bhai min kak ad hocam amigo compañero crack`
    .split(/\s+/)
    .filter(Boolean),
);
/** Words that, with something to name, ask for the same again of another subject. */
const shortest = 4;

/** Creates a reader of conversational acts. Its cues are data; it decides nothing that the words do not say. */
export const createActReader = (): ActReader => {
  const finder = createPhraseFinder(
    (Object.entries(actWords) as [Word, readonly string[]][]).flatMap(([value, list]) =>
      list.map((phrase) => ({ phrase, value })),
    ),
    tokenize,
  );
  const pushes = createPhraseFinder(
    pushingWords.map((phrase) => ({ phrase, value: phrase })),
    tokenize,
  );
  const replies = createPhraseFinder(
    (Object.entries(replyWords) as [Reply, readonly string[]][]).flatMap(([value, list]) =>
      list.map((phrase) => ({ phrase, value })),
    ),
    tokenize,
  );

  return {
    read: (folded, isName = () => false) => {
      const { tokens } = folded;
      const reply = readReply(tokens, replies(tokens));
      const pushed = isPushed(tokens, pushes(tokens));
      if (!tokens.some(isWord)) {
        const nothing: ActCue = { act: 'nothing', strength: 1, said: folded.text.trim() };
        return { acts: [nothing], pushed, ...(reply === undefined ? {} : { reply }) };
      }
      const found = finder(tokens);
      const acts = toActs(folded, found, isName);
      const revision = readRevision(tokens, found);
      return {
        acts,
        pushed,
        ...(reply === undefined ? {} : { reply }),
        ...(revision === undefined ? {} : { revision }),
      };
    },
  };
};

const isWord = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'number';

/** What of a message its cues are weighed against; looked at once for all of them. */
type Weighed = {
  /** Of each token what it weighs: nothing for signs, a little for fillers. */
  readonly shares: Float64Array;
  readonly total: number;
  /** How many words it has. */
  readonly words: number;
  /** Its first word that is no filler. */
  readonly firstContent: number;
  /** Words that name a subject. */
  readonly names: readonly number[];
};

const fillerShare = 0.25;
const isFillerAt = createWordSet(fillers);

const weigh = (tokens: readonly Token[], isName: (lexeme: Lexeme) => boolean): Weighed => {
  const shares = new Float64Array(tokens.length);
  const names: number[] = [];
  let total = 0;
  let words = 0;
  let firstContent = tokens.length;
  const laid = wordsOf(tokens);
  laid.lexemes.forEach((lexeme, at) => {
    if (lexeme.kind !== 'word' && lexeme.kind !== 'number') return;
    const isFiller = isFillerAt(laid, at);
    if (!isFiller && firstContent === tokens.length) firstContent = at;
    const share = isFiller ? fillerShare : 1;
    shares[at] = share;
    total += share;
    words += 1;
    if (isName(lexeme)) names.push(at);
  });
  return { shares, total, words, firstContent, names };
};

const toActs = (
  folded: Folded,
  found: readonly Found<Word>[],
  isName: (lexeme: Lexeme) => boolean,
): readonly ActCue[] => {
  if (found.length === 0) return [];
  const { tokens } = folded;
  const best = new Map<Act, ActCue>();
  const weighed = weigh(tokens, isName);
  for (const [act, cues] of groupByAct(found)) {
    const first = cues[0];
    if (first === undefined) continue;
    if (act === 'elaborate' && !asksAnew(tokens, weighed.words, first)) continue;
    const [weight, total] = weightOf(cues, weighed, takesName.has(act));
    if (total === 0) continue;
    const opens = weighed.firstContent >= first.from;
    // A long message that opens with "thanks" or "why" goes on to something else.
    const strength = Math.min(
      1,
      (weight / total) * (opens ? 1.25 : 1) + (act === 'elaborate' ? shortness(weighed.words) : 0),
    );
    best.set(act, { act, strength: Number(strength.toFixed(3)), said: quote(folded, first) });
  }
  return [...best.values()].filter((cue) => !isOutdone(cue, best)).sort((a, b) => b.strength - a.strength);
};

/** What the cues of an act weigh, and all words. A filler that belongs to a cue weighs as much as any other word. */
const weightOf = (
  cues: readonly Found<Word>[],
  { shares, total: plain, names }: Weighed,
  takesNames: boolean,
): readonly [weight: number, total: number] => {
  const covered = new Set<number>();
  for (const cue of cues) {
    for (let at = cue.from; at < cue.to; at += 1) if ((shares[at] as number) > 0) covered.add(at);
  }
  let total = plain;
  for (const at of covered) total += 1 - (shares[at] as number);
  let weight = covered.size;
  // In "why not X" and "and X?" the name is part of what is asked, not a rest left unexplained.
  if (takesNames) for (const at of names) if (!covered.has(at)) weight += shares[at] as number;
  return [weight, total];
};

const takesName: ReadonlySet<Act> = new Set(['why', 'why-not', 'numbers', 'elaborate', 'framework', 'flips']);

/** "and X?" is an elaboration only if it is short and asks. */
const asksAnew = (tokens: readonly Token[], words: number, cue: Found<Word>): boolean =>
  cue.from === 0 && words <= shortest + cue.to && tokens.some(({ text }) => text === '?');

const shortness = (words: number): number => (words <= shortest ? 0.4 : 0.1);

/** "why not" holds "why"; "ok, why?" is no thanks. */
const isOutdone = (cue: ActCue, all: ReadonlyMap<Act, ActCue>): boolean => {
  if (cue.act === 'why' && all.has('why-not')) return true;
  const asks = [
    'why',
    'why-not',
    'numbers',
    'flips',
    'framework',
    'certainty',
    'elaborate',
    'who',
    'help',
  ] as const;
  if (cue.act === 'thanks' || cue.act === 'greet')
    return asks.some((act) => (all.get(act)?.strength ?? 0) > cue.strength);
  return (
    cue.act === 'elaborate' && asks.some((act) => act !== 'elaborate' && (all.get(act)?.strength ?? 0) >= 0.5)
  );
};

const groupByAct = (found: readonly Found<Word>[]): ReadonlyMap<Act, readonly Found<Word>[]> => {
  const groups = new Map<Act, Found<Word>[]>();
  for (const cue of found) {
    // A correction says how to take what follows, not what is wanted.
    if (cue.value === 'correct') continue;
    const act: Act = cue.value === 'restart' ? 'forget' : cue.value;
    const group = groups.get(act);
    if (group === undefined) groups.set(act, [cue]);
    else group.push(cue);
  }
  return groups;
};

const quote = (folded: Folded, cue: Found<Word>): string =>
  folded.text.slice(folded.tokens[cue.from]?.start ?? 0, folded.tokens[cue.to - 1]?.end ?? 0);

/** A new project, or the last message taken back; only where the message opens with it or says little else. */
const readRevision = (
  tokens: readonly Token[],
  found: readonly Found<Word>[],
): 'restart' | 'undo' | undefined => {
  const words = tokens.filter(isWord).length;
  const isPlaced = (cue: Found<Word>): boolean => cue.from <= 3 || words <= 8;
  if (found.some((cue) => cue.value === 'restart' && isPlaced(cue))) return 'restart';
  // "No wait, it's a forum": what was said last is taken back, and said anew in the same breath.
  if (found.some((cue) => cue.value === 'correct' && cue.from === 0) && words > shortest) return 'undo';
  const takesBack = (cue: Found<Word>): boolean =>
    cue.value === 'forget' && isPlaced(cue) && endsThere(tokens, cue) && !tellsBefore(tokens, cue);
  return found.some(takesBack) ? 'undo' : undefined;
};

/** "The mails are bought, never mind that": what has just been told is meant, not the message before. */
const tellsBefore = (tokens: readonly Token[], cue: Found<Word>): boolean =>
  cue.from > 3 && tokens.slice(0, cue.from).some((token) => isWord(token) && !fillers.has(token.text));

/** "forget that" takes the last message back; "forget that charts part" names what is dropped. */
const endsThere = (tokens: readonly Token[], cue: Found<Word>): boolean => {
  const next = tokens[cue.to];
  return next === undefined || next.kind !== 'word' || fillers.has(next.text);
};

/** An order at the head of a sentence; the same words deeper in a sentence are usually about something else. */
const isPushed = (tokens: readonly Token[], found: readonly Found<string>[]): boolean =>
  found.some((cue) => {
    if (cue.to - cue.from >= 3) return true;
    const before = tokens[cue.from - 1];
    const opens = before === undefined || before.kind === 'punctuation' || urging.has(before.text);
    return opens && tokens[cue.to] !== undefined;
  });

const urging = new Set([
  'please',
  'pls',
  'and',
  'now',
  'then',
  'just',
  'bot',
  'ok',
  'so',
  'bitte',
  'und',
  'et',
  'y',
  'e',
  'и',
]);

const readReply = (
  tokens: readonly Token[],
  found: readonly Found<Reply>[],
): { readonly says: Reply; readonly whole: boolean } | undefined => {
  const first = tokens.findIndex(
    (token) => (isWord(token) && !polite.has(token.text)) || token.kind === 'emoji',
  );
  const opening = found.filter(({ from }) => from === first);
  // "no idea" is not a "no": the longest reply at the head counts.
  const reply = opening.toSorted((a, b) => b.to - a.to || (a.value === 'unknown' ? -1 : 1))[0];
  if (reply === undefined) return undefined;
  const next = (from: number): number | undefined => {
    const at = tokens[from]?.kind === 'punctuation' ? from + 1 : from;
    return found.find((one) => one.from === at && one.value === reply.value)?.to;
  };
  let end = reply.to;
  // "yes sure", "nein, gar nicht": one reply said twice.
  for (let again = next(end); again !== undefined; again = next(end)) end = again;
  const rest = tokens.slice(end).filter((token) => isWord(token) && !fillers.has(token.text));
  const after = tokens[end];
  // "no" before a noun denies the noun and answers nothing: "no charts at all".
  const isSetOff = after === undefined || !isWord(after) || fillers.has(after.text) || end - reply.from > 1;
  return isSetOff ? { says: reply.value, whole: rest.length === 0 } : undefined;
};

const polite = new Set([
  'hm',
  'hmm',
  'well',
  'oh',
  'um',
  'uh',
  'eh',
  'ah',
  'ok',
  'okay',
  'so',
  'i',
  'think',
  'guess',
  'honestly',
  'na',
  'also',
  'bah',
  'ehm',
  'öhm',
]);
