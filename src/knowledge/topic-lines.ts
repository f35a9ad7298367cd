/**
 * The line grammar of knowledge/topics/*.md. Every line is one of these; what follows it, indented, continues it.
 *
 *     # Title of the topic
 *     ## Title of a unit {#id}
 *     about: word, word
 *     asked: question | question
 *     - {#id} Text of a statement.[^source][^source]
 *       asked: question | question
 *     ```language            (until the next fence)
 */
export type TopicLine =
  | { readonly kind: 'blank' }
  | { readonly kind: 'topic'; readonly title: string }
  | { readonly kind: 'unit'; readonly title: string; readonly id: string | undefined }
  | {
      readonly kind: 'statement';
      readonly id: string | undefined;
      readonly text: string;
      readonly sources: readonly string[];
    }
  | { readonly kind: 'about'; readonly words: readonly string[] }
  | { readonly kind: 'asked'; readonly questions: readonly string[]; readonly indented: boolean }
  | { readonly kind: 'fence'; readonly language: string }
  | { readonly kind: 'other' };

/** A line, or several that belong together, with the number of the first; counts from 1. */
export type Numbered = { readonly text: string; readonly line: number };

const fence = '```';

/** Joins continuation lines to the line they continue; code is left as it is. */
export const joinContinued = (text: string): readonly Numbered[] => {
  const joined: Numbered[] = [];
  let inCode = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const isFence = raw.startsWith(fence);
    const last = joined.at(-1);
    const continues = /^\s+\S/.test(raw) && !/^\s+asked:/.test(raw) && last?.text.trim();
    if (!inCode && !isFence && continues && last) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${raw.trim()}` };
    } else {
      joined.push({ text: raw, line: index + 1 });
    }
    if (isFence) inCode = !inCode;
  }
  return joined;
};

export const readTopicLine = (text: string): TopicLine => {
  const bare = text.trim();
  if (!bare) return { kind: 'blank' };
  if (text.startsWith(fence)) return { kind: 'fence', language: text.slice(fence.length).trim() };
  if (text.startsWith('## ')) return { kind: 'unit', ...splitTitle(text.slice(3)) };
  if (text.startsWith('# ')) return { kind: 'topic', title: text.slice(2).trim() };
  if (text.startsWith('- ')) return { kind: 'statement', ...splitStatement(text.slice(2).trim()) };
  if (text.startsWith('about:')) return { kind: 'about', words: split(text.slice('about:'.length), ',') };
  if (bare.startsWith('asked:')) {
    return {
      kind: 'asked',
      questions: split(bare.slice('asked:'.length), '|'),
      indented: text !== text.trimStart(),
    };
  }
  return { kind: 'other' };
};

const split = (list: string, separator: string): readonly string[] =>
  list
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

const splitTitle = (heading: string) => {
  const at = heading.lastIndexOf('{#');
  const end = heading.indexOf('}', at);
  if (at < 0 || end < 0) return { title: heading.trim(), id: undefined };
  return { title: heading.slice(0, at).trim(), id: heading.slice(at + 2, end).trim() };
};

const splitStatement = (item: string) => {
  const end = item.indexOf('}');
  const named = item.startsWith('{#') && end > 0;
  const said = named ? item.slice(end + 1) : item;
  // Footnotes stand at the end; one inside the sentence counts as well, for the sentence is one claim.
  const sources = [...said.matchAll(/\[\^([^\]]*)\]/g)].map(([, id = '']) => id);
  const text = said.replaceAll(/\[\^[^\]]*\]/g, '').trim();
  return { id: named ? item.slice(2, end).trim() : undefined, text, sources };
};
