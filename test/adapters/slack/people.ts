import { fixture, type Payload } from '../../slack/fixtures.ts';
import { ids } from '../../slack/ids.ts';
import type { Ephemeral, Message } from '../../slack/workspace.ts';
import type { SlackApp } from './slack-app.ts';

/** What the bot did about something: all of it, in order. */
export type Reaction = {
  /** Of the message or press itself. */
  readonly ts: string;
  /** Messages for everyone in the conversation. */
  readonly posts: readonly Message[];
  /** Messages that one person saw. */
  readonly whispers: readonly Ephemeral[];
  /** Forms that were opened. */
  readonly views: readonly Payload[];
};

type Where = { readonly by?: string; readonly channel?: string; readonly thread?: string | undefined };

/** What people do in Slack, each act in the payloads that Slack makes of it. */
export const createPeople = (app: SlackApp) => {
  const { slack } = app;
  let pressed = 0;

  const watch = async (ts: string, act: () => Promise<unknown>): Promise<Reaction> => {
    const before = new Set<unknown>([...slack.messages.map(({ ts: known }) => known), ...slack.ephemerals]);
    const views = new Set(slack.views.keys());
    await act();
    return {
      ts,
      posts: slack.messages.filter(({ ts: known, bot_id }) => bot_id && !before.has(known)),
      whispers: slack.ephemerals.filter((one) => !before.has(one)),
      views: [...slack.views].flatMap(([id, view]) => (views.has(id) ? [] : [view])),
    };
  };

  const placed = (text: string, { by = ids.asker, channel = ids.channel, thread }: Where) => {
    const ts = slack.say(channel, by, text, thread);
    const told = { user: by, ts, event_ts: ts, text, channel, thread_ts: thread, blocks: undefined };
    const kind = channel.startsWith('D') ? 'im' : channel.startsWith('G') ? 'group' : 'channel';
    return {
      ts,
      mention: fixture('app-mention-channel', { event: told }),
      message: fixture('message-channels', { event: { ...told, channel_type: kind } }),
    };
  };

  const trigger = (): string => `1.1.${(++pressed).toString(16).padStart(8, '0')}`;
  const who = (by: string): Payload => ({ id: by, username: by, name: by, team_id: ids.team });

  return {
    placed,

    /** A message without our name. */
    say: (text: string, where: Where = {}): Promise<Reaction> => {
      const { ts, message } = placed(text, where);
      return watch(ts, () => app.event(message));
    },

    /** A message with our name, which Slack tells of twice. */
    mention: (text: string, where: Where = {}): Promise<Reaction> => {
      const { ts, mention, message } = placed(`<@${ids.botUser}> ${text}`, where);
      return watch(ts, () => Promise.all([app.event(mention), app.event(message)]));
    },

    command: (text: string, { by = ids.asker, channel = ids.channel }: Where = {}): Promise<Reaction> => {
      const response_url = slack.responseUrl(channel, by);
      const command = { text, channel_id: channel, user_id: by, response_url, trigger_id: trigger() };
      return watch('', () => app.command(fixture('command-question', command)));
    },

    /** Presses what says this under a message; a message without an author's bot is one that only one person sees. */
    press: (under: Message | Ephemeral, label: string, { by = ids.asker }: Where = {}): Promise<Reaction> =>
      watch(under.ts, () => app.interaction(pressOf(under, label, by))),
    pressOf: (under: Message | Ephemeral, label: string, by: string = ids.asker): Payload =>
      pressOf(under, label, by),

    /** A press on the home. */
    pressHome: (label: string, by: string = ids.asker): Promise<Reaction> => {
      const view = slack.homes.get(by);
      const actions = [{ ...buttonIn(view?.['blocks'], label), action_ts: `${++pressed}.0` }];
      const press = fixture('block-actions-home', { trigger_id: trigger(), user: who(by), actions });
      return watch('', () => app.interaction({ ...press, view }));
    },

    /** Sends a form as filled in: text of a field, or the values chosen, by `block_id`. */
    submit: async (
      view: Payload | undefined,
      filled: Readonly<Record<string, string | readonly string[]>>,
      by: string = ids.asker,
    ): Promise<Reaction & { readonly answer: Payload }> => {
      const base = fixture('view-submission', { trigger_id: trigger(), user: who(by) });
      const submitted = { ...base, view: { ...view, state: { values: stateOf(view, filled) } } };
      let answer: Payload = {};
      const reaction = await watch('', async () => {
        answer = await app.interaction(submitted);
      });
      return { ...reaction, answer };
    },

    shortcut: (
      text: string,
      { by = ids.colleague, channel = ids.channel }: Where = {},
    ): Promise<Reaction> => {
      const response_url = slack.responseUrl(channel, by);
      const shortcut = { trigger_id: trigger(), channel: { id: channel }, user: who(by), response_url };
      return watch('', () =>
        app.interaction(fixture('message-shortcut', { ...shortcut, message: { text } })),
      );
    },
  };

  function pressOf(under: Message | Ephemeral, label: string, by: string): Payload {
    const isPrivate = !('bot_id' in under);
    const thread = under.thread_ts === undefined ? {} : { thread_ts: under.thread_ts };
    return {
      ...fixture('block-actions-button', {
        user: who(by),
        trigger_id: trigger(),
        channel: { id: under.channel },
        response_url: slack.responseUrl(under.channel, by),
        actions: [{ ...buttonIn(under.blocks, label), action_ts: `${++pressed}.0` }],
      }),
      container: {
        type: 'message',
        message_ts: under.ts,
        channel_id: under.channel,
        is_ephemeral: isPrivate,
        ...thread,
      },
      message: isPrivate ? undefined : { ts: under.ts, ...thread },
    };
  }
};

