import { isCodeLine } from './code-lines.ts';

/** What was code is kept apart; the rest is what the person wrote in words. */
export type Unmarked = { readonly text: string; readonly code: readonly string[] };

/** Longest tag or mention looked for, in UTF-16 units; also what keeps a flood of "<" linear. */
const longestTag = 300;

/**
 * Takes chat markup out of a cleaned text: code fences and pasted manifests go to `code`; mentions, links, tags,
 * emphasis and backticks go away; labels of links stay, and so does a name in backticks.
 */
export const unmark = (text: string): Unmarked => {
  const code: string[] = [];
  const fenced = takeFences(text, code);
  const objects = takeObjects(fenced, code);
  const lines = takeCodeLines(objects, code);
  return { text: takeInline(lines, code), code };
};

const takeFences = (text: string, code: string[]): string => {
  if (!text.includes('```') && !text.includes('~~~')) return text;
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const ticks = text.indexOf('```', at);
    const tildes = text.indexOf('~~~', at);
    const open = ticks === -1 ? tildes : tildes === -1 ? ticks : Math.min(ticks, tildes);
    if (open === -1) break;
    const close = text.indexOf(text.slice(open, open + 3), open + 3);
    // An unclosed fence runs to the end, as chat clients show it.
    const end = close === -1 ? text.length : close;
    parts.push(text.slice(at, open), '\n');
    keep(code, text.slice(open + 3, end).replace(/^[a-z0-9+#-]{1,20}\n/i, ''));
    at = end + 3;
  }
  parts.push(text.slice(at));
  return parts.join('');
};

/** JSON pasted without a fence: a balanced `{…}` that opens with a quoted key. */
const takeObjects = (text: string, code: string[]): string => {
  if (!text.includes('{')) return text;
  const closes = matchBraces(text);
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
    const close = closes.get(at);
    if (close !== undefined && /^\{\s{0,40}["'\w-]{1,60}\s?:/.test(text.slice(at, at + 110))) {
      parts.push(text.slice(from, at), '\n');
      keep(code, text.slice(at, close + 1));
      from = close + 1;
      at = from;
    } else {
      at += 1;
    }
  }
  parts.push(text.slice(from));
  return parts.join('');
};

const matchBraces = (text: string): ReadonlyMap<number, number> => {
  const open: number[] = [];
  const closes = new Map<number, number>();
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') open.push(at);
    else if (text[at] === '}') {
      const start = open.pop();
      if (start !== undefined) closes.set(start, at);
    }
  }
  return closes;
};

/** Two lines of code in a row are a paste; one alone may be a person's way of writing. */
const takeCodeLines = (text: string, code: string[]): string => {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    let found = 0;
    while (end < lines.length) {
      const line = lines[end] ?? '';
      if (isCodeLine(line)) found += 1;
      else if (found === 0 || !(line.trim() === '' || line.startsWith('  ') || line.startsWith('\t'))) break;
      end += 1;
    }
    if (found >= 2) {
      keep(code, lines.slice(at, end).join('\n'));
      kept.push('');
      at = end;
    } else {
      const next = Math.max(end, at + 1);
      kept.push(...lines.slice(at, next));
      at = next;
    }
  }
  return kept.join('\n');
};

const keep = (code: string[], text: string): void => {
  const trimmed = text.trim();
  if (trimmed !== '') code.push(trimmed);
};

const takeInline = (text: string, code: string[]): string => {
  if (!/[<`*~$@[]|https?:|www\.|__/.test(text)) return text;
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const taken = inlineAt(text, at, code);
    if (taken === undefined) {
      let next = at + 1;
      while (next < text.length && !isMarkup(text.charCodeAt(next))) next += 1;
      parts.push(text.slice(at, next));
      at = next;
    } else {
      parts.push(taken.text);
      at = taken.end;
    }
  }
  return parts.join('');
};

/** < ` * ~ $ @ [ h w _ : the units that any inline markup begins with. */
const isMarkup = (unit: number): boolean =>
  unit === 60 ||
  unit === 96 ||
  unit === 42 ||
  unit === 126 ||
  unit === 36 ||
  unit === 64 ||
  unit === 91 ||
  unit === 104 ||
  unit === 119 ||
  unit === 95;

type Taken = { readonly text: string; readonly end: number };

const inlineAt = (text: string, at: number, code: string[]): Taken | undefined => {
  switch (text[at]) {
    case '<':
      return angleAt(text, at);
    case '`':
      return backtickAt(text, at, code);
    case '*':
    case '~':
    case '$':
      return { text: '', end: at + 1 };
    case '_':
      return text[at + 1] === '_' ? { text: '', end: at + 2 } : undefined;
    case '@':
      return mentionAt(text, at);
    case '[':
      return labelAt(text, at);
    case 'h':
    case 'w':
      return linkAt(text, at);
    default:
      return undefined;
  }
};

/** `<@U1>`, `<#C1|x>`, `<!channel>`, `<:smile:1>`, `<https://…|label>`, `<b>`, `</b>`, `<!-- -->`. */
const angleAt = (text: string, at: number): Taken | undefined => {
  const first = text[at + 1] ?? '';
  if (!/[a-z/@#!:]/i.test(first)) return undefined;
  const window = text.slice(at + 1, at + longestTag);
  const close = window.indexOf('>');
  if (close === -1) return undefined;
  const inside = window.slice(0, close);
  if (inside.includes('<')) return undefined;
  const end = at + close + 2;
  if (/^(https?:|mailto:|www\.)/i.test(inside)) {
    const bar = inside.indexOf('|');
    return { text: bar === -1 ? ' ' : ` ${inside.slice(bar + 1)} `, end };
  }
  return { text: ' ', end };
};

/** A name or a few words in backticks are part of the sentence; anything longer is code. */
const backtickAt = (text: string, at: number, code: string[]): Taken => {
  const window = text.slice(at + 1, at + 1 + 2000);
  const close = window.indexOf('`');
  if (close === -1) return { text: '', end: at + 1 };
  const inside = window.slice(0, close);
  const isCode = inside.length > 60 || /[;{}=]|\)\s*$|\n/.test(inside);
  if (isCode) {
    keep(code, inside);
    return { text: ' ', end: at + close + 2 };
  }
  return { text: inside, end: at + close + 2 };
};

/** A mention opens the message or calls everyone; elsewhere "@" is part of a name, and only the sign goes. */
const mentionAt = (text: string, at: number): Taken | undefined => {
  const before = text[at - 1];
  if (before !== undefined && !/[\s(]/.test(before)) return undefined;
  let end = at + 1;
  while (end < text.length && end - at < 40 && /[\w.-]/.test(text[end] ?? '')) end += 1;
  if (text[end] === '/') return { text: '', end: at + 1 };
  const name = text.slice(at + 1, end);
  const isFirst = text.slice(Math.max(0, at - 20), at).trim() === '' && at < 20;
  if (isFirst || name === 'here' || name === 'channel' || name === 'everyone') return { text: ' ', end };
  return { text: '', end: at + 1 };
};

/** `[label](address)`: the label stays. */
const labelAt = (text: string, at: number): Taken | undefined => {
  const window = text.slice(at + 1, at + longestTag);
  const close = window.indexOf('](');
  if (close === -1 || window.slice(0, close).includes('\n')) return undefined;
  const end = window.indexOf(')', close);
  return end === -1 ? undefined : { text: window.slice(0, close), end: at + end + 2 };
};

const linkAt = (text: string, at: number): Taken | undefined => {
  const before = text[at - 1];
  if (before !== undefined && /\w/.test(before)) return undefined;
  if (!/^(https?:\/\/|www\.)/.test(text.slice(at, at + 8))) return undefined;
  let end = at + 4;
  while (end < text.length && !/[\s<>"]/.test(text[end] ?? '')) end += 1;
  // Punctuation that ends the sentence is not part of the address.
  while (/[.,;:!?)]/.test(text[end - 1] ?? '')) end -= 1;
  return { text: ' ', end };
};
