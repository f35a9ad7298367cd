import {
  among,
  flag,
  integer,
  list,
  object,
  oneOf,
  optional,
  type Shape,
  string,
} from '../../shared/shape.ts';
import { limits } from '../limits.ts';

const isWhole = [(value: string) => value.isWellFormed(), 'holds half a character'] as const;

/** Nothing may call a whole channel: that is never ours to do, so it could only be somebody's words not escaped. */
const callsNobody = [
  (value: string) => !/<!(?:channel|here|everyone|subteam)/.test(value),
  'notifies a whole channel',
] as const;

/** Text with something in it, no longer than `max`, which Slack shows as it is. */
export const literal = (max: number): Shape<string> => string({ min: 1, max }, isWhole);

/** The same where Slack reads `<…>`. */
export const text = (max: number): Shape<string> => string({ min: 1, max }, isWhole, callsNobody);

export const id = text(limits.id);
const shortText = (max: number): Shape<string> =>
  string({ min: 1, max }, isWhole, callsNobody, [(value) => value.trim() !== '', 'says nothing']);

export const url = (max?: number): Shape<string> =>
  string(max === undefined ? {} : { max }, [(value) => URL.canParse(value.trim()), 'no address']);

export const plainText = (max: number) =>
  object({ type: among('plain_text'), text: text(max), emoji: optional(flag) });

export const mrkdwn = (max: number) =>
  object({ type: among('mrkdwn'), text: text(max), verbatim: optional(flag) });

export const textObject = (max: number) => oneOf({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });

const style = optional(among('primary', 'danger'));

const confirm = object({
  title: plainText(limits.confirm.title),
  text: plainText(limits.confirm.text),
  confirm: plainText(limits.confirm.button),
  deny: plainText(limits.confirm.button),
  style,
});

const value = text(limits.button.value);
const label = optional(shortText(limits.button.label));

export const button = object({
  type: among('button'),
  action_id: id,
  text: plainText(limits.button.text),
  value: optional(value),
  url: optional(url(limits.button.url)),
  style,
  accessibility_label: label,
  confirm: optional(confirm),
});

const vote = object({ text: plainText(limits.button.text), value, accessibility_label: label });

export const feedbackButtons = object({
  type: among('feedback_buttons'),
  action_id: id,
  positive_button: vote,
  negative_button: vote,
});

export const iconButton = object({
  type: among('icon_button'),
  // https://docs.slack.dev/reference/block-kit/block-elements/icon-button-element: the only icon so far.
  icon: among('trash'),
  text: plainText(limits.button.text),
  action_id: id,
  value: optional(value),
  accessibility_label: label,
  visible_to_user_ids: optional(list(string({ min: 1 }), { min: 1 })),
  confirm: optional(confirm),
});

const option = object({
  text: textObject(limits.option.text),
  value: text(limits.option.value),
  description: optional(textObject(limits.option.description)),
});
const options = (max: number) =>
  list(option, { min: 1, max }, [
    (all) => isDistinct(all.map((entry) => entry.value)),
    'two options with one value',
  ]);

const optionGroups = list(
  object({ label: plainText(limits.select.groupLabel), options: options(limits.select.options) }),
  { min: 1, max: limits.select.groups },
);

const placeholder = optional(plainText(limits.placeholder));

/** What stands in an `input` block. */
export const field = oneOf({
  checkboxes: object(
    {
      type: among('checkboxes'),
      action_id: id,
      options: options(limits.checkboxes),
      initial_options: optional(options(limits.checkboxes)),
    },
    [(box) => areAmong(box.initial_options ?? [], box.options), 'ticked and not offered'],
  ),
  radio_buttons: object(
    {
      type: among('radio_buttons'),
      action_id: id,
      options: options(limits.checkboxes),
      initial_option: optional(option),
    },
    [(box) => areAmong(box.initial_option ? [box.initial_option] : [], box.options), 'set and not offered'],
  ),
  static_select: object(
    {
      type: among('static_select'),
      action_id: id,
      options: options(limits.select.options),
      initial_option: optional(option),
      placeholder,
    },
    [(box) => areAmong(box.initial_option ? [box.initial_option] : [], box.options), 'set and not offered'],
  ),
  multi_static_select: object({
    type: among('multi_static_select'),
    action_id: id,
    option_groups: optionGroups,
    placeholder,
  }),
  plain_text_input: object({
    type: among('plain_text_input'),
    action_id: id,
    multiline: optional(flag),
    initial_value: optional(string({ max: limits.input.length })),
    max_length: optional(integer(1, limits.input.length)),
    placeholder,
  }),
});

export const isDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** Slack compares whole options, not their values. */
const areAmong = (some: readonly unknown[], all: readonly unknown[]): boolean => {
  const known = new Set(all.map((entry) => JSON.stringify(entry)));
  return some.every((entry) => known.has(JSON.stringify(entry)));
};
