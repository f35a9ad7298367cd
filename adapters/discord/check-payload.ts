import { ComponentType, MessageFlags } from 'discord.js';
import {
  among,
  anything,
  describe,
  flag,
  integer,
  list,
  object,
  oneOf,
  optional,
  type Shape,
  string,
} from '../shared/shape.ts';
import { limits } from './limits.ts';
import { measured } from './render/pack.ts';

/** What was about to be sent is not what Discord takes; the message names each place. */
export class PayloadError extends Error {
  override readonly name = 'PayloadError';
}

export type PayloadKind = keyof typeof shapes;

/**
 * Everything that leaves for Discord passes here: a message as `render` makes it, the data of a modal, the choices of
 * an autocompletion, the name of a thread.
 * @throws PayloadError
 */
export const checkPayload = (kind: PayloadKind, payload: unknown): void => {
  const problems = shapes[kind](payload);
  if (problems.length > 0) throw new PayloadError(`${kind}: ${describe(problems)}`);
};

const shown = (max: number) => string({ max }, [(value) => /\S/.test(value), 'says nothing']);
const named = (max: number) => string({ max }, [(name) => /^[\w.-]+$/.test(name), 'no name of a file']);
const isDistinct = (items: readonly string[]): boolean => new Set(items).size === items.length;

/** All strings under a key, however deep. */
const valuesOf = (key: string, value: unknown, found: string[] = []): readonly string[] => {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, inner] of Object.entries(value)) {
    if (name === key && typeof inner === 'string') found.push(inner);
    else valuesOf(key, inner, found);
  }
  return found;
};

type Holding = { readonly components: readonly unknown[] };
const distinctIds = [
  ({ components }: Holding) => isDistinct(valuesOf('custom_id', components)),
  'a custom_id twice',
] as const;

const customId = string({ min: 1, max: limits.customId });

const text = object({
  type: among(ComponentType.TextDisplay),
  content: shown(limits.message.characters),
});

const button = object(
  {
    type: among(ComponentType.Button),
    style: integer(1, 4),
    custom_id: customId,
    label: optional(shown(limits.button.label)),
    emoji: optional(object({ name: string({ min: 1 }) })),
    disabled: optional(flag),
  },
  [({ label, emoji }) => label !== undefined || emoji !== undefined, 'a button that shows nothing'],
);

const option = object({
  label: shown(limits.select.label),
  value: string({ min: 1, max: limits.select.value }),
  description: optional(shown(limits.select.description)),
  default: optional(flag),
});

const select = object(
  {
    type: among(ComponentType.StringSelect),
    custom_id: customId,
    placeholder: optional(shown(limits.select.placeholder)),
    required: optional(flag),
    min_values: integer(0, limits.select.options),
    max_values: integer(1, limits.select.options),
    options: list(option, { min: 1, max: limits.select.options }),
  },
  [({ max_values, options }) => max_values <= options.length, 'more to choose than there is'],
  [({ options }) => isDistinct(options.map(({ value }) => value)), 'one value twice'],
);

const row = object({
  type: among(ComponentType.ActionRow),
  components: list(
    oneOf({ [ComponentType.Button]: button, [ComponentType.StringSelect]: select }),
    { min: 1, max: limits.row },
    [
      (all) => all.length === 1 || all.every(({ type }) => type === ComponentType.Button),
      'a list to choose from that is not alone in its row',
    ],
  ),
});

const section = object({
  type: among(ComponentType.Section),
  components: list(text, { min: 1, max: limits.section }),
  accessory: button,
});

const separator = object({
  type: among(ComponentType.Separator),
  divider: flag,
  spacing: integer(1, 2),
});

const file = object({
  type: among(ComponentType.File),
  file: object({
    url: string({}, [(url) => /^attachment:\/\/[\w.-]+$/.test(url), 'names no file of this message']),
  }),
});

const inContainer = {
  [ComponentType.TextDisplay]: text,
  [ComponentType.ActionRow]: row,
  [ComponentType.Section]: section,
  [ComponentType.Separator]: separator,
  [ComponentType.File]: file,
} as const;

const container = object({
  type: among(ComponentType.Container),
  components: list(oneOf(inContainer), { min: 1 }),
});

const bytes: Shape<Buffer> = (value) => (Buffer.isBuffer(value) ? [] : [{ what: 'no bytes', at: [] }]);

const components = list(oneOf({ ...inContainer, [ComponentType.Container]: container }), { min: 1 });
const attachment = object({
  attachment: bytes,
  name: named(limits.fileName),
  description: string({ max: limits.fileDescription }),
});
const files = optional(list(attachment, { max: limits.message.files }));
// Nobody is notified, however the text came about.
const allowedMentions = object({ parse: list(anything, { max: 0 }), repliedUser: among(false) });

const message = object(
  {
    components,
    flags: integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    files,
    allowedMentions,
  },
  [({ flags }) => (flags & MessageFlags.IsComponentsV2) !== 0, 'components need their flag'],
  distinctIds,
  [({ components }) => measured(components).count <= limits.message.components, 'too many components'],
  [({ components }) => measured(components).characters <= limits.message.characters, 'too many characters'],
  [
    ({ components, files = [] }) => {
      const names = files.map(({ name }) => name);
      const shownFiles = valuesOf('url', components).map((url) => url.slice('attachment://'.length));
      return isDistinct(names) && names.join() === shownFiles.join();
    },
    'files and what shows them differ',
  ],
  [
    ({ files = [] }) => files.reduce((sum, { attachment }) => sum + attachment.length, 0) <= limits.fileBytes,
    'too large files',
  ],
);

const textInput = object({
  type: among(ComponentType.TextInput),
  custom_id: customId,
  style: integer(1, 2),
  required: flag,
  max_length: integer(1, limits.textInput.length),
  placeholder: optional(shown(limits.textInput.placeholder)),
});

const field = object({
  type: among(ComponentType.Label),
  label: shown(limits.modal.label),
  description: optional(shown(limits.modal.description)),
  component: oneOf({ [ComponentType.TextInput]: textInput, [ComponentType.StringSelect]: select }),
});
const fields = list(field, { min: 1, max: limits.modal.components });

const modal = object(
  { custom_id: customId, title: shown(limits.modal.title), components: fields },
  distinctIds,
);

/** What Discord takes, by what it is; its limits and what else it refuses. */
const shapes = {
  message,
  modal,
  autocomplete: list(
    object({ name: shown(limits.autocomplete.name), value: shown(limits.autocomplete.value) }),
    { max: limits.autocomplete.choices },
  ),
  thread: shown(limits.thread),
} as const;
