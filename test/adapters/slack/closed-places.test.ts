import { describe, expect, test } from 'vitest';
import { ids } from '../../slack/ids.ts';
import { slackError } from '../../slack/replies.ts';
import type { Channel } from '../../slack/workspace.ts';
import { says, told } from './told.ts';
import { withApp } from './with-app.ts';

const chat = 'chat app, about 50k people connected at once, our team writes TypeScript';
const { asker, channel, direct, team } = ids;
const general: Channel = { id: channel, team, name: 'general', kind: 'public', member: true };
const isAnswer = says('Node.js');

describe('a channel that is closed to us', () => {
  test.each<[string, Partial<Channel>, string, string]>([
    ['not_in_channel', { member: false }, 'not_in_channel', '/invite'],
    ['channel_not_found', { member: false, kind: 'private' }, 'channel_not_found', '/invite'],
    ['is_archived', { archived: true }, 'is_archived', 'archived'],
    ['restricted_action', { restricted: true }, 'restricted_action', 'allow it'],
  ])('%s: a command is answered to its asker, with what helps', async (_, changed, code, hint) => {
    const { people, slack, lines } = await withApp();
    slack.channel({ ...general, ...changed });
    const { posts, whispers } = await people.command(chat);
    expect(posts).toEqual([]);
    expect(whispers).toMatchObject([
      { user: asker, ...says(hint) },
      { user: asker, ...isAnswer },
    ]);
    expect(told(lines)).toEqual([`post failed: ${code}`]);
  });

  test.each<[string, Partial<Channel>, string]>([
    ['is_archived', { archived: true }, 'archived'],
    ['restricted_action', { restricted: true }, 'allow it'],
    ['not_in_channel', { member: false }, '/invite'],
  ])('%s: a mention is answered in the conversation with the asker', async (code, changed, hint) => {
    const { people, slack, lines } = await withApp();
    slack.channel({ ...general, ...changed });
    const { posts } = await people.mention(chat);
    expect(posts).toMatchObject([
      { channel: direct, ...says(hint) },
      { channel: direct, ...isAnswer },
    ]);
    // Away from its question, the answer says what it answers.
    expect(JSON.stringify(posts[1]?.blocks)).toContain(chat);
    expect(told(lines)).toEqual([`post failed: ${code}`]);
  });

  test.each(['thread_not_found', 'cannot_reply_to_message', 'restricted_action_thread_locked'])(
    '%s: a thread that takes nothing more',
    async (code) => {
      const { people, slack, lines } = await withApp();
      slack.once('chat.postMessage', slackError(code));
      const { posts } = await people.mention(chat);
      expect(posts).toMatchObject([{ channel: direct }, { channel: direct, ...isAnswer }]);
      expect(told(lines)).toEqual([`post failed: ${code}`]);
    },
  );

  test('a private answer that cannot be shared there says why; once invited, it can', async () => {
    const { people, slack, lines } = await withApp();
    slack.channel({ ...general, member: false });
    const { whispers } = await people.command(`private ${chat}`);
    if (!whispers[0]) throw new Error('nothing was answered');
    const refused = await people.press(whispers[0], 'Share');
    expect([refused.posts, refused.whispers]).toMatchObject([[], [says('/invite')]]);
    slack.channel(general);
    const shared = await people.press(whispers[0], 'Share');
    expect(shared.posts).toMatchObject([isAnswer]);
    expect(told(lines)).toEqual(['post failed: not_in_channel']);
  });
});

describe('a response_url that takes nothing more', () => {
  const gone = { kind: 'status', status: 404, headers: {}, body: 'used_url' } as const;

  test('a private answer comes as a message only the asker sees', async () => {
    const { people, slack, lines } = await withApp();
    slack.on('response_url', gone);
    const { posts, whispers } = await people.command(`private ${chat}`);
    expect([posts, whispers]).toMatchObject([[], [isAnswer]]);
    expect(slack.callsOf('chat.postEphemeral')).toHaveLength(1);
    expect(told(lines)).toEqual(['post failed: response_url_404']);
  });

  test('where we are no member either, it comes in the conversation with the asker', async () => {
    const { people, slack, lines } = await withApp();
    slack.on('response_url', gone);
    slack.channel({ ...general, member: false });
    for (const asked of [`private ${chat}`, chat]) {
      const { posts, whispers } = await people.command(asked);
      expect(whispers).toEqual([]);
      expect(posts).toMatchObject([
        { channel: direct, ...says('/invite') },
        { channel: direct, ...isAnswer },
      ]);
    }
    const [url, closed] = ['post failed: response_url_404', 'post failed: not_in_channel'];
    expect(told(lines)).toEqual([url, closed, closed, url, closed]);
  });

  test('used up in the middle of an answer, the rest comes by the other way', async () => {
    const { people, slack, lines } = await withApp();
    slack.channel({ ...general, member: false });
    // The hint was the last thing it took.
    let taken = 0;
    slack.on('response_url', () => (taken++ === 0 ? undefined : gone));
    const { posts } = await people.command(chat);
    expect(posts).toMatchObject([{ channel: direct, ...says('/invite') }, isAnswer]);
    expect(told(lines)).toEqual([
      'post failed: not_in_channel',
      'post failed: response_url_404',
      'post failed: not_in_channel',
    ]);
  });
});
