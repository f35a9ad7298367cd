import type { Finding } from '../domain/finding.ts';
import type { Body } from './facts.ts';
import type { Phrasing } from './phrasing.ts';

type Verdict = NonNullable<(Finding & { readonly kind: 'found' })['verdict']>;

/** Yes or no first where the message claims something or asks for it; then what bears it out. */
export const withVerdict = (phrasing: Phrasing, body: Body, { says, said }: Verdict): Body => {
  const isNumber = /\d/.test(said);
  const { from, sources } = body.headline;
  const id = says === 'yes' ? 'verdict.yes' : isNumber ? 'verdict.no' : 'verdict.no-use';
  return {
    ...body,
    headline: phrasing.say(id, id === 'verdict.no' ? { said } : {}, from, sources),
    blocks: [{ kind: 'paragraph', sentences: [body.headline] }, ...body.blocks],
  };
};
