import { MessageFlags, MessageType } from 'discord.js';
import { stamp } from './events.ts';
import { dmWith, type File, type Message, type MessageBody, type State, toMessage } from './state.ts';
import { ids, threadChannel, users } from './world.ts';

export type Request = {
  readonly method: string;
  /** Behind `/api/v10`, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly File[];
};

export type Reply = { readonly status: number; readonly body?: unknown };

/** An error in Discord's form. */
export const failure = (status: number, code: number, message: string): Reply => ({
  status,
  body: { message, code },
});

type Handle = (request: Request, ...parts: string[]) => Reply;
export type Dispatch = (t: string, d: object) => void;

const ok = (body?: unknown): Reply => (body === undefined ? { status: 204 } : { status: 200, body });
const unknownChannel = failure(404, 10003, 'Unknown Channel');
const unknownMessage = failure(404, 10008, 'Unknown Message');

/** The operations on channels, messages and threads. */
export const channelRoutes = (
  state: State,
  dispatch: Dispatch,
  readable: (message: Message) => object,
): readonly (readonly [string, RegExp, Handle])[] => {
  const inChannel = (channel: string): readonly Message[] =>
    [...state.messages.values()].filter(
      ({ id, channel_id }) => channel_id === channel && !state.ephemeral.has(id),
    );

  const create: Handle = ({ body, files }, channel = '') => {
    const target = state.channels.get(channel);
    if (!target) return unknownChannel;
    const sent = body as MessageBody;
    const nonce = `${channel}:${sent.nonce}`;
    const before = sent.enforce_nonce && state.messages.get(state.nonces.get(nonce) ?? '');
    if (before) return ok(before);
    if (target.thread_metadata?.archived) {
      if (target.thread_metadata.locked) return failure(400, 50083, 'Thread is archived');
      const thread = { ...target, thread_metadata: { ...target.thread_metadata, archived: false } };
      state.channels.set(channel, thread);
      dispatch('THREAD_UPDATE', thread);
    }
    const message = toMessage(state, channel, sent, files);
    state.messages.set(message.id, message);
    if (sent.nonce !== undefined) state.nonces.set(nonce, message.id);
    dispatch('MESSAGE_CREATE', message);
    return ok(message);
  };

  const edit: Handle = ({ body }, channel = '', id = '') => {
    const message = state.messages.get(id);
    if (!message || message.channel_id !== channel) return unknownMessage;
    if (message.author.id !== ids.bot) {
      return failure(403, 50005, 'Cannot edit a message authored by another user');
    }
    const edited = applied(message, body as MessageBody, state);
    dispatch('MESSAGE_UPDATE', edited);
    return ok(edited);
  };

  const list: Handle = ({ query }, channel = '') => {
    if (!state.channels.has(channel)) return unknownChannel;
    const after = BigInt(query.get('after') ?? 0);
    const before = BigInt(query.get('before') ?? '9223372036854775807');
    const limit = Number(query.get('limit') ?? 50);
    const found = inChannel(channel).filter(({ id }) => BigInt(id) > after && BigInt(id) < before);
    // Newest first; `after` takes those nearest to it.
    const page = query.has('after') ? found.slice(0, limit) : found.slice(-limit);
    return ok(page.reverse().map(readable));
  };

  const remove: Handle = (_, channel = '', id = '') => {
    const message = state.messages.get(id);
    if (!message || message.channel_id !== channel) return unknownMessage;
    state.messages.delete(id);
    dispatch('MESSAGE_DELETE', { id, channel_id: channel, guild_id: message.guild_id });
    return ok();
  };

  const startThread: Handle = ({ body }, channel = '', id = '') => {
    const parent = state.channels.get(channel);
    if (!parent) return unknownChannel;
    // A thread has the id of the message it hangs on.
    if (state.channels.has(id))
      return failure(400, 160004, 'A thread has already been created for this message');
    const { name } = body as { readonly name: string };
    const thread = {
      ...threadChannel(id, name, channel),
      ...(parent.guild_id ? { guild_id: parent.guild_id } : {}),
    };
    state.channels.set(id, thread);
    dispatch('THREAD_CREATE', { ...thread, newly_created: true });
    const system = toMessage(state, channel, { content: name }, [], { type: MessageType.ThreadCreated });
    dispatch('MESSAGE_CREATE', system);
    return ok(thread);
  };

  const getChannel: Handle = (_, id = '') => {
    const channel = state.channels.get(id);
    return channel ? ok(channel) : unknownChannel;
  };

  const patchChannel: Handle = ({ body }, id = '') => {
    const channel = state.channels.get(id);
    if (!channel) return unknownChannel;
    const { archived, locked, ...rest } = body as { readonly archived?: boolean; readonly locked?: boolean };
    const metadata = channel.thread_metadata && {
      ...channel.thread_metadata,
      ...(archived === undefined ? {} : { archived }),
      ...(locked === undefined ? {} : { locked }),
    };
    const changed = { ...channel, ...rest, ...(metadata ? { thread_metadata: metadata } : {}) };
    state.channels.set(id, changed);
    dispatch('THREAD_UPDATE', changed);
    return ok(changed);
  };

  const openDm: Handle = ({ body }) => {
    const { recipient_id } = body as { readonly recipient_id: string };
    const user = Object.values(users).find(({ id }) => id === recipient_id);
    if (!user) return failure(404, 10013, 'Unknown User');
    const known = [...state.channels.values()].find(
      (one) => one.type === 1 && (one as ReturnType<typeof dmWith>).recipients[0]?.id === recipient_id,
    );
    const channel = known ?? dmWith(state.mint(), user);
    state.channels.set(channel.id, channel);
    return ok(channel);
  };

  const getMessage: Handle = (_, channel = '', id = '') => {
    const message = inChannel(channel).find((one) => one.id === id);
    return message ? ok(readable(message)) : unknownMessage;
  };

  const messages = /^\/channels\/(\d+)\/messages$/;
  const message = /^\/channels\/(\d+)\/messages\/(\d+)$/;
  return [
    ['POST', messages, create],
    ['GET', messages, list],
    ['GET', message, getMessage],
    ['PATCH', message, edit],
    ['DELETE', message, remove],
    ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, startThread],
    ['GET', /^\/channels\/(\d+)$/, getChannel],
    ['PATCH', /^\/channels\/(\d+)$/, patchChannel],
    ['POST', /^\/channels\/(\d+)\/typing$/, (_, id = '') => (state.channels.has(id) ? ok() : unknownChannel)],
    ['PUT', /^\/channels\/(\d+)\/thread-members\/@me$/, () => ok()],
    ['POST', /^\/users\/@me\/channels$/, openDm],
  ];
};

/** A message after an edit; what the edit does not name stays. */
export const applied = (message: Message, body: MessageBody, state: State): Message => {
  const kept = message.flags ?? 0;
  // Whether a message is private or shows the new components is decided once.
  const flags = (kept & ~MessageFlags.Loading) | ((body.flags ?? 0) & MessageFlags.IsComponentsV2);
  const edited: Message = {
    ...message,
    content: body.content === undefined ? message.content : (body.content ?? ''),
    ...(body.components ? { components: body.components } : {}),
    ...(body.embeds ? { embeds: body.embeds } : {}),
    flags,
    edited_timestamp: stamp(state.mint()),
  };
  state.messages.set(edited.id, edited);
  return edited;
};
