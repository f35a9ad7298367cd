import type { Paint, Span } from './spans.ts';
import { charactersOf, widthOf } from './width.ts';

export type Layout = {
  /** Columns per line; `Infinity` for text that is not broken. */
  readonly width: number;
  readonly paint: Paint;
};

/**
 * Breaks spans between words (and inside a word only where it is longer than a line).
 * `first` stands before the first line, spaces of the same width before the others.
 */
export const wrap = (spans: readonly Span[], { width, paint }: Layout, first = ''): readonly string[] => {
  if (width === Number.POSITIVE_INFINITY) {
    // Nothing to measure; this is the path of every batch answer.
    return [
      first +
        spans
          .map(({ text, style }) => paint(text, style))
          .join('')
          .trim(),
    ];
  }
  const indent = ' '.repeat(widthOf(first));
  const room = Math.max(1, width - indent.length);
  const lines: string[] = [];
  let line: Span[] = [];
  let used = 0;

  const put = (span: Span) => {
    const last = line.at(-1);
    // Neighbours of one style are painted together.
    if (last && last.style === span.style) line[line.length - 1] = { ...last, text: last.text + span.text };
    else line.push(span);
    used += widthOf(span.text);
  };
  const flush = () => {
    const painted = line.map(({ text, style }) => paint(text, style)).join('');
    lines.push(((lines.length === 0 ? first : indent) + painted).trimEnd());
    line = [];
    used = 0;
  };
  for (const word of wordsOf(spans)) {
    const size = word.reduce((sum, span) => sum + widthOf(span.text), 0);
    if (used > 0 && used + 1 + size > room) flush();
    else if (used > 0) put(spaceBetween(line.at(-1), word[0]));
    for (const piece of size > room ? word.flatMap(split) : word) {
      const columns = widthOf(piece.text);
      if (used > 0 && used + columns > room) flush();
      put(piece);
    }
  }
  if (line.length > 0 || lines.length === 0) flush();
  return lines;
};

const spaceBetween = (before: Span | undefined, after: Span | undefined): Span =>
  before && before.style === after?.style ? { ...before, text: ' ' } : { text: ' ' };

/** Words as the pieces of spans they consist of: "*Node.js*, clear" → [Node.js + ","], ["clear"]. */
const wordsOf = (spans: readonly Span[]): readonly (readonly Span[])[] => {
  const words: Span[][] = [];
  let open = false;
  for (const span of spans) {
    for (const part of span.text.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s/.test(part)) {
        open = false;
        continue;
      }
      const piece = { ...span, text: part };
      const last = words.at(-1);
      if (open && last) last.push(piece);
      else words.push([piece]);
      open = true;
    }
  }
  return words;
};

const split = (span: Span): readonly Span[] =>
  charactersOf(span.text).map((character) => ({ ...span, text: character }));
