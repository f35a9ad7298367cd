import { expect, test } from 'vitest';
import { checkClock, type Doctor, examineAll } from '../../../adapters/shared/doctor.ts';

const healthy: Doctor = {
  platform: 'Here',
  setUp: 'Set A.',
  examine: async () => [{ name: 'token', ok: true }],
};
const absent: Doctor = { platform: 'There', setUp: 'Set B.' };
const ill: Doctor = {
  platform: 'There',
  setUp: 'Set B.',
  examine: async () => [
    { name: 'token', ok: true, note: 'As it should be.' },
    { name: 'socket', ok: false, problem: 'It is shut.', mend: 'Open it.' },
    { name: 'rooms', ok: true, note: 'One.', mend: 'Invite it to more.' },
  ],
};

test('one platform is enough; the other is told how to be set up', async () => {
  const { report, isWell } = await examineAll([healthy, absent]);
  expect(isWell).toBe(true);
  expect(report).toBe('Here\n  ✓ token\n\nThere\n  – Not set up. Set B.');
});

test('nothing set up at all is a problem: nobody asks for a doctor without wanting a platform', async () => {
  expect((await examineAll([absent])).isWell).toBe(false);
});

test('a problem on one platform is a problem, and stands beside its remedy', async () => {
  const { report, isWell } = await examineAll([healthy, ill]);
  expect(isWell).toBe(false);
  expect(report.split('\n').slice(3)).toEqual([
    'There',
    '  ✓ token: As it should be.',
    '  ✗ socket: It is shut.',
    '    → Open it.',
    '  ✓ rooms: One.',
    '    → Invite it to more.',
  ]);
});

const theirs = 'Fri, 21 Nov 2025 12:00:00 GMT';
const noon = Date.parse(theirs);

test.each([
  [0, true],
  [60_000, true],
  [-60_000, true],
  [61_000, 'This machine is 61 seconds ahead. So what.'],
  [-61_000, 'This machine is 61 seconds behind. So what.'],
  [600_000, 'This machine is 10 minutes ahead. So what.'],
])('a clock off by %i ms', (off, finding) => {
  const check = checkClock(theirs, noon + off, 'So what.');
  expect(check.ok ? true : check.problem).toBe(finding);
});

test.each([undefined, 'soon'])('without a date to compare (%s) the clock is not blamed', (date) => {
  expect(checkClock(date, noon, '')).toMatchObject({ ok: true, note: expect.stringContaining('no date') });
});
