import { ComponentType } from 'discord.js';
import type { DiscordMessage } from '../../../adapters/discord/render.ts';

type Node = { readonly type?: number; readonly content?: string; readonly label?: string };

/** Markdown of every text, in order. */
export const markdownIn = (messages: readonly DiscordMessage[]): readonly string[] =>
  messages.flatMap(({ components }) =>
    nodesIn(components).flatMap(({ type, content }) =>
      type === ComponentType.TextDisplay && content !== undefined ? [content] : [],
    ),
  );

/** Every component, nested ones too. */
export const nodesIn = (value: unknown): readonly Node[] => {
  if (typeof value !== 'object' || value === null) return [];
  return [...('type' in value ? [value as Node] : []), ...Object.values(value).flatMap(nodesIn)];
};

const fence = /```(.*)\n([\s\S]*?)\n```/g;

/** What Discord makes of our Markdown: no marks, code as it is. */
export const unmarked = (markdown: string): string => {
  const plain = (text: string) =>
    text
      .replace(/^-# |^> /gm, '')
      .replace(/\\([^A-Za-z0-9\s])|\*\*/g, (_, shown: string | undefined) => shown ?? '');
  let result = '';
  let from = 0;
  for (const found of markdown.matchAll(fence)) {
    result += plain(markdown.slice(from, found.index)) + (found[2] ?? '');
    from = found.index + found[0].length;
  }
  return result + plain(markdown.slice(from));
};

/** Markdown outside code blocks. */
export const withoutCode = (markdown: string): string => markdown.replace(fence, '');

/**
 * The text of all messages, then of buttons, then of files, each in order, without what carries no meaning:
 * a text that goes on in the next message is not interrupted.
 */
export const allShown = (messages: readonly DiscordMessage[]): string => {
  const files = messages.flatMap((message) => message.files ?? []);
  return bare(
    [
      ...markdownIn(messages).map(unmarked),
      ...messages.flatMap(({ components }) => nodesIn(components).flatMap(({ label }) => label ?? [])),
      ...files.map(({ name, attachment }) =>
        name.endsWith('.csv') ? attachment.toString().replaceAll('""', '"') : attachment.toString(),
      ),
    ].join(''),
  );
};

export const bare = (text: string): string => text.replace(/[\s*\u2060\u200b]/g, '');
