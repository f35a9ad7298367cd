import type { DatabaseSync } from 'node:sqlite';
import type { Parts } from '../domain/store.ts';
import { decode, encode } from './sqlite-text.ts';

/** What has been sent of answers in several parts. */
export const createSqliteParts = (database: DatabaseSync): Parts => {
  const insert = database.prepare('INSERT INTO part (question, part) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const select = database.prepare('SELECT part FROM part WHERE question = ?');

  return {
    addPart(question, part) {
      insert.run(encode(question), encode(part));
    },
    partsOf: (question) => select.all(encode(question)).map((row) => decode<string>(row['part'])),
  };
};
