/**
 * Text → Markdown that shows it as it is: nothing in it formats, links or opens a block.
 * What a platform reads beside Markdown (`<…>`, entities) is for that platform to escape, after this.
 * Stands for one line; the text is expected without line ends.
 */
export const escapeMarkdown = (text: string): string => (marked.test(text) ? escaped(text) : text);

/** One look instead of seven: whatever any step below would change, and little else. */
const marked = /[\\`*_[\]|~@]|:\/\/|[wW]{3}\.|^\s*(?:[#+=-]|\d+[.)])/;

const escaped = (text: string): string => {
  const marks = unlinked(text).replace(/[\\`*_[\]]|\|(?=\|)|(?<=\|)\|/g, '\\$&');
  // One "~" is "about"; only between two does it strike out.
  const struck = marks.includes('~')
    ? marks.replace(/~.*~/, (between) => between.replaceAll('~', '\\~'))
    : marks;
  if (!opening.test(struck)) return struck;
  return struck.replace(/^(\s*)([#+-]|=(?==))/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2');
};

/** What opens a heading or a list does so at the start of a line only. */
const opening = /^\s*(?:[#+=-]|\d+[.)])/;

/** Invisible, and keeps what is around it from being read as one word by a machine. */
const joiner = '\u2060';

/**
 * Text in which addresses and calls to everyone are only words: platforms make links of bare addresses
 * and notify a whole room for "@everyone", in any markup. What a person sees stays the same.
 */
export const unlinked = (text: string): string => (linking.test(text) ? withoutLinks(text) : text);

/** One look instead of three: nearly no text holds any of it. */
const linking = /:\/\/|www\.|@/i;

const withoutLinks = (text: string): string =>
  text
    .replaceAll('://', `:${joiner}//`)
    .replace(/\b(www)\.(?=\S)/gi, `$1${joiner}.`)
    .replace(/@(?=everyone\b|here\b|channel\b)/gi, `@${joiner}`);
