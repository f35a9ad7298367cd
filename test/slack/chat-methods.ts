import type { Payload } from './fixtures.ts';
import { type Answer, type ApiCall, bad, good, text } from './web-api-call.ts';
import type { Channel, Installation, Message, Workspace } from './workspace.ts';

/** One method of the Web API, for a token that may call it. */
export type Method = (call: ApiCall, installation: Installation) => Answer;

const list = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);
const record = (value: unknown): Payload | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : undefined;

/** What makes up a message, out of the arguments of `chat.postMessage` and its like. */
const contentOf = (call: ApiCall) => {
  const blocks = list(call.args['blocks']);
  const attachments = list(call.args['attachments']);
  const metadata = record(call.args['metadata']);
  const thread = text(call, 'thread_ts');
  return {
    text: text(call, 'text') ?? text(call, 'markdown_text') ?? '',
    ...(blocks && { blocks }),
    ...(attachments && { attachments }),
    ...(metadata && { metadata }),
    ...(thread && { thread_ts: thread }),
  };
};

/** The rules that Slack's reference states for these methods, and the messages they leave behind. */
export const chatMethods = (workspace: Workspace): Readonly<Record<string, Method>> => {
  const { channels, messages, ephemerals } = workspace;

  const channelOf = (call: ApiCall, { team }: Installation): Channel | undefined => {
    const name = text(call, 'channel') ?? text(call, 'channel_id') ?? '';
    const found =
      channels.get(name) ??
      // A person's id stands for the conversation with that person.
      (workspace.users.has(name)
        ? [...channels.values()].find((channel) => channel.kind === 'im' && channel.team === team)
        : undefined);
    // A private channel is as good as none to an app that is not in it.
    const hidden = found?.kind === 'private' && !found.member;
    return found?.team === team && !hidden ? found : undefined;
  };

  const cannotPost = (channel: Channel): string | undefined => {
    if (channel.archived) return 'is_archived';
    if (!channel.member) return 'not_in_channel';
    return channel.restricted ? 'restricted_action' : undefined;
  };

  const shown = (message: Message, { team }: Installation, withMetadata = true): Payload => {
    const { channel: _, metadata, ...rest } = message;
    return { type: 'message', team, ...rest, ...(withMetadata && metadata ? { metadata } : {}) };
  };

  const post: Method = (call, installation) => {
    const channel = channelOf(call, installation);
    if (!channel) return bad('channel_not_found');
    const refusal = cannotPost(channel);
    if (refusal) return bad(refusal);
    const content = contentOf(call);
    if (content.text === '' && !content.blocks?.length && !content.attachments?.length) return bad('no_text');
    const tooLong = content.text.length > 40_000;
    const message: Message = {
      channel: channel.id,
      ts: workspace.nextTs(),
      user: installation.botUser,
      bot_id: installation.bot,
      ...content,
      text: content.text.slice(0, 40_000),
    };
    messages.push(message);
    // A status lasts until the app says something.
    workspace.statuses.delete(channel.id);
    return good({
      channel: channel.id,
      ts: message.ts,
      message: shown(message, installation),
      ...(tooLong && { warning: 'message_truncated' }),
    });
  };

  const postEphemeral: Method = (call, installation) => {
    const channel = channelOf(call, installation);
    if (!channel) return bad('channel_not_found');
    const refusal = cannotPost(channel);
    if (refusal) return bad(refusal);
    const user = text(call, 'user');
    if (!user || !workspace.users.has(user)) return bad('user_not_in_channel');
    const { metadata: _, ...content } = contentOf(call);
    if (content.text === '' && !content.blocks?.length) return bad('no_text');
    const ts = workspace.nextTs();
    ephemerals.push({ channel: channel.id, user, ts, ...content });
    return good({ message_ts: ts });
  };

  /** Where the message stands that a call names, or why it may not be touched. */
  const own = (call: ApiCall, installation: Installation, foreign: string): number | Answer => {
    const channel = channelOf(call, installation);
    if (!channel) return bad('channel_not_found');
    const at = messages.findIndex(({ channel: id, ts }) => id === channel.id && ts === call.args['ts']);
    if (at < 0) return bad('message_not_found');
    return messages[at]?.bot_id === installation.bot ? at : bad(foreign);
  };

  const update: Method = (call, installation) => {
    const at = own(call, installation, 'cant_update_message');
    if (typeof at !== 'number') return at;
    const { thread_ts: _, ...content } = contentOf(call);
    if (content.text.length > 4_000) return bad('msg_too_long');
    if (content.text === '' && !content.blocks?.length && !content.attachments?.length) return bad('no_text');
    const before = messages[at] as Message;
    // Text alone takes the blocks away; metadata stays unless it is named.
    const { blocks: __, attachments: ___, ...kept } = before;
    const edited = { user: installation.botUser, ts: workspace.nextTs() };
    const message: Message = { ...kept, ...content, edited };
    messages[at] = message;
    return good({
      channel: message.channel,
      ts: message.ts,
      text: message.text,
      message: shown(message, installation),
    });
  };

  const remove: Method = (call, installation) => {
    const at = own(call, installation, 'cant_delete_message');
    if (typeof at !== 'number') return at;
    const [gone] = messages.splice(at, 1);
    return good({ channel: gone?.channel, ts: gone?.ts });
  };

  const replies: Method = (call, installation) => {
    const channel = channelOf(call, installation);
    if (!channel) return bad('channel_not_found');
    if (!channel.member) return bad('not_in_channel');
    const root = call.args['ts'];
    const thread = messages
      .filter(({ channel: id, ts, thread_ts }) => id === channel.id && (ts === root || thread_ts === root))
      .sort((a, b) => (a.ts < b.ts ? -1 : 1));
    if (thread.length === 0) return bad('thread_not_found');
    const withMetadata = call.args['include_all_metadata'] === true;
    const oldest = text(call, 'oldest') ?? '0';
    const limit = typeof call.args['limit'] === 'number' ? call.args['limit'] : 1000;
    // The root is always part of the answer, however old.
    const wanted = thread.filter(({ ts }) => ts === root || Number(ts) >= Number(oldest));
    return good({
      messages: wanted.slice(0, limit).map((message) => shown(message, installation, withMetadata)),
      has_more: wanted.length > limit,
    });
  };

  const history: Method = (call, installation) => {
    const channel = channelOf(call, installation);
    if (!channel) return bad('channel_not_found');
    if (!channel.member) return bad('not_in_channel');
    const oldest = text(call, 'oldest') ?? '0';
    const withMetadata = call.args['include_all_metadata'] === true;
    const limit = typeof call.args['limit'] === 'number' ? call.args['limit'] : 100;
    // Replies are no part of it, and the latest come first.
    const wanted = messages
      .filter(
        ({ channel: id, thread_ts, ts }) => id === channel.id && !thread_ts && Number(ts) >= Number(oldest),
      )
      .sort((a, b) => (a.ts < b.ts ? 1 : -1));
    return good({
      messages: wanted.slice(0, limit).map((message) => shown(message, installation, withMetadata)),
      has_more: wanted.length > limit,
    });
  };

  const permalink: Method = (call, installation) => {
    const channel = channelOf(call, installation);
    if (!channel) return bad('channel_not_found');
    const found = messages.find(({ channel: id, ts }) => id === channel.id && ts === call.args['message_ts']);
    if (!found) return bad('message_not_found');
    const thread = found.thread_ts ? `?thread_ts=${found.thread_ts}&cid=${channel.id}` : '';
    return good({
      channel: channel.id,
      permalink: `https://t0stack.slack.com/archives/${channel.id}/p${found.ts.replace('.', '')}${thread}`,
    });
  };

  const info: Method = (call, installation) => {
    const channel = channelOf(call, installation);
    if (!channel) return bad('channel_not_found');
    return good({
      channel: {
        id: channel.id,
        name: channel.name,
        is_channel: channel.kind === 'public',
        is_private: channel.kind !== 'public',
        is_im: channel.kind === 'im',
        is_member: channel.member,
        is_archived: channel.archived ?? false,
        context_team_id: channel.team,
      },
    });
  };

  const setStatus: Method = (call, installation) => {
    const channel = channelOf(call, installation);
    if (!channel) return bad('channel_not_found');
    if (!text(call, 'thread_ts')) return bad('invalid_thread_ts');
    workspace.statuses.set(channel.id, text(call, 'status') ?? '');
    return good();
  };

  const setTitle: Method = (call, installation) => {
    if (!channelOf(call, installation)) return bad('channel_not_found');
    return text(call, 'thread_ts') ? good() : bad('invalid_thread_ts');
  };

  const setPrompts: Method = (call, installation) => {
    const channel = channelOf(call, installation);
    const prompts = list(call.args['prompts']);
    if (!channel) return bad('channel_not_found');
    if (!prompts || prompts.length > 4) return bad('invalid_arguments');
    // Slack says of agents that naming a thread here fails without a word.
    const lost = workspace.container === 'agent_view' && text(call, 'thread_ts') !== undefined;
    if (!lost) workspace.prompts.set(channel.id, prompts);
    return good();
  };

  return {
    'chat.postMessage': post,
    'chat.postEphemeral': postEphemeral,
    'chat.update': update,
    'chat.delete': remove,
    'chat.getPermalink': permalink,
    'conversations.history': history,
    'conversations.replies': replies,
    'conversations.info': info,
    'assistant.threads.setStatus': setStatus,
    'assistant.threads.setTitle': setTitle,
    'assistant.threads.setSuggestedPrompts': setPrompts,
  };
};
