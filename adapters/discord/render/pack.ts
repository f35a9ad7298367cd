import { ComponentType } from 'discord.js';
import {
  type DiscordComponent,
  type DiscordFile,
  type DiscordMessage,
  messageOf,
  text,
} from '../components.ts';
import { limits } from '../limits.ts';

/** A piece of an answer that stays together; at most a message in size. */
export type Part = {
  readonly components: readonly DiscordComponent[];
  readonly files?: readonly DiscordFile[];
};

/** Parts → as few messages as Discord's limits allow, in order. */
export const pack = (parts: readonly Part[]): readonly DiscordMessage[] => {
  const packed: Part[][] = [];
  for (const part of parts) {
    const last = packed.at(-1);
    if (last && isWithin([...last, part])) last.push(part);
    else packed.push([part]);
  }
  return packed.map((together) => messageOf(componentsOf(together), filesOf(together)));
};

const filesOf = (parts: readonly Part[]): readonly DiscordFile[] => parts.flatMap((part) => part.files ?? []);

/** Neighbouring prose as one text: Discord sets components apart more than paragraphs. */
const componentsOf = (parts: readonly Part[]): readonly DiscordComponent[] => {
  const components: DiscordComponent[] = [];
  for (const component of parts.flatMap((part) => part.components)) {
    const last = components.at(-1);
    if (component.type === ComponentType.TextDisplay && last?.type === ComponentType.TextDisplay)
      components[components.length - 1] = text(`${last.content}\n\n${component.content}`);
    else components.push(component);
  }
  return components;
};

const isWithin = (parts: readonly Part[]): boolean => {
  const components = componentsOf(parts);
  const files = filesOf(parts);
  return (
    countOf(components) <= limits.message.components &&
    charactersIn(components) <= limits.message.characters &&
    files.length <= limits.message.files &&
    files.reduce((sum, { attachment }) => sum + attachment.length, 0) <= limits.fileBytes
  );
};

/** All components, nested ones too: what has a type, however deep. */
export const countOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const own = 'type' in value ? 1 : 0;
  return Object.values(value).reduce((sum: number, inner: unknown) => sum + countOf(inner), own);
};

/** All that is read: texts and, to be careful, what stands on buttons. */
export const charactersIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, inner]) => {
    if (typeof inner !== 'string') return sum + charactersIn(inner);
    return sum + (key === 'content' || key === 'label' ? inner.length : 0);
  }, 0);
};
