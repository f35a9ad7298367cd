import type { Answer, Question, Store } from '../../src/index.ts';
import type { Trip } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import { TakenOver } from '../shared/retry.ts';
import { type DiscordMessage, messageOf, text } from './components.ts';
import { codeOf, codes, isTooRich, passes, Undeliverable } from './failures.ts';
import { messagePlace, partPlace } from './ids.ts';
import { firstWay, nextWay, type Way } from './next-way.ts';
import { notices } from './notices.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place } from './place.ts';
import { toPlainMessages } from './render/plain.ts';
import { withNote } from './render/with-note.ts';
import { type RenderContext, render } from './render.ts';
import type { May, Rights } from './rights.ts';
import { threadName } from './thread-name.ts';

export type PostDeps = {
  readonly outgoing: Outgoing;
  readonly store: Pick<Store, 'addPart' | 'link' | 'linked' | 'visit'>;
  readonly log: AdapterLog;
  readonly rights: Rights;
  /** Whether we hear what is said in a thread without naming us. */
  readonly hearsAll: boolean;
};

/** Throws where nobody could be told: `TakenOver`, `Undeliverable`, or what failed and may pass. */
export type PostAnswer = (answer: Answer, question: Question, place: Place, trip: Trip) => Promise<Posted>;

/** Where an answer went: to its place, or to the asker alone by another way. */
export type Posted = 'there' | 'aside';

/**
 * Brings an answer to where it was asked. Where Discord does not let us, the asker gets it by the nearest way that is
 * open, with what can be done about it.
 */
