import { characterClass, classOf, isWordAt } from './characters.ts';
import { readNumber } from './numbers.ts';
import { markedNames } from './spellings.ts';
import { lower, type Word, wordAt } from './words.ts';

/** What joins an atom to the one before it: nothing but space, a sign without spaces, or neither (punctuation between). */
export type Link = 'space' | '-' | '.' | '/' | '_' | "'" | 'none' | 'cut';

/** The smallest unit of a text, before spellings are joined. */
export type Atom = {
  readonly text: string;
  /** The word that it is, where it is a plain one. */
  readonly word?: Word;
  readonly kind: 'word' | 'number' | 'punctuation' | 'emoji';
  readonly value?: number;
  readonly start: number;
  readonly end: number;
  readonly link: Link;
};

const joiners = new Set(['-', '.', '/', '_', "'"]);
/** Units that may touch a number: "45ms", "512MB", "10x". */
const units = new Set([
  'ms',
  's',
  'sec',
  'secs',
  'min',
  'mins',
  'h',
  'hr',
  'hrs',
  'kb',
  'mb',
  'gb',
  'tb',
  'pb',
  'kib',
  'mib',
  'gib',
  'rps',
  'qps',
  'req',
  'reqs',
  'tps',
  'x',
  'px',
  'mbps',
  'gbps',
  'mbit',
  'khz',
  'hz',
  'mhz',
  'fps',
  'usd',
  'eur',
  'vcpu',
  'cpu',
  'cores',
  'users',
  'us',
  'µs',
  'ns',
  'yr',
  'yrs',
  'mo',
  'wk',
]);
const faces = [':)', ':-)', ';)', ';-)', ':(', ':-(', ':d', ':p', ':/', '<3', ':o', '^^', ':3'];
const faceStarts = new Set(faces.map((face) => face[0]));

/** Splits a text into atoms in one pass; every unit is looked at a bounded number of times. */
export const scan = (text: string): readonly Atom[] => {
  const atoms: Atom[] = [];
  let link: Link = 'cut';
  let at = 0;
  const push = (kind: Atom['kind'], start: number, end: number, folded: string, value?: number): void => {
    atoms.push(
      value === undefined
        ? { text: folded, kind, start, end, link }
        : { text: folded, kind, value, start, end, link },
    );
    link = kind === 'word' || kind === 'number' ? 'none' : 'cut';
    at = end;
  };
  const pushWord = (start: number, end: number): void => {
    const word = wordAt(text, start, end);
    atoms.push({ text: word.text, word, kind: 'word', start, end, link });
    link = 'none';
    at = end;
  };
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    const size = codePoint > 0xffff ? 2 : 1;
    const found = classOf(codePoint);
    if (found === characterClass.space) {
      if (link !== 'cut') link = 'space';
      at += 1;
    } else if (found === characterClass.newline) {
      let end = at + 1;
      while (end < text.length && /\s/.test(text[end] ?? '')) end += 1;
      if (atoms.length > 0 && end < text.length) push('punctuation', at, end, '\n');
      at = end;
    } else if (found === characterClass.digit && codePoint < 128) {
      const end = versionEnd(text, at);
      if (end > 0) push('word', at, end, text.slice(at, end));
      else {
        const number = readNumber(text, at);
        if (isWordWithDigits(text, number.end)) pushWord(at, wordEnd(text, at));
        else push('number', at, number.end, String(number.value), number.value);
      }
    } else if (found === characterClass.letter || found === characterClass.digit) {
      const end = wordEnd(text, at);
      pushWord(at, end);
    } else if (found === characterClass.ideograph) {
      const end = marksEnd(text, at + size);
      push('word', at, end, text.slice(at, end));
    } else if (found === characterClass.emoji) {
      push('emoji', at, marksEnd(text, at + size), text.slice(at, at + size));
    } else if (found === characterClass.mark) {
      at += size;
    } else {
      const face = faceAt(text, at);
      if (face > 0) push('emoji', at, at + face, lower(text.slice(at, at + face)));
      else if (isMarkedDot(text, at)) {
        const end = wordEnd(text, at + 1);
        push('word', at, end, lower(text.slice(at, end)));
      } else if (link === 'none' && isJoiner(text, at)) {
        link = (text[at] ?? '') as Link;
        at += 1;
      } else if (text[at] === '%') push('word', at, at + 1, '%');
      else if (text[at] === '.' && isAbbreviated(text, at, atoms.at(-1))) at += 1;
      else push('punctuation', at, runEnd(text, at), punctuation(text, at));
    }
  }
  return atoms;
};

