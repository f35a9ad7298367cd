import { DatabaseSync } from 'node:sqlite';
import type { Turn } from '../domain/conversation.ts';
import type { Store, Vote } from '../domain/store.ts';
import { migrate } from './migrate.ts';
import { createSqliteErrands } from './sqlite-errands.ts';
import { explainFailure, isBusy, refuse } from './sqlite-failure.ts';
import { createSqliteParts } from './sqlite-parts.ts';
import { decode, encode } from './sqlite-text.ts';
import { createSqliteThreads } from './sqlite-threads.ts';

/** How long a writer waits for another process to finish its write, in milliseconds. */
const BUSY_TIMEOUT = 5_000;
const RETRY_PAUSE = 10;

/**
 * Opens (and where missing creates) the database at `path`; its folder must exist.
 * Several processes may share one file, and nothing is lost when one of them is killed. A turn that `append` has
 * returned from, with all that was written before it, survives a crash of the machine, too; what was written after
 * the last turn (that its answer was sent, whom the bot listens to) may not: waiting for the disk takes most of the
 * time of a write, and with such a loss an answer is at worst looked for again.
 * @throws StoreError where the file cannot be opened or written, is damaged, or belongs to a newer version.
 */
export const createSqliteStore = (path: string): Store => {
  const database = open(path);
  const insertClaim = database.prepare('INSERT INTO claim (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const deleteClaim = database.prepare('DELETE FROM claim WHERE id = ?');
  const insertTurn = database.prepare(
    'INSERT INTO turn (thread, content, question, author) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const selectTurns = database.prepare('SELECT content FROM turn WHERE thread = ? ORDER BY position');
  const selectTurn = database.prepare('SELECT content FROM turn WHERE question = ?');
  const selectPicks = database.prepare(
    'SELECT content FROM turn WHERE author = ? ORDER BY position DESC LIMIT ?',
  );
  const insertGap = database.prepare(
    'INSERT INTO gap (id, query, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const selectGaps = database.prepare('SELECT id, query, at FROM gap ORDER BY position');
  const insertVote = database.prepare(
    'INSERT INTO vote (question, author, content) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET content = excluded.content',
  );
  const selectVotes = database.prepare('SELECT content FROM vote ORDER BY rowid');
  const { add: addErrand, ...errands } = createSqliteErrands(database);

  return {
    ...errands,
    ...createSqliteParts(database),
    ...createSqliteThreads(database),
    claim(id, at, errand) {
      if (!errand) return insertClaim.run(encode(id), at).changes === 1;
      return atOnce(database, () => {
        const isFirst = insertClaim.run(encode(id), at).changes === 1;
        if (isFirst) addErrand(id, errand);
        return isFirst;
      });
    },
    release(id) {
      deleteClaim.run(encode(id));
    },
    turns: (thread) => selectTurns.all(encode(thread)).map((row) => decode<Turn>(row['content'])),
    turn(questionId) {
      const row = selectTurn.get(encode(questionId));
      return row && decode<Turn>(row['content']);
    },
    picksOf: (author, limit) =>
      selectPicks.all(encode(author), limit).map((row) => decode<Turn>(row['content'])),
    append(turn) {
      const { id, thread, author } = turn.question;
      // Only whoever got a pick is found by name: that is all a person's own list shows.
      const named = turn.outcome.choice === null ? null : encode(author);
      durably(database, () => insertTurn.run(encode(thread), encode(turn), encode(id), named));
    },
    gap(entry) {
      insertGap.run(encode(entry.id), encode(entry.query), entry.at);
    },
    gaps: () =>
      selectGaps.all().map((row) => ({
        id: decode<string>(row['id']),
        query: decode<string>(row['query']),
        at: Number(row['at']),
      })),
    vote(entry) {
      insertVote.run(encode(entry.question), encode(entry.author), encode(entry));
    },
    votes: () => selectVotes.all().map((row) => decode<Vote>(row['content'])),
    close() {
      if (database.isOpen) database.close();
    },
  };
};

/** Waits until it is on the disk: in WAL mode, what this and other connections wrote before is there then, too. */
const durably = (database: DatabaseSync, write: () => unknown): void => {
  database.exec('PRAGMA synchronous = FULL');
  try {
    write();
  } finally {
    database.exec('PRAGMA synchronous = NORMAL');
  }
};

/** All of it or nothing, with the write lock from the start. */
const atOnce = <T>(database: DatabaseSync, work: () => T): T => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

const open = (path: string): DatabaseSync => {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
    useWriteAheadLog(database);
    database.exec('PRAGMA synchronous = NORMAL');
    // An overwritten page opens without complaint and fails, or lies, only when it is read.
    const check = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    if (check !== 'ok') throw refuse.damaged(path, String(check));
    migrate(database, path);
    return database;
  } catch (error) {
    if (database?.isOpen) database.close();
    throw explainFailure(path, error);
  }
};

/**
 * The switch to WAL needs the file for itself and, unlike any other statement, does not wait for it:
 * of processes that open a new file at the same moment all but one would fail.
 */
const useWriteAheadLog = (database: DatabaseSync): void => {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; ; waited += RETRY_PAUSE) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= BUSY_TIMEOUT) throw error;
      Atomics.wait(pause, 0, 0, RETRY_PAUSE);
    }
  }
};
