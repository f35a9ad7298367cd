import type { Layers, TrainedNet } from '../../../src/understanding/model/net.ts';
import type { PackedWeights } from '../../../src/understanding/model/weights.ts';
import { packWeights } from '../logistic.ts';

/** Eight bits a number for the embeddings, which are nearly all of it; the layers stay as they are. */
export const packNet = ({
  features,
  dimensions,
  vectors,
  layers,
}: TrainedNet): { readonly embeddings: PackedWeights; readonly layers: Layers } => ({
  embeddings: packWeights(
    {
      outputs: Array.from({ length: dimensions }, (_, a) => `${a}`),
      index: new Map(Array.from(features, (feature, row) => [feature, row])),
      weights: vectors,
      bias: new Float32Array(dimensions),
    },
    1,
  ),
  layers,
});
