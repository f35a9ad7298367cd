import { safeCut } from '../../shared/split.ts';
import { visibleLines } from '../../shared/text/visible.ts';
import { richText, word } from '../blocks.ts';
import { escapeText } from '../escape.ts';
import { limits } from '../limits.ts';
import type { Part } from './pack.ts';

/**
 * Code and drawings, character for character: structured text needs no fence that could be broken out of.
 * `aloud` is what is read instead of it.
 */
export const codeParts = (code: string, aloud = code): readonly Part[] => {
  const pieces = cutLines(visibleLines(code).split('\n'));
  return pieces.map((piece, index) => ({
    blocks: [richText({ type: 'rich_text_preformatted', elements: [word(piece)] })],
    text: aloud === code ? escapeText(piece) : index === 0 ? escapeText(aloud) : '',
  }));
};

/** Lines in pieces within the limit; only a line that is longer than a piece is cut. */
const cutLines = (lines: readonly string[]): readonly string[] => {
  const pieces: string[] = [];
  let piece: string | undefined;
  for (const line of lines.flatMap(cutLine)) {
    const longer: string = piece === undefined ? line : `${piece}\n${line}`;
    if (longer.length <= limits.richText) {
      piece = longer;
    } else {
      if (piece !== undefined) pieces.push(piece);
      piece = line;
    }
  }
  return [...pieces, piece ?? ''].filter((text) => text.trim() !== '');
};

const cutLine = (line: string): readonly string[] => {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > limits.richText) {
    const cut = safeCut(rest, limits.richText);
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
};
