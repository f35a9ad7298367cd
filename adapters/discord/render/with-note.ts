import { type DiscordMessage, text } from '../components.ts';
import { limits } from '../limits.ts';
import { measured } from './pack.ts';
import { small } from './prose.ts';

/** Messages with a remark in small letters at the end; without it where it has no room. */
export const withNote = (messages: readonly DiscordMessage[], note: string): readonly DiscordMessage[] => {
  const last = messages.at(-1);
  if (!last) return messages;
  const components = [...last.components, text(small(note))];
  const { count, characters } = measured(components);
  const fits = count <= limits.message.components && characters <= limits.message.characters;
  return fits ? [...messages.slice(0, -1), { ...last, components }] : messages;
};
