import type { DatabaseSync } from 'node:sqlite';
import type { Threads } from '../domain/store.ts';
import { decode, encode } from './sqlite-text.ts';

/** What is remembered of a thread beside its turns. */
export const createSqliteThreads = (database: DatabaseSync): Threads => {
  const insertLink = database.prepare(
    'INSERT INTO link (place, thread) VALUES (?, ?) ON CONFLICT DO UPDATE SET thread = excluded.thread',
  );
  const selectLink = database.prepare('SELECT thread FROM link WHERE place = ?');
  const insertHeard = database.prepare(
    'INSERT INTO heard (thread, author) VALUES (?, ?) ON CONFLICT DO UPDATE SET author = excluded.author',
  );
  const selectHeard = database.prepare('SELECT author FROM heard WHERE thread = ?');

  const insertVisit = database.prepare(
    'INSERT INTO visit (adapter, place, at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET at = max(at, excluded.at)',
  );
  const selectVisits = database.prepare(
    'SELECT place, at FROM visit WHERE adapter = ? AND at >= ? ORDER BY at DESC LIMIT ?',
  );

  return {
    link(place, thread) {
      insertLink.run(encode(place), encode(thread));
    },
    linked(place) {
      const row = selectLink.get(encode(place));
      return row && decode<string>(row['thread']);
    },
    listen(thread, author) {
      insertHeard.run(encode(thread), encode(author));
    },
    visit(adapter, place, at) {
      insertVisit.run(adapter, encode(place), at);
    },
    visited: (adapter, since, limit) =>
      selectVisits
        .all(adapter, since, limit)
        .map((row) => ({ place: decode<string>(row['place']), at: Number(row['at']) })),
    listensTo(thread) {
      const row = selectHeard.get(encode(thread));
      return row && decode<string | null>(row['author']);
    },
  };
};
