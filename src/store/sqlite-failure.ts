import { StoreError } from './store-error.ts';

const elsewhere = 'or set STACK_ADVISOR_DATABASE to another path (":memory:" keeps nothing)';

/** The reasons for which a database is refused at start, each with what to do about it. */
export const refuse = {
  damaged: (path: string, detail: string): StoreError =>
    new StoreError(
      `The database ${path} is damaged (${detail}). Restore a backup or move the file aside; a new one is made at the next start.`,
    ),
  newer: (path: string, version: number, known: number): StoreError =>
    new StoreError(
      `The database ${path} was written by a newer version of Stack Advisor (schema ${version}, this one knows ${known}). Update Stack Advisor, ${elsewhere}.`,
    ),
  foreign: (path: string, detail: string): StoreError =>
    new StoreError(
      `The database ${path} was not made by Stack Advisor (${detail}). Leave that file alone, and set STACK_ADVISOR_DATABASE to another path (":memory:" keeps nothing).`,
    ),
  unopened: (path: string, detail: string): StoreError =>
    new StoreError(
      `The database ${path} cannot be opened (${detail}). Create its folder and allow this user to write in it, ${elsewhere}.`,
    ),
  unwritable: (path: string, detail: string): StoreError =>
    new StoreError(
      `The database ${path} cannot be written (${detail}). Allow this user to write the file and its folder, free space on the disk, ${elsewhere}.`,
    ),
  busy: (path: string): StoreError =>
    new StoreError(`The database ${path} is locked by another program. Stop that one, ${elsewhere}.`),
};

/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html */
const codes = { busy: 5, locked: 6, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 };

/** What SQLite threw at start, in words that say what to do; anything unforeseen is passed on as it is. */
export const explainFailure = (path: string, error: unknown): unknown => {
  const detail = error instanceof Error ? error.message : String(error);
  switch (codeOf(error)) {
    case codes.busy:
    case codes.locked:
      return refuse.busy(path);
    case codes.readonly:
    case codes.ioerr:
    case codes.full:
      return refuse.unwritable(path, detail);
    case codes.corrupt:
    case codes.notadb:
      return refuse.damaged(path, detail);
    case codes.cantopen:
      return refuse.unopened(path, detail);
    default:
      return error;
  }
};

/** True where another connection holds the file. */
export const isBusy = (error: unknown): boolean => codeOf(error) === codes.busy;

/** Extended codes hold the primary one in their low byte. */
const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
