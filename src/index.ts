/** The door: the few names that adapters may import. */
export type { Advisor } from './answering/advisor.ts';
export type { Catalog } from './answering/catalog.ts';
export {
  type Answer,
  type AnswerKind,
  assertNever,
  type Block,
  type ChoiceButton,
  type Sentence,
} from './domain/answer.ts';
export type { Question, SetNeed } from './domain/question.ts';
export type { Stance } from './domain/reading.ts';
export type { Overdue, Store } from './domain/store.ts';
