import { describe, expect, test } from 'vitest';
import { readCommand, UsageError } from '../src/command.ts';

test.each([
  [[], { kind: 'start' }],
  [['ask', 'what is it?'], { kind: 'ask', question: 'what is it?', format: 'text' }],
  [['ask', 'what', 'is', 'it?'], { kind: 'ask', question: 'what is it?', format: 'text' }],
  [['ask'], { kind: 'ask', question: null, format: 'text' }],
  [['ask', ''], { kind: 'ask', question: '', format: 'text' }],
  [['ask', '--json', 'x'], { kind: 'ask', question: 'x', format: 'json' }],
  [['ask', 'x', '--json'], { kind: 'ask', question: 'x', format: 'json' }],
  [['ask', '--jsonl'], { kind: 'ask', question: null, format: 'jsonl' }],
  // A question may look like an option.
  [['ask', '--', '--json'], { kind: 'ask', question: '--json', format: 'text' }],
  [['knowledge'], { kind: 'knowledge' }],
  [['doctor'], { kind: 'doctor' }],
  [['deploy'], { kind: 'deploy' }],
  [['evaluate', 'hard', '--misses'], { kind: 'evaluate', sets: ['hard'], misses: true, aside: false }],
  [['--help'], { kind: 'usage' }],
  [['ask', '-h'], { kind: 'usage' }],
])('%j', (argv, command) => {
  expect(readCommand(argv)).toEqual({ command, debug: false });
});

test('--debug goes with everything', () => {
  for (const argv of [[], ['ask', 'x'], ['knowledge'], ['evaluate']]) {
    expect(readCommand([...argv, '--debug']).debug).toBe(true);
  }
});

describe('what cannot be understood says so and shows the usage', () => {
  test.each([
    [['aks', 'x'], 'no command "aks"'],
    [['ask', '--yaml', 'x'], "'--yaml'"],
    [['ask', '--json', '--jsonl'], 'exclude each other'],
    [['ask', '--jsonl', 'x'], 'from stdin'],
    [['ask', '--misses', 'x'], '--misses does not go with ask'],
    [['knowledge', 'x'], 'knowledge takes no "x"'],
    [['doctor', 'slack'], 'doctor takes no "slack"'],
    [['--json'], '--json does not go with start'],
  ])('%j', (argv, words) => {
    expect(() => readCommand(argv)).toThrow(UsageError);
    expect(() => readCommand(argv)).toThrow(words);
    expect(() => readCommand(argv)).toThrow(/npm start/);
  });
});
