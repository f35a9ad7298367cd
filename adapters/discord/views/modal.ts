import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { clip } from '../../shared/clip.ts';
import { visible } from '../../shared/text/visible.ts';
import { literal } from '../escape.ts';
import { limits } from '../limits.ts';

export type Modal = APIModalInteractionResponseCallbackData;

/** What came back, by the custom id of the field: a text, or the values chosen. */
export type Submitted = ReadonlyMap<string, string | readonly string[]>;

/** The fields of a submitted modal as discord.js gives them (`interaction.fields.fields.values()`). */
export const submittedOf = (
  fields: Iterable<{
    readonly customId: string;
    readonly value?: unknown;
    readonly values?: readonly string[];
  }>,
): Submitted =>
  new Map(
    [...fields].map(({ customId, value, values }) => [
      customId,
      values ?? (typeof value === 'string' ? value : ''),
    ]),
  );

export const textIn = (submitted: Submitted, id: string): string => {
  const value = submitted.get(id);
  return typeof value === 'string' ? value.trim() : '';
};

export const valuesIn = (submitted: Submitted, id: string): readonly string[] => {
  const value = submitted.get(id);
  return typeof value === 'object' ? value : [];
};

export const modal = (customId: string, title: string, fields: readonly APILabelComponent[]): Modal => ({
  custom_id: customId,
  title: clip(title, limits.modal.title),
  components: fields.slice(0, limits.modal.components),
});

const label = (
  name: string,
  component: APILabelComponent['component'],
  description = '',
): APILabelComponent => ({
  type: ComponentType.Label,
  label: clip(literal(visible(name)), limits.modal.label) || '–',
  ...(description && { description: clip(description, limits.modal.description) }),
  component,
});

/** A text of several lines, which may be left empty. */
export const textField = (
  id: string,
  name: string,
  more: { readonly description?: string; readonly hint?: string } = {},
): APILabelComponent => {
  const component: APITextInputComponent = {
    type: ComponentType.TextInput,
    custom_id: id,
    style: TextInputStyle.Paragraph,
    required: false,
    max_length: limits.textInput.length,
    ...(more.hint && { placeholder: clip(more.hint, limits.textInput.placeholder) }),
  };
  return label(name, component, more.description);
};

export type Option = {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly chosen?: boolean;
};

/** Any number of at most 25 options, none being one of them; `one`: at most one. */
export const selectField = (
  id: string,
  name: string,
  options: readonly Option[],
  more: { readonly placeholder?: string; readonly one?: boolean } = {},
): APILabelComponent => {
  const shown = options.slice(0, limits.select.options);
  const component: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: id,
    required: false,
    min_values: 0,
    max_values: more.one ? 1 : shown.length,
    ...(more.placeholder && { placeholder: clip(more.placeholder, limits.select.placeholder) }),
    options: shown.map(toOption),
  };
  return label(name, component);
};

const toOption = (option: Option): APISelectMenuOption => ({
  value: option.value,
  label: clip(literal(visible(option.label)), limits.select.label) || '–',
  ...(option.description && {
    description: clip(literal(visible(option.description)), limits.select.description),
  }),
  ...(option.chosen && { default: true }),
});
