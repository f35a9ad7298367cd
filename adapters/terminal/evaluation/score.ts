import type { Reply } from '../reply.ts';
import {
  isFact,
  type Labelled,
  type LabelledFact,
  type LabelledThread,
  type LabelledTurn,
} from './labelled.ts';

export type Share = { readonly right: number; readonly of: number };
/** Requirements found and wanted, found and not wanted, wanted and not found. */
export type Counts = { readonly hit: number; readonly extra: number; readonly missing: number };

/** Something an answer got wrong: where, what class of mistake, and the particulars. */
export type Miss = {
  readonly id: string;
  readonly turn: number;
  readonly text: string;
  readonly sort: 'kind' | 'pick' | 'requirement' | 'fact';
  readonly class: string;
  readonly why: string;
};

export type Score = {
  /** Shares by what they measure, in the order in which they are shown. */
  readonly shares: ReadonlyMap<string, Share>;
  /** Null where no requirements are labelled. */
  readonly requirements: Counts | null;
  readonly byKind: ReadonlyMap<string, Share>;
  readonly byRequirement: ReadonlyMap<string, Counts>;
  readonly misses: readonly Miss[];
};

/** Replies by the id of the thread or question. */
export type Replies = ReadonlyMap<string, readonly Reply[]>;

/** Of an answer to a fact, what a reader sees first: in characters. */
const seen = 1_500;

/** Scores the replies to questions that are all of one sort: threads or facts. */
export const score = (questions: readonly Labelled[], replies: Replies): Score => {
  const sheet = createSheet();
  for (const question of questions) {
    const given = replies.get(question.id) ?? [];
    if (isFact(question)) scoreFact(question, given[0], sheet);
    else scoreThread(question, given, sheet);
  }
  return sheet.score();
};

/**
 * Kind: one of the accepted. Pick: counted where both sides say recommend and nothing else is accepted.
 * Requirements: over those labellers agreed on; required and preferred are both "wanted".
 */
const scoreThread = (thread: LabelledThread, replies: readonly Reply[], sheet: Sheet): void => {
  for (const [index, want] of thread.turns.entries()) {
    const got = replies[index];
    const miss = (sort: Miss['sort'], name: string, why: string) =>
      sheet.miss({ id: thread.id, turn: index + 1, text: want.text, sort, class: name, why });
    const [expected = ''] = want.kinds;
    const kindRight = got !== undefined && want.kinds.includes(got.kind);
    sheet.share('kind', kindRight);
    sheet.kind(expected, kindRight);
    if (!kindRight)
      miss(
        'kind',
        `kind ${expected} taken for ${got?.kind}`,
        `kind ${got?.kind}, wanted ${want.kinds.join('/')}`,
      );
    if (want.acceptable.length > 0 && want.kinds.length === 1 && expected === 'recommend') {
      const pick = got?.recommendation ?? '';
      sheet.share('pick acceptable', want.acceptable.includes(pick));
      sheet.share('pick best', want.recommendations.includes(pick));
      if (!want.acceptable.includes(pick)) {
        const wanted = want.acceptable.join('/');
        miss(
          'pick',
          `pick ${want.recommendations[0] ?? wanted} taken for ${pick || 'none'}`,
          `pick ${pick || 'none'}, wanted ${wanted}`,
        );
      }
    }
    scoreRequirements(want, got, sheet, (name, why) => miss('requirement', name, why));
  }
};

const scoreRequirements = (
  want: LabelledTurn,
  got: Reply | undefined,
  sheet: Sheet,
  miss: (name: string, why: string) => void,
): void => {
  const have = polar(got?.requirements ?? []);
  const need = polar(want.requirements);
  const optional = polar(want.optional);
  const extra = [...have].filter((entry) => !need.has(entry) && !optional.has(entry)).sort();
  const missing = [...need].filter((entry) => !have.has(entry)).sort();
  for (const entry of need) if (have.has(entry)) sheet.requirement(entry, 'hit');
  for (const entry of extra) sheet.requirement(entry, 'extra');
  for (const entry of missing) sheet.requirement(entry, 'missing');
  const turned = extra.filter((entry) => missing.includes(opposite(entry)));
  for (const entry of turned) {
    miss(`requirement with the wrong stance: ${entry}`, `${entry}, wanted ${opposite(entry)}`);
  }
  for (const entry of extra.filter((one) => !turned.includes(one))) {
    miss(`requirement too many: ${entry}`, `extra ${entry}`);
  }
  for (const entry of missing.filter((one) => !turned.includes(opposite(one)))) {
    miss(`requirement missed: ${entry}`, `missing ${entry}`);
  }
};

