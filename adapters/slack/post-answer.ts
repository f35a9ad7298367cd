import type { Answer, Question, Store } from '../../src/index.ts';
import type { Trip } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import { TakenOver } from '../shared/retry.ts';
import type { SlackMessage } from './blocks.ts';
import { codeOf } from './failures.ts';
import { threadId } from './ids.ts';
import { notices } from './notices.ts';
import type { Outgoing } from './outgoing.ts';
import { createPartsThere } from './parts-there.ts';
import type { Place } from './place.ts';
import { type RenderContext, render } from './render.ts';
import { createSendFile } from './send-file.ts';
import { createSendMessage } from './send-message.ts';

export type PostDeps = {
  readonly outgoing: Outgoing;
  readonly store: Pick<Store, 'link'>;
  readonly log: AdapterLog;
};

export type PostAnswer = (answer: Answer, question: Question, place: Place, trip: Trip) => Promise<void>;

/** From rich to plain: what a workspace does not take as it is, it may take with less. */
type Form = 'rich' | 'without-charts' | 'text';
const plainer: Readonly<Record<Form, Form | undefined>> = {
  rich: 'without-charts',
  'without-charts': 'text',
  text: undefined,
};
const tooRich = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_too_long', 'msg_blocks_too_long']);

/** Places that are closed to us though the asker is there. */
const closed = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_thread_locked',
  'thread_not_found',
  'user_not_in_channel',
]);

/**
 * Brings an answer to where it was asked. Where Slack does not let us, the asker gets it by the nearest way that is
 * open, with what can be done about it.
 */
export const createPostAnswer = ({ outgoing, store, log }: PostDeps): PostAnswer => {
  const partsThere = createPartsThere(outgoing, log);
  const sendMessage = createSendMessage(outgoing, partsThere);
  const sendFile = createSendFile(outgoing, sendMessage, log);

  /** `sent` holds the parts that have arrived, and grows. */
  const sendParts = async (
    messages: readonly SlackMessage[],
    sent: Map<number, string>,
    { question, place, trip }: Errand,
  ): Promise<void> => {
    for (const [part, message] of messages.entries()) {
      const below = await placeAfter(sent.get(0), question, place);
      if (sent.has(part)) continue;
      const ts = await sendMessage(message, { question, part }, below, trip);
      sent.set(part, ts ?? '');
      for (const file of message.files ?? [])
        await sendFile(file, question, await placeAfter(sent.get(0), question, place), trip);
    }
    // Also where the answer was one message, so that what is said below it is heard.
    await placeAfter(sent.get(0), question, place);
  };

  /** What follows an answer posted at the top of a channel stands below it and belongs to its thread. */
  const placeAfter = async (
    first: string | undefined,
    { thread }: Question,
    place: Place,
  ): Promise<Place> => {
    if (!first || place.private || place.threadTs !== undefined || place.surface === 'direct') return place;
    await store.link(threadId(place.team, place.channel, first), thread);
    return { ...place, threadTs: first };
  };

  const sendAs = async (
    form: Form,
    answer: Answer,
    sent: Map<number, string>,
    errand: Errand,
  ): Promise<void> => {
    const { question, place } = errand;
    try {
      const messages = render(answer, contextOf(question, place, form));
      await sendParts(form === 'text' ? messages.map(textAlone) : messages, sent, errand);
    } catch (error) {
      const less = plainer[form];
      if (!tooRich.has(codeOf(error)) || !less) throw error;
      log.failed('post', { id: question.id, form, code: codeOf(error) }, error);
      await sendAs(less, answer, sent, errand);
    }
  };

  /** The way out where the place is closed to us: to the asker alone, with what can be done. */
  const sendAside = async (code: string, answer: Answer, errand: Errand): Promise<void> => {
    const { question, place, trip } = errand;
    const { team, channel, asker, responseUrl } = place;
    const aside: Place = responseUrl
      ? { ...place, private: true }
      : // A message to a person's id goes to the conversation with that person.
        { team, channel: asker, asker, surface: 'direct', quoted: true };
    await sendMessage(
      { text: notices.closed(code, channel), blocks: [] },
      { question, part: hint },
      aside,
      trip,
    );
    await sendAs('rich', answer, new Map(), { question, place: aside, trip });
  };

  return async (answer, question, place, trip) => {
    const sent = new Map(trip.begun ? await partsThere(question, place) : []);
    try {
      await sendAs('rich', answer, sent, { question, place, trip });
    } catch (error) {
      const code = codeOf(error);
      if (error instanceof TakenOver || (!closed.has(code) && !code.startsWith('response_url_'))) throw error;
      log.failed('post', { id: question.id, code, channel: place.channel }, error);
      const { responseUrl: _, ...withoutUrl } = place;
      await sendAside(code, answer, {
        question,
        place: code.startsWith('response_url_') ? withoutUrl : place,
        trip,
      });
    }
  };
};

type Errand = { readonly question: Question; readonly place: Place; readonly trip: Trip };

/** Not a part of the answer: never looked for, never counted. */
const hint = -1;

const textAlone = ({ text }: SlackMessage): SlackMessage => ({ text, blocks: [] });

const contextOf = (question: Question, place: Place, form: Form): RenderContext => ({
  question: { id: question.id, asker: place.asker, text: question.text },
  private: place.private ?? false,
  quoted: place.quoted ?? false,
  ...(place.sharedBy && { sharedBy: place.sharedBy }),
  withoutCharts: form !== 'rich',
});
