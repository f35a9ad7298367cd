import { escapeMarkdown, unlinked } from '../shared/escape-markdown.ts';

/**
 * Text → Markdown that Discord shows as that text. Beside Markdown it reads `<…>` as mentions, times, emoji, commands
 * and links, and `>` at the start of a line as a quote.
 * https://docs.discord.com/developers/reference#message-formatting
 */
export const escapeForMarkdown = (text: string): string => {
  const escaped = escapeMarkdown(text);
  return read.test(escaped) ? escapedBeside(escaped) : escaped;
};

/** One look instead of four: whatever any step below would change. */
const read = /<|^[#>+-]|\s(?:[#>+-]|\d+[.)](?:\s|$))|discord/i;

/** What Discord reads beside Markdown. */
const escapedBeside = (text: string): string =>
  withoutInvites(text)
    .replaceAll('<', '\\<')
    // Where a text is cut, any word may come to stand at the start of a line.
    .replace(/(?<=^|\s)[#>+-]/g, '\\$&')
    .replace(/(?<=\s\d+)[.)](?=\s|$)/g, '\\$&');

/** Text for what Discord shows as it is (labels, options, names); what it might make a link of is only words. */
export const literal = (text: string): string => withoutInvites(unlinked(text));

/** Invitations are found without `https://` before them, too. */
const withoutInvites = (text: string): string =>
  // To look is far cheaper than to replace nothing.
  /discord/i.test(text) ? text.replace(/\b(discord(?:app)?)\.(?=\w)/gi, '$1.\u2060') : text;
