import { limits } from './limits.ts';

/** What can be pressed or submitted. */
const actions = [
  /** A choice of the answer; the argument is its id. */
  'choice',
  /** Opens the correction of what was understood; the argument is the number of its block. */
  'wrong',
  /** The argument is `up` or `down`. */
  'vote',
  /** A private answer is to be seen by all; the argument is who asked. */
  'share',
  /** The argument is who asked, who alone may press it. */
  'remove',
  /** An example in the help; the argument is its number from 0. */
  'example',
  /** Forms: a question, the reason for a vote, a correction. */
  'form',
  'reason',
  'correct',
] as const;
export type Action = (typeof actions)[number];

export type Press = { readonly action: Action; readonly argument: string; readonly question: string };

/**
 * `choice|why|<question id>`: all that a button carries, at most 100 characters.
 * @throws RangeError where the ids are too long: a question's id may take 47 of them
 */
export const toCustomId = (action: Action, argument = '', question = ''): string => {
  const id = `${action}|${encoded(argument)}|${question}`;
  if (id.length > limits.customId) throw new RangeError(`a custom_id of ${id.length} characters: ${id}`);
  return id;
};

/** Undefined for what is none of ours, or of a version that is gone. */
export const readCustomId = (id: string): Press | undefined => {
  const [action, argument = '', ...question] = id.split('|');
  const known = actions.find((one) => one === action);
  if (!known || question.length === 0) return undefined;
  return { action: known, argument: decoded(argument), question: question.join('|') };
};

const encoded = (text: string): string => text.replaceAll('%', '%25').replaceAll('|', '%7C');
const decoded = (text: string): string => text.replaceAll('%7C', '|').replaceAll('%25', '%');
