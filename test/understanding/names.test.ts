import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createBasis } from '../../src/understanding/basis.ts';
import { createNameReader } from '../../src/understanding/names.ts';

const loaded = loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
if ('problems' in loaded) throw new Error('the knowledge does not load');
const { knowledge } = loaded;
const { fold } = createBasis({ ...knowledge, outside: knowledge.searchWords.outside });
const { read } = createNameReader(knowledge, fold);

describe('a name in the sense of another trade names nothing here', () => {
  test.each([
    ['can a lymph node biopsy wait until May'],
    ['the worker node of our kubernetes cluster is out of disk'],
    ['a flask of tea for the hike, which brand'],
    ['storks nest on the roof of the office'],
    ['the python escaped again, close the window'],
  ])('%s', (text) => {
    const named = read(fold(text));
    expect(named).toMatchObject({ isElsewhere: true, options: [], frameworks: [] });
  });

  test.each([
    // The other name still means what it says.
    ['node on a raspberry for the reptile shop, or flask?', ['node', 'python']],
    ['python tells which lymph node is swollen', ['python']],
    ['how does nest inject things', ['node']],
    ['why does nest swallow errors', ['node']],
    // Spelt as only the runtime is.
    ['a kubernetes node.js deployment', ['node']],
    ['our express service answers slowly', ['node']],
  ])('%s', (text, options) => {
    const named = read(fold(text));
    expect(named.isElsewhere).toBe(false);
    expect(named.options).toEqual(options);
  });
});

test.each([
  ['python', true],
  ['Django, Express!', true],
  ['python?', true],
  ['node or python', false],
  ['why python', false],
  ['hello', false],
])('nothing but names: %s', (text, isBare) => {
  expect(read(fold(text)).isBare).toBe(isBare);
});

test.each([
  // Among its frameworks.
  ['flask or django for the members area?', ['node']],
  ['express vs fastify vs koa', ['python']],
  // Among what there is for it.
  ['which web framework for python', ['node']],
  ['I want a light framework for node', ['python']],
  ["I'd like to pick up a micro web framework for python", ['node']],
  ['best light python web framework for a choir', ['node']],
  ['what is a good orm in a django project', ['node']],
  ['qué framework de node recomiendan', ['python']],
  ['welches Framework für Python?', ['node']],
  // Beside one of its frameworks.
  ['any alternatives to koa?', ['python']],
  ['django alternatives', ['node']],
])('the choice lies within one option: %s', (text, unasked) => {
  expect(read(fold(text)).unasked).toEqual(unasked);
});

test.each([
  'flask or express?',
  'which framework for python, or would node be better',
  'alternatives to python?',
  'we use a python library for the invoices, which backend?',
  'python for a chat app?',
  'should we take django',
  'which framework is best? we know python',
  'we need to integrate with a python library of another team, what backend should we use',
  'which backend for our node framework',
  'what backend do I put behind a python package',
  'we want to sell our django library as a service',
])('the choice lies within none: %s', (text) => {
  expect(read(fold(text)).unasked).toEqual([]);
});
