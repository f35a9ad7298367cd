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
  let size = empty;
  for (const part of parts) {
    const last = packed.at(-1);
    const own = sizeOf(part);
    const together = sum(size, own);
    if (last && isWithin(together)) {
      last.push(part);
      size = together;
    } else {
      packed.push([part]);
      size = own;
    }
  }
  return packed.map((together) => messageOf(componentsOf(together), filesOf(together)));
};

/** What counts against a limit: of each part once, however many are put together. */
type Size = {
  readonly components: number;
  readonly characters: number;
  readonly files: number;
  readonly bytes: number;
};

const empty: Size = { components: 0, characters: 0, files: 0, bytes: 0 };

const sizeOf = ({ components, files = [] }: Part): Size => {
  const { count, characters } = measured(components);
  return {
    components: count,
    // With the empty line that sets it apart from its neighbour.
    characters: characters + 2,
    files: files.length,
    bytes: files.reduce((bytes, { attachment }) => bytes + attachment.length, 0),
  };
};

const sum = (one: Size, other: Size): Size => ({
  components: one.components + other.components,
  characters: one.characters + other.characters,
  files: one.files + other.files,
  bytes: one.bytes + other.bytes,
});

const isWithin = ({ components, characters, files, bytes }: Size): boolean =>
  components <= limits.message.components &&
  characters <= limits.message.characters &&
  files <= limits.message.files &&
  bytes <= limits.fileBytes;

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

/** What counts of components against a message's limits. */
export type Measured = {
  /** Nested ones too. */
  readonly count: number;
  /** All that is read: texts and, to be careful, what stands on buttons. */
  readonly characters: number;
};

export const measured = (components: readonly Countable[]): Measured => {
  const total = { count: 0, characters: 0 };
  for (const component of components) add(component, total);
  return total;
};

/** Where a component holds others, and what is read. */
type Countable = {
  readonly type: ComponentType;
  readonly content?: string | undefined;
  readonly label?: string | undefined;
  readonly components?: readonly Countable[] | undefined;
  readonly accessory?: Countable | undefined;
};

/** Adds up in place: this goes over every message several times. */
const add = (one: Countable, total: { count: number; characters: number }): void => {
  total.count += 1;
  total.characters += (one.content ?? one.label ?? '').length;
  if (one.components) for (const inner of one.components) add(inner, total);
  if (one.accessory) add(one.accessory, total);
};
