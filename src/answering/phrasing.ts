import { type Ref, type Sentence, sentence } from '../domain/answer.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Voice } from '../domain/knowledge.ts';
import type { VoiceId } from '../domain/voice.ts';

export type Phrasing = {
  /** The words of an entry with its placeholders filled: a label, or part of a sentence. */
  words(id: VoiceId, values?: Readonly<Record<string, string | number>>): string;
  /**
   * A sentence in the bot's own voice. Give `from` and `sources` where it carries a decision or a fact;
   * without them it speaks only of the bot itself.
   */
  say(
    id: VoiceId,
    values?: Readonly<Record<string, string | number>>,
    from?: readonly Ref[],
    sources?: readonly SourceId[],
  ): Sentence;
};

export const createPhrasing = (voice: Voice): Phrasing => {
  // Each entry taken apart once: what stands before, between and after its placeholders, and their names between.
  const parts = new Map<string, readonly string[]>(
    Object.entries(voice).map(([id, text]) => [id, text.split(/\{(\w+)\}/)]),
  );
  const words: Phrasing['words'] = (id, values = {}) => {
    let said = '';
    parts.get(id)?.forEach((part, i) => {
      said += i % 2 === 0 ? part : String(values[part] ?? '');
    });
    return said;
  };
  return {
    words,
    say: (id, values, from = [], sources = []) =>
      sentence(words(id, values), [{ kind: 'voice', id }, ...from], sources),
  };
};

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[], last: 'and' | 'or' = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
