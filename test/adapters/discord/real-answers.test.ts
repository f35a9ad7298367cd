import { beforeAll, describe, expect, test } from 'vitest';
import { type DiscordMessage, type RenderContext, render } from '../../../adapters/discord/render.ts';
import { visible } from '../../../adapters/shared/text/visible.ts';
import type { Answer } from '../../../src/index.ts';
import { createThread } from '../../answering/bot.ts';
import { labelsOf, sentencesOf } from '../../contracts/sentences-of.ts';
import { everyKind } from '../every-kind.ts';
import { problemsOf } from './as-sent.ts';
import { allShown, bare } from './shown.ts';

type Told = { readonly asked: string; readonly answer: Answer };
const told: Told[] = [];
const asker = '462971532509184001';

const contexts: readonly Omit<RenderContext, 'question'>[] = [
  { private: false, quoted: true },
  { private: true, quoted: false },
  { private: false, quoted: true, sharedBy: '545000000000000001', withoutFiles: true },
];
const messagesOf = ({ asked, answer }: Told, context: Omit<RenderContext, 'question'>) =>
  render(answer, { ...context, question: { id: 'discord:1573624012079497217', asker, text: asked } });

beforeAll(async () => {
  for (const [index, turns] of everyKind.entries()) {
    const thread = createThread(undefined, `thread-${index}`);
    for (const asked of turns) told.push({ asked, answer: await thread.say(asked) });
  }
});

test.each(contexts)('all answers of ours are taken by Discord, whole, in one message: %j', (context) => {
  expect(new Set(told.map(({ answer }) => answer.kind)).size).toBe(18);
  for (const each of told) {
    const messages = messagesOf(each, context);
    expect(messages).toHaveLength(1);
    expect(messages.flatMap(problemsOf)).toEqual([]);
    const shown = allShown(messages).replace(/[│─┌┐└┘]/g, '');
    const says = new Set(
      each.answer.blocks.flatMap((block) =>
        block.kind === 'choices' ? block.choices.map(({ say }) => say) : [],
      ),
    );
    const said = [...sentencesOf(each.answer).map(({ text }) => text), ...labelsOf(each.answer)];
    expect(said.filter((words) => !says.has(words) && !shown.includes(bare(visible(words))))).toEqual([]);
  }
});

describe('as it reads in a channel', () => {
  const shown = (asked: string) => {
    const each = told.find((entry) => entry.asked === asked);
    return each && toReadable(messagesOf(each, { private: false, quoted: true }));
  };

  test('a clear pick: the order of the dialogs, sources small, what can be pressed last', () => {
    expect(
      shown('chat app, about 50k people connected at once, our team writes TypeScript'),
    ).toMatchSnapshot();
  });

  test('numbers: one comparable set as bars, then what they do not show', () => {
    expect(shown('and the numbers?')).toMatchSnapshot();
  });

  test('both: the split as a drawing that a telephone does not break', () => {
    expect(shown('live dashboards on top of our own fraud models')).toMatchSnapshot();
  });
});

type Node = {
  readonly content?: string;
  readonly label?: string;
  readonly emoji?: { readonly name: string };
  readonly components?: readonly Node[];
  readonly accessory?: Node;
};

/** As text for people: boxes between lines, buttons in parentheses. */
const toReadable = (messages: readonly DiscordMessage[]): string =>
  `\n${messages.map(({ components }) => (components as readonly Node[]).map(readable).join('\n\n')).join('\n=== next message ===\n')}\n`;

const readable = ({ content, label, emoji, components = [], accessory }: Node): string => {
  if (content !== undefined) return content;
  if (label !== undefined || emoji) return `( ${label ?? emoji?.name} )`;
  const inner = components.map(readable);
  if (accessory) return `${inner.join('\n')} ${readable(accessory)}`;
  if (inner.length === 0) return '————';
  return inner.every((line) => line.startsWith('( ')) ? inner.join(' ') : `[\n${inner.join('\n')}\n]`;
};
