import type { types } from '@slack/bolt';
import { plainText } from '../blocks.ts';
import { limits } from '../limits.ts';

/** `view.state.values`: by `block_id`, then by `action_id`. A field left empty is null or absent. */
export type ViewState = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly value?: string | null;
          readonly selected_option?: { readonly value?: string } | null;
          readonly selected_options?: readonly { readonly value?: string }[] | null;
        }
      >
    >
  >
>;

/** The one field of an input has this `action_id`; which it is, the `block_id` says. */
const action = 'field';

export const input = (
  id: string,
  label: string,
  element: types.InputBlock['element'],
  hint?: string,
): types.InputBlock => ({
  type: 'input',
  block_id: id,
  label: plainText(label, limits.input.label),
  element: { ...element, action_id: action },
  optional: true,
  ...(hint && { hint: plainText(hint, limits.input.hint) }),
});

export const textField = (multiline: boolean): types.PlainTextInput => ({
  type: 'plain_text_input',
  multiline,
  max_length: limits.input.length,
});

export const option = (value: string, text: string): types.PlainTextOption => ({
  text: plainText(text, limits.option.text),
  value,
});

/** What was written, or an empty text. */
export const writtenIn = (values: ViewState, id: string): string => values[id]?.[action]?.value?.trim() ?? '';

/** The values chosen in a field. */
export const chosenIn = (values: ViewState, id: string): readonly string[] => {
  const field = values[id]?.[action];
  const chosen = [field?.selected_option, ...(field?.selected_options ?? [])];
  return chosen.flatMap((entry) => entry?.value ?? []);
};
