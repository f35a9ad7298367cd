import type { DatabaseSync } from 'node:sqlite';
import type { Question } from '../domain/question.ts';
import type { Errands, Store } from '../domain/store.ts';
import { decode, encode } from './sqlite-text.ts';

type NewErrand = Parameters<Store['claim']>[2];

/** Answers on their way, as rows that are deleted when they have arrived: the table holds only what is under way. */
export const createSqliteErrands = (
  database: DatabaseSync,
): Errands & { add(id: string, errand: NonNullable<NewErrand>): void } => {
  const insert = database.prepare(
    `INSERT INTO errand (id, adapter, question, place, attempt, begun, until) VALUES (?, ?, ?, ?, 1, 0, ?)`,
  );
  const begin = database.prepare('UPDATE errand SET begun = 1, until = ? WHERE id = ? AND attempt = ?');
  const remove = database.prepare('DELETE FROM errand WHERE id = ?');
  // One statement, so that of two processes each late errand goes to one.
  const take = database.prepare(
    `UPDATE errand SET attempt = attempt + 1, until = ? WHERE id IN
       (SELECT id FROM errand WHERE adapter = ? AND until < ? ORDER BY until LIMIT ?)
     RETURNING question, place, attempt, begun`,
  );

  return {
    add(id, { adapter, question, place, until }) {
      insert.run(encode(id), adapter, encode(question), encode(place), until);
    },
    begin: (id, attempt, until) => begin.run(until, encode(id), attempt).changes === 1,
    end(id) {
      remove.run(encode(id));
    },
    overdue: (adapter, now, until, limit) =>
      take.all(until, adapter, now, limit).map((row) => ({
        question: decode<Question>(row['question']),
        place: decode<string>(row['place']),
        attempt: Number(row['attempt']),
        begun: row['begun'] === 1,
      })),
  };
};
