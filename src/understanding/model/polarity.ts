import type { Folded } from '../../text/types.ts';
import type { Judgement, Span } from '../scope.ts';
import { createFeatureList, type FeatureList, push, uniqueOf } from './feature-list.ts';
import { extendByWord, feature, finish, start } from './hash.ts';
import { wordForm } from './token-features.ts';

const family = {
  scope: 41,
  before: 42,
  after: 43,
  inside: 44,
  next: 45,
  need: 46,
  group: 47,
  skill: 48,
  shape: 49,
} as const;

/** How far the words around a mention are looked at, in tokens; a sentence's end stops it sooner. */
const reach = 7;

/** What is known of a mention when it is to be judged wanted or denied. */
export type MentionPlace = {
  readonly requirement: string;
  /** Group of the requirement: a missing skill is told in other words than a feature nobody needs. */
  readonly group: string;
  readonly span: Span;
  readonly judgement: Judgement;
  /** What the grammar of people made of it, if anything. */
  readonly skill?: 'wanted' | 'excluded' | undefined;
};

/**
 * Features of one mention for the judgement wanted or denied, the same model for all requirements: single ones are
 * denied too seldom to learn from. The cues of scope are among them, so it learns how far to trust each.
 */
export const polarityFeatures = (folded: Folded, place: MentionPlace): Uint32Array => {
  const list = createFeatureList();
  pushMention(list, folded, place);
  return uniqueOf(list);
};

/** The same features, repeats included. */
export const pushMention = (list: FeatureList, folded: Folded, place: MentionPlace): void => {
  const { tokens } = folded;
  /** The feature, and the same for this group of requirements. */
  const add = (family: number, ...words: readonly string[]): void => {
    let all = start(family);
    let own = extendByWord(all, place.group);
    for (const word of words) {
      all = extendByWord(all, word);
      own = extendByWord(own, word);
    }
    push(list, finish(all));
    push(list, finish(own));
  };
  const { judgement } = place;
  add(family.scope, judgement.polarity, judgement.by ?? '');
  if (judgement.because[0] !== undefined) add(family.scope, 'cue', judgement.because[0].toLowerCase());
  if (judgement.reported) add(family.shape, 'reported');
  if (judgement.elsewhere) add(family.shape, 'elsewhere');
  if (judgement.asked) add(family.shape, 'asked');
  add(family.skill, place.skill ?? 'none', judgement.polarity);
  push(list, feature(family.need, place.requirement));
  push(list, feature(family.need, place.requirement, judgement.polarity));

  const [from, to] = place.span;
  const form = (at: number): string => {
    const token = tokens[at];
    return token ? wordForm(token) : '$';
  };
  const ends = (at: number): boolean => {
    const text = tokens[at]?.text;
    return (
      text === undefined || text === '.' || text === '!' || text === '?' || text === '\n' || text === ';'
    );
  };
  for (let step = 1; step <= reach && !ends(from - step); step += 1) {
    add(family.before, form(from - step));
    add(family.before, String(Math.min(step, 3)), form(from - step));
    add(family.before, 'pair', form(from - step), form(from - step + 1));
  }
  for (let at = to; at < to + reach && !ends(at); at += 1) {
    add(family.after, form(at));
    add(family.after, String(Math.min(at - to + 1, 3)), form(at));
    add(family.after, 'pair', form(at), form(at + 1));
  }
  for (let at = from; at < to; at += 1) {
    add(family.inside, form(at));
    if (at + 1 < to) add(family.inside, form(at), form(at + 1));
  }
  add(family.next, form(from - 1), form(from));
  add(family.next, 'end', form(to - 1), form(to));
};
