import type { ChoiceButton, Sentence } from '../../../src/index.ts';
import { clip } from '../../shared/clip.ts';
import { splitMarkdown } from '../../shared/split.ts';
import { visible, visibleLines } from '../../shared/text/visible.ts';
import { button, emojiButton, rows, section, text } from '../components.ts';
import { toCustomId } from '../custom-ids.ts';
import { escapeForMarkdown, literal } from '../escape.ts';
import { limits } from '../limits.ts';
import type { RenderContext } from '../render.ts';
import { words } from '../words.ts';
import type { Part } from './pack.ts';
import { markdownParts, small } from './prose.ts';

/** Characters of a question that are quoted above its answer. */
const longestQuote = 500;
const longestUnderstood = 1_500;

/** Above the answer: who asked what, and who shared it. They are named; nobody is notified. */
export const introParts = ({ question, quoted, sharedBy }: RenderContext): readonly Part[] => {
  const quote = clip(visibleLines(question.text).trim(), longestQuote);
  const lines = [
    ...(sharedBy ? [small(`${words.sharedBy} <@${sharedBy}>`)] : []),
    ...(quoted && quote !== ''
      ? [
          small(`<@${question.asker}> ${words.asked}`),
          ...quote.split('\n').map((line) => `> ${escapeForMarkdown(line)}`),
        ]
      : []),
  ];
  return lines.length > 0 ? [{ components: [text(lines.join('\n'))] }] : [];
};

/** One line of what was understood, with the button that opens its correction; `number` tells it from another one. */
export const understoodParts = (
  sentence: Sentence,
  number: number,
  { question }: RenderContext,
): readonly Part[] => {
  const shown = escapeForMarkdown(visible(sentence.text).replaceAll('*', ''));
  const wrong = button(toCustomId('wrong', String(number), question.id), words.wrong);
  const pieces = splitMarkdown(shown, longestUnderstood).map(small);
  return pieces.map((piece, index) => ({
    components: [index === pieces.length - 1 ? section(piece, wrong) : text(piece)],
  }));
};

/** What can be pressed to go on. A label too long for a button is said in full above it. */
export const choiceParts = (
  choices: readonly ChoiceButton[],
  { question }: RenderContext,
): readonly Part[] => {
  const long = choices.filter(({ label }) => isLong(label));
  const buttons = choices.map(({ id, label }) => button(toCustomId('choice', id, question.id), label));
  return [
    ...markdownParts(long.map(({ label }) => `- ${escapeForMarkdown(visible(label))}`).join('\n')),
    ...rows(buttons).map((row): Part => ({ components: [row] })),
  ];
};

/** What keeps a label literal does not double it, so that no short one has to be looked at. */
const isLong = (label: string): boolean =>
  label.length > limits.button.label / 2 && literal(visible(label)).length > limits.button.label;

/** Votes where there is more than a line to judge, a way to share, and for the asker one to take the answer back. */
export const feedbackParts = (context: RenderContext, withVotes: boolean): readonly Part[] => {
  const { id, asker } = context.question;
  const buttons = [
    ...(context.private ? [button(toCustomId('share', asker, id), words.share)] : []),
    ...(withVotes
      ? [
          emojiButton(toCustomId('vote', 'up', id), words.up),
          emojiButton(toCustomId('vote', 'down', id), words.down),
        ]
      : []),
    button(toCustomId('remove', asker, id), words.remove),
  ];
  return [{ components: rows(buttons) }];
};
