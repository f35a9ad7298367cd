const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Scripts and forms of which one character takes two columns (Unicode Standard Annex 11, wide and fullwidth). */
const wide =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const emoji = /^\p{RGI_Emoji}|^\p{Emoji_Presentation}/v;
const empty = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;
// The common case by far, for which segmenting would be wasted.
const ascii = /^[\x20-\x7e]*$/;

/** What a person sees as one character each. */
export const charactersOf = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

/** Columns the text takes in a terminal; control characters are not expected in it. */
export const widthOf = (text: string): number => {
  if (ascii.test(text)) return text.length;
  return charactersOf(text).reduce((sum, character) => sum + columns(character), 0);
};

const columns = (character: string): number => {
  if (emoji.test(character) || wide.test(character)) return 2;
  return empty.test(character) ? 0 : 1;
};

/** The text with spaces up to `width` columns. */
export const pad = (text: string, width: number, align: 'left' | 'right'): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
};
