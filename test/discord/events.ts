import {
  type APIDMChannel,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
  type GatewayThreadDeleteDispatchData,
  MessageReferenceType,
  MessageType,
} from 'discord.js';
import { createMint, type Mint, timeOf } from './mint.ts';
import { ids, memberOf, threadChannel, users } from './world.ts';

export type MessageSettings = {
  readonly content?: string;
  readonly author?: APIUser;
  readonly channel?: string;
  /** Null in a direct message. */
  readonly guild?: string | null;
  /** Everybody whom the message pings; taken from `<@…>` in the content where left out. */
  readonly mentions?: readonly APIUser[];
  /** The message it replies to, as Discord repeats it. */
  readonly replyTo?: GatewayMessageCreateDispatchData;
  readonly id?: string;
  readonly more?: Partial<GatewayMessageCreateDispatchData>;
};

export const stamp = (id: string): string => new Date(timeOf(id)).toISOString().replace('Z', '000+00:00');

/** Builders of gateway events in Discord's documented shape; every id is new and later than the one before. */
export const createEvents = (mint: Mint = createMint()) => {
  /** MESSAGE_CREATE. */
  const message = (settings: MessageSettings = {}): GatewayMessageCreateDispatchData => {
    const {
      author = users.asker,
      channel = ids.general,
      guild = ids.guild,
      content = '',
      replyTo,
    } = settings;
    const id = settings.id ?? mint();
    return {
      id,
      type: replyTo ? MessageType.Reply : MessageType.Default,
      channel_id: channel,
      channel_type: guild === null ? ChannelType.DM : ChannelType.GuildText,
      ...(guild === null ? {} : { guild_id: guild, member: memberOf() }),
      author,
      content,
      timestamp: stamp(id),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [...(settings.mentions ?? mentioned(content))],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      flags: 0 as number,
      nonce: id,
      ...(replyTo
        ? {
            message_reference: {
              type: MessageReferenceType.Default,
              message_id: replyTo.id,
              channel_id: replyTo.channel_id,
              ...(guild === null ? {} : { guild_id: guild }),
            },
            referenced_message: replyTo,
          }
        : {}),
      ...settings.more,
    };
  };
  const ask = (text: string) => `<@${ids.bot}> ${text}`;

  return {
    mint,
    message,
    /** Somebody names the bot in a channel or a thread. */
    mention: (text: string, settings: MessageSettings = {}) => message({ ...settings, content: ask(text) }),
    direct: (text: string, settings: MessageSettings = {}) =>
      message({ channel: ids.dm, ...settings, guild: null, content: text }),
    /** A reply that pings whom it replies to. */
    reply: (to: GatewayMessageCreateDispatchData, text: string, settings: MessageSettings = {}) =>
      message({
        channel: to.channel_id,
        ...settings,
        replyTo: to,
        content: text,
        mentions: settings.mentions ?? [to.author],
      }),
    byBot: (text: string, settings: MessageSettings = {}) =>
      message({ ...settings, author: users.otherBot, content: ask(text) }),
    byWebhook: (text: string, settings: MessageSettings = {}) => {
      const { member: _, ...rest } = message({ ...settings, content: ask(text) });
      // A webhook's author is no user: only a name, with the webhook's id.
      const author = { ...users.otherBot, id: ids.webhook, username: 'hook' };
      return { ...rest, author, webhook_id: ids.webhook } satisfies GatewayMessageCreateDispatchData;
    },
    /** "… joined the server", "… pinned a message". */
    system: (type: MessageType = MessageType.UserJoin, settings: MessageSettings = {}) =>
      message({ ...settings, more: { type } }),
    /** MESSAGE_UPDATE after an edit by its author. */
    edited: (old: GatewayMessageCreateDispatchData, content: string): GatewayMessageUpdateDispatchData => ({
      ...old,
      content,
      mentions: [...mentioned(content)],
      edited_timestamp: stamp(mint()),
    }),
    /** MESSAGE_UPDATE that nobody caused: Discord has looked at a link. */
    unfurled: (old: GatewayMessageCreateDispatchData): GatewayMessageUpdateDispatchData => ({
      ...old,
      embeds: [
        { type: 'link' as never, url: 'https://example.com/', title: 'Example', description: 'A page' },
      ],
    }),
    /** MESSAGE_DELETE. */
    deleted: (old: GatewayMessageCreateDispatchData): GatewayMessageDeleteDispatchData => ({
      id: old.id,
      channel_id: old.channel_id,
      ...(old.guild_id ? { guild_id: old.guild_id } : {}),
    }),
    /** A thread of its own, or (with the id of a message) the thread on that message. */
    thread: (
      name: string,
      settings: Parameters<typeof threadChannel>[3] & { readonly id?: string; readonly parent?: string } = {},
    ): APIThreadChannel =>
      threadChannel(settings.id ?? mint(), name, settings.parent ?? ids.general, settings),
    /** THREAD_CREATE; also sent when the bot is added to an old thread. */
    threadCreate: (thread: APIThreadChannel) => ({ ...thread, newly_created: true }),
    /** THREAD_UPDATE: archived, locked, renamed. */
    threadUpdate: (
      thread: APIThreadChannel,
      change: { readonly archived?: boolean; readonly locked?: boolean; readonly name?: string },
    ): APIThreadChannel => ({
      ...thread,
      name: change.name ?? thread.name,
      ...(thread.thread_metadata
        ? {
            thread_metadata: {
              ...thread.thread_metadata,
              archived: change.archived ?? thread.thread_metadata.archived,
              locked: change.locked ?? thread.thread_metadata.locked ?? false,
            },
          }
        : {}),
    }),
    /** THREAD_DELETE. */
    threadDelete: (thread: APIThreadChannel): GatewayThreadDeleteDispatchData => ({
      id: thread.id,
      guild_id: ids.guild,
      parent_id: thread.parent_id ?? ids.general,
      type: thread.type,
    }),
    /** The channel of a direct conversation, as interactions and REST show it. */
    dmChannel: (id: string = ids.dm, user: APIUser = users.asker): APIDMChannel => ({
      id,
      type: ChannelType.DM,
      name: null,
      last_message_id: null,
      recipients: [user],
    }),
  };
};

const mentioned = (content: string): readonly APIUser[] =>
  Object.values(users).filter(({ id }) => content.includes(`<@${id}>`) || content.includes(`<@!${id}>`));
