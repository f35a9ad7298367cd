import { DatabaseSync } from 'node:sqlite';
import type { Turn } from '../domain/conversation.ts';
import type { Store } from '../domain/store.ts';
import { migrate } from './migrate.ts';
import { explainFailure, isBusy, refuse } from './sqlite-failure.ts';

/** How long a writer waits for another process to finish its write, in milliseconds. */
const BUSY_TIMEOUT = 5_000;
const RETRY_PAUSE = 10;

/**
 * Opens (and where missing creates) the database at `path`; its folder must exist.
 * Several processes may share one file. A turn that `append` has returned from survives a crash
 * of the machine (WAL with `synchronous=FULL`).
 * @throws StoreError where the file cannot be opened or written, is damaged, or belongs to a newer version.
 */
export const createSqliteStore = (path: string): Store => {
  const database = open(path);
  const insertClaim = database.prepare('INSERT INTO claim (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const insertTurn = database.prepare('INSERT INTO turn (thread, content) VALUES (?, ?)');
  const selectTurns = database.prepare('SELECT content FROM turn WHERE thread = ? ORDER BY position');
  const insertGap = database.prepare(
    'INSERT INTO gap (id, query, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const selectGaps = database.prepare('SELECT id, query, at FROM gap ORDER BY position');

  return {
    claim: (id, at) => insertClaim.run(encode(id), at).changes === 1,
    turns: (thread) => selectTurns.all(encode(thread)).map((row) => decode<Turn>(row['content'])),
    append(turn) {
      insertTurn.run(encode(turn.question.thread), encode(turn));
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
    close() {
      if (database.isOpen) database.close();
    },
  };
};

/**
 * Everything textual is kept as JSON, keys included: SQLite text is UTF-8, in which a lone surrogate
 * would become U+FFFD and two different ids one.
 */
const encode = (value: unknown): string => JSON.stringify(value);
const decode = <T>(value: unknown): T => JSON.parse(String(value)) as T;

const open = (path: string): DatabaseSync => {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
    useWriteAheadLog(database);
    database.exec('PRAGMA synchronous = FULL');
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
