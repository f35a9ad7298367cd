/** Characters that look alike or mean the same to a reader, mapped to the one that the rest works with. */
const alike: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '´': "'",
  ʼ: "'",
  '＇': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '−': '-',
  '―': '—',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u0085': '\n',
  '\v': '\n',
  '\f': '\n',
  '⁄': '/',
};

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#34': '"',
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '-',
};

/** Nothing here needs cleaning: printable ASCII and line feeds without an entity. */
const isPlain = /^[\n\x20-\x25\x27-\x7e]*$/;
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]|\p{Variation_Selector}/u;

/**
 * Text with one form for each character: NFKC, straight quotes, line feeds only, no control, zero-width,
 * direction-override or private characters, no lone surrogates, HTML entities decoded.
 */
export const clean = (raw: string): string => {
  if (isPlain.test(raw)) return raw;
  const normal = raw
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll('´', "'")
    .toWellFormed()
    .normalize('NFKC');
  const parts: string[] = [];
  // What stays as it is begins here.
  let from = 0;
  const put = (at: number, size: number, made: string): void => {
    parts.push(normal.slice(from, at), made);
    from = at + size;
  };
  for (let at = 0; at < normal.length; ) {
    const unit = normal.charCodeAt(at);
    if (unit >= 0x20 && unit < 0x7f && unit !== ampersand) {
      at += 1;
      continue;
    }
    const entity = unit === ampersand ? entityAt(normal, at) : undefined;
    const codePoint = normal.codePointAt(at) ?? 0;
    const size = entity?.size ?? (codePoint > 0xffff ? 2 : 1);
    const kept = entity?.text ?? madeOf(normal.slice(at, at + size));
    if (kept !== undefined) put(at, size, kept);
    at += size;
  }
  if (from === 0) return normal;
  parts.push(normal.slice(from));
  return parts.join('');
};
const ampersand = 0x26;

/** What a character becomes; undefined where it stays as it is. */
const madeOf = (character: string): string | undefined => {
  if (character === '&' || character === '\n') return undefined;
  if (character === '\t') return ' ';
  const twin = alike[character];
  if (twin !== undefined) return twin;
  return isSeen(character) ? undefined : '';
};

/** Whether a character is there to be seen; said once of each. */
const isSeen = (character: string): boolean => {
  const known = seen.get(character);
  if (known !== undefined) return known;
  const made = !invisible.test(character);
  seen.set(character, made);
  return made;
};
const seen = new Map<string, boolean>();

const entityAt = (text: string, at: number): { text: string; size: number } | undefined => {
  const end = text.slice(at + 1, at + 8).indexOf(';');
  if (end < 1) return undefined;
  const decoded = entities[text.slice(at + 1, at + 1 + end).toLowerCase()];
  return decoded === undefined ? undefined : { text: decoded, size: end + 2 };
};
