import { expect, test } from 'vitest';
import { plainText } from '../../adapters/terminal/plain-text.ts';
import { buildAdvisor, readMind } from '../../src/build-advisor.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { type DialogTurn, dialogs } from './dialogs.ts';

const mind = readMind();

for (const { name, turns } of dialogs) {
  test(name, async () => {
    const advisor = buildAdvisor(mind, createMemoryStore(), () => {});
    for (const [i, turn] of turns.entries()) {
      const asked = await advisor.ask({ id: `${i}`, thread: 't', text: turn.say, author: 'a', at: i });
      if (asked.kind !== 'answered') throw new Error(`turn ${i + 1} was taken for a second delivery`);
      check(turn, asked.answer);
    }
  });
}

const check = (turn: DialogTurn, answer: Answer): void => {
  const text = plainText(answer);
  const said = `"${turn.say}" was answered with:\n${text}\n${JSON.stringify(answer.facts.requirements)}`;
  const inForce = new Set(
    answer.facts.requirements.map(({ id, stance }) => (stance === 'excluded' ? `!${id}` : id)),
  );
  if (turn.kind !== undefined) expect(answer.facts.kind, said).toBe(turn.kind);
  if (turn.choice !== undefined) expect([turn.choice].flat(), said).toContain(answer.facts.recommendation);
  if (turn.strength !== undefined) expect(answer.facts.strength, said).toBe(turn.strength);
  if (turn.answer !== undefined) expect(answer.kind, said).toBe(turn.answer);
  if (turn.answered !== undefined) expect(answer.facts.answered, said).toBe(turn.answered);
  for (const need of turn.needs ?? []) expect(inForce, said).toContain(need);
  for (const need of turn.notNeeds ?? []) expect(inForce, said).not.toContain(need);
  for (const pattern of turn.has ?? []) expect(text, said).toMatch(pattern);
  for (const pattern of turn.lacks ?? []) expect(text, said).not.toMatch(pattern);
};
