import type { People } from '../domain/people.ts';
import type { Folded, Token } from '../text/types.ts';
import { type PeopleWord, peopleWords } from './language/people-words.ts';
import { layOut, type Sentence } from './people-sentence.ts';
import { createPhraseFinder } from './phrase-finder.ts';
import { createScope, type Judgement, type Scope, type Span } from './scope.ts';
import { constructions, type Skill, weights } from './skill-constructions.ts';

/** What a sentence about people says of a requirement. */
export type PeopleMention = {
  readonly requirement: string;
  readonly stance: 'wanted' | 'excluded';
  /** The person's own words. */
  readonly said: string;
  /** Tokens of the skill itself. */
  readonly span: Span;
  /** 0…1: how likely the constructions around it make it somebody's skill. */
  readonly confidence: number;
};

export type PeopleReader = { read(folded: Folded): readonly PeopleMention[] };

export type PeopleReaderDeps = {
  readonly people: People;
  /** The folding that messages go through, so that names are spelled alike. */
  readonly fold: (raw: string) => Folded;
  readonly scope?: Scope;
};

/**
 * Creates a reader of sentences about people: who knows what, how many, who leaves, who is new, who is sought.
 * Skills and what they amount to are data; the grammar weighs what stands around a skill in its clause.
 */
export const createPeopleReader = ({
  people,
  fold,
  scope = createScope(),
}: PeopleReaderDeps): PeopleReader => {
  const tokens = (phrase: string): readonly Token[] => fold(phrase).tokens;
  const skills = createPhraseFinder(
    people.skills.flatMap(({ requirement, words, candidates, roles }) => {
      const plain = { requirement, isRole: false, isCandidate: false };
      const candidate = { requirement, isRole: false, isCandidate: true };
      const role = { requirement, isRole: true, isCandidate: false };
      return [
        ...words.map((phrase) => ({ phrase, value: candidates.includes(phrase) ? candidate : plain })),
        ...roles.map((phrase) => ({ phrase, value: role })),
      ];
    }),
    tokens,
  );
  const grammar = createPhraseFinder(
    (Object.entries(peopleWords) as [PeopleWord, readonly string[]][]).flatMap(([kind, phrases]) =>
      phrases.map((phrase) => ({ phrase, value: kind })),
    ),
    tokens,
  );
  const all = people.skills.map(({ requirement }) => requirement);

  return {
    read: (folded) => {
      const sentence = layOut(folded, grammar(folded.tokens));
      const found = skills(folded.tokens);
      const mentions: PeopleMention[] = [];
      const judged = scope.judge(
        folded,
        found.map(({ from, to }): Span => [from, to]),
      );
      found.forEach((skill, index) => {
        const judgement = judged[index];
        if (judgement === undefined) return;
        const isDenied = judgement.polarity === 'excluded' || judgement.polarity === 'dropped';
        const score = scoreSkill(sentence, skill, found, isDenied);
        if (score < 0) return;
        const stance = lacks(sentence, skill, judgement) ? 'excluded' : 'wanted';
        mentions.push(toMention(folded, skill.value.requirement, stance, skill, score));
      });
      mentions.push(...readBoth(folded, sentence, all));
      mentions.push(...readSituation(folded, sentence, scope, 'beginner', people.beginner.requirement));
      mentions.push(...readSituation(folded, sentence, scope, 'beginnerPerson', people.beginner.requirement));
      mentions.push(...readSituation(folded, sentence, scope, 'hiring', people.hiring.requirement));
      return strongest(mentions);
    },
  };
};

/** How much speaks for the skill being somebody's, from the constructions around it. */
const scoreSkill = (sentence: Sentence, skill: Skill, skills: readonly Skill[], isDenied: boolean): number =>
  constructions(sentence, skill, skills, isDenied).reduce<number>(
    (sum, name) => sum + weights[name],
    weights.base,
  );

/** Nobody has the skill, it goes away, or the sentence denies it. */
const lacks = (sentence: Sentence, skill: Skill, judgement: Judgement): boolean => {
  if (judgement.polarity === 'excluded' || judgement.polarity === 'dropped') return true;
  const [start, end] = sentence.clause(skill.from, true);
  const leaving = sentence.some([skill.to, Math.min(end, skill.to + 6)], 'leaving');
  if (leaving !== undefined) return true;
  const { tokens } = sentence.folded;
  const isNone = (index: number): boolean => tokens[index]?.kind === 'number' && tokens[index]?.value === 0;
  if (skill.from > start && isNone(skill.from - 1)) return true;
  return isNone(skill.to) || isNone(skill.to + 1);
};

