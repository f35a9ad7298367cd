/** Small words that stand right before a mention and turn it; data of `needs.ts`. */

/** Deny what follows. */
export const negators: ReadonlySet<string> = new Set([
  'not',
  "n't",
  "mustn't",
  "don't",
  "doesn't",
  'no',
  'never',
  'nicht',
  'kein',
  'keine',
  'pas',
  'não',
  'nao',
  'non',
  'не',
  '不',
]);

/** Nobody has what follows. */
export const nobodies: ReadonlySet<string> = new Set([
  'nobody',
  'noone',
  'none',
  'niemand',
  'keiner',
  'personne',
  'nadie',
  'ninguém',
  'nessuno',
  'никто',
  'kimse',
  'nikt',
]);

/** Demand what follows: without one, a word that merely stands there is not yet a wish. */
export const demands: ReadonlySet<string> = new Set([
  'must',
  'need',
  'needs',
  'want',
  'wants',
  'require',
  'requires',
  'has',
  'have',
  'should',
  'definitely',
  'muss',
  'brauchen',
  'debe',
  'doit',
  'deve',
  'нужен',
  'нужна',
  'нужно',
  '必须',
]);
