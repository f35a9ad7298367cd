import type { Question } from '../../src/index.ts';
import type { Trip } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import type { SlackMessage } from './blocks.ts';
import { codeOf } from './failures.ts';
import type { Outgoing } from './outgoing.ts';
import { eventType, type PartsThere } from './parts-there.ts';
import type { Place } from './place.ts';

/** Which part of the answer to which question a message is; negative where it is none that is looked for later. */
export type Mark = { readonly question: Question; readonly part: number };

/** Sends one message by the way that fits its place. Resolves to its time stamp, where Slack tells it. */
export type SendMessage = (
  message: Pick<SlackMessage, 'text' | 'blocks'>,
  mark: Mark,
  place: Place,
  trip: Pick<Trip, 'mayGoOn'>,
) => Promise<string | undefined>;

/** The message is gone, or may not be changed any more: the answer is wanted all the same. */
const fixed = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

export const createSendMessage =
  (outgoing: Outgoing, partsThere: PartsThere, log: AdapterLog): SendMessage =>
  async ({ text, blocks }, { question, part }, place, trip) => {
    const { team, channel, threadTs, asker, responseUrl, replaces } = place;
    const options = { mayGoOn: trip.mayGoOn };
    const content = { text, ...(blocks.length > 0 && { blocks }) };
    const below = threadTs === undefined ? {} : { thread_ts: threadTs };

    if (place.private && responseUrl) {
      const answer = {
        response_type: 'ephemeral',
        replace_original: replaces !== undefined && part === 0,
        ...content,
      };
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
    if (replaces !== undefined && part === 0) {
      try {
        await outgoing.call(team, 'chat.update', { channel, ts: replaces, ...content }, options);
        return replaces;
      } catch (error) {
        const code = codeOf(error);
        if (!fixed.has(code)) throw error;
        log.note('answered anew, not in place', { id: question.id, code });
      }
    }
    const earlier = async () => {
      const ts = (await partsThere(question, place)).get(part);
      return ts === undefined ? undefined : { ts };
    };
    const posted = await outgoing.call(
      team,
      'chat.postMessage',
      {
        channel,
        ...below,
        ...content,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: eventType, event_payload: { question: question.id, part } },
      },
      { ...options, earlier },
    );
    return typeof posted['ts'] === 'string' ? posted['ts'] : undefined;
  };
