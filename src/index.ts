/** The door: the few names that adapters may import. */
export type { Advisor } from './answering/advisor.ts';
export { type Answer, assertNever, type Block, type ChoiceButton, type Sentence } from './domain/answer.ts';
