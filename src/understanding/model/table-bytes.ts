import type { PackedWeights } from './weights.ts';

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

const maskSize = (outputs: number): number => (outputs === 1 ? 0 : Math.ceil(outputs / 8));

type Rows = Pick<PackedWeights, 'features' | 'starts' | 'columns' | 'values'>;

/**
 * The rows again; the values are a view of the bytes.
 * @throws RangeError where the bytes do not hold so many features and entries
 */
export const rowsFromBytes = (
  bytes: Uint8Array,
  outputs: number,
  { features: count, entries }: { readonly features: number; readonly entries: number },
): Rows => {
  const size = maskSize(outputs);
  const features = new Uint32Array(count);
  let at = 0;
  let feature = 0;
  for (let row = 0; row < count; row += 1) {
    let place = 1;
    let byte = bytes[at] as number;
    for (; byte >= more; byte = bytes[at] as number) {
      feature += (byte - more) * place;
      place *= more;
      at += 1;
    }
    feature += byte * place;
    at += 1;
    features[row] = feature;
  }
  const valuesAt = at + count * size;
  if (valuesAt + entries !== bytes.length) throw new RangeError('the table is damaged');
  const { starts, columns } = readMasks(bytes.subarray(at, valuesAt), count, size, entries);
  return {
    features,
    starts,
    columns,
    values: new Int8Array(bytes.buffer, bytes.byteOffset + valuesAt, entries),
  };
};

const readMasks = (
  masks: Uint8Array,
  count: number,
  size: number,
  entries: number,
): Pick<Rows, 'starts' | 'columns'> => {
  const starts = new Uint32Array(count + 1);
  const columns = new Uint8Array(entries);
  if (size === 0) return { starts: starts.map((_, row) => row), columns };
  let entry = 0;
  for (let row = 0; row < count; row += 1) {
    for (let part = 0; part < size; part += 1) {
      const mask = masks[row * size + part] as number;
      const last = bitsEnd[mask] as number;
      for (let i = mask * 8; i < last; i += 1) {
        columns[entry] = part * 8 + (bits[i] as number);
        entry += 1;
      }
    }
    starts[row + 1] = entry;
  }
  if (entry !== entries) throw new RangeError('the table is damaged');
  return { starts, columns };
};

/** The bits that are set in each byte b, at [8b, bitsEnd[b]). */
const bits = new Uint8Array(256 * 8);
const bitsEnd = new Uint16Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let end = byte * 8;
  for (let bit = 0; bit < 8; bit += 1) {
    if ((byte & (1 << bit)) === 0) continue;
    bits[end] = bit;
    end += 1;
  }
  bitsEnd[byte] = end;
}
