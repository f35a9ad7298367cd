import { fenced } from '../../shared/markdown.ts';
import { splitMarkdown } from '../../shared/split.ts';
import { visibleLines } from '../../shared/text/visible.ts';
import { container, file, text } from '../components.ts';
import { escapeForMarkdown } from '../escape.ts';
import { limits } from '../limits.ts';
import { words } from '../words.ts';
import type { Part } from './pack.ts';
import { markdownParts, small } from './prose.ts';

/** What is shown in letters of one width, below its title. */
export type Drawing = {
  /** Markdown. */
  readonly title: string;
  /** All of it, and enough of it to see what it is. */
  draw(): readonly string[];
  drawBeginning(): readonly string[];
  /** The same without drawing: what would be too wide or too long in any case. */
  inWords(): readonly string[];
  readonly language?: string;
  /** The whole of it, for where it is too large for a message. */
  readonly file: { readonly name: string; readonly content: string; readonly description: string };
};

/** Characters of a drawing that fit a message together with its title. */
const longest = 3_000;
const longestTitle = 800;
/** Lines that are fenced together; what breaks a run of backticks makes them longer. */
const longestGroup = 2_500;
/** Beyond this (characters of the file) nobody reads a drawing, and making it takes long. */
const longestDrawn = 20_000;
/** Of what is in a file, this much is shown beside it. */
const longestSample = 1_500;

/**
 * A drawing as a code block in a box of its own; one that is too large for a message as its beginning, and whole as
 * a file, or in several boxes where files are not allowed.
 */
export const drawingParts = (drawing: Drawing, withoutFiles: boolean): readonly Part[] => {
  const { title, language, file: whole } = drawing;
  const isHuge = whole.content.length > longestDrawn;
  const mayAttach = !withoutFiles && Buffer.byteLength(whole.content) <= limits.fileBytes;
  if (isHuge && mayAttach) return withFile(drawing);
  const lines = isHuge ? drawing.inWords() : drawing.draw();
  const pieces = together(lines);
  if (pieces.length === 0) return markdownParts(title);
  if ((pieces.length > 1 || lines.join().length > longest) && mayAttach) return withFile(drawing);
  return boxes(
    title,
    pieces.flatMap((piece) => splitMarkdown(fenced(piece.join('\n'), language), longest)),
  );
};

/** Lines in groups, each within a message; only a line that is longer than that makes a longer group. */
const together = (lines: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  let room = 0;
  for (const line of lines) {
    const last = groups.at(-1);
    room -= line.length + 1;
    if (last && room >= 0) last.push(line);
    else {
      groups.push([line]);
      room = longestGroup - line.length - 1;
    }
  }
  // White space alone would be refused.
  return groups.filter((group) => group.some((line) => line.trim() !== ''));
};

const withFile = ({ title, drawBeginning, language, file: whole }: Drawing): readonly Part[] => {
  const sample = firstOf(drawBeginning());
  const note = small(escapeForMarkdown(words.allIn(whole.name)));
  const shown = sample.length > 0 ? [`${fenced(sample.join('\n'), language)}\n${note}`] : [note];
  const parts = boxes(title, shown, file(whole.name));
  const last = parts.at(-1);
  const attached = {
    attachment: Buffer.from(visibleLines(whole.content)),
    name: whole.name,
    description: whole.description,
  };
  return last ? [...parts.slice(0, -1), { ...last, files: [attached] }] : [];
};

const firstOf = (lines: readonly string[]): readonly string[] => {
  let characters = 0;
  const end = lines.findIndex((line) => {
    characters += line.length + 1;
    return characters > longestSample;
  });
  return end === -1 ? lines : lines.slice(0, end);
};

/** The title stands in the first box; only a very long one begins above it. */
const boxes = (
  title: string,
  [first = '', ...rest]: readonly string[],
  ...attached: readonly ReturnType<typeof file>[]
): readonly Part[] => {
  const titles = splitMarkdown(title, longestTitle);
  const last = titles.at(-1);
  const contents = [...(last ? [text(last)] : []), text(first), ...attached];
  return [
    ...titles.slice(0, -1).map((one): Part => ({ components: [text(one)] })),
    { components: [container(...contents)] },
    ...rest.map((piece): Part => ({ components: [container(text(piece))] })),
  ];
};
