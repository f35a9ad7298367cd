import { splitMarkdown } from '../../shared/split.ts';
import { type DiscordMessage, messageOf, text } from '../components.ts';
import { limits } from '../limits.ts';

/** Messages with nothing but their text: what to send where Discord refuses the rest. */
export const toPlainMessages = (messages: readonly DiscordMessage[]): readonly DiscordMessage[] =>
  splitMarkdown(textsIn(messages).join('\n\n'), limits.message.characters).map((part) =>
    messageOf([text(part)]),
  );

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('content' in value && typeof value.content === 'string') return [value.content];
  return Object.values(value).flatMap(textsIn);
};
