import { type Block, sentence } from '../domain/answer.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Names } from './names.ts';
import type { Phrasing } from './phrasing.ts';
import type { ReasonLines } from './reason-lines.ts';

/** Both options side by side: who takes what, why, and what stands between them. */
export type Architecture = (recommendation: Recommendation) => readonly Block[];

export const createArchitecture =
  ({ hybrid }: Knowledge, names: Names, phrasing: Phrasing, lines: ReasonLines): Architecture =>
  (recommendation) => {
    const from = [{ kind: 'decision', id: 'both' }] as const;
    return [
      {
        kind: 'diagram',
        title: phrasing.say('both.title', {}, from),
        boxes: recommendation.parts.map((part) => {
          const framework = recommendation.frameworks.find(({ option }) => option === part.option);
          const name = framework && names.framework(framework.id)?.name;
          return {
            label: name ? `${names.option(part.option)} (${name})` : names.option(part.option),
            owns: part.needs.map(names.requirementName),
          };
        }),
        between: hybrid.between,
      },
      {
        kind: 'list',
        items: recommendation.parts.flatMap((part) => {
          const best = recommendation.fired.find(({ favours }) => favours === part.option);
          return best ? [{ label: names.option(part.option), sentences: [lines.because(best)] }] : [];
        }),
      },
      {
        kind: 'paragraph',
        sentences: [hybrid.link, hybrid.cost, hybrid.single].map((part) =>
          sentence(part.text, from, part.sources),
        ),
      },
    ];
  };
