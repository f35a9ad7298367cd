import type { types } from '@slack/bolt';
import type { ChoiceButton, Sentence } from '../../../src/index.ts';
import { clip } from '../../shared/clip.ts';
import { inGroups } from '../../shared/in-groups.ts';
import { splitText } from '../../shared/split.ts';
import { visible, visibleLines } from '../../shared/text/visible.ts';
import { actionIds, type ButtonValue, choiceAction, toValue } from '../actions.ts';
import { line, plainText, richText, user, word } from '../blocks.ts';
import { escapeForMarkdown, escapeText } from '../escape.ts';
import { limits } from '../limits.ts';
import type { RenderContext } from '../render.ts';
import { words } from '../words.ts';
import type { Part } from './pack.ts';
import { markdownParts } from './prose.ts';

/** Characters of a question that are quoted above its answer. */
const longestQuote = 500;

/** Above the answer: who asked what, and who shared it. Nobody but these two is named in a way that notifies. */
export const introParts = ({ question, quoted, sharedBy }: RenderContext): readonly Part[] => {
  const quote = quoted ? clip(visibleLines(question.text).trim(), longestQuote) : '';
  const elements: types.RichTextBlockElement[] = [
    ...(sharedBy ? [line(word(`${words.sharedBy} `), user(sharedBy))] : []),
    ...(quote !== ''
      ? [
          line(user(question.asker), word(` ${words.asked}`)),
          { type: 'rich_text_quote' as const, elements: [word(quote)] },
        ]
      : []),
  ];
  return elements.length > 0 ? [{ blocks: [richText(...elements)], text: '' }] : [];
};

/** One line of what was understood, with the button that opens its correction. */
export const understoodParts = (sentence: Sentence, { question }: RenderContext): readonly Part[] => {
  const text = visible(sentence.text).replace(/\*/g, '');
  const pieces = splitText(escapeText(text), limits.text);
  return pieces.map((piece, index) => ({
    blocks: [
      {
        type: 'section',
        text: { type: 'plain_text', text: piece, emoji: false },
        ...(index === pieces.length - 1 && {
          accessory: button(actionIds.wrong, words.wrong, { q: question.id }, words.wrongLabel),
        }),
      },
    ],
    text: piece,
  }));
};

/** What can be pressed to go on. A label too long for a button is said in full above it. */
export const choiceParts = (choices: readonly ChoiceButton[], context: RenderContext): readonly Part[] => {
  const { question } = context;
  const long = choices.filter(({ label }) => plainText(label).text.length > limits.button.text);
  const buttons = [
    ...choices.map(({ id, label }) => button(choiceAction(id), label, { q: question.id, c: id })),
    ...(context.private ? [button(actionIds.share, words.share, { q: question.id }, words.shareLabel)] : []),
  ];
  return [
    ...markdownParts(long.map(({ label }) => `- ${escapeForMarkdown(visible(label))}`).join('\n')),
    ...inGroups(buttons, limits.actions).map(
      (elements): Part => ({ blocks: [{ type: 'actions', elements }], text: '' }),
    ),
  ];
};

/** The same under every answer, so made once. */
const removal = {
  text: plainText(words.remove),
  confirm: {
    title: plainText(words.removeTitle),
    text: plainText(words.removeText),
    confirm: plainText(words.remove),
    deny: plainText(words.keep),
    style: 'danger',
  },
} as const;
const thumbs = {
  up: { ...plainText(words.up), emoji: true },
  down: { ...plainText(words.down), emoji: true },
};

/** Votes, where there is more than a line to judge, and for the asker a way to take the answer back. */
export const feedbackParts = ({ question }: RenderContext, withVotes: boolean): readonly Part[] => [
  {
    blocks: [
      {
        type: 'context_actions',
        elements: [
          ...(withVotes ? [votes(question.id)] : []),
          {
            type: 'icon_button',
            icon: 'trash',
            action_id: actionIds.remove,
            text: removal.text,
            accessibility_label: words.removeLabel,
            value: toValue({ q: question.id, by: question.asker }),
            visible_to_user_ids: [question.asker],
            confirm: removal.confirm,
          },
        ],
      },
    ],
    text: '',
  },
];

const votes = (question: string): types.FeedbackButtons => ({
  type: 'feedback_buttons',
  action_id: actionIds.vote,
  positive_button: vote(thumbs.up, words.upLabel, { q: question, v: 'up' }),
  negative_button: vote(thumbs.down, words.downLabel, { q: question, v: 'down' }),
});

const vote = (text: types.PlainTextElement, label: string, value: ButtonValue) => ({
  text,
  accessibility_label: label,
  value: toValue(value),
});

const button = (id: string, text: string, value: ButtonValue, label?: string): types.Button => ({
  type: 'button',
  action_id: id,
  text: plainText(text, limits.button.text),
  value: toValue(value),
  ...(label && { accessibility_label: label }),
});
