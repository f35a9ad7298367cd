import type { Turn } from '../domain/conversation.ts';
import type { Errand, Gap, Store, Visit, Vote } from '../domain/store.ts';

export type MemoryStore = Store & {
  /** Forgets everything, as if it had just been made. */
  clear(): void;
};

type OpenErrand = Errand & {
  readonly adapter: string;
  readonly until: number;
  readonly attempt: number;
  readonly begun: boolean;
};

/** A store that lives as long as the process: for tests, single questions and batches. */
export const createMemoryStore = (): MemoryStore => {
  const claimed = new Set<string>();
  const errands = new Map<string, OpenErrand>();
  const threads = new Map<string, Turn[]>();
  const byId = new Map<string, Turn>();
  const gaps = new Map<string, Gap>();
  const votes = new Map<string, Vote>();
  const parts = new Map<string, Set<string>>();
  const links = new Map<string, string>();
  const heard = new Map<string, string | null>();
  const visits = new Map<string, Visit & { readonly adapter: string }>();

  return {
    claim(id, _at, errand) {
      if (claimed.has(id)) return false;
      claimed.add(id);
      if (errand) errands.set(id, { ...errand, attempt: 1, begun: false });
      return true;
    },
    release(id) {
      claimed.delete(id);
    },
    begin(id, attempt, until) {
      const errand = errands.get(id);
      if (errand?.attempt !== attempt) return false;
      errands.set(id, { ...errand, until, begun: true });
      return true;
    },
    end(id) {
      errands.delete(id);
    },
    overdue(adapter, now, until, limit) {
      const late = [...errands]
        .filter(([, errand]) => errand.adapter === adapter && errand.until < now)
        .slice(0, limit);
      return late.map(([id, { question, place, attempt, begun, ...rest }]) => {
        const taken = { question, place, attempt: attempt + 1, begun };
        errands.set(id, { ...rest, ...taken, until });
        return taken;
      });
    },
    // A copy: what a caller holds must not grow under it when the next turn arrives.
    turns: (thread) => [...(threads.get(thread) ?? [])],
    turn: (id) => byId.get(id),
    picksOf: (author, limit) =>
      [...byId.values()]
        .filter(({ question, outcome }) => question.author === author && outcome.choice !== null)
        .reverse()
        .slice(0, limit),
    append(turn) {
      if (byId.has(turn.question.id)) return;
      byId.set(turn.question.id, turn);
      const turns = threads.get(turn.question.thread);
      if (turns) turns.push(turn);
      else threads.set(turn.question.thread, [turn]);
    },
    gap(entry) {
      if (!gaps.has(entry.id)) gaps.set(entry.id, entry);
    },
    gaps: () => [...gaps.values()],
    vote(entry) {
      votes.set(JSON.stringify([entry.question, entry.author]), entry);
    },
    votes: () => [...votes.values()],
    addPart(question, part) {
      const known = parts.get(question);
      if (known) known.add(part);
      else parts.set(question, new Set([part]));
    },
    partsOf: (question) => [...(parts.get(question) ?? [])],
    link(place, thread) {
      links.set(place, thread);
    },
    linked: (place) => links.get(place),
    listen(thread, author) {
      heard.set(thread, author);
    },
    listensTo: (thread) => heard.get(thread),
    visit(adapter, place, at) {
      const key = JSON.stringify([adapter, place]);
      visits.set(key, { adapter, place, at: Math.max(at, visits.get(key)?.at ?? at) });
    },
    visited: (adapter, since, limit) =>
      [...visits.values()]
        .filter((visit) => visit.adapter === adapter && visit.at >= since)
        .sort((a, b) => b.at - a.at)
        .slice(0, limit)
        .map(({ place, at }) => ({ place, at })),
    clear() {
      for (const kept of [claimed, errands, threads, byId, gaps, votes, parts, links, heard, visits])
        kept.clear();
    },
    close() {},
  };
};
