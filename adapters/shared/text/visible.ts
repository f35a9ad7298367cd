/**
 * What must not reach a terminal: control characters (escape sequences begin with one; line ends are kept),
 * marks that turn the direction of what follows, invisible ones, and the separators some terminals take for line ends.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Whatever `cleaned` changes: beside that, tabs and halves of characters. */
const unclean = new RegExp(`${hidden.source}|[\\t\\ud800-\\udfff]`);
/** The same, and white space that is no single blank. */
const untidy = new RegExp(`${unclean.source}|[^\\S ]| {2}`);

/** Text as it may be shown, on however many lines it has: tabs become spaces, halves of characters U+FFFD. */
export const visibleLines = (text: string): string => (unclean.test(text) ? cleaned(text) : text);

/** The same on one line, spaces drawn together. */
export const visible = (text: string): string =>
  // Nearly every sentence is tidy already: one look instead of five changes goes over it.
  (untidy.test(text) ? cleaned(text).replace(/\s+/g, ' ') : text).trim();

const cleaned = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').replace(hidden, '').toWellFormed();
