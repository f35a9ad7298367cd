import type { Payload } from './fixtures.ts';
import { ids, testSecret } from './ids.ts';

/** A conversation, as far as the bot can tell one from another. */
export type Channel = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  /** Is the bot in it? */
  readonly member: boolean;
  readonly archived?: boolean;
  /** Only some may post. */
  readonly restricted?: boolean;
};

/** A message that stands in a channel now, edits included. */
export type Message = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly bot_id?: string;
  readonly thread_ts?: string;
  readonly blocks?: readonly unknown[];
  readonly attachments?: readonly unknown[];
  readonly metadata?: Payload;
  readonly files?: readonly Payload[];
  readonly edited?: { readonly user: string; readonly ts: string };
};

/** A message that one person saw, and Slack does not keep. */
export type Ephemeral = {
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly text: string;
  readonly thread_ts?: string;
  readonly blocks?: readonly unknown[];
};

/** The app in one workspace: what its token stands for. */
export type Installation = {
  readonly token: string;
  readonly team: string;
  readonly botUser: string;
  readonly bot: string;
  readonly scopes: readonly string[];
};

/** A file from the moment its address is given out. */
export type Upload = {
  readonly id: string;
  readonly filename: string;
  readonly announced: number;
  readonly content?: Buffer;
  readonly completed?: Payload;
};

/** Scopes of the app that follows threads, and can send a table as a file. */
export const fullScopes: readonly string[] = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'users:read',
];

/** A public channel, a private one, and the conversation with the asker: the bot is in all of them. */
const usualChannels: readonly Channel[] = [
  { id: ids.channel, team: ids.team, name: 'general', kind: 'public', member: true },
  { id: ids.privateChannel, team: ids.team, name: 'platform', kind: 'private', member: true },
  { id: ids.direct, team: ids.team, name: 'directmessage', kind: 'im', member: true },
];

/** Which of Slack's two containers the manifest asks for: new apps have `agent_view`. */
export type Container = 'agent_view' | 'assistant_view';

/** All that the double remembers. Maps and lists are written by its methods, and read by tests. */
export const createWorkspace = (scopes: readonly string[], container: Container, since: number) => {
  const home: Installation = {
    token: testSecret('xoxb'),
    team: ids.team,
    botUser: ids.botUser,
    bot: ids.bot,
    scopes,
  };
  let minted = 0;
  const next = (digits: number): string => {
    minted += 1;
    return String(minted).padStart(digits, '0');
  };
  return {
    container,
    home,
    installations: new Map<string, Installation>([[home.token, home]]),
    revoked: new Set<string>(),
    appToken: testSecret('xapp'),
    channels: new Map<string, Channel>(usualChannels.map((channel) => [channel.id, channel])),
    users: new Map<string, string>([
      [ids.asker, 'Asker'],
      [ids.colleague, 'Colleague'],
      [ids.botUser, 'Stack Advisor'],
    ]),
    messages: [] as Message[],
    ephemerals: [] as Ephemeral[],
    uploads: new Map<string, Upload>(),
    /** Suggested prompts that people see, and the status shown, by channel. */
    prompts: new Map<string, readonly unknown[]>(),
    statuses: new Map<string, string>(),
    /** Views opened or published: modals by view id, home tabs by user id. */
    views: new Map<string, Payload>(),
    homes: new Map<string, Payload>(),
    usedTriggers: new Set<string>(),
    /** Always another one. */
    nextTs: (): string => `${since}.${next(6)}`,
    nextId: (kind: 'V' | 'F'): string => `${kind}0TEST${next(5)}`,
  };
};

export type Workspace = ReturnType<typeof createWorkspace>;
