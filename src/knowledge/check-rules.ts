import type { Rule } from '../domain/knowledge.ts';
import type { Entry } from './entries.ts';
import type { Loaded } from './loaded.ts';
import type { Problems } from './problems.ts';

/** Each requirement moves some rule, and each rule can hold. */
export const checkRules = (loaded: Loaded, rulesFile: string, problems: Problems): void => {
  // A rule that is wrong may be the one that is missed.
  if (!problems.isFlawed(rulesFile)) checkUse(loaded, rulesFile, problems);
  for (const rule of loaded.rules) checkConditions(rule, problems);
};

const checkUse = (loaded: Loaded, rulesFile: string, problems: Problems): void => {
  const moving = new Set(
    loaded.rules.flatMap(({ value }) => [value, ...value.except].flatMap(({ when }) => when.map(bare))),
  );
  for (const { value, file, line } of loaded.requirements) {
    if (moving.has(value.id)) continue;
    const remedy = `add one to ${rulesFile} or remove the requirement`;
    problems.add(file, line(['id']), `no rule speaks of "${value.id}", so it changes nothing; ${remedy}`);
  }
};

const checkConditions = ({ value, file, line }: Entry<Rule>, problems: Problems): void => {
  const needs = new Set(value.when);
  const refused = (when: readonly string[]): string | undefined =>
    when.find((need) => needs.has(opposite(need)) || when.includes(opposite(need)));
  const never = refused(value.when);
  if (never) {
    problems.add(
      file,
      line(['when']),
      `"${value.id}" wants "${bare(never)}" and its absence; remove one of the two`,
    );
  }
  for (const [index, { when }] of value.except.entries()) {
    const path = ['except', index, 'when'];
    const contrary = refused(when);
    if (!never && contrary) {
      problems.add(
        file,
        line(path),
        `this exception of "${value.id}" can never hold, for "${contrary}" contradicts the rule or itself; remove it`,
      );
    }
    if (when.every((need) => needs.has(need))) {
      problems.add(file, line(path), `this exception of "${value.id}" always holds; add what sets it apart`);
    }
  }
};

const bare = (need: string): string => (need.startsWith('!') ? need.slice(1) : need);
const opposite = (need: string): string => (need.startsWith('!') ? need.slice(1) : `!${need}`);
