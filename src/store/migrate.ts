import type { DatabaseSync } from 'node:sqlite';
import { refuse } from './sqlite-failure.ts';

/**
 * The schema, one step per released version; `user_version` counts the steps a file has taken.
 * A step that has been released is never changed: add another.
 */
const steps: readonly string[] = [
  `CREATE TABLE claim (id TEXT PRIMARY KEY, at REAL NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE turn (position INTEGER PRIMARY KEY AUTOINCREMENT, thread TEXT NOT NULL, content TEXT NOT NULL) STRICT;
   CREATE INDEX turn_thread ON turn (thread, position);
   CREATE TABLE gap (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, query TEXT NOT NULL, at REAL NOT NULL) STRICT;`,
  `ALTER TABLE turn ADD COLUMN question TEXT;
   ALTER TABLE turn ADD COLUMN author TEXT;
   UPDATE turn SET question = content -> '$.question.id',
     author = CASE WHEN content -> '$.outcome.choice' <> 'null' THEN content -> '$.question.author' END;
   CREATE UNIQUE INDEX turn_question ON turn (question);
   CREATE INDEX turn_author ON turn (author, position);
   CREATE TABLE errand (id TEXT PRIMARY KEY, adapter TEXT NOT NULL, question TEXT NOT NULL, place TEXT NOT NULL,
     attempt INTEGER NOT NULL, begun INTEGER NOT NULL, until REAL NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX errand_until ON errand (adapter, until);
   CREATE TABLE vote (question TEXT NOT NULL, author TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (question, author)) STRICT;
   CREATE TABLE link (place TEXT PRIMARY KEY, thread TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE heard (thread TEXT PRIMARY KEY, author TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE visit (adapter TEXT NOT NULL, place TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (adapter, place)) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE part (question TEXT NOT NULL, part TEXT NOT NULL, PRIMARY KEY (question, part)) STRICT, WITHOUT ROWID;`,
];

/** Tables of the first step, by which a database is known as ours. */
const ownTables = ['claim', 'turn', 'gap'] as const;

/** Names of the tables, without those that SQLite keeps for itself. */
const tablesOf = (database: DatabaseSync): readonly string[] =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'")
    .all()
    .map((row) => String(row['name']));

/**
 * Brings the database to the newest schema, all or nothing. It always takes the write lock, so that a file
 * that cannot be written is found at start and not at the first question.
 */
export const migrate = (database: DatabaseSync, path: string): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    // Read under the lock: another process may have migrated while this one waited for it.
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version > steps.length) throw refuse.newer(path, version, steps.length);
    const tables = tablesOf(database);
    if (version === 0 ? tables.length > 0 : ownTables.some((name) => !tables.includes(name))) {
      throw refuse.foreign(path, tables.length > 0 ? `it holds ${tables.join(', ')}` : 'it holds nothing');
    }
    for (const step of steps.slice(version)) database.exec(step);
    if (version < steps.length) database.exec(`PRAGMA user_version = ${steps.length}`);
    database.exec('COMMIT');
  } catch (error) {
    // Some failures (a full disk among them) have rolled back already; a second ROLLBACK would hide them.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};
