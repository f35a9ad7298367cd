import type { Folded, Token } from '../text/types.ts';
import { type Cover, createCovers } from './covers.ts';
import type { Cues } from './language/cues.ts';
import { createLanguageDetector } from './language/detect-languages.ts';
import { type CueKind, createCueFinder } from './language/find-cues.ts';
import { languages as served } from './language/languages.ts';

/** Tokens [from, to) that mention something. */
export type Span = readonly [number, number];

export type Polarity = 'wanted' | 'preferred' | 'excluded' | 'dropped';

/** What the sentence around a mention says of it. */
export type Judgement = {
  readonly polarity: Polarity;
  /** The cue words that decided, as the person wrote them; empty where nothing spoke against plain wanting. */
  readonly because: readonly string[];
  /** By what kind of cue; undefined for plain wanting. */
  readonly by?: CueKind;
  /** It stands in a quotation or is put as somebody else's opinion. */
  readonly reported: boolean;
  /** It is told of another system or an earlier time. */
  readonly elsewhere: boolean;
  /** The sentence asks whether it is needed. */
  readonly asked: boolean;
};

export type ScopeOptions = {
  /**
   * What a cue inside a span does. `counts` (the default) where the span is a stretch of text ("no charts");
   * `ignored` where it is a phrase with a meaning of its own ("never programmed", "no server to look after").
   */
  readonly inner?: 'counts' | 'ignored';
};

export type Scope = {
  /** One judgement per span, in their order. */
  judge(folded: Folded, spans: readonly Span[], options?: ScopeOptions): readonly Judgement[];
};

/** Creates the judge of polarity. `languages` are the cue lists to work with; the first is the fallback. */
export const createScope = (languages: readonly Cues[] = served): Scope => {
  const detect = createLanguageDetector(languages);
  const find = createCueFinder(languages);
  // A message is judged several times over: for needs, for skills, for what people are. What its cues reach is
  // laid out once, and lives no longer than the message.
  const laidOut = new WeakMap<Folded, Covers>();
  const layOut = (folded: Folded): Covers => {
    const known = laidOut.get(folded);
    if (known !== undefined) return known;
    const { tokens } = folded;
    const covers = createCovers(tokens, find(tokens, detect(tokens)));
    laidOut.set(folded, covers);
    return covers;
  };
  return {
    judge: (folded, spans, { inner = 'counts' } = {}) => {
      if (spans.length === 0) return [];
      const covers = layOut(folded);
      return spans.map((span) =>
        judgeSpan(folded, span, inner === 'counts' ? covers : outside(covers, span)),
      );
    },
  };
};

type Covers = ReturnType<typeof createCovers>;

/** The covers whose cues lie outside a span. */
const outside = (covers: Covers, [from, to]: Span): Covers => ({
  ...covers,
  of: (at) => {
    const cover = covers.of(at);
    return cover !== undefined && cover.cue.from < to && cover.cue.to > from ? undefined : cover;
  },
  isCue: () => false,
  denialIn: () => undefined,
});

const judgeSpan = (folded: Folded, span: Span, covers: Covers): Judgement => {
  const reported =
    folded.quoted.some(([from, to]) => span[0] >= from && span[1] <= to) || covers.has(span, 'quoting');
  const aside = { reported, elsewhere: covers.has(span, 'elsewhere'), asked: covers.asks(span) };
  const cover = decisive(folded.tokens, span, covers);
  if (cover === undefined) return { polarity: 'wanted', because: [], ...aside };
  const because = [quote(folded, cover.cue.from, cover.cue.to)];
  return { polarity: cover.polarity, because, by: cover.cue.kind, ...aside };
};

const quote = (folded: Folded, from: number, to: number): string =>
  folded.text.slice(folded.tokens[from]?.start ?? 0, folded.tokens[to - 1]?.end ?? 0);

/**
 * The strongest cover of the span's content: of at least half of its words, or of any where the span holds the cue
 * itself ("no charts on the fly").
 */
const decisive = (tokens: readonly Token[], span: Span, covers: Covers): Cover | undefined => {
  let best: Cover | undefined;
  let words = 0;
  let covered = 0;
  let opens = false;
  let holds = false;
  for (let at = span[0]; at < span[1]; at += 1) {
    const cover = covers.of(at);
    if (cover !== undefined) {
      if (best === undefined || rank(cover) > rank(best)) best = cover;
      const inside = cover.cue.from >= span[0] && cover.cue.to <= span[1];
      if (inside) holds = true;
      // The denial comes before all content of the span, or after what it covers.
      if (inside && (covered === words || at < cover.cue.from)) opens = true;
    }
    if (tokens[at]?.kind === 'punctuation' || covers.isCue(at)) continue;
    words += 1;
    if (cover !== undefined) covered += 1;
  }
  if (words === 0) return best ?? covers.denialIn(span);
  if (opens) return covered * 2.5 >= words ? best : undefined;
  // A denial in the midst of a longer wish ("runs without anyone watching") is part of the wish.
  return covered * (holds ? 1.3 : 2) >= words ? best : undefined;
};

const rank = (cover: Cover): number => ({ dropped: 3, excluded: 2, preferred: 1 })[cover.polarity];
