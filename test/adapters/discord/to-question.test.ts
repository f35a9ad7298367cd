import { expect, test } from 'vitest';
import { textOf } from '../../../adapters/discord/to-question.ts';

test.each([
  ['<@1> which backend?', 'which backend?'],
  // As older clients name a user, and as the role of that id would be named.
  ['<@!1>, <@&1>?', ',  ?'],
  ['ask <@1>, not <@12> or <@!2>', 'ask  , not <@12> or <@!2>'],
  ['<@<@1>1>', '<@ 1>'],
  ['nobody named', 'nobody named'],
])('%s without our name', (content, text) => {
  expect(textOf(content, '1')).toBe(text);
});
