import { ComponentType, MessageFlags } from 'discord.js';
import type { DiscordComponent } from './components.ts';
import { limits } from './limits.ts';
import { measured } from './render/pack.ts';

/**
 * Whether a message is one that the schema in `payload-schemas.ts` takes, told in a tenth of its time: nearly every
 * message is fine, and the schema is asked about the others alone. True is a promise; false says nothing, as for a
 * message with files.
 */
export const isPlainlyFine = (message: unknown): boolean => {
  if (!isObject(message) || !hasOnly(message, 3)) return false;
  const { components, flags, allowedMentions } = message;
  if (typeof flags !== 'number' || !Number.isSafeInteger(flags)) return false;
  if ((flags & MessageFlags.IsComponentsV2) === 0 || !notifiesNobody(allowedMentions)) return false;
  const ids = new Set<string>();
  if (!areAll(components, limits.message.components, (one) => isComponent(one, ids))) return false;
  const { count, characters } = measured(components as readonly DiscordComponent[]);
  return count <= limits.message.components && characters <= limits.message.characters;
};

const notifiesNobody = (mentions: unknown): boolean =>
  isObject(mentions) &&
  hasOnly(mentions, 2) &&
  Array.isArray(mentions.parse) &&
  mentions.parse.length === 0 &&
  mentions.repliedUser === false;

/** `ids` are those of the buttons before it: each may stand once. */
const isComponent = (component: unknown, ids: Set<string>, isNested = false): boolean => {
  if (!isObject(component)) return false;
  const { type, components } = component;
  switch (type) {
    case ComponentType.TextDisplay:
      return isText(component);
    case ComponentType.Separator:
      return hasOnly(component, 3) && typeof component.divider === 'boolean' && isUpTo(2, component.spacing);
    case ComponentType.Section:
      return (
        hasOnly(component, 3) &&
        areAll(components, limits.section, isText) &&
        isButton(component.accessory, ids)
      );
    case ComponentType.ActionRow:
      return hasOnly(component, 2) && areAll(components, limits.row, (one) => isButton(one, ids));
    case ComponentType.Container:
      return (
        !isNested &&
        hasOnly(component, 2) &&
        areAll(components, limits.message.components, (one) => isComponent(one, ids, true))
      );
    default:
      return false;
  }
};

const isText = (text: unknown): boolean =>
  isObject(text) &&
  hasOnly(text, 2) &&
  text.type === ComponentType.TextDisplay &&
  isShown(text.content, limits.message.characters);

const isButton = (button: unknown, ids: Set<string>): boolean => {
  if (!isObject(button) || !hasOnly(button, 4)) return false;
  const { type, style, custom_id: id, label, emoji } = button;
  if (type !== ComponentType.Button || !isUpTo(4, style)) return false;
  if (typeof id !== 'string' || id === '' || id.length > limits.customId || ids.has(id)) return false;
  ids.add(id);
  // The fourth of its properties is one of these.
  return label === undefined ? isEmoji(emoji) : isShown(label, limits.button.label);
};

const isEmoji = (emoji: unknown): boolean =>
  isObject(emoji) && hasOnly(emoji, 1) && typeof emoji.name === 'string' && emoji.name !== '';

const isShown = (text: unknown, longest: number): boolean =>
  typeof text === 'string' && text.length <= longest && /\S/.test(text);

const isUpTo = (last: number, value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= last;

const areAll = (items: unknown, most: number, is: (item: unknown) => boolean): boolean =>
  Array.isArray(items) && items.length > 0 && items.length <= most && items.every((item) => is(item));

/** Every property that is looked at, none of which is known to be there. */
type Seen = {
  readonly [Property in
    | 'accessory'
    | 'allowedMentions'
    | 'components'
    | 'content'
    | 'custom_id'
    | 'divider'
    | 'emoji'
    | 'flags'
    | 'label'
    | 'name'
    | 'parse'
    | 'repliedUser'
    | 'spacing'
    | 'style'
    | 'type']?: unknown;
};

const isObject = (value: unknown): value is Seen => typeof value === 'object' && value !== null;

/** Whoever finds as many properties as there are knows that there are no others. */
const hasOnly = (value: object, properties: number): boolean => Object.keys(value).length === properties;
