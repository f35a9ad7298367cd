import {
  type APIGuildMember,
  type APIRole,
  type APITextChannel,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  OverwriteType,
  PermissionFlagsBits as P,
} from 'discord.js';
import { snowflakeAt } from './mint.ts';

/** Made up, in Discord's form; older things have smaller ids. */
export const ids = {
  guild: snowflakeAt('2021-03-02T10:00:00Z'),
  general: snowflakeAt('2021-03-02T10:00:01Z'),
  quiet: snowflakeAt('2022-05-05T08:00:00Z'),
  forum: snowflakeAt('2023-01-09T08:00:00Z'),
  dm: snowflakeAt('2026-11-02T12:00:00Z'),
  asker: snowflakeAt('2018-07-01T12:00:00Z'),
  colleague: snowflakeAt('2019-02-11T12:00:00Z'),
  otherBot: snowflakeAt('2020-09-09T12:00:00Z'),
  /** An application's bot has the application's id. */
  bot: snowflakeAt('2026-10-01T12:00:00Z'),
  botRole: snowflakeAt('2026-10-02T12:00:00Z'),
  webhook: snowflakeAt('2024-04-04T12:00:00Z'),
} as const;

export const token = 'bG9jYWw.discord.for-tests';

/** A set of flags with none set; the enums have no name for it. */
const none = 0 as number;

const userOf = (id: string, username: string, more: Partial<APIUser> = {}): APIUser => ({
  id,
  username,
  discriminator: '0',
  global_name: null,
  avatar: null,
  avatar_decoration_data: null,
  banner: null,
  accent_color: null,
  public_flags: none,
  flags: none,
  primary_guild: null,
  collectibles: null,
  ...more,
});

export const users = {
  asker: userOf(ids.asker, 'asker', { global_name: 'The asker' }),
  colleague: userOf(ids.colleague, 'colleague'),
  otherBot: userOf(ids.otherBot, 'other-bot', { bot: true }),
  bot: userOf(ids.bot, 'stack', { bot: true }),
} as const;

/** A member as it stands beside a message: without the user. */
export const memberOf = (roles: readonly string[] = []): Omit<APIGuildMember, 'user'> => ({
  roles: [...roles],
  nick: null,
  avatar: null,
  banner: null,
  joined_at: '2021-04-01T09:00:00.000000+00:00',
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: none,
});

const bits = (...permissions: readonly bigint[]): string =>
  permissions.reduce((all, one) => all | one, 0n).toString();

/** What people may do everywhere. */
const everyone = bits(P.ViewChannel, P.SendMessages, P.ReadMessageHistory, P.UseApplicationCommands);

/** What the invite link of a bot that opens threads asks for. */
export const botPermissions = bits(
  P.ViewChannel,
  P.SendMessages,
  P.SendMessagesInThreads,
  P.CreatePublicThreads,
  P.ReadMessageHistory,
  P.AttachFiles,
);

const roleOf = (id: string, name: string, permissions: string, position: number): APIRole => ({
  id,
  name,
  permissions,
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: position > 0,
  mentionable: false,
  flags: none,
});

export type ChannelSettings = {
  /** What is taken from the bot in this channel. */
  readonly denied?: readonly bigint[];
};

export const textChannel = (id: string, name: string, settings: ChannelSettings = {}): APITextChannel => ({
  id,
  type: ChannelType.GuildText,
  guild_id: ids.guild,
  name,
  position: 0,
  parent_id: null,
  topic: null,
  nsfw: false,
  rate_limit_per_user: 0,
  last_message_id: null,
  permission_overwrites: settings.denied
    ? [{ id: ids.botRole, type: OverwriteType.Role, allow: '0', deny: bits(...settings.denied) }]
    : [],
});

export const threadChannel = (
  id: string,
  name: string,
  parent: string,
  more: { readonly owner?: string; readonly archived?: boolean; readonly locked?: boolean } = {},
): APIThreadChannel => ({
  id,
  type: ChannelType.PublicThread,
  guild_id: ids.guild,
  parent_id: parent,
  name,
  owner_id: more.owner ?? ids.bot,
  last_message_id: null,
  message_count: 0,
  member_count: 1,
  total_message_sent: 0,
  rate_limit_per_user: 0,
  applied_tags: [],
  flags: none,
  thread_metadata: {
    archived: more.archived ?? false,
    auto_archive_duration: 1440,
    archive_timestamp: '2026-11-21T09:00:00.000000+00:00',
    create_timestamp: '2026-11-21T09:00:00.000000+00:00',
    locked: more.locked ?? false,
  },
});

export type GuildSettings = {
  readonly id?: string;
  readonly channels?: readonly unknown[];
  readonly threads?: readonly APIThreadChannel[];
  /** Permissions of the bot's role, as a decimal. */
  readonly botPermissions?: string;
};

/** GUILD_CREATE: the guild with its roles, channels, threads and the members the bot may see. */
export const guildCreate = (settings: GuildSettings = {}): GatewayGuildCreateDispatchData => {
  const id = settings.id ?? ids.guild;
  const channels = settings.channels ?? [
    textChannel(ids.general, 'general'),
    textChannel(ids.quiet, 'quiet', { denied: [P.SendMessages, P.CreatePublicThreads] }),
    { ...textChannel(ids.forum, 'questions'), type: ChannelType.GuildForum, available_tags: [] },
  ];
  return {
    id,
    name: 'Guild of the tests',
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: ids.asker,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.Low,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    roles: [
      roleOf(id, '@everyone', everyone, 0),
      roleOf(ids.botRole, 'Stack', settings.botPermissions ?? botPermissions, 1),
    ],
    emojis: [],
    features: [],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: none,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: GuildPremiumTier.None,
    preferred_locale: 'en-US' as GatewayGuildCreateDispatchData['preferred_locale'],
    public_updates_channel_id: null,
    nsfw_level: GuildNSFWLevel.Default,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    hub_type: null,
    stickers: [],
    incidents_data: null,
    region: 'deprecated',
    joined_at: '2026-10-02T12:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: 4,
    voice_states: [],
    members: [
      { ...memberOf([ids.botRole]), user: users.bot },
      { ...memberOf(), user: users.asker },
    ] as GatewayGuildCreateDispatchData['members'],
    channels: channels as GatewayGuildCreateDispatchData['channels'],
    threads: [...(settings.threads ?? [])],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
};
