import { type Block, type Sentence, sentence } from '../domain/answer.ts';
import type { OptionId, RequirementId } from '../domain/ids.ts';
import type { Framework, Knowledge } from '../domain/knowledge.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Body } from './facts.ts';
import { favoured } from './favoured.ts';
import type { Names } from './names.ts';
import { listed, type Phrasing } from './phrasing.ts';

export type FrameworkAdvice = {
  /** The framework to start with, as a line of a pick; empty where none stands out. */
  startWith(recommendation: Recommendation, option: OptionId): readonly Block[];
  /** The framework to start with and those beside it, where the choice is among them alone. */
  among(recommendation: Recommendation, option: OptionId): readonly Block[];
  /** The framework for each option asked for, or else for the one ahead, and the others beside it. */
  body(recommendation: Recommendation, asked: readonly OptionId[]): Body;
};

type Advice = {
  readonly option: OptionId;
  readonly chosen: Framework;
  readonly needs: readonly RequirementId[];
  readonly others: readonly Framework[];
};

export const createFrameworkAdvice = (
  knowledge: Knowledge,
  names: Names,
  phrasing: Phrasing,
): FrameworkAdvice => {
  const wantedOf = (recommendation: Recommendation): readonly OptionId[] => {
    const ahead = favoured(recommendation);
    return knowledge.options.map(({ id }) => id).filter((id) => ahead === null || ahead === id);
  };

  const bestFor = ({ frameworks }: Recommendation, option: OptionId) => {
    const best = frameworks.find((entry) => entry.option === option);
    return { entry: best && names.framework(best.id), needs: best?.needs ?? [] };
  };

  const adviceFor = (recommendation: Recommendation, option: OptionId): readonly Advice[] => {
    const { entry, needs } = bestFor(recommendation, option);
    const all = knowledge.options.find(({ id }) => id === option)?.frameworks ?? [];
    const chosen = entry ?? [...all].sort((a, b) => b.fallback - a.fallback)[0];
    if (!chosen) return [];
    return [{ option, chosen, needs, others: all.filter(({ id }) => id !== chosen.id) }];
  };

  const headlineOf = ({ option, chosen }: Advice): Sentence =>
    phrasing.say(
      'framework.headline',
      { framework: chosen.name, option: names.option(option), for: chosen.for },
      [{ kind: 'framework', id: chosen.id }],
      chosen.sources,
    );

  const fitsOf = ({ option, needs }: Advice): readonly Block[] => {
    if (needs.length === 0) return [];
    const fits = phrasing.say('framework.fits', { needs: listed(needs.map(names.requirementName)) }, [
      { kind: 'decision', id: option },
    ]);
    return [{ kind: 'paragraph', sentences: [fits] }];
  };

  const othersOf = ({ option, others }: Advice): readonly Block[] => {
    if (others.length === 0) return [];
    return [
      {
        kind: 'list',
        title: phrasing.say('framework.others', { option: names.option(option) }),
        items: others.map((entry) => ({
          label: entry.name,
          sentences: [sentence(entry.for, [{ kind: 'framework', id: entry.id }], entry.sources)],
        })),
      },
    ];
  };

  const startWith = (recommendation: Recommendation, option: OptionId): readonly Block[] => {
    const { entry } = bestFor(recommendation, option);
    if (!entry) return [];
    const start = phrasing.say(
      'framework.start-with',
      { framework: entry.name, for: entry.for },
      [{ kind: 'framework', id: entry.id }],
      entry.sources,
    );
    return [{ kind: 'paragraph', sentences: [start] }];
  };

  return {
    startWith,

    among: (recommendation, option) => [
      ...startWith(recommendation, option),
      ...adviceFor(recommendation, option).flatMap(othersOf),
    ],

    body: (recommendation, asked) => {
      const wanted = asked.length > 0 ? asked : wantedOf(recommendation);
      const advice = wanted.flatMap((option) => adviceFor(recommendation, option));
      const [first, ...rest] = advice;
      if (!first) return { headline: phrasing.say('reasons.none'), blocks: [], about: [] };
      return {
        headline: headlineOf(first),
        blocks: [
          ...rest.map((other): Block => ({ kind: 'paragraph', sentences: [headlineOf(other)] })),
          ...advice.flatMap((each) => [...fitsOf(each), ...othersOf(each)]),
        ],
        about: [],
      };
    },
  };
};
