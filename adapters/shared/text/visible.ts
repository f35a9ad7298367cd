/**
 * What must not reach a terminal: control characters (escape sequences begin with one; line ends are kept),
 * marks that turn the direction of what follows, invisible ones, and the separators some terminals take for line ends.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

// Nearly every text is fit to be shown as it is: one look tells, where each of the steps below would look again.
const unfit = new RegExp(`[\\t\\ud800-\\udfff${hidden.source.slice(1)}`);
const unfitLine = new RegExp(`${unfit.source}|[^\\S ]| {2}|^ | $`);

/** Text as it may be shown, on however many lines it has: tabs become spaces, halves of characters U+FFFD. */
export const visibleLines = (text: string): string =>
  unfit.test(text)
    ? text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').replace(hidden, '').toWellFormed()
    : text;

/** The same on one line, spaces drawn together. */
export const visible = (text: string): string =>
  unfitLine.test(text) ? visibleLines(text).replace(/\s+/g, ' ').trim() : text;
