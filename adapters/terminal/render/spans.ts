import { styleText } from 'node:util';
import type { Sentence } from '../../../src/index.ts';
import { visible } from './visible.ts';

type Style = 'bold' | 'dim' | 'cyan' | 'green';

/** A run of text in one style. */
export type Span = { readonly text: string; readonly style?: Style };

/** Colours are decided once, from the settings and the output, not by each call. */
export type Paint = (text: string, style: Style | undefined) => string;

export const createPaint = (color: boolean): Paint =>
  color
    ? (text, style) => (style && text ? styleText(style, text, { validateStream: false }) : text)
    : (text) => text;

/** The numbers under which the sources of an answer stand at its foot. */
export type Footnotes = ReadonlyMap<string, number>;

/**
 * Sentences as spans, with `*…*` in bold and the footnotes after the last of neighbours that share them.
 */
export const spansOf = (sentences: readonly Sentence[], footnotes: Footnotes): readonly Span[] =>
  sentences.flatMap((sentence, index) => {
    const note = noteOf(sentence, footnotes);
    const next = sentences[index + 1];
    const shown = next && noteOf(next, footnotes) === note ? '' : note;
    return [
      ...(index > 0 ? [{ text: ' ' }] : []),
      ...emphasised(visible(sentence.text)),
      ...(shown ? [{ text: ' ' }, { text: shown, style: 'dim' } as const] : []),
    ];
  });

const noteOf = (sentence: Sentence, footnotes: Footnotes): string => {
  const numbers = sentence.sources.flatMap((source) => footnotes.get(source) ?? []).sort((a, b) => a - b);
  return numbers.length > 0 ? `[${[...new Set(numbers)].join(',')}]` : '';
};

/** `*Node.js*, clear` → bold "Node.js", plain ", clear". Stars that enclose nothing are left as they are. */
const emphasised = (text: string): readonly Span[] =>
  text
    .split(/(\*[^\s*](?:[^*]*[^\s*])?\*)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.length > 2 && part.startsWith('*') && part.endsWith('*')
        ? { text: part.slice(1, -1), style: 'bold' as const }
        : { text: part },
    );
