import type { Token } from '../text/types.ts';
import { byPlace, cueAt, denying, maskedBy } from './cue-places.ts';
import type { Cue, CueKind } from './language/find-cues.ts';

/** What a cue makes of the words that it reaches. */
export type Cover = { readonly polarity: 'preferred' | 'excluded' | 'dropped'; readonly cue: Cue };

/** Longest reach of a cue, in tokens. */
const reach = 16;
/** A segment of a list ("chat, video or maps") is at most this long. */
const listItem = 3;
const hardBreaks = new Set(['.', ';', '!', '?', '\n', '…', '—', '-', '(', ')', ':', '"', '→', '|', '•']);

const hard = 2;
/** Of each token whether it breaks a sentence: 2 where it does, 1 for a comma, 0 for all else. */
const breaksOf = (tokens: readonly Token[]): Uint8Array => {
  const breaks = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind, text } = tokens[i] as Token;
    if (kind === 'punctuation') breaks[i] = hardBreaks.has(text) ? hard : text === ',' ? 1 : 0;
  }
  return breaks;
};

/**
 * Lays out which words of a message each cue reaches: forward to the end of its clause ("no video or maps, just …"),
 * backward to its subject ("video isn't needed"), by the grammar of clauses. Linear in the tokens times `reach`.
 */
