/**
 * Splits Markdown into parts of at most `limit` characters (UTF-16 units, at least 100), at the ends of blocks,
 * lines, sentences or words, whichever leaves the part at least half full; inside a word only where it is longer
 * than a part, and never inside a character. A code block or bold text that is cut is closed and opened again.
 * Nothing else is lost or added but white space at the cuts.
 */
export const splitMarkdown = (text: string, limit: number): readonly string[] => split(text, limit, openAt);

/** The same for text in which marks mean nothing. */
export const splitText = (text: string, limit: number): readonly string[] => split(text, limit, () => closed);

const split = (text: string, limit: number, stateAt: (part: string) => Open): readonly string[] => {
  if (limit < 100) throw new RangeError(`a part of ${limit} characters is too small to be read`);
  // As most are.
  if (text.length <= limit) return text.trim() === '' ? [] : [text];
  const parts: string[] = [];
  // What is opened again before the rest of the text, which begins at `at`.
  let opened = '';
  let at = 0;
  while (opened.length + text.length - at > limit) {
    // Only what can be in the part: a text joined anew for each part would be copied as often.
    const rest = opened + text.slice(at, at + limit);
    const part = rest.slice(0, cutOf(rest.slice(0, limit - reserve)));
    const open = stateAt(part);
    at += part.length - opened.length;
    if (open.fence) {
      // Line ends and spaces are part of code; only the one at which it was cut goes.
      const { mark, opener } = open.fence;
      parts.push(`${part.replace(/\n$/, '')}\n${mark}`);
      if (text.startsWith('\n', at)) at++;
      // Cut right at its end, there is nothing to open again.
      const isClosed = text.startsWith(mark, at);
      if (isClosed) at = afterSpace(text, at + mark.length);
      opened = isClosed ? '' : `${opener}\n`;
    } else {
      opened = open.strong ? '**' : '';
      parts.push(part.trimEnd() + opened);
      at = afterSpace(text, at);
    }
  }
  return [...parts, opened + text.slice(at)].filter((part) => part.trim() !== '');
};

/** Where the next character stands that is no white space, or the text ends. */
const afterSpace = (text: string, from: number): number => {
  const space = /\s*/y;
  space.lastIndex = from;
  space.test(text);
  return space.lastIndex;
};

/** Room for what closes a part: a line end and a fence, or two stars. */
const longestMark = 10;
const reserve = longestMark + 1;
const longestOpener = 40;

type Open = {
  readonly fence?: { readonly mark: string; readonly opener: string };
  readonly strong: boolean;
};

const closed: Open = { strong: false };

/** What is still open at the end of a text: a code block, or bold. */
const openAt = (text: string): Open => {
  let fence: Open['fence'];
  let strong = false;
  for (const line of text.split('\n')) {
    const [, mark = ''] = /^(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence) {
      if (line.startsWith(fence.mark) && line.replaceAll(fence.mark.charAt(0), '').trim() === '')
        fence = undefined;
    } else if (mark && mark.length <= longestMark) {
      fence = { mark, opener: line.length <= longestOpener ? line : mark };
    } else {
      const stars = line.replace(/\\./g, '').match(/\*\*/g) ?? [];
      if (stars.length % 2 === 1) strong = !strong;
    }
  }
  return fence ? { fence, strong: false } : { strong };
};

const boundaries: readonly RegExp[] = [/\n\n/g, /\n/g, /[.!?…][)\]"”’*]*\s/g, /\s/g];

/** Where to cut what there is room for; always behind at least one character that is no white space. */
const cutOf = (head: string): number => {
  // A cut before this would leave a part with nothing in it but an opened code block or bold mark.
  const least = /^(?:(?:`{3,}|~{3,}).*\n|\*\*)?\s*\S?/.exec(head)?.[0].length ?? 1;
  const ends = boundaries.map((boundary) => {
    const last = [...head.matchAll(boundary)].at(-1);
    return last ? last.index + last[0].length : 0;
  });
  const good = ends.find((end) => end >= head.length / 2 && end > least) ?? Math.max(...ends);
  return good > least ? good : safeCut(head, head.length);
};

/** Inside a word: between characters, and not inside what stands for one (`\*`, `&lt;`) or for bold. */
export const safeCut = (text: string, room: number): number =>
  text
    .slice(0, room)
    .replace(/&[#\w]{0,8}$/, '')
    .replace(/(?<!\\)(?:\\\\)*\\$/, withoutOne)
    .replace(/(?<![\\*])(?:\*\*)*\*$/, withoutOne)
    .replace(/[\ud800-\udbff]$/, '').length;

const withoutOne = (run: string): string => run.slice(1);
