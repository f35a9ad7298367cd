import type { Answer } from '../../src/index.ts';
import { plainText } from './plain-text.ts';

/** An answer as the batch interface gives it: ids of the vocabulary, and the whole reply as plain text. */
export type Reply = {
  readonly kind: string;
  /** Null unless the kind is `recommend`. */
  readonly recommendation: string | null;
  /** False where the bot says that it does not know. */
  readonly answered: boolean;
  /** Those in force after the turn. */
  readonly requirements: readonly { readonly id: string; readonly stance: string }[];
  readonly text: string;
  readonly sources: readonly string[];
};

export const toReply = (answer: Answer): Reply => ({
  kind: answer.facts.kind,
  recommendation: answer.facts.recommendation,
  answered: answer.facts.answered,
  requirements: answer.facts.requirements.map(({ id, stance }) => ({ id, stance })),
  text: plainText(answer),
  sources: answer.facts.sources,
});
