import { f1Of, type Miss, precisionOf, recallOf, type Score, type Share, shareOf } from './score.ts';
import { figure, table } from './table.ts';

export type Parts = { readonly all: Score; readonly rest: Score; readonly aside: Score };

/** The figures of one set: on all of it, on the rest, on what is set aside, and how far that lies below. */
export const figuresTable = ({ all, rest, aside }: Parts): string => {
  const names = [...all.shares.keys()];
  const rows = names.map((name) => [
    name,
    of(all, name),
    ...compared((score) => share(score, name), rest, aside),
    countOf(all, rest, aside, name),
  ]);
  const counts = (measure: (score: Score) => number | null, name: string) => [
    name,
    figure(measure(all)),
    ...compared(measure, rest, aside),
    '',
  ];
  if (all.requirements) {
    rows.push(
      counts((score) => score.requirements && f1Of(score.requirements), 'requirements F1'),
      counts((score) => score.requirements && precisionOf(score.requirements), 'requirements precision'),
      counts((score) => score.requirements && recallOf(score.requirements), 'requirements recall'),
    );
  }
  return table(['', 'all', 'rest', 'aside', 'gap', 'of (all, rest, aside)'], rows);
};

const share = (score: Score, name: string): number | null =>
  shareOf(score.shares.get(name) ?? { right: 0, of: 0 });
const of = (score: Score, name: string): string => figure(share(score, name));
const countOf = (all: Score, rest: Score, aside: Score, name: string): string =>
  [all, rest, aside].map((score) => score.shares.get(name)?.of ?? 0).join(', ');

const compared = (measure: (score: Score) => number | null, rest: Score, aside: Score): readonly string[] => {
  const [a, b] = [measure(rest), measure(aside)];
  return [figure(a), figure(b), a === null || b === null ? '-' : figure(a - b)];
};

/** Per kind wanted, the share that was read as it should. */
export const kindTable = ({ rest, aside }: Parts): string => {
  const empty: Share = { right: 0, of: 0 };
  const kinds = [...new Set([...rest.byKind.keys(), ...aside.byKind.keys()])].sort();
  return table(
    ['kind', 'rest', 'aside', 'gap', 'of (rest, aside)'],
    kinds.map((kind) => {
      const [a, b] = [rest.byKind.get(kind) ?? empty, aside.byKind.get(kind) ?? empty];
      return [
        kind,
        ...compared((score) => shareOf(score.byKind.get(kind) ?? empty), rest, aside),
        `${a.of}, ${b.of}`,
      ];
    }),
  );
};

/** Per requirement and polarity, found and wanted; the most frequent first. */
export const requirementTable = ({ all, rest, aside }: Parts): string => {
  const none = { hit: 0, extra: 0, missing: 0 };
  const entries = [...all.byRequirement].sort(
    ([x, a], [y, b]) => b.hit + b.missing - a.hit - a.missing || (x < y ? -1 : 1),
  );
  return table(
    ['requirement', 'F1 rest', 'aside', 'gap', 'precision', 'recall', 'of'],
    entries.map(([name, counts]) => [
      name,
      ...compared((score) => f1Of(score.byRequirement.get(name) ?? none), rest, aside),
      figure(precisionOf(counts)),
      figure(recallOf(counts)),
      `${counts.hit + counts.missing}`,
    ]),
  );
};

/**
 * Misses by class: kinds taken for each other, picks, then requirement by requirement what was missed, heard for
 * nothing, or heard with the wrong stance. First the counts, then one by one.
 */
export const missList = (misses: readonly Miss[]): string =>
  sorts
    .map(({ sort, title }) => {
      const byClass = Map.groupBy(
        misses.filter((miss) => miss.sort === sort),
        (miss) => miss.class,
      );
      return {
        title,
        classes: [...byClass].sort(([x, a], [y, b]) => b.length - a.length || (x < y ? -1 : 1)),
      };
    })
    .filter(({ classes }) => classes.length > 0)
    .map(({ title, classes }) =>
      [
        table(
          [title, 'misses'],
          classes.map(([name, list]) => [name, `${list.length}`]),
        ),
        ...classes.map(([name, list]) => [`${name}:`, ...list.map(missLine)].join('\n')),
      ].join('\n\n'),
    )
    .join('\n\n');

const sorts: readonly { readonly sort: Miss['sort']; readonly title: string }[] = [
  { sort: 'kind', title: 'kind' },
  { sort: 'pick', title: 'pick' },
  { sort: 'requirement', title: 'requirement' },
  { sort: 'fact', title: 'fact' },
];

const missLine = ({ id, turn, text, why }: Miss): string =>
  `  ${id} turn ${turn}: ${JSON.stringify(text.slice(0, 140))}: ${why}`;
