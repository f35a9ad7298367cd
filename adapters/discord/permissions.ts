import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';

/** What the bot asks for, and what for: the invite link, the README and what it checks before acting come from here. */
export const permissions = [
  { name: 'View Channels', bit: PermissionFlagsBits.ViewChannel, feature: 'hears mentions and commands' },
  { name: 'Send Messages', bit: PermissionFlagsBits.SendMessages, feature: 'answers in a channel' },
  {
    name: 'Create Public Threads',
    bit: PermissionFlagsBits.CreatePublicThreads,
    feature: 'opens a thread on a mention; without it, replies in place',
  },
  {
    name: 'Send Messages in Threads',
    bit: PermissionFlagsBits.SendMessagesInThreads,
    feature: 'answers in threads and forum posts',
  },
  {
    name: 'Attach Files',
    bit: PermissionFlagsBits.AttachFiles,
    feature: 'a table too long for a message comes as a file; without it, in several messages',
  },
  {
    name: 'Read Message History',
    bit: PermissionFlagsBits.ReadMessageHistory,
    feature: 'replies to the question, and finds what was asked while it was offline',
  },
] as const;

export type Permission = (typeof permissions)[number]['name'];

/** `privileged`: to be switched on in the developer portal, and asked for by a setting. */
export const intents = [
  { name: 'Guilds', bit: GatewayIntentBits.Guilds, feature: 'knows channels, threads and its permissions' },
  {
    name: 'Guild Messages',
    bit: GatewayIntentBits.GuildMessages,
    feature: 'hears mentions and replies in servers',
  },
  {
    name: 'Direct Messages',
    bit: GatewayIntentBits.DirectMessages,
    feature: 'answers when written to directly',
  },
  {
    name: 'Message Content',
    bit: GatewayIntentBits.MessageContent,
    feature: 'follows a thread without being mentioned; off unless `DISCORD_MESSAGE_CONTENT=1`',
    privileged: true,
  },
] as const;

/** Scopes of the invite link: the bot itself, and its commands. */
const scopes = ['bot', 'applications.commands'] as const;

/** All of them as one number, as Discord counts them. */
export const allPermissions = permissions.reduce((all, { bit }) => all | bit, 0n);

/** The link by which whoever runs a server lets the bot in, with exactly the permissions it uses. */
export const inviteLink = (application: string): string => {
  const query = new URLSearchParams({
    client_id: application,
    scope: scopes.join(' '),
    permissions: String(allPermissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
};
