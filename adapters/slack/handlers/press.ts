import { z } from 'zod';
import { type ButtonValue, readValue } from '../actions.ts';
import { authorId } from '../ids.ts';
import type { Ear } from '../whisper.ts';

/** What we read of a pressed button, wherever it stands. */
const bodySchema = z.object({
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
  container: z.object({
    message_ts: z.string().optional(),
    channel_id: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  view: z.object({ private_metadata: z.string().optional() }).optional(),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  actions: z
    .array(
      z.object({ action_id: z.string(), action_ts: z.string().optional(), value: z.string().optional() }),
    )
    .min(1),
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

/** A `block_actions` payload → press. @throws ZodError where Slack sent something of another form */
export const readPress = (body: unknown, team: string | undefined): Press => {
  const read = bodySchema.parse(body);
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