export const createPostAnswer = (deps: PostDeps): PostAnswer => {
  const { outgoing, store, log, rights } = deps;

  /** For whoever takes the answer back; that it cannot be noted keeps nobody from the answer. */
  const notePart = async ({ question, place, isLong }: Errand, id: string): Promise<void> => {
    // One message alone is found by what is pressed under it; of what only one person sees, no other is within reach.
    if (!isLong || place.private) return;
    try {
      await store.addPart(question.id, id);
    } catch (error) {
      log.failed('note part', { id: question.id }, error);
    }
  };

  /** `part` names the message among all that this question is answered with: it is shown once under that name. */
  const send = async (message: DiscordMessage, part: number | string, errand: Errand): Promise<void> => {
    const { question, place, trip, may } = errand;
    const { interaction, replyTo, channel } = place;
    const { mayGoOn, begun } = trip;
    const isFirst = part === 0;
    if (!interaction) {
      const { id } = await outgoing.send(channel, message, {
        mayGoOn,
        nonce: nonceOf(question, part),
        ...(isFirst && replyTo && may('Read Message History', channel) && { replyTo }),
      });
      await notePart(errand, id);
      return store.link(messagePlace(id), question.thread);
    }
    const inPlace = isFirst && !place.follows;
    // These have no nonce: what an earlier try has sent is told by the store.
    if (!inPlace && begun && (await store.linked(partPlace(question.id, part)))) return;
    const { id } = inPlace
      ? await outgoing.editReply(interaction, message, { mayGoOn })
      : await outgoing.followUp(interaction, message, { mayGoOn, ephemeral: place.private ?? false });
    await notePart(errand, id);
    if (!inPlace) await store.link(partPlace(question.id, part), question.thread);
    // In a thread all belongs together; elsewhere a reply to this leads back to it.
    if (!place.private) await store.link(messagePlace(id), question.thread);
  };

  /** What Discord does not take as it is, it takes as text. */
  const sendOrPlain = async (message: DiscordMessage, part: number, errand: Errand): Promise<void> => {
    try {
      await send(message, part, errand);
    } catch (error) {
      if (!isTooRich(error)) throw error;
      const plain = toPlainMessages([message]);
      const isLong = errand.isLong || plain.length > 1;
      // The first still takes the place of what was acknowledged.
      for (const [index, one] of plain.entries())
        await send(one, index === 0 && part === 0 ? 0 : `${part}p${index}`, { ...errand, isLong });
      log.failed('send', { id: errand.question.id, code: codeOf(error), by: 'text alone' }, error);
    }
  };

  /** A mention at the top of a channel opens a thread on it, or is replied to where that may not be. */
  const withThread = async ({ question, may }: Errand, place: Place): Promise<Place> => {
    const { opensOn, ...rest } = place;
    if (opensOn === undefined) return place;
    const inThread = async (channel: string): Promise<Place> => {
      // What is asked in it while we are away is looked for.
      await store.visit('discord', channel, question.at);
      return { ...rest, channel, parent: place.channel };
    };
    if (mayOpen(may, place.channel)) {
      try {
        const { id } = await outgoing.openThread(place.channel, opensOn, threadName(question.text));
        return await inThread(id);
      } catch (error) {
        const code = codeOf(error);
        // Opened before we were cut off, or by somebody else: it has the id of the message.
        if (code === codes.threadExists) return inThread(opensOn);
        if (code === codes.unknownChannel || code === codes.missingAccess) throw error;
        log.note('no thread opened', { id: question.id, code });
      }
    }
    return { ...rest, replyTo: opensOn };
  };

  const rendered = (answer: Answer, { question, place, may }: Errand): readonly DiscordMessage[] => {
    // A thread has the rights of its channel.
    const mayFiles = may('Attach Files', place.parent ?? place.channel);
    const messages = render(answer, contextOf(question, place, mayFiles));
    if (!place.begins || place.private) return messages;
    const isThread = place.parent !== undefined;
    return withNote(messages, isThread && deps.hearsAll ? notices.follows : notices.needsNaming);
  };

  const sendTo = async (answer: Answer, { hint, isHintAlone }: Way, errand: Errand): Promise<void> => {
    if (hint) await send(messageOf([text(hint)]), 'hint', errand);
    if (isHintAlone) return;
    const messages = rendered(answer, errand);
    const isLong = messages.length > 1;
    for (const [part, message] of messages.entries()) await sendOrPlain(message, part, { ...errand, isLong });
  };

  const sendBy = async (
    way: Way,
    answer: Answer,
    errand: Errand,
    refused: readonly (number | string)[],
  ): Promise<Posted> => {
    const { question, may } = errand;
    let { place } = way;
    try {
      if (way.isDirect) place = { ...place, channel: (await outgoing.openDirect(place.asker)).id };
      else if (!place.interaction && !mayWrite(may, place))
        throw new Undeliverable([codes.missingPermissions]);
      else place = await withThread(errand, place);
      await sendTo(answer, way, { ...errand, place });
    } catch (error) {
      if (error instanceof TakenOver || passes(error)) throw error;
      const code = codeOf(error);
      const all = [...refused, code];
      const next = nextWay({ ...way, place }, code);
      if (next) return sendBy(next, answer, errand, all);
      if (await isTold(notices.failed(question.id), { ...errand, place }, way)) {
        log.failed('send', { id: question.id, code: codeOf(new Undeliverable(all)), by: 'apology' }, error);
        return 'aside';
      }
      throw new Undeliverable(all, { cause: error });
    }
    if (refused.length > 0) {
      const by = way.isDirect ? 'direct message' : 'another way';
      const code = codeOf(new Undeliverable(refused));
      log.note('sent another way', { id: question.id, code, channel: errand.place.channel, by });
    }
    return way.isDirect ? 'aside' : 'there';
  };

  /** A surprise: whoever asked must not wait for an answer that will never come. */
  const isTold = async (words: string, errand: Errand, { isDirect }: Way): Promise<boolean> => {
    // Closed to us altogether.
    if (isDirect) return false;
    try {
      await send(messageOf([text(words)]), 'failed', {
        ...errand,
        place: { ...errand.place, follows: true },
      });
      return true;
    } catch {
      return false;
    }
  };

  return (answer, question, place, trip) =>
    sendBy(firstWay(place), answer, { question, place, trip, may: rights() }, []);
};

type Errand = {
  readonly question: Question;
  readonly place: Place;
  readonly trip: Trip;
  readonly may: May;
  /** What is sent is one of several messages. */
  readonly isLong?: boolean;
};

const mayOpen = (may: May, channel: string): boolean =>
  may('Create Public Threads', channel) && may('Send Messages in Threads', channel);

/** Where nobody but a few may speak, a thread may still be open to all. */
const mayWrite = (may: May, { channel, parent, opensOn }: Place): boolean =>
  may(parent === undefined ? 'Send Messages' : 'Send Messages in Threads', channel) ||
  (opensOn !== undefined && mayOpen(may, channel));

/** The question's own number and the part: the same however often it is sent. */
const nonceOf = ({ id }: Question, part: number | string): string =>
  `${id.slice(id.lastIndexOf(':') + 1)}.${part}`.slice(0, 25);

const contextOf = (question: Question, place: Place, mayFiles: boolean): RenderContext => ({
  question: { id: question.id, asker: place.asker, text: question.text, ...place.quotes },
  private: place.private ?? false,
  quoted: place.quoted ?? place.quotes !== undefined,
  ...(place.sharedBy && { sharedBy: place.sharedBy }),
  withoutFiles: !mayFiles,
});
