import { createRows, headSize, type Rows } from './rows.ts';
import type { PackedWeights, Table } from './weights.ts';

/**
 * A table's rows as bytes, in three runs: how far each feature lies from the one before (seven bits a byte, the
 * lowest first, the eighth set where more follow); which outputs each speaks of, a bit each (nothing where there is
 * a single output); and one signed byte for each of these.
 */
export const rowsToBytes = (table: PackedWeights): Uint8Array => {
  const { features, starts, columns, values, outputs } = table;
  const size = maskSize(outputs.length);
  const steps: number[] = [];
  const masks = new Uint8Array(features.length * size);
  let before = 0;
  features.forEach((feature, row) => {
    let step = feature - before;
    before = feature;
    for (; step >= more; step = Math.floor(step / more)) steps.push((step % more) + more);
    steps.push(step);
    if (size === 0) return;
    const end = starts[row + 1] as number;
    for (let i = starts[row] as number; i < end; i += 1) {
      const column = columns[i] as number;
      const at = row * size + (column >> 3);
      masks[at] = (masks[at] as number) | (1 << (column & 7));
    }
  });
  const bytes = new Uint8Array(steps.length + masks.length + values.length);
  bytes.set(steps);
  bytes.set(masks, steps.length);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), steps.length + masks.length);
  return bytes;
};

/** Highest bit of a byte: more bytes of the number follow. */
const more = 0x80;
const lowBits = 0x7f;

const maskSize = (outputs: number): number => (outputs === 1 ? 0 : Math.ceil(outputs / 8));

/**
 * The rows again. It runs once at every start, before anything of it is compiled well: plain loops, few branches.
 * @throws RangeError where the bytes do not hold so many features and entries
 */
export const rowsFromBytes = (
  bytes: Uint8Array,
  outputs: number,
  { features: count, entries }: { readonly features: number; readonly entries: number },
): Rows => {
  const valuesAt = bytes.length - entries;
  const masksAt = valuesAt - count * maskSize(outputs);
  if (masksAt < 0) throw new RangeError('the table is damaged');
  // Copied, so that the rest of the file is let go.
  const rows = createRows(count, outputs, new Int8Array(new Uint8Array(bytes.subarray(valuesAt)).buffer));
  readFeatures(bytes.subarray(0, masksAt), count, rows);
  if (outputs === 1) readSingles(rows);
  else readMasks(bytes.subarray(masksAt, valuesAt), outputs, entries, rows);
  return rows;
};

const readFeatures = (bytes: Uint8Array, count: number, { firsts, shift, words, rowSize }: Rows): void => {
  // As signed words throughout: where the numbers outgrew them, all would be compiled anew in the midst of it.
  let feature = 0;
  let group = 0;
  let at = 0;
  for (let row = 0; row < count; row += 1) {
    let byte = bytes[at++] as number;
    let step = byte & lowBits;
    for (let place = 7; byte >= more; place += 7) {
      byte = bytes[at++] as number;
      step |= (byte & lowBits) << place;
    }
    feature = (feature + step) | 0;
    words[row * rowSize] = feature;
    for (const own = feature >>> shift; group < own; ) {
      group += 1;
      firsts[group] = row;
    }
  }
  firsts.fill(count, group + 1);
  if (at !== bytes.length) throw new RangeError('the table is damaged');
};

const readMasks = (bytes: Uint8Array, outputs: number, entries: number, { words, rowSize }: Rows): void => {
  const size = maskSize(outputs);
  const end = words.length - rowSize;
  let entry = 0;
  let at = 0;
  for (let row = 0; row < end; row += rowSize) {
    words[row + 1] = entry;
    let bits = 0;
    for (let part = 0; part < size; part += 1) {
      const mask = bytes[at] as number;
      at += 1;
      bits |= mask << ((part & 3) * 8);
      entry += bitCounts[mask] as number;
      if ((part & 3) < 3 && part + 1 < size) continue;
      words[row + headSize + (part >> 2)] = bits;
      bits = 0;
    }
  }
  if (entry !== entries) throw new RangeError('the table is damaged');
};

/** Of a single output each row holds its one weight. */
const readSingles = ({ words, rowSize, steps }: Rows): void => {
  if ((steps.length + 1) * rowSize !== words.length) throw new RangeError('the table is damaged');
  for (let i = 0; i < steps.length; i += 1) words[i * rowSize + 1] = steps[i] as number;
};

/** How many bits are set in each byte. */
const bitCounts = new Uint8Array(256);
for (let byte = 1; byte < 256; byte += 1) bitCounts[byte] = (bitCounts[byte >> 1] as number) + (byte & 1);

/** Weights as they were trained, laid out for reading. */
export const toTable = (packed: PackedWeights): Table => {
  const { outputs, bias, scale, features, columns } = packed;
  const sizes = { features: features.length, entries: columns.length };
  return { outputs, bias, scale, rows: rowsFromBytes(rowsToBytes(packed), outputs.length, sizes) };
};
