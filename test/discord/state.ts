import { type APIMessage, type APIThreadChannel, type APIUser, ChannelType, MessageType } from 'discord.js';
import { stamp } from './events.ts';
import type { Mint } from './mint.ts';
import { guildCreate, ids, users } from './world.ts';

export type Message = APIMessage & { readonly guild_id?: string };

export type Channel = {
  readonly id: string;
  readonly type: number;
  readonly guild_id?: string;
  readonly name?: string | null;
  readonly parent_id?: string | null;
  readonly thread_metadata?: APIThreadChannel['thread_metadata'];
};

export type File = {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly size: number;
};

/** What became of an interaction, by its token. */
export type Answered = {
  readonly id: string;
  readonly channel: string;
  readonly metadata: NonNullable<APIMessage['interaction_metadata']>;
  /** The message that carries the component. */
  readonly source?: Message;
  /** Type of the callback; absent until it came. */
  callback?: number;
  /** Id of `@original`. */
  original?: string;
  /** Sent with the callback that deferred it: what follows is as private as that was. */
  ephemeral?: boolean;
  expired?: boolean;
};

/** What Discord remembers: channels, messages, nonces, interactions, commands. */
export const createState = (mint: Mint, guilds: readonly object[] = [guildCreate()]) => {
  const channels = new Map<string, Channel>();
  for (const guild of guilds as ReturnType<typeof guildCreate>[]) {
    for (const channel of [...guild.channels, ...guild.threads]) {
      channels.set(channel.id, { ...(channel as Channel), guild_id: guild.id });
    }
  }
  channels.set(ids.dm, dmWith(ids.dm, users.asker));
  return {
    mint,
    guilds,
    channels,
    /** All messages, private ones too, oldest first. */
    messages: new Map<string, Message>(),
    /** Messages only one person sees. */
    ephemeral: new Set<string>(),
    nonces: new Map<string, string>(),
    interactions: new Map<string, Answered>(),
    commands: new Map<string, readonly object[]>(),
  };
};

export type State = ReturnType<typeof createState>;

export const dmWith = (id: string, user: APIUser): Channel & { readonly recipients: readonly APIUser[] } => ({
  id,
  type: ChannelType.DM,
  recipients: [user],
});

export type MessageBody = {
  readonly content?: string | null;
  readonly components?: APIMessage['components'];
  readonly embeds?: APIMessage['embeds'];
  readonly flags?: number | null;
  readonly nonce?: string | number;
  readonly enforce_nonce?: boolean;
  readonly message_reference?: { readonly message_id: string };
  readonly attachments?: readonly { readonly id: string | number; readonly description?: string }[];
};

/** The bot's message, as Discord gives it back. */
export const toMessage = (
  state: State,
  channel: string,
  body: MessageBody,
  files: readonly File[],
  more: Partial<Message> = {},
): Message => {
  const id = state.mint();
  const guild = state.channels.get(channel)?.guild_id;
  const replied = body.message_reference && state.messages.get(body.message_reference.message_id);
  return {
    id,
    channel_id: channel,
    ...(guild ? { guild_id: guild } : {}),
    type: replied ? MessageType.Reply : MessageType.Default,
    author: users.bot,
    content: body.content ?? '',
    timestamp: stamp(id),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: files.map((file, index) => ({
      id: `${BigInt(id) + BigInt(index) + 1n}`,
      filename: file.name,
      size: file.size,
      url: `https://cdn.example/${file.name}`,
      proxy_url: `https://media.example/${file.name}`,
    })),
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    pinned: false,
    flags: (body.flags ?? 0) as NonNullable<APIMessage['flags']>,
    ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
    ...(replied
      ? {
          message_reference: { type: 0, message_id: replied.id, channel_id: channel },
          referenced_message: replied,
        }
      : {}),
    ...more,
  };
};