/** As one string each, so that sets compare them. */
const polar = (
  requirements: readonly { readonly id: string; readonly stance: string }[],
): ReadonlySet<string> =>
  new Set(requirements.map(({ id, stance }) => `${id} ${stance === 'excluded' ? 'excluded' : 'wanted'}`));

const opposite = (entry: string): string =>
  entry.endsWith(' excluded') ? entry.replace(/excluded$/, 'wanted') : entry.replace(/wanted$/, 'excluded');

/** Right where the beginning of the text holds one alternative of every group, or where it rightly says it does not know. */
const scoreFact = (fact: LabelledFact, reply: Reply | undefined, sheet: Sheet): void => {
  const miss = (name: string, why = name, sort: Miss['sort'] = 'fact') =>
    sheet.miss({ id: fact.id, turn: 1, text: fact.question, sort, class: name, why });
  const text = ` ${[...(reply?.text ?? '').toLowerCase()].slice(0, seen).join('')} `;
  if (fact.answerable) {
    const lacking = fact.expect.filter((group) => !group.some((word) => text.includes(word.toLowerCase())));
    const right = lacking.length === 0 && (reply?.answered ?? true);
    sheet.share('answered right', right);
    if (lacking.length > 0) {
      const declined = reply?.answered === false;
      miss(
        declined ? 'says it does not know' : 'lacks a fact',
        `lacks ${lacking.map((group) => group.join('|')).join(', ')}`,
      );
    } else if (!right) miss('says it does not know');
  } else {
    const right = reply?.answered === false;
    sheet.share('rightly declined', right);
    if (!right) miss('answered, but the sources do not say');
  }
  if (fact.recommendation) {
    const right = reply?.recommendation === fact.recommendation;
    sheet.share('recommendation', right);
    const wrong = `pick ${fact.recommendation} taken for ${reply?.recommendation ?? 'none'}`;
    if (!right) miss(wrong, wrong, 'pick');
  }
  sheet.kind(fact.kind, reply?.kind === fact.kind);
};

type Sheet = ReturnType<typeof createSheet>;

/** Where the marks are put down. */
const createSheet = () => {
  const shares = new Map<string, Share>();
  const byKind = new Map<string, Share>();
  const byRequirement = new Map<string, Counts>();
  const misses: Miss[] = [];
  const add = (map: Map<string, Share>, key: string, right: boolean) => {
    const before = map.get(key) ?? { right: 0, of: 0 };
    map.set(key, { right: before.right + Number(right), of: before.of + 1 });
  };
  return {
    share: (name: string, right: boolean) => add(shares, name, right),
    kind: (kind: string, right: boolean) => add(byKind, kind, right),
    requirement: (entry: string, mark: keyof Counts) => {
      const before = byRequirement.get(entry) ?? none;
      byRequirement.set(entry, { ...before, [mark]: before[mark] + 1 });
    },
    miss: (miss: Miss) => misses.push(miss),
    score: (): Score => ({
      shares,
      requirements: shares.has('kind') ? [...byRequirement.values()].reduce(plus, none) : null,
      byKind,
      byRequirement,
      misses,
    }),
  };
};

const none: Counts = { hit: 0, extra: 0, missing: 0 };
const plus = (a: Counts, b: Counts): Counts => ({
  hit: a.hit + b.hit,
  extra: a.extra + b.extra,
  missing: a.missing + b.missing,
});

/** Shares as numbers from 0 to 1; null where there was nothing to get right. */
export const shareOf = ({ right, of }: Share): number | null => (of === 0 ? null : right / of);
export const precisionOf = ({ hit, extra }: Counts): number => hit / Math.max(1, hit + extra);
export const recallOf = ({ hit, missing }: Counts): number => hit / Math.max(1, hit + missing);
/** The harmonic mean of precision and recall. */
export const f1Of = ({ hit, extra, missing }: Counts): number =>
  hit === 0 ? 0 : (2 * hit) / (2 * hit + extra + missing);
