import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import FlexSearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { type Mind, readMind } from '../src/build-advisor.ts';
import type { Knowledge } from '../src/domain/knowledge.ts';

/**
 * Retrieval side by side: the coverage questions that the knowledge answers, put to our search and to the search
 * libraries with their defaults, over the same texts in one run. An entry is relevant to a question when its text
 * holds one alternative of every group in `expect`.
 */

type CoverageQuestion = {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly answerable: boolean;
  readonly expect: readonly (readonly string[])[];
};

/** One unit, card, dispute or correction as a text; every engine ranks the same ones. */
type Passage = { readonly id: string; readonly text: string; readonly asked: string };

type Engine = { readonly name: string; rank(question: string): readonly string[] };

/** An answer shows no more than this. */
const shown = 1500;

const questions = (): readonly CoverageQuestion[] =>
  readFileSync(new URL('../test/evaluation/coverage.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CoverageQuestion)
    .filter(({ answerable, kind }) => answerable && kind !== 'recommend');

const passagesOf = (knowledge: Knowledge): readonly Passage[] => [
  ...knowledge.units.map(({ id, title, statements, asked }) => ({
    id,
    text: statements.map(({ text }) => text).join('\n'),
    asked: [title, ...asked, ...statements.flatMap((statement) => statement.asked)].join('\n'),
  })),
  ...knowledge.cards.map((card) => ({
    id: card.id,
    text: [
      card.says,
      ...card.sets.flatMap((set) =>
        set.figures.map(({ label, amount }) => `${label} ${amountWords(amount)}`),
      ),
      card.measured,
      card.caveat?.text ?? '',
    ].join('\n'),
    asked: [card.title, ...card.asked].join('\n'),
  })),
  ...knowledge.disputes.map(({ id, matter, goBy, sides, asked }) => ({
    id,
    text: [goBy.text, ...sides.map(({ claim }) => claim), goBy.why].join('\n'),
    asked: [matter, ...asked].join('\n'),
  })),
  ...knowledge.corrections.map(({ id, claim, answer, asserted, asked }) => ({
    id,
    text: answer.map(({ text }) => text).join('\n'),
    asked: [claim, ...asserted, ...asked].join('\n'),
  })),
];

const amountWords = (amount: object): string =>
  Object.values(amount)
    .filter((value) => typeof value === 'number')
    .map((value) => value.toLocaleString('en-US'))
    .join('-');

const isRelevant = ({ text }: Passage, { expect }: CoverageQuestion): boolean => {
  const start = ` ${text.toLowerCase().slice(0, shown)} `;
  return expect.every((group) => group.some((alternative) => start.includes(alternative.toLowerCase())));
};

const ours = ({ find }: Mind['parts']): Engine => {
  return {
    name: 'ours',
    rank: (question) => {
      const finding = find(question, { options: [], frameworks: [], context: [] });
      return (finding.kind === 'found' ? finding.hits : finding.nearest).map(({ id }) => id);
    },
  };
};

/** The libraries see the questions people ask beside each text as well: `asked` is part of what they index. */
const miniSearchDefaults = (passages: readonly Passage[]): Engine => {
  const index = new MiniSearch<Passage>({ fields: ['text', 'asked'] });
  index.addAll(passages);
  return {
    name: 'MiniSearch, defaults',
    rank: (question) => index.search(question).map(({ id }) => String(id)),
  };
};

const orama = (passages: readonly Passage[]): Engine => {
  const index = create({ schema: { id: 'string', text: 'string', asked: 'string' } as const });
  insertMultiple(index, [...passages]);
  return {
    name: 'Orama',
    rank: (term) => {
      const found = searchOrama(index, { term, properties: ['text', 'asked'], threshold: 1 });
      return 'hits' in found ? found.hits.map(({ document }) => document.id) : [];
    },
  };
};

const flexSearch = (passages: readonly Passage[]): Engine => {
  const index = new FlexSearch.Index({ tokenize: 'forward' });
  for (const [at, { text, asked }] of passages.entries()) index.add(at, `${text}\n${asked}`);
  return {
    name: 'FlexSearch',
    rank: (question) =>
      index.search(question, { suggest: true, limit: 10 }).map((at) => passages[Number(at)]?.id ?? ''),
  };
};

const lunrSearch = (passages: readonly Passage[]): Engine => {
  const index = lunr((builder) => {
    builder.field('text');
    builder.field('asked');
    for (const passage of passages) builder.add(passage);
  });
  return {
    name: 'Lunr',
    rank: (question) => index.search(question.replace(/[^\p{L}\p{N}]+/gu, ' ')).map(({ ref }) => ref),
  };
};

const fts5 = (passages: readonly Passage[]): Engine => {
  const database = new DatabaseSync(':memory:');
  database.exec(
    "CREATE VIRTUAL TABLE passage USING fts5(id UNINDEXED, text, asked, tokenize = 'porter unicode61')",
  );
  const insert = database.prepare('INSERT INTO passage VALUES (?, ?, ?)');
  for (const { id, text, asked } of passages) insert.run(id, text, asked);
  const select = database.prepare(
    'SELECT id FROM passage WHERE passage MATCH ? ORDER BY bm25(passage) LIMIT 10',
  );
  return {
    name: 'SQLite FTS5, porter',
    rank: (question) => {
      const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return select.all(words.map((word) => `"${word}"`).join(' OR ')).map(({ id }) => String(id));
    },
  };
};

/** hit@1, hit@5, mean reciprocal rank over the first ten, and the median time of a question in microseconds. */
const measure = (engine: Engine, asked: readonly CoverageQuestion[], passages: readonly Passage[]) => {
  let first = 0;
  let five = 0;
  let reciprocal = 0;
  for (const question of asked) {
    const relevant = new Set(passages.filter((one) => isRelevant(one, question)).map(({ id }) => id));
    const at = engine
      .rank(question.question)
      .slice(0, 10)
      .findIndex((id) => relevant.has(id));
    first += at === 0 ? 1 : 0;
    five += at >= 0 && at < 5 ? 1 : 0;
    reciprocal += at >= 0 ? 1 / (at + 1) : 0;
  }
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const { question } of asked) {
      const start = performance.now();
      engine.rank(question);
      times.push((performance.now() - start) * 1000);
    }
  }
  times.sort((a, b) => a - b);
  const share = (count: number): string => (count / asked.length).toFixed(2);
  return {
    engine: engine.name,
    'hit@1': share(first),
    'hit@5': share(five),
    MRR: share(reciprocal),
    'µs p50': Math.round(times[times.length >> 1] ?? 0),
  };
};

/** Prints one table with a row for each engine. */
export const benchRetrieval = (): void => {
  const { knowledge, parts } = readMind();
  const passages = passagesOf(knowledge);
  const asked = questions();
  const engines = [
    ours(parts),
    ...[miniSearchDefaults, orama, flexSearch, lunrSearch, fts5].map((make) => make(passages)),
  ];
  console.log(`${asked.length} questions, ${passages.length} texts`);
  console.table(engines.map((engine) => measure(engine, asked, passages)));
};

if (import.meta.main) benchRetrieval();
