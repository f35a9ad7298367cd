import type { Answer, Sentence } from '../../../src/index.ts';
import { visible } from './visible.ts';

type Style = 'bold' | 'dim' | 'cyan' | 'green';

/** A run of text in one style. */
export type Span = { readonly text: string; readonly style?: Style };

export type Paint = (text: string, style: Style | undefined) => string;

export const asIs: Paint = (text) => text;

/** The numbers under which the sources of an answer stand at its foot. */
export type Footnotes = ReadonlyMap<string, number>;

export const footnotesOf = (answer: Answer): Footnotes =>
  new Map(
    answer.blocks
      .flatMap((block) => (block.kind === 'sources' ? block.sources : []))
      .map(({ id }, index) => [id, index + 1]),
  );

/**
 * Sentences as spans, with `*…*` in bold and the footnotes after the last of neighbours that share them.
 */
export const spansOf = (sentences: readonly Sentence[], footnotes: Footnotes): readonly Span[] => {
  const notes = sentences.map((sentence) => noteOf(sentence, footnotes));
  const spans: Span[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const note = notes[index];
    if (index > 0) spans.push({ text: ' ' });
    spans.push(...emphasised(visible(sentence.text)));
    if (note && notes[index + 1] !== note) spans.push({ text: ' ' }, { text: note, style: 'dim' });
  }
  return spans;
};

/** The same as a title: bold throughout but for the footnotes, with a remark after it. */
export const titleSpans = (sentence: Sentence, footnotes: Footnotes, remark = ''): readonly Span[] => [
  ...spansOf([sentence], footnotes).map((span) => ({ ...span, style: span.style ?? ('bold' as const) })),
  ...(remark ? [{ text: ` (${remark})`, style: 'dim' } as const] : []),
];

const noteOf = (sentence: Sentence, footnotes: Footnotes): string => {
  if (sentence.sources.length === 0) return '';
  const numbers = new Set(sentence.sources.flatMap((source) => footnotes.get(source) ?? []));
  return numbers.size > 0 ? `[${[...numbers].sort((a, b) => a - b).join(',')}]` : '';
};

/** `*Node.js*, clear` → bold "Node.js", plain ", clear". Stars that enclose nothing are left as they are. */
const emphasised = (text: string): readonly Span[] => {
  if (!text.includes('*')) return text === '' ? [] : [{ text }];
  return text
    .split(/(\*[^\s*](?:[^*]*[^\s*])?\*)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.length > 2 && part.startsWith('*') && part.endsWith('*')
        ? { text: part.slice(1, -1), style: 'bold' as const }
        : { text: part },
    );
};
