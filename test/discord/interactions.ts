import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChannel,
  type APIChatInputApplicationCommandInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
} from 'discord.js';
import { createMint, type Mint } from './mint.ts';
import { botPermissions, ids, memberOf, textChannel, users } from './world.ts';

export type Place = {
  readonly user?: APIUser;
  /** Where it happens: a guild the bot is in, a direct conversation with it, or anywhere by who installed it. */
  readonly where?: 'guild' | 'dm' | 'user';
  readonly channel?: string;
  /** In a thread: the channel as Discord shows it. */
  readonly thread?: APIChannel;
  /** What the bot may do there, as a decimal. */
  readonly permissions?: string;
};

/** The values of a submitted modal, by custom id: a text, or what was chosen. */
export type Submitted = Readonly<Record<string, string | readonly string[]>>;

/** Builders of INTERACTION_CREATE in Discord's documented shape. */
export const createInteractions = (mint: Mint = createMint()) => {
  const base = ({ user = users.asker, where = 'guild', thread, channel, permissions }: Place) => {
    const id = mint();
    const common = {
      id,
      application_id: ids.bot,
      token: `interaction.${id}.token`,
      version: 1 as const,
      locale: 'en-US' as never,
      entitlements: [],
      attachment_size_limit: 10_485_760,
      app_permissions: permissions ?? botPermissions,
    };
    if (where === 'dm') {
      const at = channel ?? ids.dm;
      return {
        ...common,
        user,
        channel_id: at,
        channel: { id: at, type: ChannelType.DM as const, last_message_id: null, recipients: [user] },
        context: InteractionContextType.BotDM,
        authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
      };
    }
    const at = thread?.id ?? channel ?? ids.general;
    const installed =
      where === 'user'
        ? { [ApplicationIntegrationType.UserInstall]: user.id }
        : { [ApplicationIntegrationType.GuildInstall]: ids.guild };
    return {
      ...common,
      guild_id: ids.guild,
      guild: { id: ids.guild, features: [], locale: 'en-US' as never },
      guild_locale: 'en-US' as never,
      channel_id: at,
      channel: thread ?? textChannel(at, 'general'),
      member: { ...memberOf(), user, permissions: '2248473465835073' },
      context: InteractionContextType.Guild,
      authorizing_integration_owners: installed,
    };
  };
  const command = (name: string, options: readonly unknown[], place: Place) => ({
    ...base(place),
    type: InteractionType.ApplicationCommand,
    data: { id: ids.botRole, name, type: ApplicationCommandType.ChatInput, options },
  });
  const question = (text: string, focused = false) => ({
    type: ApplicationCommandOptionType.String,
    name: 'question',
    value: text,
    ...(focused ? { focused: true } : {}),
  });
  const sub = (name: string, options: readonly unknown[] = []) => ({
    type: ApplicationCommandOptionType.Subcommand,
    name,
    options,
  });
  /** Discord repeats the message that carries the component. */
  const component = (data: unknown, message: APIMessage, place: Place) =>
    ({
      ...base({ channel: message.channel_id, ...place }),
      type: InteractionType.MessageComponent,
      data,
      message,
    }) as unknown as APIMessageComponentInteraction;

  return {
    /** `/stack ask question:…` and `/stack private question:…`. */
    ask: (text: string, place: Place = {}, name: 'ask' | 'private' = 'ask') =>
      command(
        'stack',
        [sub(name, [question(text)])],
        place,
      ) as unknown as APIChatInputApplicationCommandInteraction,
    /** `/stack form`, `/stack help` and whatever else takes nothing. */
    plain: (name: string, place: Place = {}) =>
      command('stack', [sub(name)], place) as unknown as APIChatInputApplicationCommandInteraction,
    autocomplete: (typed: string, place: Place = {}, name: 'ask' | 'private' = 'ask') =>
      ({
        ...command('stack', [sub(name, [question(typed, true)])], place),
        type: InteractionType.ApplicationCommandAutocomplete,
      }) as unknown as APIApplicationCommandAutocompleteInteraction,
    /** *Ask about this message* on any message. */
    contextMenu: (target: APIMessage, name = 'Ask about this message', place: Place = {}) =>
      ({
        ...base({ channel: target.channel_id, ...place }),
        type: InteractionType.ApplicationCommand,
        data: {
          id: ids.botRole,
          name,
          type: ApplicationCommandType.Message,
          target_id: target.id,
          resolved: { messages: { [target.id]: target } },
        },
      }) as unknown as APIMessageApplicationCommandInteraction,
    button: (custom_id: string, message: APIMessage, place: Place = {}) =>
      component({ custom_id, component_type: ComponentType.Button }, message, place),
    select: (custom_id: string, values: readonly string[], message: APIMessage, place: Place = {}) =>
      component({ custom_id, component_type: ComponentType.StringSelect, values }, message, place),
    /** A modal, with the message it was opened from if a component opened it. */
    modal: (custom_id: string, submitted: Submitted, place: Place & { readonly message?: APIMessage } = {}) =>
      ({
        ...base(place),
        type: InteractionType.ModalSubmit,
        ...(place.message ? { message: place.message } : {}),
        data: { custom_id, components: fieldsOf(submitted) },
      }) as unknown as APIModalSubmitInteraction,
  };
};

/** Every field comes back in its label, texts as `value` and choices as `values`. */
const fieldsOf = (submitted: Submitted): readonly unknown[] =>
  Object.entries(submitted).map(([custom_id, given], index) => ({
    type: ComponentType.Label,
    id: 2 * index + 1,
    component:
      typeof given === 'string'
        ? { type: ComponentType.TextInput, id: 2 * index + 2, custom_id, value: given }
        : { type: ComponentType.StringSelect, id: 2 * index + 2, custom_id, values: given },
  }));