/** "fluent in both", "the team knows neither": all skills at once. */
const readBoth = (folded: Folded, sentence: Sentence, all: readonly string[]): readonly PeopleMention[] => {
  const found: PeopleMention[] = [];
  let next = 0;
  for (const { from: index, to } of sentence.all('both', 'neither')) {
    if (index < next) continue;
    const neither = sentence.is(index, 'neither');
    const clause = sentence.clause(index, true);
    const knowing = sentence.some([clause[0], Math.min(clause[1], (neither?.to ?? to) + 3)], 'knowing');
    const subject = sentence.some(clause, 'subject') ?? sentence.some(clause, 'person');
    if (knowing === undefined || subject === undefined || sentence.text(clause[1]) === '?') continue;
    const stance = neither === undefined && !isDenied(sentence, clause[0], index) ? 'wanted' : 'excluded';
    for (const requirement of all)
      found.push(toMention(folded, requirement, stance, { from: clause[0], to: clause[1] }, -0.2));
    next = clause[1] + 1;
  }
  return found;
};

const isDenied = (sentence: Sentence, from: number, to: number): boolean => {
  for (let index = from; index < to; index += 1)
    if (/n't$|^(not|nobody|none|no|never|nicht|keiner|nie|не|никто)$/.test(sentence.text(index))) return true;
  return false;
};

const readSituation = (
  folded: Folded,
  sentence: Sentence,
  scope: Scope,
  kind: 'beginner' | 'beginnerPerson' | 'hiring',
  requirement: string,
): readonly PeopleMention[] => {
  const spans: Span[] = [];
  for (const word of sentence.all(kind)) {
    if (sentence.endsAt(word.from, 'audience') !== undefined) continue;
    if (kind === 'beginnerPerson' && !isOnTheJob(sentence, word.from)) continue;
    spans.push([word.from, word.to]);
  }
  if (spans.length === 0) return [];
  return scope.judge(folded, spans, { inner: 'ignored' }).flatMap((judgement, index) => {
    const span = spans[index];
    if (span === undefined) return [];
    const isDeniedHere = judgement.polarity === 'excluded' || judgement.polarity === 'dropped';
    return [
      toMention(
        folded,
        requirement,
        isDeniedHere ? 'excluded' : 'wanted',
        { from: span[0], to: span[1] },
        0.3,
      ),
    ];
  });
};

/** Few, or somebody's own: "two interns", "our junior devs", "only apprentices". */
const isOnTheJob = (sentence: Sentence, from: number): boolean => {
  const before = sentence.folded.tokens[from - 1];
  const isFew = before?.kind === 'number' && (before.value ?? 0) < 20;
  const isOwned =
    sentence.endsAt(from, 'subject') !== undefined || sentence.endsAt(from, 'being') !== undefined;
  return isFew || isOwned || sentence.endsAt(from, 'quantity') !== undefined;
};

const toMention = (
  folded: Folded,
  requirement: string,
  stance: PeopleMention['stance'],
  { from, to }: { readonly from: number; readonly to: number },
  score: number,
): PeopleMention => ({
  requirement,
  stance,
  said: folded.text.slice(folded.tokens[from]?.start ?? 0, folded.tokens[to - 1]?.end ?? 0),
  span: [from, to],
  confidence: Number((1 / (1 + Math.exp(-score))).toFixed(3)),
});

/** One mention per requirement: someone who has a skill outweighs someone who lacks it; then the surer one. */
const strongest = (mentions: readonly PeopleMention[]): readonly PeopleMention[] => {
  const best = new Map<string, PeopleMention>();
  for (const mention of mentions) {
    const before = best.get(mention.requirement);
    const isBetter =
      before === undefined ||
      (before.stance === mention.stance
        ? mention.confidence > before.confidence
        : mention.stance === 'wanted');
    if (isBetter) best.set(mention.requirement, mention);
  }
  return [...best.values()];
};
