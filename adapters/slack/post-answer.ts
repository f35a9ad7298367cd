import type { Answer, Question, Store } from '../../src/index.ts';
import type { Trip } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import { TakenOver } from '../shared/retry.ts';
import type { SlackMessage } from './blocks.ts';
import { codeOf, passes } from './failures.ts';
import { threadId } from './ids.ts';
import { nextWay, type Way } from './next-way.ts';
import { notices } from './notices.ts';
import type { Outgoing } from './outgoing.ts';
import { createPartsThere } from './parts-there.ts';
import type { Place } from './place.ts';
import { type RenderContext, render } from './render.ts';
import { createSendFile } from './send-file.ts';
import { createSendMessage } from './send-message.ts';

export type PostDeps = {
  readonly outgoing: Outgoing;
  readonly store: Pick<Store, 'addPart' | 'link'>;
  readonly log: AdapterLog;
};

/** Where an answer went: to its place, or to the asker alone by another way. */
export type Posted = 'there' | 'aside';

/** Throws where nobody could be told: `TakenOver`, or what Slack, or the way to it, said no with. */
export type PostAnswer = (answer: Answer, question: Question, place: Place, trip: Trip) => Promise<Posted>;

/** From rich to plain: what a workspace does not take as it is, it may take with less. */
type Form = 'rich' | 'without-charts' | 'text';
const tooRich = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_too_long',
  'msg_blocks_too_long',
  // Ours, where it was not even sent.
  'invalid_payload',
]);

/**
 * Brings an answer to where it was asked. Where Slack does not let us, the asker gets it by the nearest way that is
 * open, with what can be done about it.
 */
export const createPostAnswer = ({ outgoing, store, log }: PostDeps): PostAnswer => {
  const partsThere = createPartsThere(outgoing, log);
  const sendMessage = createSendMessage(outgoing, partsThere, log);
  const sendFile = createSendFile(outgoing, sendMessage, log);

  /** `sent` holds the parts that have arrived, and grows. */
  const sendParts = async (
    messages: readonly SlackMessage[],
    sent: Map<number, string>,
    { question, place, trip }: Errand,
  ): Promise<void> => {
    // One message alone is found by what is pressed under it.
    const isLong = messages.length > 1 || messages.some(({ files }) => files);
    const note = async (part: string | undefined): Promise<void> => {
      if (isLong && part) await notePart(question, part);
    };
    for (const [part, message] of messages.entries()) {
      const below = await placeAfter(sent.get(0), question, place);
      if (sent.has(part)) {
        // It may have arrived without our learning of it.
        await note(sent.get(part));
        continue;
      }
      const ts = await sendMessage(message, { question, part }, below, trip);
      sent.set(part, ts ?? '');
      await note(ts);
      for (const file of message.files ?? []) {
        const there = await placeAfter(sent.get(0), question, place);
        for (const one of await sendFile(file, question, there, trip)) await note(one);
      }
    }
    // Also where the answer was one message, so that what is said below it is heard.
    await placeAfter(sent.get(0), question, place);
  };

  /** For whoever takes the answer back; that it cannot be noted keeps nobody from the answer. */
  const notePart = async ({ id }: Question, part: string): Promise<void> => {
    try {
      await store.addPart(id, part);
    } catch (error) {
      log.failed('note part', { id }, error);
    }
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
      const code = codeOf(error);
      const less = plainer(form, answer);
      if (!tooRich.has(code) || !less) throw error;
      await sendAs(less, answer, sent, errand);
      // The innermost form is the one that arrived; one line says so.
      if (form === 'rich') log.failed('post', { id: question.id, code, form }, error);
    }
  };

  const sendBy = async (
    way: Way,
    answer: Answer,
    sent: Map<number, string>,
    errand: Errand,
  ): Promise<Posted> => {
    const { question, trip } = errand;
    const { place, hint, isHintAlone } = way;
    try {
      if (hint) await sendMessage({ text: hint, blocks: [] }, { question, part: noPart }, place, trip);
      if (!isHintAlone) await sendAs('rich', answer, sent, { question, place, trip });
      return hint ? 'aside' : 'there';
    } catch (error) {
      if (error instanceof TakenOver) throw error;
      const code = codeOf(error);
      const next = nextWay(way, code);
      if (!next) return apologise(error, { question, place, trip });
      log.failed('post', { id: question.id, code, channel: place.channel }, error);
      return sendBy(next, answer, next.hint ? new Map() : sent, errand);
    }
  };

  /** A surprise: whoever asked must not wait for an answer that will never come. */
  const apologise = async (error: unknown, { question, place, trip }: Errand): Promise<Posted> => {
    if (passes(error)) throw error;
    const { id } = question;
    try {
      await sendMessage({ text: notices.failed(id), blocks: [] }, { question, part: noPart }, place, trip);
    } catch {
      // What matters is why the answer itself did not arrive.
      throw error;
    }
    log.failed('post', { id, code: codeOf(error) }, error);
    return 'aside';
  };

  return async (answer, question, place, trip) => {
    const sent = new Map(trip.begun ? await partsThere(question, place) : []);
    return sendBy({ place }, answer, sent, { question, place, trip });
  };
};

type Errand = { readonly question: Question; readonly place: Place; readonly trip: Trip };

/** Not a part of the answer: never looked for, never counted. */
const noPart = -1;

/** Only a chart is left out of `without-charts`: without one it would be the same again. */
const plainer = (form: Form, { blocks }: Answer): Form | undefined => {
  if (form === 'text') return undefined;
  return form === 'rich' && blocks.some(({ kind }) => kind === 'chart') ? 'without-charts' : 'text';
};

const textAlone = ({ blocks: _, ...message }: SlackMessage): SlackMessage => ({ ...message, blocks: [] });

const contextOf = (question: Question, place: Place, form: Form): RenderContext => ({
  question: { id: question.id, asker: place.asker, text: question.text, ...place.quotes },
  private: place.private ?? false,
  quoted: place.quoted ?? place.quotes !== undefined,
  ...(place.sharedBy && { sharedBy: place.sharedBy }),
  withoutCharts: form !== 'rich',
});