export type People = ReturnType<typeof createPeople>;

/** Everything in a tree of blocks that can be pressed: what it says, and what Slack sends when it is. */
const buttonsIn = (value: unknown): readonly { readonly label: string; readonly sent: Payload }[] => {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const element = value as Payload;
  const labelOf = (one: unknown) => String(((one as Payload)['text'] as Payload)['text']);
  const sent = (pressed: Payload) => ({
    type: element['type'],
    action_id: element['action_id'],
    value: pressed['value'],
  });
  if (element['type'] === 'feedback_buttons') {
    return [element['positive_button'], element['negative_button']].map((one) => ({
      label: labelOf(one),
      sent: sent(one as Payload),
    }));
  }
  if (element['type'] === 'button' || element['type'] === 'icon_button') {
    return [{ label: labelOf(element), sent: sent(element) }];
  }
  return Object.values(element).flatMap(buttonsIn);
};

export const labelsIn = (blocks: unknown): readonly string[] => buttonsIn(blocks).map(({ label }) => label);

const buttonIn = (blocks: unknown, label: string): Payload => {
  const found = buttonsIn(blocks).find((button) => button.label === label);
  if (!found) throw new Error(`nothing says ${label}; there is: ${labelsIn(blocks).join(' | ')}`);
  return found.sent;
};

/** `view.state.values`, every field of the view in it, as Slack sends it. */
const stateOf = (
  view: Payload | undefined,
  filled: Readonly<Record<string, string | readonly string[]>>,
): Payload => {
  const inputs = ((view?.['blocks'] ?? []) as readonly Payload[]).filter(({ type }) => type === 'input');
  const known = new Set(inputs.map((input) => input['block_id']));
  for (const id of Object.keys(filled))
    if (!known.has(id)) throw new Error(`no field ${id}: ${[...known].join(', ')}`);
  return Object.fromEntries(
    inputs.map((input) => {
      const id = String(input['block_id']);
      const element = input['element'] as Payload;
      return [id, { [String(element['action_id'])]: fieldOf(element, filled[id]) }];
    }),
  );
};

const fieldOf = (element: Payload, filled: string | readonly string[] | undefined): Payload => {
  const { type, initial_option } = element;
  switch (type) {
    case 'plain_text_input':
      return { type, value: filled ?? null };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: [filled ?? []].flat().map((value) => ({ value })) };
    default:
      return { type, selected_option: filled === undefined ? (initial_option ?? null) : { value: filled } };
  }
};
