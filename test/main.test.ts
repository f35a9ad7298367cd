import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

/** The program as people start it, with nothing replaced. */
const entry = fileURLToPath(new URL('../start.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stack-advisor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (
  args: readonly string[],
  options: { input?: string; env?: Record<string, string> } = {},
) => {
  // PATH alone: nothing that the machine happens to have set changes the outcome.
  const env = { PATH: process.env['PATH'], ...options.env };
  const child = spawn(process.execPath, [entry, ...args], { cwd: folder, env });
  child.stdin.end(options.input ?? '');
  const code = new Promise((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err, code: await code };
};

test('ask gives one answer, without colours where nobody looks', async () => {
  const { out, err, code } = await run(['ask', 'a chat for 50k people at once, which backend?']);
  expect({ err, code }).toEqual({ err: '', code: 0 });
  expect(out.length).toBeGreaterThan(50);
  expect(out).not.toContain('\u001b');
});

test('the question may come through a pipe, and colours may be asked for', async () => {
  const { out, code } = await run(['ask'], { input: 'a chat, which one?', env: { FORCE_COLOR: '1' } });
  expect(code).toBe(0);
  expect(out).toContain('\u001b[');
});

test('ask --json gives the document', async () => {
  const { out, code } = await run(['ask', '--json', 'what is an event loop?']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ to: 'ask.1', headline: { from: expect.any(Array) }, facts: {} });
});

test('ask --jsonl answers every good line, names the bad one, and ends with 1', async () => {
  const input = '{"id":"a","turns":["hello","a chat"]}\noops\n{"id":"b","turns":["hello"]}\n';
  const { out, code } = await run(['ask', '--jsonl'], { input });
  const rows = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map((row) => row.id ?? row.line)).toEqual(['a', 2, 'b']);
  expect(rows[0].answers).toHaveLength(2);
  expect(rows[2].answers[0]).toEqual(rows[0].answers[0]);
  expect(code).toBe(1);
});

test('a conversation through a pipe answers each line and keeps it', async () => {
  const database = join(folder, 'kept.sqlite');
  const { out, err, code } = await run([], {
    input: 'hello\nhello\n',
    env: { STACK_ADVISOR_DATABASE: database },
  });
  expect(code).toBe(0);
  expect(err.trim().split('\n')).toHaveLength(3);
  // The same greeting twice: nothing that was said in between changes it.
  expect(out.slice(0, out.length / 2)).toBe(out.slice(out.length / 2));
  const kept = new DatabaseSync(database);
  expect(kept.prepare('SELECT count(*) AS turns FROM turn').get()?.['turns']).toBe(2);
  kept.close();
});

test('logged at info, a question is one line on stderr without its words', async () => {
  const { err } = await run(['ask', 'a chat for zebras'], { env: { LOG_LEVEL: 'info' } });
  expect(JSON.parse(err)).toMatchObject({ id: 'ask.1', us: { understand: expect.any(Number) } });
  expect(err).not.toContain('zebra');
});

test('wrong settings are told at once, without a stack trace', async () => {
  const { out, err, code } = await run(['ask', 'hi'], {
    env: { LOG_LEVEL: 'loud', STACK_ADVISOR_DEBUG: '7' },
  });
  expect({ out, code }).toEqual({ out: '', code: 1 });
  expect(err).toMatch(/LOG_LEVEL.*\n.*STACK_ADVISOR_DEBUG/);
  expect(err).not.toMatch(/^ {4}at /m);
});

test('missing knowledge and an unusable database are told together', async () => {
  const env = {
    STACK_ADVISOR_KNOWLEDGE: join(folder, 'none'),
    STACK_ADVISOR_DATABASE: join(folder, 'no/such.sqlite'),
  };
  const { err, code } = await run([], { env });
  expect(code).toBe(1);
  expect(err).toContain(join(folder, 'none'));
  expect(err).toContain('no/such.sqlite cannot be opened');
  expect(err).not.toMatch(/^ {4}at /m);
});

test('--debug shows where a failure came from', async () => {
  const { err, code } = await run(['knowledge', '--debug'], {
    env: { STACK_ADVISOR_KNOWLEDGE: join(folder, 'none') },
  });
  expect(code).toBe(1);
  expect(err).toMatch(/^ {4}at /m);
});

test('a mistyped command shows the usage', async () => {
  const { err, code } = await run(['aks', 'hi']);
  expect(code).toBe(1);
  expect(err).toContain('npm run -s ask -- "question"');
});

test('doctor without tokens says what to set, and ends with 1', async () => {
  const { out, err, code } = await run(['doctor']);
  expect({ err, code }).toEqual({ err: '', code: 1 });
  expect(out).toMatch(/^Slack\n {2}– Not set up\. .*SLACK_BOT_TOKEN.*SLACK_APP_TOKEN/m);
});

test('doctor with Slack out of reach says so once, without a stack trace', async () => {
  const env = {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: 'http://127.0.0.1:1/api/',
  };
  const { out, err, code } = await run(['doctor'], { env });
  expect({ err, code }).toEqual({ err: '', code: 1 });
  expect(out).toMatch(/✗ reaching Slack: .*\n {4}→ Check the connection/);
  expect(out).not.toContain('xoxb-1');
});

test('.env is read from where the program is started', async () => {
  writeFileSync(join(folder, '.env'), 'LOG_LEVEL=loud\n');
  const { err, code } = await run(['ask', 'hi']);
  rmSync(join(folder, '.env'));
  expect(code).toBe(1);
  expect(err).toContain('LOG_LEVEL is "loud"');
});
