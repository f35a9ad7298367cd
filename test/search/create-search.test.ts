import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding, FindOptions } from '../../src/domain/finding.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { createFolder } from '../../src/text/fold.ts';
import { smallKnowledge } from './small-knowledge.ts';

const { fold } = createFolder({ spellings: [] });
const { find } = createSearch({ knowledge: smallKnowledge, fold });
const nobody: FindOptions = { options: [], frameworks: [], context: [] };

const ids = (finding: Finding): readonly string[] =>
  finding.kind === 'found'
    ? finding.hits.map(({ id }) => id)
    : [`unknown ${finding.why}: ${finding.missing}`];
const first = (question: string, options: Partial<FindOptions> = {}): string =>
  ids(find(question, { ...nobody, ...options }))[0] ?? '';

describe('what comes first, and why', () => {
  test.each([
    ['what is beta?', 'beta-is', 'its wording is the question, though every entry about Beta names it'],
    ['drawback of alfa', 'alfa-weak', 'a word of the same family stands for the one that is written'],
    ['weaknes of alfa', 'alfa-weak', 'a misspelt word that the index lacks finds its neighbour'],
    ['alfa or beta, weakness?', 'both-weak', 'a comparison wants both sides in one answer'],
    ['db access', 'store', 'a short form counts as the word itself'],
    ['who made alfa', 'alfa-history', 'a slot leads to the entry that fills it'],
    [
      'how many requests per second does afast serve',
      'speed-card',
      'a number is asked for, and the card has it',
    ],
    [
      'throughput: alfa or beta',
      'throughput-dispute',
      'where sources differ, a card would give one side for the truth',
    ],
    [
      'alfa is multithreaded, nice',
      'alfa-multithreaded',
      'a false claim taken for granted is corrected first',
    ],
  ])('%s → %s: %s', (question, id) => {
    expect(first(question)).toBe(id);
  });

  test('the statement that matched leads its unit', () => {
    const finding = find('tables in beta', nobody);
    expect(finding).toMatchObject({
      kind: 'found',
      hits: [{ id: 'beta-is', lead: 'beta-is-0' }, ...Array(0)],
    });
  });

  test('an option that only the thread names decides between twins', () => {
    expect(first('and its weakness', { options: ['alfa'] })).toBe('alfa-weak');
    expect(first('and its weakness', { options: ['beta'] })).toBe('beta-weak');
  });
});

describe('what such questions are about', () => {
  const leaningTo = (chances: Readonly<Record<string, number>>) =>
    createSearch({ knowledge: smallKnowledge, fold, leaning: () => (entry) => chances[entry] });
  const twins = 'and its weakness';

  test('decides between twins', () => {
    for (const id of ['alfa-weak', 'beta-weak']) {
      expect(ids(leaningTo({ [id]: -0.1 }).find(twins, nobody))[0]).toBe(id);
    }
  });

  test('does not bring in what shares no word with the question', () => {
    expect(ids(leaningTo({ store: 0 }).find('what is beta?', nobody))).toEqual(
      ids(find('what is beta?', nobody)),
    );
  });

  test('does not say how near anything comes, nor whether it answers', () => {
    const { find: leaning, weigh } = leaningTo({ 'beta-weak': -0.1 });
    const scores = (finding: Finding) =>
      finding.kind === 'found' ? finding.hits.map(({ id, score }) => `${id} ${score}`).sort() : [];
    expect(scores(leaning(twins, nobody))).toEqual(scores(find(twins, nobody)));
    expect(weigh(twins, nobody)).toEqual(
      createSearch({ knowledge: smallKnowledge, fold }).weigh(twins, nobody),
    );
  });
});

describe('what is not known, and what is missing', () => {
  test.each([
    ['req/s of abig', 'unknown quantity: req/s', 'the metric is known, but not of this framework'],
    ['downloads of alfa', 'unknown quantity: downloads', 'no source has a figure of this metric'],
    [
      'salary of an alfa programmer in poland',
      'unknown qualifier: poland',
      'the figure is for another country',
    ],
    ['p95 of afast', 'unknown qualifier: p95', 'another percentile is another figure'],
    ['who wrote beta', 'unknown quantity: who made it', 'the slot is filled for one subject only'],
    ['alfa or gammalang', 'unknown subject: gammalang', 'a name from outside is held against an option'],
    ['gammalang or deltalang', 'unknown subject: gammalang, deltalang', 'nothing of it is ours'],
    ['weakness of alfa 22', 'unknown qualifier: alfa 22', 'a version that no source speaks of'],
    [
      'does zorbify work with alfa',
      'unknown subject: zorbify',
      'a word that is neither ours nor ordinary is a name',
    ],
  ])('%s → %s: %s', (question, answer) => {
    expect(first(question)).toBe(answer);
  });

  test('what comes nearest is shown with it', () => {
    const finding = find('req/s of abig', nobody);
    expect(finding.kind === 'unknown' && finding.nearest[0]?.id).toBe('speed-card');
  });

  test.each([
    [
      'coming from gammalang, what is the weakness of alfa',
      'alfa-weak',
      'the other language is where the person stands',
    ],
    ['what is the weakness of alfa for a gammalang team', 'alfa-weak', 'the same behind the name'],
    ['does alfa really block on loops', 'alfa-weak', 'an ordinary word is no name'],
    [
      'how does crystal clear loops block alfa',
      'alfa-weak',
      'an ordinary word that is also a name is taken as the word',
    ],
  ])('%s → %s: %s', (question, id) => {
    expect(first(question)).toBe(id);
  });

  test('a question without a subject finds nothing', () => {
    expect(ids(find('', nobody))).toEqual(['unknown nothing: ']);
    expect(ids(find('how is it?', nobody))).toEqual(['unknown nothing: ']);
  });
});

describe('properties', () => {
  test('any text gets a finding, and the same one again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const finding = find(text, nobody);
        expect(find(text, nobody)).toEqual(finding);
        if (finding.kind === 'found') expect(finding.hits.length).toBeGreaterThan(0);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('hits come by falling score or as the closed world puts them, each entry once', () => {
    const words = [
      'alfa',
      'beta',
      'weakness',
      'throughput',
      'tables',
      'loops',
      'or',
      'req/s',
      'database',
      'runtime',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), (some) => {
        const found = ids(find(some.join(' '), nobody));
        expect(new Set(found).size).toBe(found.length);
      }),
      { seed: 11 },
    );
  });
});
