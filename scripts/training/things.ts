import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { thingsSchema } from '../../src/domain/things.ts';

/** A phrase written down for a requirement, and whether it speaks for it. */
export type Phrase = { readonly id: string; readonly text: string; readonly speaks: boolean };

/** The phrases of knowledge/things, one file a requirement; folders in it hold further languages. */
export const readThings = (folder: string): readonly Phrase[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const id = basename(file, '.yaml');
      const things = thingsSchema.parse(load(readFileSync(join(folder, file), 'utf8')));
      return [
        // A missing skill and a denied need are mentions all the same: polarity is judged apart.
        ...[...things.say, ...things.lacks, ...things.excluded].map((text) => ({ id, text, speaks: true })),
        ...things.not.map((text) => ({ id, text, speaks: false })),
      ];
    });
