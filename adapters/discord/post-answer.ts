import type { Answer, Question, Store } from '../../src/index.ts';
import type { Trip } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import { TakenOver } from '../shared/retry.ts';
import { type DiscordMessage, messageOf, text } from './components.ts';
import { codeOf, codes } from './failures.ts';
import { messagePlace } from './ids.ts';
import { notices } from './notices.ts';
import type { Outgoing, Sent } from './outgoing.ts';
import type { Place } from './place.ts';
import { toPlainMessages } from './render/plain.ts';
import { withNote } from './render/with-note.ts';
import { type RenderContext, render } from './render.ts';
import { threadName } from './thread-name.ts';

export type PostDeps = {
  readonly outgoing: Outgoing;
  readonly store: Pick<Store, 'link'>;
  readonly log: AdapterLog;
  /** What we may do in a channel, as far as it is known. */
  may(what: 'open threads' | 'send files', channel: string): boolean;
  /** Whether we hear what is said in a thread without naming us. */
  readonly hearsAll: boolean;
};

export type PostAnswer = (answer: Answer, question: Question, place: Place, trip: Trip) => Promise<void>;

/** Places that are closed to us though the asker is there. */
const closed = new Set<number | string>([
  codes.unknownChannel,
  codes.missingAccess,
  codes.missingPermissions,
  codes.locked,
  codes.archived,
]);
/** An interaction that can no longer be answered: too old, or taken by somebody else. */
const lapsed = new Set<number | string>([codes.unknownInteraction, codes.unknownWebhook, codes.expiredToken]);

/**
 * Brings an answer to where it was asked. Where Discord does not let us, the asker gets it by the nearest way that is
 * open, with what can be done about it.
 */
export const createPostAnswer = (deps: PostDeps): PostAnswer => {
  const { outgoing, store, log } = deps;

  const sendAll = async (messages: readonly DiscordMessage[], errand: Errand): Promise<void> => {
    const { question, place } = errand;
    for (const [part, message] of messages.entries()) {
      const { id } = await sendPart(message, part, errand);
      // In a thread all belongs together; elsewhere a reply to this leads back to it.
      if (!place.private) await store.link(messagePlace(id), question.thread);
    }
  };

  const sendPart = (
    message: DiscordMessage,
    part: number,
    { question, place, trip }: Errand,
  ): Promise<Sent> => {
    const { mayGoOn } = trip;
    if (place.interaction && (part > 0 || place.follows)) {
      return outgoing.followUp(place.interaction, message, { mayGoOn, ephemeral: place.private ?? false });
    }
    if (place.interaction) return outgoing.editReply(place.interaction, message, { mayGoOn });
    return outgoing.send(place.channel, message, {
      mayGoOn,
      nonce: nonceOf(question, part),
      ...(part === 0 && place.replyTo && { replyTo: place.replyTo }),
    });
  };

  /** A mention at the top of a channel opens a thread on it, or is replied to where that may not be. */
  const settled = async (question: Question, place: Place): Promise<Place> => {
    const { opensOn, ...rest } = place;
    if (opensOn === undefined) return place;
    if (deps.may('open threads', place.channel)) {
      try {
        const { id } = await outgoing.openThread(place.channel, opensOn, threadName(question.text));
        return { ...rest, channel: id, parent: place.channel };
      } catch (error) {
        const code = codeOf(error);
        // Opened before we were cut off, or by somebody else: it has the id of the message.
        if (code === codes.threadExists) return { ...rest, channel: opensOn, parent: place.channel };
        log.note('no thread opened', { id: question.id, code });
      }
    }
    return { ...rest, replyTo: opensOn };
  };

  const rendered = (answer: Answer, question: Question, place: Place): readonly DiscordMessage[] => {
    const messages = render(answer, contextOf(question, place, deps.may('send files', place.channel)));
    if (!place.begins || place.private) return messages;
    const isThread = place.parent !== undefined;
    return withNote(messages, isThread && deps.hearsAll ? notices.follows : notices.needsNaming);
  };

  const sendTo = async (answer: Answer, errand: Errand): Promise<void> => {
    const messages = rendered(answer, errand.question, errand.place);
    try {
      await sendAll(messages, errand);
    } catch (error) {
      if (codeOf(error) !== codes.invalidBody) throw error;
      log.failed('send', { id: errand.question.id, code: codes.invalidBody }, error);
      await sendAll(toPlainMessages(messages), errand);
    }
  };

  /** The way out where the place is closed to us. */
  const sendAside = async (code: number | string, answer: Answer, errand: Errand): Promise<void> => {
    const { question, place, trip } = errand;
    const { interaction: _, parent, ...rest } = place;
    const isLocked = code === codes.locked || code === codes.archived;
    const aside: Place =
      isLocked && parent !== undefined
        ? { ...rest, channel: parent, quoted: true }
        : lapsed.has(code) && !place.private
          ? rest
          : { channel: (await outgoing.openDirect(place.asker)).id, asker: place.asker, quoted: true };
    if (!lapsed.has(code)) {
      const hint = messageOf([text(notices.closed(code, place.channel))]);
      await outgoing.send(aside.channel, hint, { mayGoOn: trip.mayGoOn, nonce: nonceOf(question, 'hint') });
    }
    await sendTo(answer, { question, place: aside, trip });
  };

  return async (answer, question, place, trip) => {
    let errand: Errand = { question, place, trip };
    try {
      errand = { ...errand, place: await settled(question, place) };
      await sendTo(answer, errand);
    } catch (error) {
      const code = codeOf(error);
      if (error instanceof TakenOver || !(closed.has(code) || lapsed.has(code))) throw error;
      log.failed('send', { id: question.id, code, channel: place.channel }, error);
      await sendAside(code, answer, errand);
    }
  };
};

type Errand = { readonly question: Question; readonly place: Place; readonly trip: Trip };

/** The question's own number and the part: the same however often it is sent. */
const nonceOf = ({ id }: Question, part: number | string): string =>
  `${id.slice(id.lastIndexOf(':') + 1)}.${part}`.slice(0, 25);

const contextOf = (question: Question, place: Place, mayFiles: boolean): RenderContext => ({
  question: { id: question.id, asker: place.asker, text: question.text },
  private: place.private ?? false,
  quoted: place.quoted ?? false,
  ...(place.sharedBy && { sharedBy: place.sharedBy }),
  withoutFiles: !mayFiles,
});
