import { beforeAll, describe, expect, test } from 'vitest';
import { visible } from '../../../adapters/shared/text/visible.ts';
import { checkPayload } from '../../../adapters/slack/check-payload.ts';
import { type RenderContext, render } from '../../../adapters/slack/render.ts';
import type { Answer, AnswerKind } from '../../../src/index.ts';
import { createThread } from '../../answering/bot.ts';
import { labelsOf, sentencesOf } from '../../contracts/sentences-of.ts';
import { everyKind } from '../every-kind.ts';
import { toReadable } from './readable.ts';
import { allShown, bare } from './shown.ts';

const contexts: readonly Omit<RenderContext, 'question'>[] = [
  { private: false, quoted: true },
  { private: true, quoted: false },
  { private: false, quoted: true, sharedBy: 'U2', withoutCharts: true },
];

type Told = { readonly asked: string; readonly answer: Answer };
const told: Told[] = [];
const messagesOf = ({ asked, answer }: Told, context: Omit<RenderContext, 'question'>) =>
  render(answer, { ...context, question: { id: answer.to, asker: 'U1', text: asked } });

beforeAll(async () => {
  for (const [index, turns] of everyKind.entries()) {
    const thread = createThread(undefined, `thread-${index}`);
    for (const asked of turns) told.push({ asked, answer: await thread.say(asked) });
  }
});

test('there are some forty, of every kind an advisor of ours gives', () => {
  expect(told.length).toBeGreaterThanOrEqual(40);
  const kinds = new Set(told.map(({ answer }) => answer.kind));
  const expected: readonly AnswerKind[] = [
    'pick',
    'both',
    'open',
    'reasons',
    'flips',
    'framework',
    'comparison',
    'explanation',
    'numbers',
    'correction',
    'unknown',
    'outside',
    'certainty',
    'dispute',
    'clarify',
    'refused',
    'smalltalk',
    'help',
  ];
  expect(expected.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test.each(contexts)('all of them are taken by Slack, whole, in one message: %j', (context) => {
  for (const each of told) {
    const messages = messagesOf(each, context);
    for (const { text, blocks } of messages)
      checkPayload('chat.postMessage', { channel: 'C1', text, blocks });
    // Two tables need two messages, which only happens where a chart had to give way to one.
    if (!context.withoutCharts) expect(messages).toHaveLength(1);
    const shown = allShown(messages);
    const said = [...sentencesOf(each.answer).map(({ text }) => text), ...labelsOf(each.answer)];
    const drawn = each.answer.blocks.some(({ kind }) => kind === 'diagram' || kind === 'code');
    const says = new Set(
      each.answer.blocks.flatMap((block) =>
        block.kind === 'choices' ? block.choices.map(({ say }) => say) : [],
      ),
    );
    const lost = said.filter((words) => !says.has(words) && !shown.includes(bare(visible(words))));
    if (!drawn) expect(lost).toEqual([]);
    expect(
      bare(messages[0]?.text ?? '').startsWith(
        bare(visible(each.answer.headline.text)).replace('&', '&amp;').slice(0, 20),
      ),
    ).toBe(true);
  }
});

describe('as it reads in a channel', () => {
  const shown = (asked: string) => {
    const each = told.find((entry) => entry.asked === asked);
    return each && toReadable(messagesOf(each, { private: false, quoted: true }));
  };

  test('a clear pick: the order of dialogs.md, and the whole of it in one glance', () => {
    expect(
      shown('chat app, about 50k people connected at once, our team writes TypeScript'),
    ).toMatchSnapshot();
  });

  test('numbers: one comparable set as a chart, its figures below it, then what they do not show', () => {
    expect(shown('and the numbers?')).toMatchSnapshot();
  });

  test('both: the split as a drawing that a telephone does not break', () => {
    expect(shown('live dashboards on top of our own fraud models')).toMatchSnapshot();
  });

  test('markup from a person: shown as typed, notifies nobody but the asker', () => {
    expect(shown('<!channel> which backend for <@U999> & a *bold* `idea`?')).toMatchSnapshot();
  });
});
