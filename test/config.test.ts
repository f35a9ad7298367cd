import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, settingNames } from '../src/config.ts';

test('with nothing set the bot starts with its defaults', () => {
  expect(readConfig({})).toEqual({
    database: 'stack-advisor.sqlite',
    http: { host: '0.0.0.0' },
    debug: false,
    color: 'auto',
  });
});

test('every setting is taken over', () => {
  const config = readConfig({
    LOG_LEVEL: 'debug',
    STACK_ADVISOR_DATABASE: '/data/a.sqlite',
    STACK_ADVISOR_KNOWLEDGE: 'elsewhere',
    STACK_ADVISOR_DEBUG: '1',
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: 'https://proxy.example/slack/',
    DISCORD_TOKEN: 'token',
    DISCORD_MESSAGE_CONTENT: '1',
    DISCORD_SHARDS: 'auto',
    DISCORD_GUILD: '12345678901234567',
    DISCORD_API_URL: 'https://proxy.example/discord',
    PORT: '8080',
    HOST: '127.0.0.1',
  });
  expect(config).toEqual({
    logLevel: 'debug',
    database: '/data/a.sqlite',
    knowledge: 'elsewhere',
    slack: { botToken: 'xoxb-1', via: { appToken: 'xapp-1' }, apiUrl: 'https://proxy.example/slack/' },
    discord: {
      token: 'token',
      messageContent: true,
      shards: 'auto',
      guild: '12345678901234567',
      apiUrl: 'https://proxy.example/discord',
    },
    http: { host: '127.0.0.1', port: 8080 },
    debug: true,
    color: 'auto',
  });
});

describe('Slack', () => {
  const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };

  test('with a signing secret it comes by HTTP; with an app token, too, by socket', () => {
    const secret = { ...bot, SLACK_SIGNING_SECRET: 's' };
    expect(readConfig(secret).slack).toEqual({ botToken: 'xoxb-1', via: { signingSecret: 's' } });
    expect(readConfig({ ...secret, SLACK_APP_TOKEN: 'xapp-1' }).slack?.via).toEqual({ appToken: 'xapp-1' });
  });

  test.each([
    [bot, /SLACK_BOT_TOKEN is set alone\. Add SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET/],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN/],
    [{ SLACK_SIGNING_SECRET: 's' }, /SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN/],
    [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is wrong: .*xoxb-.*OAuth/],
    [{ ...bot, SLACK_APP_TOKEN: 'xoxb-2' }, /SLACK_APP_TOKEN is wrong: .*xapp-.*App-Level Tokens/],
    [{ SLACK_API_URL: 'here' }, /SLACK_API_URL is "here": use an address/],
  ])('%j is not enough', (environment, problem) => {
    expect(() => readConfig(environment)).toThrow(problem);
  });
});

describe('Discord', () => {
  test('a token is enough', () => {
    expect(readConfig({ DISCORD_TOKEN: 't' }).discord).toEqual({
      token: 't',
      messageContent: false,
      shards: 1,
    });
    expect(readConfig({ DISCORD_TOKEN: 't', DISCORD_SHARDS: '4' }).discord?.shards).toBe(4);
    expect(readConfig({ DISCORD_GUILD: '12345678901234567' }).discord).toBeUndefined();
  });

  test.each([
    [{ DISCORD_MESSAGE_CONTENT: 'yes' }, /DISCORD_MESSAGE_CONTENT is "yes": use 1/],
    [{ DISCORD_SHARDS: '0' }, /DISCORD_SHARDS is "0": use a number or "auto"/],
    [{ DISCORD_GUILD: 'ours' }, /DISCORD_GUILD is "ours": use the id of a server/],
    [{ DISCORD_API_URL: 'here' }, /DISCORD_API_URL is "here": use an address/],
  ])('%j cannot be used', (environment, problem) => {
    expect(() => readConfig(environment)).toThrow(problem);
  });
});

test.each(['-1', '65536', 'http', '3.5'])('PORT=%s is none', (port) => {
  expect(() => readConfig({ PORT: port })).toThrow(/PORT is /);
});

test('a secret is not shown where it is wrong', () => {
  const attempt = () =>
    readConfig({ SLACK_BOT_TOKEN: 'hush-1', SLACK_APP_TOKEN: 'hush-2', SLACK_SIGNING_SECRET: 'hush-3' });
  expect(attempt).toThrow(ConfigError);
  expect(attempt).not.toThrow(/hush/);
});

test('every problem is reported at once, each with the setting and what to do', () => {
  const attempt = () =>
    readConfig({ LOG_LEVEL: 'loud', STACK_ADVISOR_DEBUG: 'yes', STACK_ADVISOR_DATABSE: 'a' });
  expect(attempt).toThrow(ConfigError);
  expect(attempt).toThrow(
    /LOG_LEVEL is "loud": use one of trace, .*\n.*STACK_ADVISOR_DEBUG is "yes": use 1 .*\n.*STACK_ADVISOR_DATABSE is no setting\. There are STACK_ADVISOR_DATABASE, /,
  );
});

test('a blank value counts as unset, as in a copied .env.example', () => {
  expect(readConfig({ LOG_LEVEL: '', STACK_ADVISOR_DATABASE: ' ', NO_COLOR: '' })).toEqual(readConfig({}));
});

test('settings of other programs are none of our business', () => {
  expect(readConfig({ HOME: '/', STACK: 'x', log_level: 'loud' })).toEqual(readConfig({}));
});

test.each([
  [{}, 'auto'],
  [{ NO_COLOR: '1' }, 'never'],
  [{ TERM: 'dumb' }, 'never'],
  [{ FORCE_COLOR: '1' }, 'always'],
  [{ FORCE_COLOR: '0' }, 'never'],
  // As in Node.js: who forces colours means it.
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, 'always'],
] as const)('colours with %j: %s', (environment, color) => {
  expect(readConfig(environment).color).toBe(color);
});

test('.env.example documents every setting, and none that does not exist', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  for (const name of settingNames) expect(text).toContain(name);
  const assigned = [...text.matchAll(/^(\w+)=/gm)].map((match) => match[1]);
  expect(assigned.filter((name) => !settingNames.includes(name ?? ''))).toEqual([]);
  expect(assigned.length).toBeGreaterThan(0);
});
