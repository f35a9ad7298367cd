import type { ChoiceButton } from '../../src/index.ts';

/** What a line stands for: the number of a choice is what that choice says, anything else is itself. */
export const resolveChoice = (line: string, choices: readonly ChoiceButton[]): string => {
  const number = /^\s*\(?(\d{1,2})\)?\s*$/.exec(line)?.[1];
  return (number && choices[Number(number) - 1]?.say) ?? line;
};
