import { describe, expect, test } from 'vitest';
import { fixture } from '../../slack/fixtures.ts';
import { ids } from '../../slack/ids.ts';
import { slackError } from '../../slack/replies.ts';
import { labelsIn } from './people.ts';
import { shownIn } from './shown.ts';
import { withApp } from './with-app.ts';

const { asker, direct } = ids;
const chat = 'chat app, about 50k people connected at once, our team writes TypeScript';

describe.each(['http', 'socket'] as const)('conversations with the app itself, over %s', (via) => {
  test('the newer container: prompts for the conversation, no thread named', async () => {
    const { event, slack, lines } = await withApp({ via });
    await event(fixture('app-home-opened-messages'));
    const prompts = slack.prompts.get(direct) as readonly { title: string; message: string }[];
    expect(prompts.length).toBeGreaterThan(1);
    expect(prompts.every(({ title, message }) => title !== '' && title === message)).toBe(true);
    expect([slack.messages, lines]).toEqual([[], []]);
  });

  test('the older container: a greeting in its thread, once, with prompts', async () => {
    const { event, slack, lines } = await withApp({ via, container: 'assistant_view' });
    const started = fixture('assistant-thread-started');
    await event(started);
    await event(started);
    const thread_ts = '1763640019.109119';
    expect(slack.messages).toMatchObject([{ channel: direct, thread_ts }]);
    expect(slack.prompts.get(direct)).toHaveLength(3);
    expect(slack.callsOf('assistant.threads.setSuggestedPrompts')).toMatchObject([{ args: { thread_ts } }]);
    expect(lines).toEqual([]);
  });

  test('asked in its thread, it shows that it is at work, answers there, and follows', async () => {
    const { event, people, slack, lines } = await withApp({ via });
    await event(fixture('message-im-assistant'));
    const methods = slack.calls.map(({ method }) => method).slice(-2);
    expect(methods).toEqual(['assistant.threads.setStatus', 'chat.postMessage']);
    const [answer] = slack.messages;
    expect(answer).toMatchObject({ channel: direct, thread_ts: '1763640019.109119' });
    // The answer has taken the place of the status; delivered again, nothing would.
    await event(fixture('message-im-assistant'));
    expect(slack.statuses.size).toBe(0);
    const next = await people.say('why?', { channel: direct, thread: answer?.thread_ts });
    expect(next.posts).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  test('an ordinary thread has no status: the answer comes all the same', async () => {
    const { people, slack, lines } = await withApp({ via });
    slack.once('assistant.threads.setStatus', slackError('not_in_thread'));
    const { posts } = await people.say(chat, { channel: direct, thread: '1763640019.109119' });
    expect(posts).toHaveLength(1);
    expect(lines).toEqual([{ what: 'no status shown', details: { code: 'not_in_thread' } }]);
    expect(slack.statuses.size).toBe(0);
  });

  test('a container that cannot be written in is not greeted, and the operator learns why', async () => {
    const { event, slack, lines } = await withApp({ via });
    slack.channels.delete(direct);
    await event(fixture('app-home-opened-messages'));
    expect(lines).toMatchObject([{ what: 'greeting failed', details: { code: 'channel_not_found' } }]);
  });

  test('the home: what it is, how to ask, the last decisions, what it may do and why', async () => {
    const { event, people, slack, lines } = await withApp({ via });
    await event(fixture('app-home-opened-home'));
    const before = shownIn(slack.homes.get(asker)?.['blocks']).join('\n');
    expect(before).toMatch(/None yet/);
    expect(before).toMatch(/chat:write/);
    await people.mention(chat);
    await people.command(`private ${chat}`, { by: ids.colleague });
    await event(fixture('app-home-opened-home'));
    const after = shownIn(slack.homes.get(asker)?.['blocks']).join('\n');
    expect(after).not.toMatch(/None yet/);
    expect(after).toMatch(/Node\.js, clear/);
    expect(after.split(chat)).toHaveLength(2);
    expect(lines).toEqual([]);
  });

  test('an example of the home is asked in the conversation with the person, and followed there', async () => {
    const { event, people, slack, lines } = await withApp({ via });
    await event(fixture('app-home-opened-home'));
    const [example = ''] = labelsIn(slack.homes.get(asker)?.['blocks']);
    const { posts } = await people.pressHome(example);
    expect(posts).toMatchObject([{ channel: direct }]);
    const next = await people.say('why?', { channel: direct });
    expect(next.posts[0]?.text).toMatch(/points|for it|because/i);
    expect(lines).toEqual([]);
  });
});
