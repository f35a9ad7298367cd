import { flag, holding, list, nullish, optional, readAs, string } from '../../shared/shape.ts';
import { type ButtonValue, readValue } from '../actions.ts';
import { authorId } from '../ids.ts';
import type { Ear } from '../whisper.ts';

/** What we read of a pressed button, wherever it stands. */
const word = string({});
const maybe = optional(word);
const named = holding({ id: word });
const pressed = holding({
  user: named,
  // Null where the app is installed for a whole organisation.
  team: nullish(named),
  channel: optional(named),
  response_url: maybe,
  trigger_id: maybe,
  container: holding({
    message_ts: maybe,
    channel_id: maybe,
    thread_ts: maybe,
    is_ephemeral: optional(flag),
  }),
  view: optional(holding({ private_metadata: maybe })),
  message: optional(holding({ thread_ts: maybe })),
  actions: list(holding({ action_id: word, action_ts: maybe, value: maybe }), { min: 1 }),
});

/** A press: who, on which message, with what the button carries. */
export type Press = {
  readonly team: string;
  readonly user: string;
  readonly author: string;
  /** Of the conversation with the person, where the button stands in the home. */
  readonly channel?: string;
  /** The message the button stands under. */
  readonly messageTs: string;
  readonly threadTs?: string;
  /** Only who pressed sees that message. */
  readonly private: boolean;
  readonly responseUrl?: string;
  readonly trigger: string;
  readonly action: string;
  readonly time: string;
  readonly value: ButtonValue | undefined;
};

/** A `block_actions` payload → press. @throws TypeError where Slack sent something of another form */
export const readPress = (body: unknown, team: string | undefined): Press => {
  const read = readAs(pressed, body);
  const { container, channel, response_url: responseUrl, message, view } = read;
  const [action] = read.actions;
  const inChannel = (channel?.id ?? container.channel_id) || view?.private_metadata;
  const threadTs = container.thread_ts ?? message?.thread_ts;
  const teamId = team ?? read.team?.id ?? '';
  return {
    team: teamId,
    user: read.user.id,
    author: authorId(teamId, read.user.id),
    ...(inChannel && { channel: inChannel }),
    messageTs: container.message_ts ?? '',
    ...(threadTs && { threadTs }),
    private: container.is_ephemeral ?? false,
    ...(responseUrl && { responseUrl }),
    trigger: read.trigger_id ?? '',
    action: action?.action_id ?? '',
    time: action?.action_ts ?? '',
    value: readValue(action?.value),
  };
};

export const earOf = ({ team, user, channel, threadTs, responseUrl }: Press): Ear => ({
  team,
  user,
  channel,
  threadTs,
  responseUrl,
});
