import { type Layers, layerNames } from './net.ts';
import { rowsFromBytes, rowsToBytes } from './table-bytes.ts';
import type { PackedWeights, Table } from './weights.ts';

/**
 * One file: a line of JSON that says what follows, then of each table its biases and scales (32-bit floats,
 * little-endian) and its rows, and the layers of the network (floats as well). Small enough to be committed, and read in a few milliseconds at every start.
 */
export type ModelFile = Model<Table>;
/** The same as it was trained. */
export type TrainedModel = Model<PackedWeights>;

type Model<Weights> = {
  /** SHA-256 of everything the model was made from; a test compares it with what is there now. */
  readonly madeFrom: string;
  /** Numbers that were fitted beside the weights. */
  readonly fitted: Readonly<Record<string, readonly number[]>>;
  readonly tables: Readonly<Record<string, Weights>>;
  /** Those of the network behind its embeddings, which are a table. */
  readonly layers: Layers;
};

type TableHead = {
  readonly outputs: readonly string[];
  readonly features: number;
  readonly entries: number;
  /** Length of its rows. */
  readonly bytes: number;
};
type Head = {
  readonly format: 3;
  readonly madeFrom: string;
  readonly fitted: ModelFile['fitted'];
  readonly tables: Readonly<Record<string, TableHead>>;
  /** Numbers in each layer. */
  readonly layers: Readonly<Record<keyof Layers, number>>;
};

export const encodeModel = (model: TrainedModel): Uint8Array => {
  const tables = Object.entries(model.tables).map(([name, table]) => ({
    name,
    table,
    rows: rowsToBytes(table),
  }));
  const head: Head = {
    format: 3,
    madeFrom: model.madeFrom,
    fitted: model.fitted,
    tables: Object.fromEntries(
      tables.map(({ name, table, rows }) => [
        name,
        {
          outputs: table.outputs,
          features: table.features.length,
          entries: table.columns.length,
          bytes: rows.length,
        },
      ]),
    ),
    layers: eachLayer((name) => model.layers[name].length),
  };
  const parts: Uint8Array[] = [new TextEncoder().encode(`${JSON.stringify(head)}\n`)];
  for (const { table, rows } of tables) parts.push(bytesOf(table.bias), bytesOf(table.scale), rows);
  for (const name of layerNames) parts.push(bytesOf(model.layers[name]));
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const eachLayer = <Value>(of: (name: keyof Layers) => Value): Readonly<Record<keyof Layers, Value>> =>
  Object.fromEntries(layerNames.map((name) => [name, of(name)])) as Record<keyof Layers, Value>;

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** @throws Error that says what to do, where the file is none of ours or was cut short. */
export const decodeModel = (bytes: Uint8Array): ModelFile => {
  const end = bytes.indexOf(0x0a);
  const head = end < 0 ? null : readHead(new TextDecoder().decode(bytes.subarray(0, end)));
  if (!head)
    throw new Error('the model file is damaged or of another version: make it anew with `npm run train`');
  let at = end + 1;
  const take = (count: number): Uint8Array => {
    if (at + count > bytes.length) {
      throw new Error('the model file is cut short: make it anew with `npm run train`');
    }
    at += count;
    return bytes.subarray(at - count, at);
  };
  // Copied: floats start at multiples of four, wherever their bytes lay.
  const floats = (count: number): Float32Array => new Float32Array(new Uint8Array(take(count * 4)).buffer);
  const tables = Object.entries(head.tables).map(([name, table]) => {
    const { outputs } = table;
    const bias = floats(outputs.length);
    const scale = floats(outputs.length);
    return [
      name,
      { outputs, bias, scale, rows: rowsFromBytes(take(table.bytes), outputs.length, table) },
    ] as const;
  });
  const layers = eachLayer((name) => floats(head.layers[name]));
  return { madeFrom: head.madeFrom, fitted: head.fitted, tables: Object.fromEntries(tables), layers };
};

const readHead = (line: string): Head | null => {
  try {
    const head = JSON.parse(line) as Partial<Head>;
    return head.format === 3 && head.tables !== undefined ? (head as Head) : null;
  } catch {
    return null;
  }
};
