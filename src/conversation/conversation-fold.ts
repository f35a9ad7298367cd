import type { Conversation, Outcome, Turn } from '../domain/conversation.ts';
import type { RequirementEntry } from '../domain/knowledge.ts';
import type { Reading, Requirement } from '../domain/reading.ts';

export const emptyConversation: Conversation = {
  turns: 0,
  requirements: [],
  ruledOut: [],
  unasked: [],
  openQuestion: null,
  standing: null,
  last: null,
};

export type ConversationFold = {
  /** Requirements in force once `reading` is taken in; what the decision is made on. */
  read(before: Conversation, reading: Reading, turnId: string): Conversation;
  /** The state after the turn was answered. */
  settle(during: Conversation, reading: Reading, outcome: Outcome): Conversation;
  /** The state of a thread: `read` and `settle` over its turns, in order. */
  fold(turns: readonly Turn[]): Conversation;
};

/** Creates the fold. `requirements` says which requirement replaces which when stated later. */
export const createConversationFold = (
  requirements: readonly Pick<RequirementEntry, 'id' | 'replaces'>[],
): ConversationFold => {
  const replaces = new Map(requirements.map((entry) => [entry.id, new Set(entry.replaces)]));

  const read: ConversationFold['read'] = (before, reading, turnId) => {
    // What was said to hold and not to hold is asked back; until then it stands as it stood.
    const fresh = reading.requirements
      .filter(({ id }) => !reading.contradictions.includes(id))
      .map((mention): Requirement => ({ ...mention, turn: turnId }));
    const kept = carriedOver(before, reading, fresh, replaces);
    const byId = new Map(kept.map((requirement) => [requirement.id, requirement]));
    for (const requirement of fresh) {
      // Stated again: it moves to the end, so that the last entry always belongs to the newest message.
      byId.delete(requirement.id);
      byId.set(requirement.id, requirement);
    }
    return {
      ...before,
      turns: before.turns + 1,
      requirements: [...byId.values()],
      ruledOut: ruledOutAfter(before, reading),
      unasked: unaskedAfter(before, reading),
      standing: reading.revision === 'restart' ? null : before.standing,
    };
  };

  const settle: ConversationFold['settle'] = (during, reading, outcome) => ({
    ...during,
    openQuestion: outcome.asked,
    standing:
      outcome.choice !== null && outcome.strength !== null
        ? { choice: outcome.choice, lean: outcome.lean, strength: outcome.strength }
        : during.standing,
    last: {
      kind: reading.kind,
      act: reading.act,
      query: reading.query,
      options: reading.options,
      // Small talk refers to nothing: "thanks" must not make the next "why?" lose its subject.
      about: reading.kind === 'smalltalk' ? (during.last?.about ?? []) : outcome.about,
    },
  });

  return {
    read,
    settle,
    fold: (turns) =>
      turns.reduce(
        (state, turn) => settle(read(state, turn.reading, turn.question.id), turn.reading, turn.outcome),
        emptyConversation,
      ),
  };
};

const carriedOver = (
  before: Conversation,
  reading: Reading,
  fresh: readonly Requirement[],
  replaces: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Requirement[] => {
  if (reading.revision === 'restart') return [];
  const lapsed = new Set(reading.dropped);
  for (const { id, stance } of fresh) {
    if (stance === 'excluded') continue;
    for (const other of replaces.get(id) ?? []) lapsed.add(other);
  }
  const newestTurn = before.requirements.at(-1)?.turn;
  return before.requirements.filter(
    (requirement) =>
      !lapsed.has(requirement.id) && !(reading.revision === 'undo' && requirement.turn === newestTurn),
  );
};

/** An option stays ruled out until the person names it again as a candidate. */
const ruledOutAfter = (before: Conversation, reading: Reading): readonly string[] => {
  if (reading.revision === 'restart') return reading.ruledOut;
  const reopened = new Set(reading.act === 'pick' ? reading.options : []);
  const kept = before.ruledOut.filter((option) => !reopened.has(option));
  return [...new Set([...kept, ...reading.ruledOut])];
};

/** A choice stays within an option until another one is named as a candidate, or any is ruled out: maybe this one. */
const unaskedAfter = (before: Conversation, reading: Reading): readonly string[] => {
  const { act, revision, unasked = [], options } = reading;
  if (unasked.length > 0 || revision === 'restart') return unasked;
  const isOpened = before.unasked.some((option) => options.includes(option)) || reading.ruledOut.length > 0;
  return act === 'pick' && isOpened ? [] : before.unasked;
};
