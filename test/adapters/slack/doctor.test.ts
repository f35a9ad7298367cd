import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttpServer } from '../../../adapters/shared/http-server.ts';
import { createSlackDoctor } from '../../../adapters/slack/doctor.ts';
import { scopes } from '../../../adapters/slack/scopes.ts';
import { testSecret } from '../../slack/ids.ts';
import { createLocalSlack } from '../../slack/local-slack.ts';
import { delayed, dropped, type Reply, rateLimited, serverError, slackError } from '../../slack/replies.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const all = scopes.map(({ scope }) => scope);
const minimal = scopes.filter((scope) => scope.minimal).map(({ scope }) => scope);

const startSlack = async (granted: readonly string[] = all) => {
  const slack = createLocalSlack({ scopes: granted });
  await slack.start();
  slack.connectSocketMode(() => 'wss://localhost/link');
  cleanups.push(slack.stop);
  return slack;
};
type Slack = Awaited<ReturnType<typeof startSlack>>;
type Settings = NonNullable<Parameters<typeof createSlackDoctor>[0]['slack']>;

/** A port where nothing listens. */
const nowhere = { host: '127.0.0.1', port: 1 };

/** What is found, a line each: `✓ name: note` or `✗ name: problem → remedy`. */
const examine = async (
  slack: Slack,
  changes: Partial<Settings> = {},
  { http = nowhere, now = Date.now } = {},
): Promise<readonly string[]> => {
  const settings: Settings = {
    botToken: slack.home.token,
    via: { appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    ...changes,
  };
  const checks = (await createSlackDoctor({ slack: settings, http, now }).examine?.()) ?? [];
  return checks.map((check) =>
    check.ok
      ? `✓ ${check.name}${check.note ? `: ${check.note}` : ''}`
      : `✗ ${check.name}: ${check.problem} → ${check.mend}`,
  );
};
const lineOf = async (name: string, ...given: Parameters<typeof examine>): Promise<string> => {
  const lines = (await examine(...given)).filter((line) => line.slice(2).startsWith(name));
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
};

test('without tokens it says what to set and where to get it', () => {
  const doctor = createSlackDoctor({ http: nowhere, now: Date.now });
  expect(doctor.examine).toBeUndefined();
  for (const word of ['manifest.json', 'SLACK_BOT_TOKEN', 'xoxb-', 'SLACK_APP_TOKEN', 'connections:write'])
    expect(doctor.setUp).toContain(word);
});

test('all is well: every check says so, and nothing was changed or posted', async () => {
  const slack = await startSlack();
  expect(await examine(slack)).toEqual([
    '✓ bot token: @stackadvisor in Stack.',
    '✓ scopes: All of manifest.json.',
    '✓ channels: Slack does not tell which ones it is in.',
    '✓ socket',
    '✓ clock',
  ]);
  expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test', 'apps.connections.open']);
});

describe('the bot token', () => {
  test.each([
    ['invalid_auth', 'OAuth & Permissions → Bot User OAuth Token'],
    ['token_revoked', 'OAuth & Permissions → Reinstall'],
    ['account_inactive', 'OAuth & Permissions → Reinstall'],
    ['team_access_not_granted', 'auth.test#errors'],
  ])('%s', async (code, remedy) => {
    const slack = await startSlack();
    slack.on('auth.test', slackError(code));
    const line = await lineOf('bot token', slack);
    expect(line).toMatch(/^✗/);
    expect(line).toContain(code);
    expect(line).toContain(remedy);
  });

  test('one that is refused does not keep the rest from being looked at', async () => {
    const slack = await startSlack();
    const names = (await examine(slack, { botToken: testSecret('xoxb') })).map((line) => line.slice(0, 8));
    expect(names).toEqual(['✗ bot to', '✓ socket', '✓ clock']);
  });
});

describe('Slack out of reach is one finding, not five', () => {
  test.each<[string, Reply, RegExp]>([
    ['cut off', dropped, /^✗ reaching Slack: Slack cannot be reached \(.+\)\. → .*HTTPS_PROXY/],
    ['a proxy in its place', serverError(403), /^✗ reaching Slack: Something else answered .*http_403/],
    [
      'a page in its place',
      { kind: 'status', status: 200, headers: {}, body: '<html>' },
      /^✗ reaching Slack/,
    ],
    ['too many calls', rateLimited(30), /^✗ reaching Slack: .*later.* in 30 seconds/],
  ])('%s', async (_, reply, finding) => {
    const slack = await startSlack();
    slack.on('auth.test', reply);
    expect(await examine(slack)).toEqual([expect.stringMatching(finding)]);
  });

  test('nothing there at all', async () => {
    const slack = await startSlack();
    expect(await examine(slack, { apiUrl: 'http://127.0.0.1:1/api/' })).toEqual([
      expect.stringMatching(/^✗ reaching Slack: Slack cannot be reached/),
    ]);
  });
});

describe('scopes', () => {
  test.each([
    ['those of manifest.json', all, /^✓ scopes: All of manifest\.json\.$/],
    ['those of manifest.minimal.json', minimal, /^✓ scopes: Those of manifest\.minimal\.json/],
    [
      'one too few',
      all.filter((scope) => scope !== 'files:write'),
      /^✓ .*Without: files:write \(send a table/,
    ],
    ['two too many', [...all, 'users:read', 'im:read'], /^✓ .*More than it uses: users:read, im:read\.$/],
    [
      'none that answers',
      all.filter((scope) => scope !== 'chat:write'),
      /^✗ scopes: Missing: chat:write .*Reinstall/,
    ],
    ['none', [], /^✗ scopes: Missing: app_mentions:read .*; commands/],
  ])('%s', async (_, granted, finding) => {
    expect(await lineOf('scopes', await startSlack(granted))).toMatch(finding);
  });
});

test('scopes that Slack did not tell are not missed', async () => {
  const slack = await startSlack();
  const body = JSON.stringify({ ok: true, team: 'Stack', user: 'stackadvisor' });
  slack.on('auth.test', { kind: 'status', status: 200, headers: {}, body });
  expect(await lineOf('scopes', slack)).toMatch(/^✓ scopes: Not compared/);
});

describe('channels are counted where Slack tells them', () => {
  const listing = (count: number): Reply => ({
    kind: 'status',
    status: 200,
    headers: {},
    body: JSON.stringify({ ok: true, channels: Array.from({ length: count }, (_, id) => ({ id })) }),
  });

  test.each([
    [3, /^✓ channels: It is in 3\.$/],
    [200, /^✓ channels: It is in 200 or more\.$/],
    [0, /^✗ channels: It is in none.*\/invite @stackadvisor/],
  ])('%i', async (count, finding) => {
    const slack = await startSlack([...all, 'channels:read']);
    slack.on('users.conversations', listing(count));
    expect(await lineOf('channels', slack)).toMatch(finding);
    expect(slack.callsOf('users.conversations')[0]?.args).toMatchObject({ types: 'public_channel' });
  });

  test('an error there is no finding', async () => {
    const slack = await startSlack([...all, 'channels:read', 'groups:read']);
    slack.on('users.conversations', slackError('fatal_error'));
    expect(await lineOf('channels', slack)).toMatch(/^✓ channels: Slack does not tell/);
  });
});

describe('the socket', () => {
  test('an app-level token that Slack does not know, or that may not', async () => {
    const slack = await startSlack();
    expect(await lineOf('socket', slack, { via: { appToken: testSecret('xapp') } })).toMatch(
      /^✗ socket: .*invalid_auth.* → .*Socket Mode → Enable/,
    );
    slack.on('apps.connections.open', slackError('missing_scope'));
    expect(await lineOf('socket', slack)).toMatch(/^✗ socket: .* → .*Add scope → connections:write/);
  });
});

test.each([
  [0, /^✓ clock$/],
  [-10 * 60_000, /^✗ clock: This machine is 10 minutes behind/],
  [2 * 3_600_000, /^✗ clock: This machine is 120 minutes ahead/],
])('our clock beside Slack’s: %i ms off', async (off, finding) => {
  expect(await lineOf('clock', await startSlack(), {}, { now: () => Date.now() + off })).toMatch(finding);
});

describe('HTTP instead of a socket', () => {
  const secret = { via: { signingSecret: '0123456789abcdef0123456789abcdef' } };

  test('no socket is asked for, and the addresses to enter are named', async () => {
    const slack = await startSlack();
    const lines = await examine(slack, secret);
    expect(lines.map((line) => line.replace(/:.*/, ''))).toEqual([
      '✓ bot token',
      '✓ scopes',
      '✓ channels',
      '✓ signing secret',
      '✓ request URL',
      '✓ clock',
    ]);
    expect(slack.callsOf('apps.connections.open')).toEqual([]);
  });

  test('a secret that is none', async () => {
    const line = await lineOf('signing secret', await startSlack(), { via: { signingSecret: 'xoxb-1' } });
    expect(line).toMatch(/^✗ .*Signing Secret → Show/);
    expect(line).not.toContain('xoxb-1');
  });

  const serving = async (isUp: boolean) => {
    const adapter = { name: 'slack', start: async () => {}, stop: async () => {}, isUp: () => isUp };
    const server = createHttpServer([adapter], { host: '127.0.0.1', port: 0 });
    const port = await server.start();
    cleanups.push(server.stop);
    return { host: '0.0.0.0', port };
  };

  test('the bot runs, runs badly, does not run, or something else does', async () => {
    const slack = await startSlack();
    const line = (http: typeof nowhere) => lineOf('request URL', slack, secret, { http });
    expect(await line(await serving(true))).toMatch(/^✓ request URL: The bot is up on port \d+\.$/);
    expect(await line(await serving(false))).toMatch(/^✗ request URL: The bot .* not up/);
    expect(await line(nowhere)).toMatch(/^✓ request URL: The bot does not run here now/);
    const other = createServer((_, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    cleanups.push(async () => other.close());
    const { port } = other.address() as AddressInfo;
    expect(await line({ host: '127.0.0.1', port })).toMatch(/^✗ request URL: Another program .* PORT/);
  });
});

test('tokens are never shown', async () => {
  const slack = await startSlack();
  slack.on('auth.test', slackError('invalid_auth'));
  slack.once('apps.connections.open', delayed(1));
  const said = (await examine(slack)).join('\n');
  expect(said).not.toContain(slack.home.token);
  expect(said).not.toContain(slack.appToken);
});
