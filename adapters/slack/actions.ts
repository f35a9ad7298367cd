import { among, fits, object, optional, string } from '../shared/shape.ts';

/** The `action_id` of each thing that can be pressed; a choice adds its own id. */
export const actionIds = {
  choice: /^choice:/,
  wrong: 'wrong',
  vote: 'vote',
  share: 'share',
  remove: 'remove',
} as const;

export const choiceAction = (id: string): string => `choice:${id}`;

/** What a button carries, as JSON: `q` the question, `c` the choice, `v` the vote, `by` who may press it. */
export type ButtonValue = {
  readonly q: string;
  readonly c?: string | undefined;
  readonly v?: 'up' | 'down' | undefined;
  readonly by?: string | undefined;
};
const word = string({});
const buttonValue = object<Required<ButtonValue>>({
  q: word,
  c: optional(word),
  v: optional(among('up', 'down')),
  by: optional(word),
});

export const toValue = (value: ButtonValue): string => JSON.stringify(value);

/** Undefined for what is none of ours: a message of an older version, another app's button. */
export const readValue = (text: string | undefined): ButtonValue | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return fits(buttonValue, value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** An example of the help that is asked when pressed; its position in the catalog. */
export const exampleAction = (index: number): string => `example:${index}`;
export const examplePattern = /^example:(\d+)$/;
