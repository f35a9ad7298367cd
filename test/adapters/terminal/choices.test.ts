import { expect, test } from 'vitest';
import { resolveChoice } from '../../../adapters/terminal/choices.ts';

const choices = [
  { id: 'why', label: 'Why', say: 'why?' },
  { id: 'no', label: 'No', say: 'No' },
];

test.each([
  ['1', 'why?'],
  [' 2 ', 'No'],
  ['(2)', 'No'],
  // Not offered: what was typed goes through as it is.
  ['3', '3'],
  ['0', '0'],
  ['2 services', '2 services'],
  ['50', '50'],
  ['', ''],
])('%j stands for %j', (line, text) => {
  expect(resolveChoice(line, choices)).toBe(text);
});
