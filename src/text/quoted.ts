import type { Token } from './types.ts';

/** Longest quotation looked for, in tokens; a sign without its twin within it quotes nothing. */
const longest = 80;

/** Token ranges [from, to) in double or single quotation marks, and lines that begin with ">". */
export const findQuoted = (
  text: string,
  tokens: readonly Token[],
): readonly (readonly [number, number])[] => {
  if (!/["'>]/.test(text)) return [];
  const found: [number, number][] = [];
  const open: { double: number; single: number } = { double: -1, single: -1 };
  let lineStart = true;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.text === '\n') {
      lineStart = true;
      continue;
    }
    if (token.text === '>' && lineStart) {
      let end = at + 1;
      while (end < tokens.length && tokens[end]?.text !== '\n') end += 1;
      found.push([at + 1, end]);
      at = end - 1;
      continue;
    }
    lineStart = false;
    if (token.kind !== 'punctuation') continue;
    if (token.text === '"') open.double = toggle(found, open.double, at);
    else if (token.text === "'") {
      const opens = /[\s([]/.test(text[token.start - 1] ?? ' ');
      if (opens) open.single = at;
      else open.single = toggle(found, open.single, at, false);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
};

/** Closes the quotation that is open, or opens one; returns where the open one began. */
const toggle = (found: [number, number][], open: number, at: number, mayOpen = true): number => {
  if (open >= 0 && at - open <= longest) {
    if (at > open + 1) found.push([open + 1, at]);
    return -1;
  }
  return mayOpen ? at : -1;
};
