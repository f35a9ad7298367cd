import { MessageFlags } from 'discord.js';
import { applied, type Dispatch, failure, type Reply, type Request } from './routes.ts';
import { type Answered, type Message, type MessageBody, type State, toMessage } from './state.ts';
import { type guildCreate, ids, users } from './world.ts';

type Handle = (request: Request, ...parts: string[]) => Reply;

const ok = (body?: unknown): Reply => (body === undefined ? { status: 204 } : { status: 200, body });
const unknownInteraction = failure(404, 10062, 'Unknown interaction');
const unknownWebhook = failure(404, 10015, 'Unknown Webhook');
const unknownMessage = failure(404, 10008, 'Unknown Message');

/** The callback of an interaction, and the webhook that its token opens. */
export const interactionRoutes = (
  state: State,
  dispatch: Dispatch,
): readonly (readonly [string, RegExp, Handle])[] => {
  const say = (to: Answered, body: MessageBody, request: Request, more: Partial<Message> = {}): Message => {
    const message = toMessage(state, to.channel, body, request.files, {
      interaction_metadata: to.metadata,
      ...more,
    });
    state.messages.set(message.id, message);
    if (((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0) state.ephemeral.add(message.id);
    else dispatch('MESSAGE_CREATE', message);
    return message;
  };

  const callback: Handle = (request, _id = '', token = '') => {
    const to = state.interactions.get(token);
    if (!to || to.expired) return unknownInteraction;
    if (to.callback !== undefined) {
      return failure(400, 40060, 'Interaction has already been acknowledged.');
    }
    const { type, data = {} } = request.body as { readonly type: number; readonly data?: MessageBody };
    to.callback = type;
    if (type === 4 || type === 5) {
      const flags = (data.flags ?? 0) | (type === 5 ? MessageFlags.Loading : 0);
      to.ephemeral = (flags & MessageFlags.Ephemeral) !== 0;
      to.original = say(to, { ...data, flags }, request).id;
    } else if (to.source && (type === 6 || type === 7)) {
      to.original = to.source.id;
      state.messages.set(to.source.id, state.messages.get(to.source.id) ?? to.source);
      if (type === 7) dispatch('MESSAGE_UPDATE', applied(original(to) as Message, data, state));
    }
    if (request.query.get('with_response') !== 'true') return ok();
    const message = original(to);
    return ok({
      interaction: {
        id: to.id,
        type: 2,
        ...(message ? { response_message_id: message.id } : {}),
        response_message_ephemeral: to.ephemeral ?? false,
        response_message_loading: type === 5,
      },
      resource: { type, ...(message ? { message } : {}) },
    });
  };

  const original = (to: Answered) => state.messages.get(to.original ?? '');

  const found = (token: string, id: string): Message | undefined => {
    const to = state.interactions.get(token);
    return to && (id === '@original' ? original(to) : state.messages.get(id));
  };

  const open = (token: string): Answered | undefined => {
    const to = state.interactions.get(token);
    return to && to.callback !== undefined && !to.expired ? to : undefined;
  };

  const followUp: Handle = (request, _app = '', token = '') => {
    const to = open(token);
    if (!to) return unknownWebhook;
    const body = request.body as MessageBody;
    const pending = original(to);
    // The first follow-up to a deferred reply takes its place, and its privacy.
    if (to.callback === 5 && pending && ((pending.flags ?? 0) & MessageFlags.Loading) !== 0) {
      return ok(applied(pending, body, state));
    }
    return ok(say(to, body, request, { webhook_id: ids.bot }));
  };

  const patch: Handle = ({ body }, _app = '', token = '', id = '') => {
    if (!open(token)) return unknownWebhook;
    const message = found(token, id);
    if (!message) return unknownMessage;
    const edited = applied(message, body as MessageBody, state);
    if (!state.ephemeral.has(edited.id)) dispatch('MESSAGE_UPDATE', edited);
    return ok(edited);
  };

  const remove: Handle = (_, _app = '', token = '', id = '') => {
    if (!open(token)) return unknownWebhook;
    const message = found(token, id);
    if (!message) return unknownMessage;
    state.messages.delete(message.id);
    dispatch('MESSAGE_DELETE', {
      id: message.id,
      channel_id: message.channel_id,
      guild_id: message.guild_id,
    });
    return ok();
  };

  const get: Handle = (_, _app = '', token = '', id = '') => {
    const message = found(token, id);
    return message ? ok(message) : unknownMessage;
  };

  const message = /^\/webhooks\/(\d+)\/([^/]+)\/messages\/([^/]+)$/;
  return [
    ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, callback],
    ['POST', /^\/webhooks\/(\d+)\/([^/]+)$/, followUp],
    ['GET', message, get],
    ['PATCH', message, patch],
    ['DELETE', message, remove],
  ];
};

/** What the bot asks about itself, its guilds and its commands. */
export const applicationRoutes = (
  state: State,
  settings: { readonly messageContent: boolean; readonly shards: number; gateway(): string },
): readonly (readonly [string, RegExp, Handle])[] => {
  const application = () => ({
    id: ids.bot,
    name: 'Stack Advisor',
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    // GATEWAY_MESSAGE_CONTENT_LIMITED: granted for bots in fewer than a hundred guilds.
    flags: settings.messageContent ? 1 << 19 : 0,
    integration_types_config: { '0': {}, '1': {} },
    owner: users.asker,
    team: null,
    approximate_guild_count: state.guilds.length,
  });
  const commandsAt = (path: string) => path.replace(/^\/applications\/\d+/, '');
  const put: Handle = ({ path, body }) => {
    const set = (body as readonly { readonly name: string }[]).map((command, index) => ({
      // Discord fills in what was left out.
      type: 1,
      description: '',
      default_member_permissions: null,
      nsfw: false,
      contexts: null,
      integration_types: [0],
      name_localizations: null,
      description_localizations: null,
      ...command,
      id: `${BigInt(state.mint()) + BigInt(index)}`,
      application_id: ids.bot,
      version: state.mint(),
    }));
    state.commands.set(commandsAt(path), set);
    return ok(set);
  };
  const commands = /^\/applications\/\d+(?:\/guilds\/\d+)?\/commands$/;
  return [
    [
      'GET',
      /^\/gateway\/bot$/,
      () =>
        ok({
          url: settings.gateway(),
          shards: settings.shards,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 16 },
        }),
    ],
    ['GET', /^\/users\/@me$/, () => ok(users.bot)],
    [
      'GET',
      /^\/users\/@me\/guilds$/,
      () =>
        ok(
          (state.guilds as ReturnType<typeof guildCreate>[]).map(({ id, name, roles }) => ({
            id,
            name,
            // Of all its roles together, without what single channels say.
            permissions: String(roles.reduce((all, role) => all | BigInt(role.permissions), 0n)),
          })),
        ),
    ],
    ['GET', /^\/(?:applications|oauth2\/applications)\/@me$/, () => ok(application())],
    ['GET', commands, ({ path }) => ok(state.commands.get(commandsAt(path)) ?? [])],
    ['PUT', commands, put],
    [
      'GET',
      /^\/guilds\/(\d+)\/members\/(\d+|@me)$/,
      (_, guild = '', user = '') => {
        const known = (state.guilds as ReturnType<typeof guildCreate>[]).find(({ id }) => id === guild);
        const member = known?.members.find((one) => one.user?.id === (user === '@me' ? ids.bot : user));
        return member ? ok(member) : failure(404, 10007, 'Unknown Member');
      },
    ],
    [
      'GET',
      /^\/guilds\/(\d+)$/,
      (_, id = '') => {
        const guild = (state.guilds as ReturnType<typeof guildCreate>[]).find((one) => one.id === id);
        return guild ? ok(guild) : failure(404, 10004, 'Unknown Guild');
      },
    ],
  ];
};
