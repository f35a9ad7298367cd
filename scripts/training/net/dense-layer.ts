import type { Parameters } from './parameters.ts';

/** A layer in which every input speaks to every output. */
export type DenseLayer = {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** Writes bias + weights · inputs to `out`. The inputs begin at `at`, the outputs at `to`. */
  forward(inputs: Float32Array, at: number, out: Float32Array, to: number): void;
  /** Adds up the slopes of the weights from those of the outputs, and writes those of the inputs to `back`. */
  backward(inputs: Float32Array, at: number, slopes: Float32Array, from: number, back: Float32Array): void;
};

/** The weights lie input by input; what is zero is skipped. */
export const createDenseLayer = (
  parameters: Parameters,
  inputs: number,
  outputs: number,
  biasAt = 0,
): DenseLayer => {
  const weights = parameters.dense(inputs * outputs, 1 / Math.sqrt(inputs));
  const bias = parameters.dense(outputs, 0, biasAt);
  const values = weights.values;

  return {
    weights: values,
    bias: bias.values,
    forward: (x, at, out, to) => {
      for (let k = 0; k < outputs; k += 1) out[to + k] = bias.values[k] as number;
      for (let i = 0; i < inputs; i += 1) {
        const value = x[at + i] as number;
        if (value === 0) continue;
        const row = i * outputs;
        for (let k = 0; k < outputs; k += 1) {
          out[to + k] = (out[to + k] as number) + value * (values[row + k] as number);
        }
      }
    },
    backward: (x, at, slopes, from, back) => {
      for (let k = 0; k < outputs; k += 1) {
        bias.slopes[k] = (bias.slopes[k] as number) + (slopes[from + k] as number);
      }
      for (let i = 0; i < inputs; i += 1) {
        const value = x[at + i] as number;
        const row = i * outputs;
        let sum = 0;
        for (let k = 0; k < outputs; k += 1) {
          const slope = slopes[from + k] as number;
          sum += slope * (values[row + k] as number);
          weights.slopes[row + k] = (weights.slopes[row + k] as number) + slope * value;
        }
        back[at + i] = sum;
      }
    },
  };
};
