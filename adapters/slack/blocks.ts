import type { types } from '@slack/bolt';
import { clip } from '../shared/clip.ts';
import { visible } from '../shared/text/visible.ts';
import { escapeText } from './escape.ts';
import { limits } from './limits.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block, which `@slack/types` does not know yet. */
export type ChartBlock = {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label?: string;
      readonly y_label?: string;
    };
  };
};

export type SlackBlock = types.KnownBlock | ChartBlock;

/** What is too large for a message, uploaded beside it. */
export type SlackFile = {
  readonly name: string;
  readonly title: string;
  readonly content: string;
  /** For screen readers; says what is in it. */
  readonly altText: string;
  /** The same in messages, for where files are not allowed. */
  readonly asMessages: readonly SlackMessage[];
};

export type SlackMessage = {
  /** Stands alone: notification, and what a screen reader reads. Escaped. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  readonly files?: readonly SlackFile[];
};

/** Text as a `plain_text` object of at most `limit` characters; emoji codes stay codes. */
export const plainText = (text: string, limit: number = limits.text): types.PlainTextElement => ({
  type: 'plain_text',
  text: clip(escapeText(visible(text)), limit) || ' ',
  emoji: false,
});

export const markdownBlock = (text: string): types.MarkdownBlock => ({ type: 'markdown', text });

/** A line in small grey letters; `text` is escaped already, and may have several lines. */
export const contextBlock = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text, emoji: false }],
});

type Inline = types.RichTextElement;

/** People and words side by side: structured, so that words are never read as markup. */
export const richText = (...elements: readonly types.RichTextBlockElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [...elements],
});

export const line = (...elements: readonly Inline[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements: [...elements],
});

export const word = (text: string): types.RichTextText => ({ type: 'text', text });

export const user = (id: string): types.RichTextUserMention => ({ type: 'user', user_id: id });
