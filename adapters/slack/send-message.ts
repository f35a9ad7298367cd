import type { Trip } from '../shared/courier.ts';
import type { SlackMessage } from './blocks.ts';
import { codeOf } from './failures.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place } from './place.ts';

/** Marks what we post, so that after a crash it can be told which parts of an answer have arrived. */
export const eventType = 'stack_advisor_answer';

export type Mark = { readonly question: string; readonly part: number };

/** Sends one message by the way that fits its place. Resolves to its time stamp, where Slack tells it. */
export type SendMessage = (
  message: Pick<SlackMessage, 'text' | 'blocks'>,
  mark: Mark,
  place: Place,
  trip: Pick<Trip, 'mayGoOn'>,
) => Promise<string | undefined>;

export const createSendMessage =
  (outgoing: Outgoing): SendMessage =>
  async ({ text, blocks }, mark, place, trip) => {
    const { team, channel, threadTs, asker, responseUrl, replaces } = place;
    const options = { mayGoOn: trip.mayGoOn };
    const content = { text, ...(blocks.length > 0 && { blocks }) };
    const below = threadTs === undefined ? {} : { thread_ts: threadTs };

    if (place.private && responseUrl) {
      const answer = { response_type: 'ephemeral', replace_original: false, ...content };
      await outgoing.respond(responseUrl, answer, options);
      return undefined;
    }
    if (place.private) {
      await outgoing.call(
        team,
        'chat.postEphemeral',
        { channel, user: asker, ...below, ...content },
        options,
      );
      return undefined;
    }
    if (replaces !== undefined && mark.part === 0) {
      try {
        await outgoing.call(team, 'chat.update', { channel, ts: replaces, ...content }, options);
        return replaces;
      } catch (error) {
        // Deleted in the meantime: the answer is wanted all the same.
        if (codeOf(error) !== 'message_not_found') throw error;
      }
    }
    const posted = await outgoing.call(
      team,
      'chat.postMessage',
      {
        channel,
        ...below,
        ...content,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: eventType, event_payload: mark },
      },
      options,
    );
    return typeof posted['ts'] === 'string' ? posted['ts'] : undefined;
  };