const wordEnd = (text: string, from: number): number => {
  const at = lettersEnd(text, from);
  const next = text[at];
  // "v1.2.3" is one name.
  if (next === '.' && /^v\d+$/i.test(text.slice(from, Math.min(at, from + 6)))) {
    return at + (/^(\.\d{1,4})+/.exec(text.slice(at, at + 12))?.[0].length ?? 0);
  }
  if (next === '#' || next === '+') {
    for (const size of [2, 1]) {
      const end = at + size;
      if (end > text.length) continue;
      if (markedNames.has(text.slice(from, end).toLowerCase()) && !isWordAt(text, end)) return end;
    }
  }
  return at;
};

const lettersEnd = (text: string, from: number): number => {
  let at = from;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    const found = classOf(codePoint);
    if (found !== characterClass.letter && found !== characterClass.digit && found !== characterClass.mark)
      break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
};

const marksEnd = (text: string, from: number): number => {
  let at = from;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (classOf(codePoint) !== characterClass.mark) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
};

/** The end of "3.11.4", which is a name rather than a number; 0 where none begins. */
const versionEnd = (text: string, start: number): number => {
  const found = /^\d{1,4}(\.\d{1,4}){2,4}(?!\d)/.exec(text.slice(start, start + 24))?.[0];
  return found === undefined || /^\d{1,3}(\.\d{3})+$/.test(found) ? 0 : start + found.length;
};

/** "3d", "2fa", "1st": digits that begin a word rather than count something. */
const isWordWithDigits = (text: string, numberEnd: number): boolean => {
  const codePoint = text.codePointAt(numberEnd) ?? 0;
  if (classOf(codePoint) !== characterClass.letter || text[numberEnd - 1] === '+') return false;
  const end = wordEnd(text, numberEnd);
  return !units.has(text.slice(numberEnd, end).toLowerCase());
};

/** ".net" after a space: the dot belongs to the name. */
const isMarkedDot = (text: string, at: number): boolean =>
  text[at] === '.' &&
  isWordAt(text, at + 1) &&
  !isWordAt(text, at - 1) &&
  markedNames.has(text.slice(at, wordEnd(text, at + 1)).toLowerCase());

const abbreviations = new Set([
  'etc',
  'bzw',
  'ca',
  'incl',
  'inkl',
  'approx',
  'resp',
  'ggf',
  'evtl',
  'vs',
  'zb',
  'mio',
  'tsd',
  'min',
  'max',
  'nr',
]);
/** "etc. but": the dot of an abbreviation in the midst of a sentence ends nothing. */
const isAbbreviated = (text: string, at: number, before: Atom | undefined): boolean =>
  before?.end === at && abbreviations.has(before.text) && /^ [a-zäöüéèñç]/.test(text.slice(at + 1, at + 3));

const isJoiner = (text: string, at: number): boolean => joiners.has(text[at] ?? '') && isWordAt(text, at + 1);

const faceAt = (text: string, at: number): number => {
  if (!faceStarts.has(text[at] ?? '')) return 0;
  const two = text.slice(at, at + 3).toLowerCase();
  for (const size of [3, 2]) {
    const next = text[at + size];
    if (faces.includes(two.slice(0, size)) && (next === undefined || !isWordAt(text, at + size))) return size;
  }
  if (text[at] !== ':') return 0;
  // A chat client's name for an emoji, ":thumbs_up:".
  const close = text.slice(at + 1, at + 40).search(/[^a-z0-9_+-]/);
  return close > 1 && text[at + 1 + close] === ':' && !/^\d+$/.test(text.slice(at + 1, at + 1 + close))
    ? close + 2
    : 0;
};

const runEnd = (text: string, at: number): number => {
  let end = at + 1;
  while (end < text.length && text[end] === text[at]) end += 1;
  return end;
};

/** One sign per run; three dots or more are an ellipsis, two hyphens a dash; signs of other scripts as their ASCII twin. */
const punctuation = (text: string, at: number): string => {
  const sign = text[at] ?? '';
  const length = runEnd(text, at) - at;
  if (sign === '.') return length > 1 ? '…' : '.';
  if (sign === '-') return length > 1 ? '—' : '-';
  return twins[sign] ?? sign;
};

const twins: Readonly<Record<string, string>> = {
  '。': '.',
  '、': ',',
  '،': ',',
  '؟': '?',
  '；': ';',
  '।': '.',
  '¿': '¿',
  '・': ',',
};
