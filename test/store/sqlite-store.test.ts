import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { explainFailure } from '../../src/store/sqlite-failure.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { storeContract } from '../contracts/store.ts';
import { turnOf } from '../contracts/turn.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'stack-advisor-'));
  folders.push(folder);
  return folder;
};
const newPath = () => join(newFolder(), 'test.sqlite');
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

storeContract('SQLite', () => {
  const path = newPath();
  return { create: () => createSqliteStore(path), again: () => createSqliteStore(path) };
});

const child = async (path: string, name: string, start = 0, options: { uid?: number; gid?: number } = {}) => {
  const script = join(import.meta.dirname, 'claim-process.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, path, name, `${start}`], options);
  return stdout.trim();
};

test('processes that race for the same ids, on a database none of them has made yet, share them out', async () => {
  const path = newPath();
  const start = Date.now() + 500;
  const won = await Promise.all(['a', 'b', 'c', 'd'].map((name) => child(path, name, start)));
  expect(won.filter((count) => !/^\d+$/.test(count))).toEqual([]);
  expect(won.map(Number).reduce((sum, count) => sum + count)).toBe(200);
  const turns = await createSqliteStore(path).turns('shared');
  expect(new Set(turns.map((turn) => turn.question.id)).size).toBe(200);
  expect(turns).toHaveLength(200);
});

test('what was written is there after closing and opening again', async () => {
  const path = newPath();
  const first = createSqliteStore(path);
  await first.claim('m1', 1);
  await first.append(turnOf('t', 'm1'));
  await first.close();
  const second = createSqliteStore(path);
  expect(await second.claim('m1', 2)).toBe(false);
  expect(await second.turns('t')).toEqual([turnOf('t', 'm1')]);
  await second.close();
});

test('the journal is a write-ahead log, so that readers never wait for a writer', () => {
  const path = newPath();
  const store = createSqliteStore(path);
  const other = new DatabaseSync(path);
  expect(other.prepare('PRAGMA journal_mode').get()?.['journal_mode']).toBe('wal');
  other.close();
  store.close();
});

const refusal = (path: string): string => {
  try {
    createSqliteStore(path).close();
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    return (error as StoreError).message;
  }
  throw new Error(`${path} was opened`);
};

test('a file that is no database is refused, with what to do', () => {
  const path = newPath();
  writeFileSync(path, 'This is a shopping list, not a database.'.repeat(200));
  expect(refusal(path)).toMatch(/test\.sqlite is damaged .* move the file aside/);
});

test('a database with overwritten pages is refused at start, not at the question that reads them', async () => {
  const path = newPath();
  const store = createSqliteStore(path);
  for (let index = 0; index < 200; index++) await store.append(turnOf('t', `${index}`));
  await store.close();
  const file = openSync(path, 'r+');
  // All pages but the first, which holds the header and would be noticed anyway.
  writeSync(file, Buffer.alloc(statSync(path).size - 4_096, 0x5a), 0, undefined, 4_096);
  closeSync(file);
  expect(refusal(path)).toMatch(/is damaged/);
});

test('a database of a newer version is refused and left as it was', () => {
  const path = newPath();
  createSqliteStore(path).close();
  const database = new DatabaseSync(path);
  database.exec('PRAGMA user_version = 99');
  database.close();
  expect(refusal(path)).toMatch(/newer version .*schema 99/);
});

test('a database from before the first schema step is brought up to date', () => {
  const path = newPath();
  new DatabaseSync(path).close();
  const store = createSqliteStore(path);
  expect(store.claim('m1', 1)).toBe(true);
  store.close();
});

test('a database of the first schema keeps its turns and gains what came later', async () => {
  const path = newPath();
  const database = new DatabaseSync(path);
  database.exec(`CREATE TABLE claim (id TEXT PRIMARY KEY, at REAL NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE turn (position INTEGER PRIMARY KEY AUTOINCREMENT, thread TEXT NOT NULL, content TEXT NOT NULL) STRICT;
    CREATE TABLE gap (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, query TEXT NOT NULL, at REAL NOT NULL) STRICT;
    PRAGMA user_version = 1`);
  const turn = turnOf('t', '1 \ud800');
  const plain = { ...turn, outcome: { ...turn.outcome, choice: null } };
  const pick = {
    ...plain,
    question: { ...plain.question, id: '2' },
    outcome: { ...plain.outcome, choice: 'x' },
  };
  const insert = database.prepare('INSERT INTO turn (thread, content) VALUES (?, ?)');
  for (const turn of [plain, pick]) insert.run(JSON.stringify('t'), JSON.stringify(turn));
  database.close();
  const store = createSqliteStore(path);
  expect(await store.turns('t')).toEqual([plain, pick]);
  expect(await store.turn('1 \ud800')).toEqual(plain);
  expect(await store.picksOf(plain.question.author, 9)).toEqual([pick]);
  await store.close();
});

test.each([
  ['no version of its own', 'CREATE TABLE zoo (x)'],
  ['a version that we also have', 'CREATE TABLE zoo (x); PRAGMA user_version = 1'],
  ['a table named like one of ours', 'CREATE TABLE turn (x)'],
])('a database of another program, with %s, is refused and left as it was', (_, made) => {
  const path = newPath();
  const database = new DatabaseSync(path);
  database.exec(made);
  expect(refusal(path)).toMatch(/was not made by .* (zoo|turn).* STACK_ADVISOR_DATABASE/);
  expect(database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables']).toBe(1);
  database.close();
});

test('a folder that does not exist is named with the setting that leads to it', () => {
  const path = join(newFolder(), 'missing', 'test.sqlite');
  expect(refusal(path)).toMatch(/missing\/test\.sqlite cannot be opened .* STACK_ADVISOR_DATABASE/);
});

test('a folder in place of the file is refused', () => {
  expect(refusal(newFolder())).toMatch(/cannot be opened/);
});

// Permissions do not bind root, so that the attempt is made as "nobody", who may not see a clone in root's own folder.
const root = process.getuid?.() === 0;
const isSeenByAll = (folder: string): boolean =>
  (statSync(folder).mode & 0o001) !== 0 && (dirname(folder) === folder || isSeenByAll(dirname(folder)));

test.skipIf(root && !isSeenByAll(import.meta.dirname))(
  'a database that cannot be written is found at start',
  async () => {
    const path = newPath();
    createSqliteStore(path).close();
    const nobody = { uid: 65_534, gid: 65_534 };
    if (root) chownSync(join(path, '..'), nobody.uid, nobody.gid);
    chmodSync(path, 0o444);
    chmodSync(join(path, '..'), 0o555);
    const outcome = await child(path, 'reader', 0, root ? nobody : {});
    chmodSync(join(path, '..'), 0o755);
    expect(outcome).toMatch(/^StoreError: .*cannot be (opened|written)/);
  },
);

test.each([
  [5, 'locked by another program'],
  [6, 'locked by another program'],
  // 1032 is SQLITE_READONLY_DBMOVED: an extended code counts as its primary one.
  [1032, 'cannot be written'],
  [10, 'cannot be written'],
  [13, 'free space on the disk'],
])('SQLite code %i at start is explained', (errcode, words) => {
  const explained = explainFailure('a.sqlite', Object.assign(new Error('no'), { errcode }));
  expect(explained).toBeInstanceOf(StoreError);
  expect(String(explained)).toContain(words);
});

test('an error that SQLite did not throw passes through unexplained', () => {
  const error = new TypeError('a mistake of ours');
  expect(explainFailure('a.sqlite', error)).toBe(error);
});