export const createCovers = (tokens: readonly Token[], found: readonly Cue[]) => {
  const at = byPlace(found, tokens.length);
  const covers: (Cover | undefined)[] = new Array(tokens.length);
  const is = (index: number, kind: CueKind): Cue | undefined => cueAt(at, index, kind);
  const text = (index: number): string => tokens[index]?.text ?? '';
  const breaks = breaksOf(tokens);
  const isHard = (index: number): boolean => index < 0 || index >= tokens.length || breaks[index] === hard;
  const isBreak = (index: number): boolean => index < 0 || index >= tokens.length || breaks[index] !== 0;
  const masked = maskedBy(found, at);

  const paint = (from: number, to: number, polarity: Cover['polarity'], cue: Cue): void => {
    const cover: Cover = { polarity, cue };
    for (let index = from; index < to; index += 1) {
      const before = covers[index];
      if (before === undefined || before.polarity === 'preferred') covers[index] = cover;
    }
  };

  /** Whether the segment after a comma goes on with the list of things that the cue reaches. */
  const goesOn = (comma: number): boolean => {
    let end = comma + 1;
    while (!isBreak(end)) {
      if (
        is(end, 'contrast') !== undefined ||
        is(end, 'openers') !== undefined ||
        is(end, 'needing') !== undefined
      )
        return false;
      if (denying.some((kind) => is(end, kind) !== undefined)) return false;
      end += 1;
    }
    if (is(comma + 1, 'joins') !== undefined) return true;
    if (end - comma - 1 > listItem && !hasJoin(comma + 1, end)) return false;
    return hasJoin(comma + 1, end) || (text(end) === ',' && goesOn(end));
  };
  const hasJoin = (from: number, to: number): boolean => {
    for (let index = from; index < to; index += 1) if (is(index, 'joins') !== undefined) return true;
    return false;
  };

  /** End of what a cue reaches to its right. */
  const forwardEnd = (from: number, content: number): number => {
    let words = 0;
    const limit = Math.min(tokens.length, from + reach);
    for (let index = from; index < limit; index += 1) {
      if (isHard(index)) return index;
      if (text(index) === ',') {
        if (!goesOn(index)) return index;
        continue;
      }
      if (is(index, 'contrast') !== undefined) return index;
      if (words > 0 && is(index, 'clauseStart') !== undefined) return index;
      if (words > 0 && is(index, 'joins') !== undefined) {
        const next = index + 1;
        const opens =
          is(next, 'openers') ??
          is(next, 'denyNoun') ??
          is(next, 'denyClause') ??
          is(next, 'needing') ??
          is(next, 'contrast');
        if (opens !== undefined || tokens[next]?.kind === 'number') return index;
        continue;
      }
      if (words >= content && is(index, 'circumstance') !== undefined) return index;
      if (is(index, 'openers') === undefined && is(index, 'circumstance') === undefined) words += 1;
    }
    return limit;
  };

  /** Start of what a cue reaches to its left: its subject, and the list that the subject is in. */
  const backwardStart = (to: number): number => {
    const limit = Math.max(0, to - reach);
    for (let index = to - 1; index >= limit; index -= 1) {
      if (isHard(index)) return index + 1;
      if (text(index) === ',') {
        const joined = is(index + 1, 'joins') !== undefined || hasJoin(index + 1, Math.min(to, index + 5));
        if (!joined || is(index - 1, 'needing') !== undefined) return index + 1;
      } else if (is(index, 'contrast') !== undefined || is(index, 'clauseStart') !== undefined) {
        if (index < to - 1) return index + 1;
      } else if (is(index, 'joins') !== undefined && is(index + 1, 'openers') !== undefined) return index + 1;
    }
    return limit;
  };

  const sentenceEnd = (from: number): number => {
    let end = from;
    while (
      end < tokens.length &&
      !['.', '!', '?', ';', '\n', '•'].includes(text(end)) &&
      end - from < 3 * reach
    )
      end += 1;
    return end;
  };

  const hasBad = (from: number, to: number): boolean => {
    for (let index = from; index < to && !isBreak(index); index += 1)
      if (is(index, 'bad') !== undefined) return true;
    return false;
  };

  /** Covers what stands before a cue; where nothing does, the segment before the comma or bracket that it follows. */
  const paintBackward = (cue: Cue, polarity: Cover['polarity']): void => {
    const start = backwardStart(cue.from);
    if (
      !hasContent(start, cue.from) &&
      isHard(start - 1) &&
      start > 0 &&
      cue.from - start <= 2 &&
      isBreak(cue.to)
    ) {
      // "Our board thinks we want a map. We don't.": the sentence before is what is denied.
      const end = start - 1;
      const [first] = clause(end - 1);
      paint(first, end, polarity, cue);
      return;
    }
    if (start < cue.from) {
      paint(start, cue.from, polarity, cue);
      return;
    }
    const sign = text(cue.from - 1);
    if (sign === '(' || sign === ',' || sign === ':' || sign === '—' || sign === '-' || sign === '?') {
      const end = cue.from - 1;
      const first = backwardStart(end);
      // A remark about a whole long sentence denies nothing in particular.
      if (end - first <= 6 || sign === '(') paint(Math.max(first, end - 6), end, polarity, cue);
    }
  };

  const deny = (cue: Cue): void => {
    const { from, to, kind } = cue;
    if (text(to) === ':' && isHard(from - 1)) {
      paint(to + 1, sentenceEnd(to + 1), 'excluded', cue);
      return;
    }
    if (hasBad(to, to + (kind === 'denyNoun' ? 2 : 4))) return;
    if (kind !== 'denyNoun' && isConditional(from)) return;
    const answers = to - from === 1 && isHard(from - 1) && text(to) === ',';
    if (answers && text(from - 1) !== '?') return;
    const mayAnswer = kind !== 'denyNoun' || is(from, 'answersNo') !== undefined;
    if ((answers || isBreak(to)) && !mayAnswer) return;
    if (answers || isBreak(to)) {
      paintBackward(cue, 'excluded');
      return;
    }
    if (cue.verbLast) {
      paint(backwardStart(from), from, 'excluded', cue);
      return;
    }
    const needing = [0, 1, 2].map((offset) => is(to + offset, 'needing')).find((word) => word !== undefined);
    if (needing === undefined && kind === 'denyNeed') return;
    const start = needing?.to ?? to;
    const end = forwardEnd(start, kind === 'denyNoun' ? 1 : 2);
    const hasObject = hasContent(start, end);
    if (hasObject) paint(start, end, 'excluded', cue);
    if (needing !== undefined && !hasObject) paint(backwardStart(from), from, 'excluded', cue);
    else if (!hasObject && mayAnswer) paintBackward(cue, 'excluded');
  };

  /** Languages with a free order put the denied thing after such a cue as well: then nothing stands before it. */
  const denyBefore = (cue: Cue): void => {
    const end = forwardEnd(cue.to, 2);
    const isAhead =
      !cue.verbLast && !hasContent(backwardStart(cue.from), cue.from) && hasContent(cue.to, end);
    if (text(cue.to) === ':' && isHard(cue.from - 1))
      paint(cue.to + 1, sentenceEnd(cue.to + 1), 'excluded', cue);
    else if (isAhead && !isHard(cue.from - 1)) paint(cue.to, end, 'excluded', cue);
    else paintBackward(cue, 'excluded');
  };

  const isConditional = (from: number): boolean => {
    for (let index = from - 1; index >= 0 && from - index < reach && !isBreak(index); index -= 1) {
      if (is(index, 'conditional') !== undefined) return true;
    }
    return false;
  };

  const hasContent = (from: number, to: number): boolean => {
    for (let index = from; index < to; index += 1) {
      const plain = tokens[index]?.kind !== 'punctuation';
      const filler = is(index, 'fillers');
      if (filler !== undefined) {
        index = filler.to - 1;
        continue;
      }
      if (plain && is(index, 'openers') === undefined && is(index, 'circumstance') === undefined) return true;
    }
    return false;
  };

  const clause = (index: number): readonly [number, number] => {
    let from = index;
    let to = index;
    while (!isBreak(from - 1) && index - from < reach) from -= 1;
    while (!isBreak(to) && to - index < reach) to += 1;
    return [from, to];
  };

  const handOver = (cue: Cue): void => {
    const [from] = clause(cue.from);
    let isOther = false;
    for (let index = from; index < cue.from; index += 1)
      if (is(index, 'others') !== undefined) isOther = true;
    const isName = cue.from - from === 1 && is(from, 'openers') === undefined;
    const isBuying =
      cue.from - from <= 1 &&
      cue.to - cue.from >= 1 &&
      !/^(do|does|ha|own|handle|keep|run|take)/.test(text(cue.from));
    if (isOther || isName || isBuying) paint(cue.to, forwardEnd(cue.to, 2), 'excluded', cue);
  };

  /** "X is a vendor", "X from the agency", "X with another team". */
  const byOthers = (cue: Cue): void => {
    const linked = [1, 2, 3].find((back) => is(cue.from - back, 'linking') !== undefined);
    if (linked !== undefined && !isBreak(cue.from - 1))
      paintBackward({ ...cue, from: cue.from - linked }, 'excluded');
  };

  const weaken = (cue: Cue, polarity: Cover['polarity']): void => {
    const [from, to] = clause(cue.from);
    paint(from, to, polarity, cue);
  };

  for (const cue of found) {
    if (masked.has(cue)) continue;
    if (denying.includes(cue.kind)) deny(cue);
    else if (cue.kind === 'deniedBefore') denyBefore(cue);
    else if (cue.kind === 'handedOver' && is(cue.to, 'ownHands') === undefined)
      paintBackward(cue, 'excluded');
    else if (cue.kind === 'others') byOthers(cue);
    else if (cue.kind === 'dropped') paintBackward(cue, 'dropped');
    else if (cue.kind === 'drop') paint(cue.to, forwardEnd(cue.to, 1), 'dropped', cue);
    else if (cue.kind === 'handsOver') handOver(cue);
    else if (cue.kind === 'postpone') weaken(cue, 'preferred');
    else if (cue.kind === 'hedge') weaken(cue, 'preferred');
  }

  const within = (span: readonly [number, number], kind: CueKind): boolean => {
    const [from, to] = clause(span[0]);
    for (let index = from; index < to; index += 1) if (is(index, kind) !== undefined) return true;
    return false;
  };

  const cueWords = new Uint8Array(tokens.length);
  for (const cue of found) {
    if (cue.kind === 'bad' || cue.kind === 'priority' || cue.kind === 'others' || cue.kind === 'bought')
      continue;
    for (let index = cue.from; index < cue.to; index += 1) cueWords[index] = 1;
  }

  return {
    /** A word that belongs to a cue rather than to a thing. */
    isCue: (index: number): boolean => cueWords[index] === 1,
    /** The denial that a span of cue words alone amounts to ("never"). */
    denialIn: (span: readonly [number, number]): Cover | undefined => {
      const cue = found.find(
        ({ kind, from, to }) =>
          from >= span[0] &&
          to <= span[1] &&
          (denying.includes(kind) || kind === 'deniedBefore' || kind === 'handedOver'),
      );
      return cue === undefined || masked.has(cue) ? undefined : { polarity: 'excluded', cue };
    },
    of: (index: number): Cover | undefined => covers[index],
    has: within,
    asks: (span: readonly [number, number]): boolean => {
      const [from, to] = clause(span[0]);
      return text(to) === '?' && within([from, to], 'needing');
    },
  };
};
