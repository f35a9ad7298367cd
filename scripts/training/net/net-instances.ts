import type { Folded, Token } from '../../../src/text/types.ts';
import type { Basis } from '../../../src/understanding/basis.ts';
import { createFeatureList } from '../../../src/understanding/model/feature-list.ts';
import { contextOf } from '../../../src/understanding/model/net.ts';
import { pushToken, wordForm } from '../../../src/understanding/model/token-features.ts';
import type { Example } from '../examples.ts';
import { saidIn } from '../instances.ts';
import type { Phrase } from '../things.ts';
import type { Vocabulary } from './embedding.ts';
import type { NetInstance } from './train-net.ts';

/** Every different word of all texts by its number, with its features: its own first, then those of its letters. */
export type WordList = { numberOf(token: Token): number; readonly features: readonly Uint32Array[] };

export const createWordList = (): WordList => {
  const numbers = new Map<string, number>();
  const features: Uint32Array[] = [];
  const list = createFeatureList();
  return {
    features,
    numberOf: (token) => {
      const key = `${token.kind} ${wordForm(token)} ${token.kind === 'number' ? '' : token.text}`;
      const before = numbers.get(key);
      if (before !== undefined) return before;
      list.count = 0;
      pushToken(list, token, wordForm(token));
      numbers.set(key, features.length);
      return features.push(list.ids.slice(0, list.count)) - 1;
    },
  };
};

/** Rows are for words seen this often, and for letters in words that make up this many of all. */
const leastSeen = { word: 3, letters: 12 } as const;

/** What the texts to learn from teach vectors of; the words of others are read by what they share with these. */
export const vocabularyOf = ({ features }: WordList, instances: readonly NetInstance[]): Vocabulary => {
  const seen = new Uint32Array(features.length);
  for (const { words } of instances) for (const word of words) seen[word] = (seen[word] as number) + 1;
  const own = new Map<number, number>();
  const letters = new Map<number, number>();
  const count = (counts: Map<number, number>, feature: number, times: number): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + times);
  };
  features.forEach((ids, word) => {
    const times = seen[word] as number;
    count(own, ids[0] as number, times);
    for (let i = 1; i < ids.length; i += 1) count(letters, ids[i] as number, times);
  });
  const rows = new Map<number, number>();
  for (const [feature, times] of own) if (times >= leastSeen.word) rows.set(feature, rows.size);
  for (const [feature, times] of letters) {
    if (times >= leastSeen.letters && !rows.has(feature)) rows.set(feature, rows.size);
  }
  return {
    features: Uint32Array.from(rows.keys()),
    rows: features.map((ids) => {
      const known = [...ids.subarray(1)].flatMap((feature) => rows.get(feature) ?? []);
      return Int32Array.of(rows.get(ids[0] as number) ?? -1, ...known);
    }),
  };
};

const wordsIn = ({ tokens }: Folded, words: WordList): Int32Array =>
  Int32Array.from(tokens, (token) => words.numberOf(token));

/** A labelled message, as the network learns from it. */
export const messageNetInstance = (example: Example, basis: Basis, words: WordList): NetInstance => {
  const folded = basis.fold(example.text);
  const given = new Set(example.fresh.map(({ id }) => id));
  return {
    words: wordsIn(folded, words),
    context: contextOf(folded, example, basis.kinds),
    needs: Float32Array.from(basis.requirements, (id) =>
      given.has(id) ? 1 : example.optional.has(id) ? Number.NaN : 0,
    ),
    said: Int32Array.from(
      saidIn(example, folded, basis.requirements).flatMap(({ need, stretch }) => [need, ...stretch]),
    ),
    kinds: Float32Array.from(basis.kinds, (kind) =>
      example.kinds.includes(kind) ? 1 / example.kinds.length : 0,
    ),
    needsWeight: example.needsWeight,
    kindsWeight: example.weight,
    isCareful: example.needsWeight > 1,
  };
};

/** How much a phrase by itself counts. */
const phraseWeight = 0.5;

/** A phrase by itself: all of it speaks of its requirement, or does not. It says nothing of kinds. */
export const phraseNetInstance = (phrase: Phrase, basis: Basis, words: WordList): readonly NetInstance[] => {
  const folded = basis.fold(phrase.text);
  const need = basis.requirements.indexOf(phrase.id);
  if (folded.tokens.length === 0 || need < 0) return [];
  return [
    {
      words: wordsIn(folded, words),
      context: contextOf(folded, { isFollowUp: false, before: '' }, basis.kinds),
      needs: Float32Array.from(basis.requirements, (_, k) => (phrase.speaks && k === need ? 1 : 0)),
      said: phrase.speaks ? Int32Array.of(need, 0, folded.tokens.length) : new Int32Array(0),
      kinds: new Float32Array(basis.kinds.length),
      needsWeight: phraseWeight,
      kindsWeight: 0,
      isCareful: false,
    },
  ];
};
