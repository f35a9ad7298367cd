import type { SlackBlock, SlackMessage } from '../../../adapters/slack/blocks.ts';
import { withoutMarks } from '../../../adapters/slack/escape.ts';

/** What Slack makes of escaped text. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Every string a person can read in a block, as it is shown. */
export const shownIn = (value: SlackBlock | unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(shownIn);
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Readonly<Record<string, unknown>>;
  if (object['type'] === 'markdown') return [unescaped(withoutMarks(String(object['text'])))];
  return Object.entries(object).flatMap(([key, inner]) => {
    if (key === 'text' && typeof inner === 'string')
      return [object['type'] === 'text' || object['type'] === 'raw_text' ? inner : unescaped(inner)];
    return shownIn(inner);
  });
};

/** The text of all messages, then of all files, in order, without what carries no meaning: white space, marks, invisible characters. */
export const allShown = (messages: readonly SlackMessage[]): string =>
  bare(
    [
      ...messages.flatMap(({ blocks }) => shownIn(blocks)),
      // A text that goes on in the next message has the file of the one before between its halves.
      ...messages.flatMap(({ files = [] }) => files.map(({ content }) => content.replaceAll('""', '"'))),
    ].join(''),
  );

export const bare = (text: string): string => text.replace(/[\s*\u2060]/g, '');

/** Strings in which Slack reads `<…>`. */
export const parsedIn = (messages: readonly SlackMessage[]): readonly string[] =>
  messages.flatMap(({ text, blocks }) => [text, ...parsedStrings(blocks)]);

const parsedStrings = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(parsedStrings);
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Readonly<Record<string, unknown>>;
  const isParsed = ['markdown', 'mrkdwn', 'plain_text'].includes(String(object['type']));
  return Object.entries(object).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (isParsed && key === 'text' ? [inner] : []) : parsedStrings(inner),
  );
};
