import type { Answer, Sentence } from '../../src/domain/answer.ts';
import type { Knowledge } from '../../src/domain/knowledge.ts';
import { labelsOf, sentencesOf } from './sentences-of.ts';

/** Frames that repeat the person's own words, and what stands in braces there. */
const quoting: Readonly<Record<string, string>> = {
  'unknown.quantity': 'missing',
  'unknown.subject': 'missing',
  'unknown.qualifier': 'missing',
  'outside.named': 'name',
  apology: 'id',
};

/** Longest piece of a message that is repeated as the name of something, in characters. */
const longestName = 80;

/**
 * What an answer says that neither the knowledge nor the bot's voice holds: empty for every answer, so that nobody
 * can make the bot say something. Only a name may be repeated, in a frame that says it is not known.
 */
export const createForeignWords = (knowledge: Knowledge) => {
  // What is there for reading and looking up is no more meant to be said than what a person writes, and a false
  // claim is known only in order to be denied.
  const { searchWords: _, people: __, ...said } = knowledge;
  const corrections = knowledge.corrections.map(({ claim: _claim, ...rest }) => rest);
  const sets = knowledge.cards.flatMap((card) => card.sets);
  const heads = sets.map(({ title, unit }) => `${title} (${unit})`);
  const own = new Set([...stringsIn({ ...said, corrections }), ...heads]);
  const { sentence: frames, glue } = framesOf(knowledge);
  /** Takes away all that the knowledge holds, longest first, and what joins its parts. */
  const parts = [...own, ...glue]
    .flatMap((text) => (text.length > 2 ? [text, upperFirst(text)] : []))
    .sort((a, b) => b.length - a.length);
  // Too short to be taken away wherever they stand: counts, and units behind a number.
  const units = sets.map(({ unit }) => unit);
  const words = new RegExp(`(?<![a-z])(?:${[...counts, ...units].map(escaped).join('|')})(?![a-z])`, 'g');
  const remainders = new Map<string, string>();
  const remainder = (text: string): string => {
    const seen = remainders.get(text);
    if (seen !== undefined) return seen;
    let rest = text;
    for (const part of parts) rest = rest.replaceAll(part, taken);
    rest = rest.replace(words, '').replace(/[¦\d.,:;()*→+~%\s-]/g, '');
    remainders.set(text, rest);
    return rest;
  };

  const inSentence = ({ text, from }: Sentence): readonly string[] => {
    if (own.has(text)) return [];
    const voice = from.find(({ kind }) => kind === 'voice');
    const frame = voice && frames.get(voice.id);
    const filled = frame?.pattern.exec(text);
    if (!frame || !filled) return [text];
    return frame.given.flatMap((name, at) => {
      const value = filled[at + 1] ?? '';
      if (quoting[frame.id] === name) return value.length <= longestName ? [] : [value];
      return own.has(value) || remainder(value) === '' ? [] : [`${frame.id} {${name}}: ${value}`];
    });
  };

  return (answer: Answer): readonly string[] => [
    ...sentencesOf(answer).flatMap(inSentence),
    ...labelsOf(answer).filter((text) => !own.has(text) && remainder(text) !== ''),
  ];
};

const counts = ['and', 'for', 'none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const escaped = (text: string): string => text.replace(/[^\w\s]/g, '\\$&');

const framesOf = (knowledge: Knowledge) => {
  const entries = Object.entries(knowledge.voice).map(([id, text]) => {
    const pieces = text.split(/\{(\w+)\}/);
    return {
      id,
      pattern: new RegExp(
        `^${pieces.map((piece, at) => (at % 2 ? '([\\s\\S]*)' : escaped(piece))).join('')}$`,
      ),
      given: pieces.filter((_, at) => at % 2),
      constant: pieces.filter((_, at) => at % 2 === 0).filter((piece) => piece.trim() !== ''),
    };
  });
  return {
    sentence: new Map(entries.map((entry) => [entry.id, entry])),
    // Frames inside frames: "machine learning: not needed", "3 points".
    glue: entries
      .filter(({ id }) => /^(understood|reasons\.points|strength|outcome|clarify\.(not-)?wanted)/.test(id))
      .flatMap(({ constant }) => constant),
  };
};

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (unsaid.has(key) ? [] : stringsIn(inner)));
};

/** Questions and phrases that people say, and what only machines read. */
const unsaid = new Set(
  'asked asserted phrases names hints words id about topic metric subject option favours when effect replaces'.split(
    ' ',
  ),
);

/** Stands where something known stood, so that its neighbours do not become one word. */
const taken = '¦';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
