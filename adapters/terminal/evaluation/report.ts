import { pad, widthOf } from '../../shared/text/width.ts';
import { f1Of, type Miss, precisionOf, recallOf, type Score, type Share, shareOf } from './score.ts';

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

/** Misses by class, the most frequent first, then one by one. */
export const missList = (misses: readonly Miss[]): string => {
  const byClass = Map.groupBy(misses, (miss) => miss.class);
  const classes = [...byClass].sort(([x, a], [y, b]) => b.length - a.length || (x < y ? -1 : 1));
  return [
    table(
      ['class', 'misses'],
      classes.map(([name, list]) => [name, `${list.length}`]),
    ),
    ...classes.map(([name, list]) =>
      [
        `${name}:`,
        ...list.map(
          ({ id, turn, text, why }) => `  ${id} turn ${turn}: ${JSON.stringify(text.slice(0, 140))}: ${why}`,
        ),
      ].join('\n'),
    ),
  ].join('\n\n');
};

/** Three decimals; a tie goes to the even digit. Only sixteenths lie exactly between two thousandths. */
export const figure = (value: number | null): string => {
  if (value === null) return '-';
  const tie = Number.isInteger(value * 16) && !Number.isInteger(value * 8);
  if (!tie) return value.toFixed(3);
  const below = Math.floor(value * 1_000);
  return ((below % 2 === 0 ? below : below + 1) / 1_000).toFixed(3);
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? ''))),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column === 0 ? 'left' : 'right'))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
};
