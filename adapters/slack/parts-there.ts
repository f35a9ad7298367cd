import type { Question } from '../../src/index.ts';
import type { AdapterLog } from '../shared/log.ts';
import { among, anything, fits, holding, list, number, readAs, string } from '../shared/shape.ts';
import { codeOf } from './failures.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place } from './place.ts';

/** Marks what we post, so that it can be told which parts of an answer have arrived. */
export const eventType = 'stack_advisor_answer';

const history = holding({ messages: list(holding({ ts: string({}), metadata: anything }), {}) });
/** What we posted; others mark theirs in their own way, or not at all. */
const marked = holding({
  event_type: among(eventType),
  event_payload: holding({ question: string({}), part: number }),
});

/** Seconds by which our clock may be ahead of Slack's: what was pressed or commanded has its time from ours. */
const skew = 60;

/** Parts of an answer that have arrived, with their time stamps. */
export type PartsThere = (question: Question, place: Place) => Promise<ReadonlyMap<number, string>>;

/**
 * Looks in the conversation for the parts of an answer whose sending was cut off. Where it cannot be read (a private
 * answer leaves no trace, a minimal installation may not read) none count as there: better twice than never.
 */
export const createPartsThere =
  (outgoing: Outgoing, log: AdapterLog): PartsThere =>
  async (question, { team, channel, threadTs, ...place }) => {
    if (place.private) return new Map();

    const look = async (below: string | undefined): Promise<ReadonlyMap<number, string>> => {
      const read = await outgoing.call(
        team,
        below === undefined ? 'conversations.history' : 'conversations.replies',
        {
          channel,
          ...(below !== undefined && { ts: below }),
          oldest: String(Math.floor(question.at / 1000) - skew),
          limit: 100,
          include_all_metadata: true,
        },
        { retries: false },
      );
      const there = new Map<number, string>();
      for (const { ts, metadata } of readAs(history, read).messages) {
        if (!fits(marked, metadata) || metadata.event_payload.question !== question.id) continue;
        there.set(metadata.event_payload.part, ts);
      }
      return there;
    };

    try {
      const there = await look(threadTs);
      const first = there.get(0);
      // Posted at the top of a channel, the other parts stand below the first.
      return threadTs === undefined && first !== undefined
        ? new Map([...(await look(first)), ...there])
        : there;
    } catch (error) {
      log.note('sent again without having looked', { id: question.id, code: codeOf(error) });
      return new Map();
    }
  };
