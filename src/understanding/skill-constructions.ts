import type { Sentence } from './people-sentence.ts';
import type { Found } from './phrase-finder.ts';
import type { Span } from './scope.ts';

/** A skill as named in a message: by its own name, or by a job title that has it. */
export type Skill = Found<{
  readonly requirement: string;
  readonly isRole: boolean;
  readonly isCandidate: boolean;
}>;

/**
 * What each construction adds to the log-odds that a skill named is somebody's skill. Fitted by logistic regression
 * (L2) on labelled messages, and rounded.
 */
export const weights = {
  base: -0.1,
  role: 0.2,
  person: 1,
  personNear: 0.3,
  subjectKnows: 1.3,
  knowsFirst: 0.5,
  knowsFar: 0.8,
  being: 0.8,
  quantity: 0.8,
  number: 1.4,
  roleOwned: 0,
  subjectAfter: 0.6,
  leaving: 0,
  hiring: -0.9,
  medium: -0.6,
  mediumKnown: 0.5,
  audience: -0.6,
  candidate: -0.8,
  question: -1.1,
  made: -0.6,
  lasting: 0.9,
  personInClause: 0.3,
  subjectInClause: 0.1,
  shortClause: 0.6,
  afterColon: 0.3,
  beforeComma: -0.4,
  otherSkillNear: -0.7,
  twice: 0.1,
  subjectRight: 0.3,
  candidateName: -0.6,
  candidateMedium: 0.7,
  candidatePerson: 0.4,
  candidateOther: -0.6,
  startsMessage: 0.1,
  denied: 0.1,
  deniedShort: 0.1,
  choosing: -0.6,
} as const satisfies Record<string, number>;

export type Construction = Exclude<keyof typeof weights, 'base'>;

/** The constructions that stand around a skill in its clause. */
export const constructions = (
  sentence: Sentence,
  skill: Skill,
  skills: readonly Skill[],
  isDenied: boolean,
): readonly Construction[] => {
  const { from, to } = skill;
  const clause = sentence.clause(from, true);
  const [start, end] = clause;
  const [wideStart, wideEnd] = sentence.clause(from, false);
  const has = (a: number, b: number, kind: Parameters<Sentence['some']>[1]): boolean =>
    sentence.some([Math.max(start, a), Math.min(end, b)] as Span, kind) !== undefined;
  const subject = has(from - 7, from, 'subject');
  const knowing = sentence.some([Math.max(start, from - 5), from], 'knowing');
  const being = sentence.some([Math.max(wideStart, from - 3), from], 'being');
  const medium = sentence.endsAt(from, 'medium') !== undefined;
  const knownMedium =
    medium && (sentence.endsAt(from, 'knowing') ?? sentence.endsAt(from - 1, 'knowing')) !== undefined;
  const isNear = (one: Skill): boolean => one !== skill && Math.abs(one.from - from) <= 4;
  const other = skills.some((one) => isNear(one) && one.value.requirement !== skill.value.requirement);
  const { isRole, isCandidate } = skill.value;
  const supposed = sentence.some([wideStart, from], 'supposing') !== undefined;
  const found: readonly (readonly [Construction, boolean])[] = [
    ['role', isRole],
    ['person', sentence.is(to, 'person') !== undefined],
    ['personNear', sentence.is(to, 'person') === undefined && has(to + 1, to + 4, 'person')],
    ['subjectKnows', subject && knowing !== undefined],
    ['knowsFirst', !subject && knowing !== undefined && knowing.from === start],
    [
      'knowsFar',
      !subject && knowing !== undefined && sentence.some([wideStart, from], 'subject') !== undefined,
    ],
    [
      'being',
      being !== undefined &&
        sentence.some([Math.max(wideStart, being.from - 3), being.from], 'subject') !== undefined,
    ],
    ['quantity', sentence.endsAt(from, 'quantity') !== undefined],
    ['number', sentence.folded.tokens[from - 1]?.kind === 'number'],
    ['roleOwned', isRole && has(from - 3, from, 'subject')],
    ['subjectAfter', has(to, to + 7, 'subject') && has(to, to + 7, 'knowing')],
    ['leaving', has(to, to + 7, 'leaving')],
    ['hiring', has(from - 5, to + 4, 'hiring')],
    ['medium', medium && !knownMedium],
    ['mediumKnown', knownMedium],
    ['audience', has(from - 3, from, 'audience')],
    ['candidate', other && sentence.text(wideEnd) === '?'],
    ['question', !other && !supposed && sentence.text(wideEnd) === '?'],
    ['made', !isRole && sentence.is(to, 'made') !== undefined],
    ['lasting', has(to, to + 4, 'lasting')],
    ['personInClause', has(start, from, 'person') || has(to + 4, end, 'person')],
    ['subjectInClause', subject && knowing === undefined],
    ['shortClause', end - start <= 4],
    ['afterColon', [':', '=', '('].includes(sentence.text(start - 1)) || sentence.text(from - 1) === '='],
    ['beforeComma', from === start],
    ['otherSkillNear', other],
    ['twice', skills.some((one) => isNear(one) && one.value.requirement === skill.value.requirement)],
    ['subjectRight', has(from - 2, from, 'subject')],
    ['candidateName', isCandidate],
    ['candidateMedium', isCandidate && medium],
    ['candidatePerson', isCandidate && sentence.is(to, 'person') !== undefined],
    ['candidateOther', isCandidate && other],
    ['startsMessage', from < 2],
    ['denied', isDenied],
    ['deniedShort', isDenied && end - start <= 5],
    ['choosing', has(from - 4, from, 'choosing')],
  ];
  return found.filter(([, holds]) => holds).map(([name]) => name);
};
