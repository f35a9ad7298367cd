import { escapeMarkdown, unlinked } from '../shared/escape-markdown.ts';

/**
 * Text → what Slack shows as that text, in `text`, `plain_text` and `mrkdwn` alike: `<!channel>` and `<@U…>`
 * are words, not calls, and so is an address.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export const escapeText = (text: string): string => {
  const safe = unlinked(text);
  // One look instead of three: most texts hold none of these.
  return /[&<>]/.test(safe)
    ? safe.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : safe;
};

/**
 * Text → Markdown for a `markdown` block. Slack reads its own `<…>` there too, and shows an entity as the
 * character without reading it again (measured: https://github.com/PostHog/posthog/pull/95054).
 */
export const escapeForMarkdown = (text: string): string => escapeText(escapeMarkdown(text));

/** Our own Markdown, as made with `escapeForMarkdown`, → the same without its marks, still escaped for `text`. */
export const withoutMarks = (markdown: string): string =>
  // Where nothing is escaped, all that is left are our own marks.
  markdown.includes('\\')
    ? markdown.replace(/\\([\s\S])|\*\*/g, (_, shown: string | undefined) => shown ?? '')
    : markdown.replaceAll('**', '');

/**
 * Text for what Slack shows as it is (cells of tables, labels of charts). It should not read anything there;
 * if it ever does, an invisible character keeps it from notifying anybody.
 */
export const literal = (text: string): string => unlinked(text).replace(/<(?=[@!#])/g, '<\u2060');
