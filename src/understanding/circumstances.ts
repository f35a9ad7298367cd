import type { Folded } from '../text/types.ts';
import type { Circumstances } from './model/kind-vote.ts';
import type { Named } from './names.ts';

/** What speaks on the kind of a message besides what was learned, and can be seen in it. */
export const circumstancesOf = (
  { options, frameworks, outside, isChoice }: Named,
  isFollowUp: boolean,
): Omit<Circumstances, 'fit'> => ({
  isFollowUp,
  options: options.length,
  frameworks: frameworks.length,
  outside: outside.length,
  isChoice,
});

/** What search looks up: without pasted code, and no longer than a question is. */
export const queryOf = (folded: Folded): string => folded.text.slice(0, longestQuery);
const longestQuery = 600;
