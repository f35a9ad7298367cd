import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { createFolder } from '../../src/text/fold.ts';

const loaded = loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
if ('problems' in loaded) throw new Error('the knowledge has problems');
const { knowledge } = loaded;
const spellings = knowledge.options.flatMap(({ id, names, frameworks }) => [
  { as: id, forms: names },
  ...frameworks.map((framework) => ({ as: framework.id, forms: [framework.id, ...framework.names] })),
]);
const { find } = createSearch({ knowledge, fold: createFolder({ spellings }).fold });

const entries = [...knowledge.units, ...knowledge.cards, ...knowledge.disputes, ...knowledge.corrections];

/** Neighbours may share a question (a card and its dispute), so the first three are looked at. */
const near = 3;

test('every unit, card, dispute and correction is found by the questions written for it', () => {
  const missed = entries.flatMap(({ id, asked }) =>
    asked.flatMap((question) => {
      const finding = find(question, { options: [], frameworks: [], context: [] });
      const hits = finding.kind === 'found' ? finding.hits.map((hit) => hit.id) : [];
      return hits.slice(0, near).includes(id) ? [] : [`${id}: ${question}`];
    }),
  );
  const asked = entries.reduce((count, entry) => count + entry.asked.length, 0);
  // A few are worded like a neighbour's; more would mean that a setting or a slot hides what was written.
  expect(missed.length, `of ${asked}:\n${missed.join('\n')}`).toBeLessThan(asked * 0.04);
});
