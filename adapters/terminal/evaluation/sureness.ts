import { isFact, type Labelled, type LabelledTurn } from './labelled.ts';

/** What was understood of a message, and how surely. */
export type Given = {
  readonly kind: string;
  readonly recommendation: string | null;
  /** 0…1, of the kind. */
  readonly sureness: number;
  /** Requirements that this message gave, each with its own sureness. */
  readonly requirements: readonly {
    readonly id: string;
    readonly stance: string;
    readonly confidence: number;
  }[];
};

/** One thing said with so much sureness, and whether it was right. */
export type Claim = { readonly sureness: number; readonly right: boolean };

export type Claims = {
  readonly kind: readonly Claim[];
  /** Requirements said to be given; those that only one labeller saw are left out. */
  readonly requirement: readonly Claim[];
};

/** All that was claimed of the messages of threads. */
export const claimsOf = (
  questions: readonly Labelled[],
  given: ReadonlyMap<string, readonly Given[]>,
): Claims => {
  const turns = questions.flatMap((question) =>
    isFact(question)
      ? []
      : question.turns.flatMap((want, turn) => {
          const got = given.get(question.id)?.[turn];
          return got === undefined ? [] : [{ want, got }];
        }),
  );
  return {
    kind: turns.map(({ want, got }) => ({
      sureness: got.sureness,
      right: want.kinds.includes(got.kind),
    })),
    requirement: turns.flatMap(({ want, got }) =>
      got.requirements.flatMap((one) => {
        if (stands(want.optional, one) && !stands(want.requirements, one)) return [];
        return [{ sureness: one.confidence, right: stands(want.requirements, one) }];
      }),
    ),
  };
};

type Stated = { readonly id: string; readonly stance: string };

const stands = (list: LabelledTurn['requirements'], { id, stance }: Stated): boolean =>
  list.some((other) => other.id === id && (other.stance === 'excluded') === (stance === 'excluded'));

/** Claims of about the same sureness: how many, how sure they were on average, and how many of them were right. */
export type Bin = {
  readonly from: number;
  readonly of: number;
  readonly sureness: number;
  readonly right: number;
};

const edges = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95] as const;

/** Claims by their sureness, from unsure to sure; bins that nothing falls into are left out. */
export const binsOf = (claims: readonly Claim[]): readonly Bin[] =>
  edges.flatMap((from, i) => {
    const to = edges[i + 1] ?? Number.POSITIVE_INFINITY;
    const inside = claims.filter(({ sureness }) => sureness >= from && sureness < to);
    if (inside.length === 0) return [];
    const sum = inside.reduce((total, { sureness }) => total + sureness, 0);
    const right = inside.filter((claim) => claim.right).length;
    return [{ from, of: inside.length, sureness: sum / inside.length, right: right / inside.length }];
  });

/**
 * How far sureness lies from the share that is right, on average over all claims.
 * Source: Naeini, Cooper, Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015
 * (expected calibration error).
 */
export const errorOf = (claims: readonly Claim[]): number =>
  binsOf(claims).reduce((sum, bin) => sum + (bin.of / claims.length) * Math.abs(bin.right - bin.sureness), 0);

/** If only what is at least so sure were said: the share that is said at all, and the share of it that is wrong. */
export type Offer = { readonly least: number; readonly coverage: number; readonly risk: number };

const offered = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/** Risk against coverage, from saying everything to saying only what is nearly certain. */
export const offersOf = (claims: readonly Claim[]): readonly Offer[] =>
  offered.flatMap((least) => {
    const said = claims.filter(({ sureness }) => sureness >= least);
    if (said.length === 0) return [];
    const wrong = said.filter(({ right }) => !right).length;
    return [{ least, coverage: said.length / claims.length, risk: wrong / said.length }];
  });
