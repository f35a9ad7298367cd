import { binsOf, type Claim, type Claims, errorOf, offersOf } from './sureness.ts';
import { figure, table } from './table.ts';

/** How often it is right when it says that it is so sure, and what would be gained by saying only what is surer. */
export const surenessTables = ({ kind, requirement }: Claims): readonly string[] => [
  ...(kind.length > 0 ? [calibration('sure of the kind', kind), offers('kinds', kind)] : []),
  ...(requirement.length > 0 ? [calibration('sure of a requirement', requirement)] : []),
];

const calibration = (name: string, claims: readonly Claim[]): string =>
  table(
    [name, 'on average', 'right', 'of'],
    [
      ...binsOf(claims).map(({ from, sureness, right, of }) => [
        `from ${from.toFixed(2)}`,
        figure(sureness),
        figure(right),
        `${of}`,
      ]),
      ['apart on average', figure(errorOf(claims)), '', `${claims.length}`],
    ],
  );

const offers = (name: string, claims: readonly Claim[]): string =>
  table(
    [`${name} said`, 'coverage', 'risk'],
    offersOf(claims).map(({ least, coverage, risk }) => [
      least === 0 ? 'all' : `if sure by ${least.toFixed(2)}`,
      figure(coverage),
      figure(risk),
    ]),
  );
