/** Consonant flags of a word, left to right, so that runs of "y" cost no recursion. */
const consonants = (word: string): readonly boolean[] => {
  const flags: boolean[] = [];
  for (let at = 0; at < word.length; at += 1) {
    const letter = word[at];
    if (letter === 'y') flags.push(at === 0 || flags[at - 1] === false);
    else
      flags.push(!(letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u'));
  }
  return flags;
};

/** Porter's m: how many vowel-consonant sequences the word holds. */
const measure = (word: string): number => {
  const flags = consonants(word);
  let count = 0;
  for (let at = 1; at < flags.length; at += 1) if (flags[at] === true && flags[at - 1] === false) count += 1;
  return count;
};

const hasVowel = (word: string): boolean => consonants(word).includes(false);

const endsInDouble = (word: string): boolean =>
  word.length > 1 && word.at(-1) === word.at(-2) && (consonants(word).at(-1) ?? false);

/** Ends consonant-vowel-consonant, the last not w, x or y: "hop", not "snow". */
const endsShort = (word: string): boolean => {
  if (word.length < 3) return false;
  const flags = consonants(word);
  const last = word.at(-1) ?? '';
  return flags.at(-1) === true && flags.at(-2) === false && flags.at(-3) === true && !'wxy'.includes(last);
};

const step2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];
const step3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const step4: readonly string[] = [
  'al',
  'ance',
  'ence',
  'er',
  'ic',
  'able',
  'ible',
  'ant',
  'ement',
  'ment',
  'ent',
  'ion',
  'ou',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
];

const replaceLongest = (word: string, pairs: readonly (readonly [string, string])[]): string => {
  let best: readonly [string, string] | undefined;
  for (const pair of pairs) {
    if (word.endsWith(pair[0]) && (best === undefined || pair[0].length > best[0].length)) best = pair;
  }
  if (best === undefined) return word;
  const stem = word.slice(0, word.length - best[0].length);
  return measure(stem) > 0 ? stem + best[1] : word;
};

const step1 = (input: string): string => {
  let word = input;
  if (word.endsWith('sses')) word = word.slice(0, -2);
  else if (word.endsWith('ies')) word = word.slice(0, -2);
  else if (word.endsWith('s') && !word.endsWith('ss')) word = word.slice(0, -1);

  if (word.endsWith('eed')) {
    if (measure(word.slice(0, -3)) > 0) word = word.slice(0, -1);
  } else {
    const ending = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
    const stem = word.slice(0, word.length - ending);
    if (ending > 0 && hasVowel(stem)) {
      if (stem.endsWith('at') || stem.endsWith('bl') || stem.endsWith('iz')) word = `${stem}e`;
      else if (endsInDouble(stem) && !/[lsz]$/.test(stem)) word = stem.slice(0, -1);
      else if (measure(stem) === 1 && endsShort(stem)) word = `${stem}e`;
      else word = stem;
    }
  }
  return word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
};

const dropSuffix = (word: string): string => {
  let best = '';
  for (const suffix of step4) if (word.endsWith(suffix) && suffix.length > best.length) best = suffix;
  if (best === '') return word;
  const stem = word.slice(0, word.length - best.length);
  if (measure(stem) <= 1 || (best === 'ion' && !/[st]$/.test(stem))) return word;
  return stem;
};

/**
 * The English stem of a lower-case ASCII word, by M. F. Porter, "An algorithm for suffix stripping" (1980),
 * with the author's later departures (logi → log, abli → able). Words of up to two letters stay as they are.
 */
export const porter = (input: string): string => {
  if (input.length <= 2) return input;
  let word = dropSuffix(replaceLongest(replaceLongest(step1(input), step2), step3));
  if (word.endsWith('e')) {
    const stem = word.slice(0, -1);
    const size = measure(stem);
    if (size > 1 || (size === 1 && !endsShort(stem))) word = stem;
  }
  return word.endsWith('ll') && measure(word) > 1 ? word.slice(0, -1) : word;
};
