import { ComponentType, MessageFlags } from 'discord.js';
import { z } from 'zod';
import { limits } from '../../../../adapters/discord/limits.ts';
import { measured } from '../../../../adapters/discord/render/pack.ts';

const shown = (max: number) => z.string().max(max).regex(/\S/, 'says nothing');
const customId = z.string().min(1).max(limits.customId);

const text = z.strictObject({
  type: z.literal(ComponentType.TextDisplay),
  content: shown(limits.message.characters),
});

const button = z
  .strictObject({
    type: z.literal(ComponentType.Button),
    style: z.int().min(1).max(4),
    custom_id: customId,
    label: shown(limits.button.label).optional(),
    emoji: z.strictObject({ name: z.string().min(1) }).optional(),
    disabled: z.boolean().optional(),
  })
  .refine(({ label, emoji }) => label !== undefined || emoji !== undefined, 'a button that shows nothing');

const option = z.strictObject({
  label: shown(limits.select.label),
  value: z.string().min(1).max(limits.select.value),
  description: shown(limits.select.description).optional(),
  default: z.boolean().optional(),
});

const select = z
  .strictObject({
    type: z.literal(ComponentType.StringSelect),
    custom_id: customId,
    placeholder: shown(limits.select.placeholder).optional(),
    required: z.boolean().optional(),
    min_values: z.int().min(0).max(limits.select.options),
    max_values: z.int().min(1).max(limits.select.options),
    options: z.array(option).min(1).max(limits.select.options),
  })
  .refine(({ max_values, options }) => max_values <= options.length, 'more to choose than there is')
  .refine(({ options }) => isDistinct(options.map(({ value }) => value)), 'one value twice');

const row = z.strictObject({
  type: z.literal(ComponentType.ActionRow),
  components: z.union([z.array(button).min(1).max(limits.row), z.tuple([select])]),
});

const section = z.strictObject({
  type: z.literal(ComponentType.Section),
  components: z.array(text).min(1).max(limits.section),
  accessory: button,
});

const separator = z.strictObject({
  type: z.literal(ComponentType.Separator),
  divider: z.boolean(),
  spacing: z.int().min(1).max(2),
});

const file = z.strictObject({
  type: z.literal(ComponentType.File),
  file: z.strictObject({
    url: z.string().regex(/^attachment:\/\/[\w.-]+$/, 'names no file of this message'),
  }),
});

const inContainer = [text, row, section, separator, file] as const;
const container = z.strictObject({
  type: z.literal(ComponentType.Container),
  components: z.array(z.discriminatedUnion('type', inContainer)).min(1),
});

const attachment = z.strictObject({
  attachment: z.instanceof(Buffer),
  name: z
    .string()
    .regex(/^[\w.-]+$/)
    .max(limits.fileName),
  description: z.string().max(limits.fileDescription),
});

const message = z
  .strictObject({
    components: z.array(z.discriminatedUnion('type', [...inContainer, container])).min(1),
    flags: z
      .int()
      .refine((flags) => (flags & MessageFlags.IsComponentsV2) !== 0, 'components need their flag'),
    files: z.array(attachment).max(limits.message.files).optional(),
    // Nobody is notified, however the text came about.
    allowedMentions: z.strictObject({ parse: z.tuple([]), repliedUser: z.literal(false) }),
  })
  .superRefine(({ components, files = [] }, context) => {
    const claim = (holds: boolean, problem: string) => {
      if (!holds) context.addIssue({ code: 'custom', message: problem });
    };
    const names = files.map(({ name }) => name);
    const shownFiles = valuesOf('url', components).map((url) => url.slice('attachment://'.length));
    const bytes = files.reduce((sum, { attachment }) => sum + attachment.length, 0);
    const { count, characters } = measured(components);
    claim(count <= limits.message.components, `${count} components`);
    claim(characters <= limits.message.characters, `${characters} characters`);
    claim(isDistinct(valuesOf('custom_id', components)), 'a custom_id twice');
    claim(isDistinct(names) && names.join() === shownFiles.join(), 'files and what shows them differ');
    claim(bytes <= limits.fileBytes, `files of ${bytes} bytes`);
  });

const textInput = z.strictObject({
  type: z.literal(ComponentType.TextInput),
  custom_id: customId,
  style: z.int().min(1).max(2),
  required: z.boolean(),
  max_length: z.int().min(1).max(limits.textInput.length),
  placeholder: shown(limits.textInput.placeholder).optional(),
});

const modal = z
  .strictObject({
    custom_id: customId,
    title: shown(limits.modal.title),
    components: z
      .array(
        z.strictObject({
          type: z.literal(ComponentType.Label),
          label: shown(limits.modal.label),
          description: shown(limits.modal.description).optional(),
          component: z.discriminatedUnion('type', [textInput, select]),
        }),
      )
      .min(1)
      .max(limits.modal.components),
  })
  .refine(({ components }) => isDistinct(valuesOf('custom_id', components)), 'a custom_id twice');

/** What Discord takes, by what it is, said in another way: what the hand-written check is held against. */
export const schemas = {
  message,
  modal,
  autocomplete: z
    .array(
      z.strictObject({
        name: shown(limits.autocomplete.name),
        value: shown(limits.autocomplete.value),
      }),
    )
    .max(limits.autocomplete.choices),
  thread: shown(limits.thread),
} as const satisfies Readonly<Record<string, z.ZodType>>;

const isDistinct = (items: readonly string[]): boolean => new Set(items).size === items.length;

/** All strings under a key, however deep. */
const valuesOf = (key: string, value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : valuesOf(key, inner),
  );
};
