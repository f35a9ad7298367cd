import { describe, expect, test } from 'vitest';
import { fixture } from '../../slack/fixtures.ts';
import { ids } from '../../slack/ids.ts';
import type { Message } from '../../slack/workspace.ts';
import { withApp } from './with-app.ts';

const { asker, colleague } = ids;

/** Who does what in the thread, and whether the bot answers. */
type Step = readonly [
  by: string,
  does: 'says' | 'mentions' | 'presses' | 'notice',
  what: string,
  bot: 'answers' | 'silent',
];

/** All in one thread, in this order. */
const dialogs: Readonly<Record<string, readonly Step[]>> = {
  'the asker goes on without naming it': [
    [asker, 'mentions', 'backend for our shop?', 'answers'],
    [asker, 'says', 'why?', 'answers'],
    [asker, 'says', 'and the numbers?', 'answers'],
  ],
  'somebody else speaks to the asker: it is silent, also to the asker, until it is named': [
    [asker, 'mentions', 'chat for 50k people, we write TypeScript', 'answers'],
    [colleague, 'says', "isn't that overkill?", 'silent'],
    [asker, 'says', 'maybe, but we want to grow', 'silent'],
    [colleague, 'mentions', 'what if it is only 200 users?', 'answers'],
    [colleague, 'says', 'why?', 'answers'],
    [asker, 'says', 'told you', 'silent'],
    [colleague, 'says', 'fine', 'silent'],
  ],
  'a button wakes it for whoever pressed': [
    [asker, 'mentions', 'chat for 50k people, we write TypeScript', 'answers'],
    [colleague, 'says', 'hm', 'silent'],
    [colleague, 'presses', 'Why', 'answers'],
    [colleague, 'says', 'and the numbers?', 'answers'],
    [asker, 'mentions', 'what would change it?', 'answers'],
    [asker, 'says', 'why?', 'answers'],
  ],
  'notices, bots, edits and its own words neither wake it nor put it to sleep': [
    [asker, 'mentions', 'chat for 50k people, we write TypeScript', 'answers'],
    [colleague, 'notice', 'message-channel-join', 'silent'],
    [colleague, 'notice', 'message-bot-message', 'silent'],
    [colleague, 'notice', 'message-own', 'silent'],
    [colleague, 'notice', 'message-changed-edit', 'silent'],
    [colleague, 'notice', 'message-changed-unfurl', 'silent'],
    [colleague, 'notice', 'message-deleted', 'silent'],
    [colleague, 'notice', 'app-mention-other-bot', 'silent'],
    [colleague, 'notice', 'app-mention-edited', 'silent'],
    [asker, 'says', 'why?', 'answers'],
  ],
  'called into a thread of others, it hears whoever called': [
    [colleague, 'says', 'which backend do we take?', 'silent'],
    [asker, 'says', 'no idea', 'silent'],
    [asker, 'mentions', 'help us: chat for 50k people', 'answers'],
    [asker, 'says', 'why?', 'answers'],
  ],
};

describe.each(['http', 'socket'] as const)('manners over %s', (via) => {
  test.each(Object.entries(dialogs))('%s', async (_, steps) => {
    const { people, slack, event } = await withApp({ via });
    let thread: string | undefined;
    let last: Message | undefined;
    for (const [by, does, what, bot] of steps) {
      const heard = slack.messages.filter(({ bot_id }) => bot_id).length;
      if (does === 'notice') {
        await event(fixture(what, { event: { thread_ts: thread } }));
      } else {
        const act = {
          says: people.say,
          mentions: people.mention,
          presses: () => people.press(last as Message, what, { by }),
        };
        const { ts } = await act[does](what, { by, thread });
        thread ??= ts;
      }
      const answers = slack.messages.filter(({ bot_id }) => bot_id).slice(heard);
      expect(answers.length, `${by} ${does} "${what}"`).toBe(bot === 'answers' ? 1 : 0);
      if (answers[0]) expect(answers[0].thread_ts).toBe(thread);
      last = answers[0] ?? last;
    }
    expect(slack.ephemerals).toEqual([]);
  });

  test('outside a thread it hears its name alone', async () => {
    const { people } = await withApp({ via });
    await people.mention('backend for our shop?');
    expect((await people.say('backend for our shop?')).posts).toEqual([]);
  });

  test('two questions in one second are two answers, in the order they came', async () => {
    const { people, begin, adapter, slack } = await withApp({ via });
    const { ts: thread } = await people.mention('chat for 50k people, we write TypeScript');
    const first = people.placed(`<@${ids.botUser}> what if the team only knows Python?`, { thread });
    const second = people.placed(`<@${ids.botUser}> and the numbers?`, { by: colleague, thread });
    await Promise.all([begin.event(first.mention), begin.event(second.mention), begin.event(second.message)]);
    await adapter.settled();
    const [, one, two, ...rest] = slack.messages.filter(({ bot_id }) => bot_id);
    expect([one?.text, two?.text]).toEqual([
      expect.stringMatching(/You replaced/),
      expect.stringMatching(/req\/s/),
    ]);
    expect(rest).toEqual([]);
  });
});
