import type { Answer, Sentence } from '../../../src/index.ts';
import { visible } from './visible.ts';

type Style = 'bold' | 'dim' | 'cyan' | 'green';

/** A run of text in one style. */
export type Span = { readonly text: string; readonly style?: Style };

export type Paint = (text: string, style: Style | undefined) => string;

export const asIs: Paint = (text) => text;

/** The numbers under which the sources of an answer stand at its foot. */
export type Footnotes = ReadonlyMap<string, number>;

export const footnotesOf = ({ blocks }: Answer): Footnotes => {
  const numbers = new Map<string, number>();
  let number = 0;
  for (const block of blocks) {
    if (block.kind !== 'sources') continue;
    for (const { id } of block.sources) {
      number += 1;
      numbers.set(id, number);
    }
  }
  return numbers;
};

/**
 * Sentences as spans, with `*…*` in bold and the footnotes after the last of neighbours that share them.
 */
export const spansOf = (sentences: readonly Sentence[], footnotes: Footnotes): readonly Span[] => {
  const spans: Span[] = [];
  let before: string | undefined;
  for (const { text, sources } of sentences) {
    const note = noteOf(sources, footnotes);
    if (before !== undefined) {
      if (before !== note) addNote(before, spans);
      spans.push({ text: ' ' });
    }
    addEmphasised(visible(text), spans);
    before = note;
  }
  if (before !== undefined) addNote(before, spans);
  return spans;
};

/** The same as a title: bold throughout but for the footnotes, with a remark after it. */
export const titleSpans = (sentence: Sentence, footnotes: Footnotes, remark = ''): readonly Span[] => [
  ...spansOf([sentence], footnotes).map((span) => ({ ...span, style: span.style ?? ('bold' as const) })),
  ...(remark ? [{ text: ` (${remark})`, style: 'dim' } as const] : []),
];

const addNote = (note: string, spans: Span[]): void => {
  if (note !== '') spans.push({ text: ' ' }, { text: note, style: 'dim' });
};

const noteOf = (sources: Sentence['sources'], footnotes: Footnotes): string => {
  const numbers: number[] = [];
  for (const source of sources) {
    const number = footnotes.get(source);
    if (number !== undefined && !numbers.includes(number)) numbers.push(number);
  }
  return numbers.length > 0 ? `[${numbers.sort((a, b) => a - b).join(',')}]` : '';
};

/** `*Node.js*, clear` → bold "Node.js", plain ", clear". Stars that enclose nothing are left as they are. */
const addEmphasised = (text: string, spans: Span[]): void => {
  if (!text.includes('*')) {
    if (text !== '') spans.push({ text });
    return;
  }
  for (const part of text.split(/(\*[^\s*](?:[^*]*[^\s*])?\*)/)) {
    const isBold = part.length > 2 && part.startsWith('*') && part.endsWith('*');
    if (isBold) spans.push({ text: part.slice(1, -1), style: 'bold' });
    else if (part !== '') spans.push({ text: part });
  }
};
