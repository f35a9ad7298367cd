import { voiceEntries } from '../domain/voice.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Loaded } from './loaded.ts';
import type { Problems } from './problems.ts';

/** Everything the bot can say of itself is there, and asks only for what it will be given. */
export const checkVoice = ({ voice }: Loaded, problems: Problems): void => {
  if (!voice) return;
  const { value, file, line } = voice;
  const entries: Readonly<Record<string, readonly string[]>> = voiceEntries;
  const missing = Object.keys(entries).filter((id) => value[id] === undefined);
  for (const id of missing) {
    const given = placeholders(entries[id] ?? []);
    problems.add(file, 1, `"${id}" is missing; add it${given && `, with ${given} as needed`}`);
  }
  for (const [id, text] of Object.entries(value)) {
    const given = entries[id];
    if (!given) {
      const remedy = didYouMean(id, missing) || '; remove it';
      problems.add(file, line([id]), `nothing says "${id}"${remedy}`);
      continue;
    }
    const asked = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
    for (const name of asked.filter((name) => !given.includes(name))) {
      const known = placeholders(given) || 'plain text, without any';
      problems.add(file, line([id]), `"${id}" asks for {${name}}, which it is not given; use ${known}`);
    }
    if (/[{}]/.test(text.replaceAll(/\{[^{}]*\}/g, ''))) {
      problems.add(file, line([id]), `"${id}" has a brace without its partner; write placeholders as {name}`);
    }
  }
};

const placeholders = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');
