import { safeCut } from './split.ts';

/** The beginning of a text in at most `limit` characters, between words where one ends nearby; "…" where it was cut. */
export const clip = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const head = text.slice(0, safeCut(text, limit - 1));
  const space = head.search(/\s\S*$/);
  return `${(space > limit / 2 ? head.slice(0, space) : head).trimEnd()}…`;
};
