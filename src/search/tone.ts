import type { SearchWords } from '../domain/search.ts';
import { createPhrases } from './phrases.ts';
import type { Terms } from './terms.ts';

/** What speaks for a thing, or what speaks against it. */
export type Tone = 'for' | 'against';

/** Creates the reading of texts that speak of one side only: of strengths alone, or of weaknesses alone. */
export const createTone = (
  { cues }: SearchWords,
  terms: Terms,
): ((texts: readonly string[]) => Tone | undefined) => {
  const find = createPhrases<Tone>([
    ...cues.favourable.map((phrase) => ({ phrase: terms.tokens(phrase), value: 'for' as const })),
    ...cues.unfavourable.map((phrase) => ({ phrase: terms.tokens(phrase), value: 'against' as const })),
  ]);
  return (texts) => {
    const tones = new Set(texts.flatMap((text) => find(terms.tokens(text)).map(({ value }) => value)));
    const [tone] = tones;
    return tones.size === 1 ? tone : undefined;
  };
};
