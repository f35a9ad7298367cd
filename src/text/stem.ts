import { porter } from './porter.ts';

/** Endings of Russian nouns, adjectives and verbs that carry no meaning here, longest first. */
const cyrillicEndings = [
  'иями',
  'ями',
  'ами',
  'ией',
  'иям',
  'иях',
  'ого',
  'его',
  'ому',
  'ему',
  'ыми',
  'ими',
  'ает',
  'яет',
  'уют',
  'ют',
  'ать',
  'ять',
  'ить',
  'еть',
  'ия',
  'ие',
  'ии',
  'ию',
  'ий',
  'ый',
  'ой',
  'ая',
  'яя',
  'ое',
  'ее',
  'ые',
  'ов',
  'ев',
  'ей',
  'ом',
  'ем',
  'ам',
  'ям',
  'ах',
  'ях',
  'ую',
  'юю',
  'ой',
  'а',
  'я',
  'о',
  'е',
  'и',
  'ы',
  'у',
  'ю',
  'ь',
  'й',
];
const remembered = new Map<string, string>();
const limit = 20_000;

/**
 * The stem by which words of one family meet: Porter's for Latin letters, whose accents are
 * dropped (people leave them out in chat), light endings for Cyrillic. Words with digits or marks, short words and others stay whole.
 */
export const stem = (word: string): string => {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const made = makeStem(word);
  // Bounded, so that a flood of odd words cannot grow the process; starting over changes no result.
  if (remembered.size >= limit) remembered.clear();
  remembered.set(word, made);
  return made;
};

const makeStem = (word: string): string => {
  if (word.length <= 2 || word.length > 40) return word;
  if (/^[a-z]+$/.test(word)) return porter(word);
  if (/^[a-z]+n't$/.test(word)) return word;
  if (/^\p{Script=Latin}+$/u.test(word)) {
    const bare = word
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replaceAll('ß', 'ss')
      .replaceAll('ø', 'o')
      .replaceAll('ł', 'l')
      .replaceAll('ı', 'i');
    return porter(bare);
  }
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return strip(word, cyrillicEndings, 3);
  return word;
};

const strip = (word: string, endings: readonly string[], keep: number): string => {
  const ending = endings.find(
    (candidate) => word.endsWith(candidate) && word.length - candidate.length >= keep,
  );
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
};
