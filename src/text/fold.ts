import { clean } from './clean.ts';
import { unmark } from './markup.ts';
import { findQuoted } from './quoted.ts';
import type { Spelling } from './spellings.ts';
import { withoutTitleTag } from './title-tag.ts';
import { createTokenizer } from './tokenize.ts';
import type { Folded } from './types.ts';

export type Folder = { fold(raw: string): Folded };

/**
 * Creates the one normalisation that everything else builds on. `spellings` adds names to the general technical
 * ones: `{ as: 'widget', forms: ['widget.js', 'widget js'] }`. Folding never throws and is linear in the text.
 */
export const createFolder = ({ spellings }: { readonly spellings: readonly Spelling[] }): Folder => {
  const tokenize = createTokenizer(spellings);
  return {
    fold: (raw) => {
      const { text: written, code } = unmark(clean(raw));
      const text = withoutTitleTag(written);
      const tokens = tokenize(text);
      return { text, tokens, code, quoted: findQuoted(text, tokens) };
    },
  };
};

const general = createFolder({ spellings: [] });

/** Folds a message with the general spellings only. */
export const fold = (raw: string): Folded => general.fold(raw);
