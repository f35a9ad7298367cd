/**
 * One folded token. Spellings of one thing share one `text`: node.js, NodeJS and "node js" are `nodejs`;
 * 50,000, 50 000 and 50k are `50000`; req/s, rps and "requests per second" are `req/s`.
 */
export type Token = {
  /** Folded: NFKC, lower case, accents kept, known spellings joined. */
  readonly text: string;
  /** Stem of `text`; equal to it for numbers, names and non-English words that have none. */
  readonly stem: string;
  readonly kind: 'word' | 'number' | 'punctuation' | 'emoji';
  /** Value of a number token ("50k" → 50000); undefined for others. */
  readonly value?: number;
  /** UTF-16 offsets into `Folded.text`, so that the person's own words can be quoted. */
  readonly start: number;
  readonly end: number;
};

/** A message after the one normalisation that everything else builds on. */
export type Folded = {
  /** Readable text: NFKC, no zero-width or control characters, straight quotes, case kept, code fences and mentions removed. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Fenced or inline code and pasted manifests, removed from `text`. */
  readonly code: readonly string[];
  /** Token index ranges [from, to) that stand in quotation marks or quoted lines. */
  readonly quoted: readonly (readonly [number, number])[];
};
