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
  for (let at = 0; at < normal.length; ) {
    const codePoint = normal.codePointAt(at) ?? 0;
    const size = codePoint > 0xffff ? 2 : 1;
    const character = size === 1 ? (normal[at] ?? '') : normal.slice(at, at + 2);
    if (character === '&') {
      const entity = entityAt(normal, at);
      if (entity !== undefined) {
        parts.push(entity.text);
        at += entity.size;
        continue;
      }
    }
    at += size;
    if (codePoint >= 0x20 && codePoint < 0x7f) parts.push(character);
    else if (character === '\n') parts.push('\n');
    else if (character === '\t') parts.push(' ');
    else if (alike[character] !== undefined) parts.push(alike[character]);
    else if (!invisible.test(character)) parts.push(character);
  }
  return parts.join('');
};

const entityAt = (text: string, at: number): { text: string; size: number } | undefined => {
  const end = text.slice(at + 1, at + 8).indexOf(';');
  if (end < 1) return undefined;
  const decoded = entities[text.slice(at + 1, at + 1 + end).toLowerCase()];
  return decoded === undefined ? undefined : { text: decoded, size: end + 2 };
};
