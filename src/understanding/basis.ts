import type { Option, RequirementEntry } from '../domain/knowledge.ts';
import { type Kind, kindSchema } from '../domain/reading.ts';
import type { Outside } from '../domain/search.ts';
import { createFolder } from '../text/fold.ts';
import type { Folded } from '../text/types.ts';
import { createNameClass, type NameClass, nameSpellings } from './name-class.ts';

/** What reading and learning to read have in common: the folding, the names, and the order of the outputs. */
export type Basis = {
  readonly fold: (text: string) => Folded;
  readonly nameClass: NameClass;
  readonly kinds: readonly Kind[];
  readonly requirements: readonly string[];
  /** Group of a requirement: workload, product, quality, team. */
  readonly groupOf: (requirement: string) => string;
};

export type BasisData = {
  readonly options: readonly Option[];
  readonly requirements: readonly Pick<RequirementEntry, 'id' | 'group'>[];
  readonly outside: readonly Outside[];
};

export const createBasis = ({ options, requirements, outside }: BasisData): Basis => {
  const groups = new Map(requirements.map(({ id, group }) => [id, group]));
  return {
    fold: remembering(createFolder({ spellings: nameSpellings(options) }).fold),
    nameClass: createNameClass(options, outside),
    kinds: kindSchema.options,
    requirements: requirements.map(({ id }) => id).toSorted(),
    groupOf: (requirement) => groups.get(requirement) ?? '',
  };
};

/** Search reads what understanding has just read: the same text is folded once, and its words are looked up once. */
const remembering = (fold: Basis['fold']): Basis['fold'] => {
  let last: { readonly raw: string; readonly folded: Folded } | undefined;
  return (raw) => {
    if (last?.raw !== raw) last = { raw, folded: fold(raw) };
    return last.folded;
  };
};
