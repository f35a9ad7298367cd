import { createRowReader, type RowReader, type Rows } from './rows.ts';

/** A linear model's weights as they are trained and stored: one row per feature, one column per output. */
export type PackedWeights = {
  readonly outputs: readonly string[];
  readonly bias: Float32Array;
  /** Value of one step of a weight, per output. */
  readonly scale: Float32Array;
  readonly features: Uint32Array;
  /** Entries of feature i are [starts[i], starts[i + 1]). */
  readonly starts: Uint32Array;
  readonly columns: Uint8Array;
  readonly values: Int8Array;
};

/** The same as they are read: features ascend, and what a row does not speak of weighs nothing. */
export type Table = Pick<PackedWeights, 'outputs' | 'bias' | 'scale'> & { readonly rows: Rows };

/** Weights are added up as whole steps and scaled at the end: exact, whatever the order. */
export type Weights = Omit<Table, 'rows'> & RowReader;

export const createWeights = ({ outputs, bias, scale, rows }: Table): Weights => ({
  outputs,
  bias,
  scale,
  ...createRowReader(rows),
});
