import type { SlackBlock, SlackMessage } from '../../../adapters/slack/blocks.ts';
import { shownIn } from './shown.ts';

/** Messages as text for people: what stands where, buttons in parentheses. */
export const toReadable = (messages: readonly SlackMessage[]): string =>
  `\n${messages.map(({ blocks }) => blocks.map(readable).join('\n\n')).join('\n\n=== next message ===\n\n')}\n`;

const readable = (block: SlackBlock): string => {
  switch (block.type) {
    case 'markdown':
      return block.text;
    case 'table':
      return block.rows.map((row) => `| ${shownIn(row).join(' | ')} |`).join('\n');
    case 'data_visualization':
      return [
        `[chart: ${block.title}]`,
        ...block.chart.series.flatMap(({ name, data }) =>
          data.map(({ label, value }) => `${name} ${label} ${value}`),
        ),
      ].join('\n');
    case 'rich_text':
      return block.elements
        .map((element) => {
          const text = (element.elements as readonly { readonly text?: string; readonly user_id?: string }[])
            .map((inline) => inline.text ?? `@${inline.user_id}`)
            .join('');
          return element.type === 'rich_text_quote' ? `> ${text}` : text;
        })
        .join('\n');
    case 'actions':
      return shownIn(block)
        .map((label) => `( ${label} )`)
        .join(' ');
    case 'section': {
      const [text, ...buttons] = shownIn(block);
      return `${text} ${buttons.map((label) => `( ${label} )`).join(' ')}`;
    }
    case 'context_actions':
      return shownIn(block).slice(0, 3).join(' ');
    default:
      return shownIn(block).join(' ');
  }
};
