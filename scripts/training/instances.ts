import type { Folded } from '../../src/text/types.ts';
import type { Basis } from '../../src/understanding/basis.ts';
import { messageFeatures } from '../../src/understanding/model/features.ts';
import { feature } from '../../src/understanding/model/hash.ts';
import { type Stretch, stretchesOf, stretchFeatures } from '../../src/understanding/model/windows.ts';
import type { Example } from './examples.ts';
import { generator, type Instance } from './logistic.ts';
import type { Phrase } from './things.ts';

/** A stretch that overlaps the words of a requirement by this share of them counts as saying it. */
const covers = 0.7;
/** A stretch inside the words counts where it holds at least this share of them. */
const inside = 0.5;
/** More overlap than this, yet not enough to count: neither right nor wrong, left out. */
const unclear = 0.3;
/** Share of all stretches that is learned from; more costs time and gains nothing. */
const sampled = 0.35;

export type Said = { readonly need: number; readonly stretch: Stretch; readonly excluded: boolean };

/** The stretches of one message, labelled by the words that gave each requirement. */
export const windowInstances = (example: Example, basis: Basis): readonly Instance[] => {
  const folded = basis.fold(example.text);
  const { tokens } = folded;
  const said = saidIn(example, folded, basis.requirements);
  const random = generator(feature(0, example.id, example.text));
  const exact = said.map(({ stretch }) => ({
    stretch,
    needs: said.filter((other) => share(other.stretch, stretch) >= inside),
  }));
  const others = stretchesOf(tokens.length).flatMap((stretch) => {
    if (tokens.length === 0 || random() > sampled) return [];
    const needs = said.filter((other) => speaksIn(other.stretch, stretch));
    const blurred = said.some((other) => overlap(other.stretch, stretch) / length(stretch) > unclear);
    return needs.length > 0 || !blurred ? [{ stretch, needs }] : [];
  });
  return [...exact, ...others].map(({ stretch, needs }) => ({
    features: stretchFeatures(tokens, stretch),
    targets: targetsOf(
      needs.map(({ need }) => need),
      basis.requirements,
      example.optional,
    ),
    weight: example.needsWeight,
  }));
};

const targetsOf = (
  needs: readonly number[],
  requirements: readonly string[],
  unknown: ReadonlySet<string>,
): Float32Array => {
  const targets = Float32Array.from(requirements, (id) => (unknown.has(id) ? Number.NaN : 0));
  for (const need of needs) targets[need] = 1;
  return targets;
};

const length = ([from, to]: Stretch): number => to - from;
const overlap = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
/** Share of `a` that lies in `b`. */
const share = (a: Stretch, b: Stretch): number => overlap(a, b) / length(a);

const speaksIn = (said: Stretch, stretch: Stretch): boolean =>
  share(said, stretch) >= covers || (share(stretch, said) > 0.99 && share(said, stretch) > inside);

/** Where the words of each requirement stand; those that cannot be found are left out. */
export const saidIn = (
  example: Example,
  folded: Folded,
  requirements: readonly string[],
): readonly Said[] => {
  const text = folded.text.toLowerCase();
  return example.fresh.flatMap(({ id, said, excluded }) => {
    const words = said === null ? '' : folded.tokens.length > 0 ? said.toLowerCase().trim() : '';
    const at = words === '' ? -1 : text.indexOf(words);
    if (at < 0) return [];
    const from = folded.tokens.findIndex((token) => token.end > at);
    const after = folded.tokens.findIndex((token) => token.start >= at + words.length);
    const to = after < 0 ? folded.tokens.length : after;
    const need = requirements.indexOf(id);
    return from >= 0 && to > from && need >= 0 ? [{ need, stretch: [from, to] as const, excluded }] : [];
  });
};

/** A phrase on its own: the whole of it speaks, or does not. */
export const phraseInstance = (phrase: Phrase, basis: Basis): readonly Instance[] => {
  const { tokens } = basis.fold(phrase.text);
  const need = basis.requirements.indexOf(phrase.id);
  if (tokens.length === 0 || need < 0) return [];
  return [
    {
      features: stretchFeatures(tokens, [0, tokens.length]),
      targets: targetsOf(phrase.speaks ? [need] : [], basis.requirements, new Set()),
      weight: 0.5,
    },
  ];
};

/** The message as a whole: its kind (shared out where several are right) and all requirements it gives. */
export const messageInstance = (example: Example, basis: Basis): Instance => {
  const needs = example.fresh.map(({ id }) => basis.requirements.indexOf(id)).filter((need) => need >= 0);
  const targets = Float32Array.of(
    ...basis.kinds.map((kind) => (example.kinds.includes(kind) ? 1 / example.kinds.length : 0)),
    ...targetsOf(needs, basis.requirements, example.optional),
  );
  return {
    features: messageFeatures(basis.fold(example.text), example, basis.nameClass),
    targets,
    weight: example.weight,
  };
};
