import { z } from 'zod';
import { limits } from '../../../../adapters/slack/limits.ts';

/** Text with something in it, no longer than `max`, which Slack shows as it is. */
export const literal = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.isWellFormed(), 'holds half a character');

/**
 * The same where Slack reads `<…>`. Nothing in it may call a whole channel: that is never ours to do,
 * so it could only be somebody's words that were not escaped.
 */
export const text = (max: number) =>
  literal(max).refine(
    (value) => !/<!(?:channel|here|everyone|subteam)/.test(value),
    'notifies a whole channel',
  );

export const id = text(limits.id);
const shortText = (max: number) => text(max).refine((value) => value.trim() !== '', 'says nothing');

export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: text(max),
    emoji: z.boolean().optional(),
  });

export const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.boolean().optional() });

export const textObject = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

const confirm = z.strictObject({
  title: plainText(limits.confirm.title),
  text: plainText(limits.confirm.text),
  confirm: plainText(limits.confirm.button),
  deny: plainText(limits.confirm.button),
  style: z.enum(['primary', 'danger']).optional(),
});

const value = text(limits.button.value);
const label = shortText(limits.button.label).optional();

export const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plainText(limits.button.text),
  value: value.optional(),
  url: z.url().max(limits.button.url).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: label,
  confirm: confirm.optional(),
});

const vote = z.strictObject({ text: plainText(limits.button.text), value, accessibility_label: label });

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: id,
  positive_button: vote,
  negative_button: vote,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  // https://docs.slack.dev/reference/block-kit/block-elements/icon-button-element: the only icon so far.
  icon: z.literal('trash'),
  text: plainText(limits.button.text),
  action_id: id,
  value: value.optional(),
  accessibility_label: label,
  visible_to_user_ids: z.array(z.string().min(1)).min(1).optional(),
  confirm: confirm.optional(),
});

const option = z.strictObject({
  text: textObject(limits.option.text),
  value: text(limits.option.value),
  description: textObject(limits.option.description).optional(),
});
const options = (max: number) =>
  z
    .array(option)
    .min(1)
    .max(max)
    .refine((list) => isDistinct(list.map((entry) => entry.value)), 'two options with one value');

const optionGroups = z
  .array(
    z.strictObject({ label: plainText(limits.select.groupLabel), options: options(limits.select.options) }),
  )
  .min(1)
  .max(limits.select.groups);

const placeholder = plainText(limits.placeholder).optional();

/** What stands in an `input` block. */
export const field = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('checkboxes'),
      action_id: id,
      options: options(limits.checkboxes),
      initial_options: options(limits.checkboxes).optional(),
    })
    .refine((box) => areAmong(box.initial_options ?? [], box.options), 'ticked and not offered'),
  z
    .strictObject({
      type: z.literal('radio_buttons'),
      action_id: id,
      options: options(limits.checkboxes),
      initial_option: option.optional(),
    })
    .refine(
      (box) => areAmong(box.initial_option ? [box.initial_option] : [], box.options),
      'set and not offered',
    ),
  z
    .strictObject({
      type: z.literal('static_select'),
      action_id: id,
      options: options(limits.select.options),
      initial_option: option.optional(),
      placeholder,
    })
    .refine(
      (box) => areAmong(box.initial_option ? [box.initial_option] : [], box.options),
      'set and not offered',
    ),
  z.strictObject({
    type: z.literal('multi_static_select'),
    action_id: id,
    option_groups: optionGroups,
    placeholder,
  }),
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: id,
    multiline: z.boolean().optional(),
    initial_value: z.string().max(limits.input.length).optional(),
    max_length: z.int().min(1).max(limits.input.length).optional(),
    placeholder,
  }),
]);

export const isDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** Slack compares whole options, not their values. */
const areAmong = (some: readonly unknown[], all: readonly unknown[]): boolean => {
  const known = new Set(all.map((entry) => JSON.stringify(entry)));
  return some.every((entry) => known.has(JSON.stringify(entry)));
};
