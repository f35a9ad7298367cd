import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, readConfig, settingNames } from '../src/config.ts';

test('with nothing set the bot starts with its defaults', () => {
  expect(readConfig({})).toEqual({ database: 'stack-advisor.sqlite', debug: false, color: 'auto' });
});

test('every setting is taken over', () => {
  const config = readConfig({
    LOG_LEVEL: 'debug',
    STACK_ADVISOR_DATABASE: '/data/a.sqlite',
    STACK_ADVISOR_KNOWLEDGE: 'elsewhere',
    STACK_ADVISOR_DEBUG: '1',
  });
  expect(config).toEqual({
    logLevel: 'debug',
    database: '/data/a.sqlite',
    knowledge: 'elsewhere',
    debug: true,
    color: 'auto',
  });
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
