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
  const words: Phrasing['words'] = (id, values = {}) =>
    (voice[id] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
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
