import { exampleAction } from '../actions.ts';
import { contextBlock, plainText, type SlackBlock } from '../blocks.ts';
import { escapeText } from '../escape.ts';
import { limits } from '../limits.ts';
import { notices } from '../notices.ts';

/** How to ask, with examples that ask themselves when pressed. */
export const renderHelp = (examples: readonly string[]): readonly SlackBlock[] => [
  { type: 'section', text: { type: 'mrkdwn', text: notices.helpTitle } },
  ...examples.flatMap((example, index): readonly SlackBlock[] => [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: `> ${escapeText(example)}` },
      accessory: {
        type: 'button',
        action_id: exampleAction(index),
        text: plainText(notices.helpAsk, limits.button.text),
        accessibility_label: `${notices.helpAsk}: ${example}`.slice(0, limits.button.label),
      },
    },
  ]),
  contextBlock(notices.helpMore),
];
