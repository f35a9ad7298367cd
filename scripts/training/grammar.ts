import type { NameReader } from '../../src/understanding/names.ts';
import type { PeopleReader } from '../../src/understanding/people.ts';
import type { Scope } from '../../src/understanding/scope.ts';
import type { Answerable } from '../../src/understanding/understand.ts';

/** What reading has that does not learn: the grammar of people, the scope of denials, names, and what is known. */
export type Grammar = {
  readonly people: PeopleReader;
  readonly scope: Scope;
  readonly names: NameReader;
  readonly answerable: Answerable;
};
