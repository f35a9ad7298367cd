import type { PackedWeights } from './weights.ts';

/**
 * One file: a line of JSON that says what follows, then the arrays of each table, little-endian, each
 * aligned to four bytes. No compression: it is loaded at every start.
 */
export type ModelFile = {
  /** SHA-256 of everything the model was made from; a test compares it with what is there now. */
  readonly madeFrom: string;
  /** Numbers that were fitted beside the weights. */
  readonly fitted: Readonly<Record<string, readonly number[]>>;
  readonly tables: Readonly<Record<string, PackedWeights>>;
};

type TableHead = { readonly outputs: readonly string[]; readonly features: number; readonly entries: number };
type Head = {
  readonly format: 1;
  readonly madeFrom: string;
  readonly fitted: ModelFile['fitted'];
  readonly tables: Readonly<Record<string, TableHead>>;
};

const aligned = (bytes: number): number => Math.ceil(bytes / 4) * 4;

export const encodeModel = (model: ModelFile): Uint8Array => {
  const tables = Object.entries(model.tables);
  const head: Head = {
    format: 1,
    madeFrom: model.madeFrom,
    fitted: model.fitted,
    tables: Object.fromEntries(
      tables.map(([name, table]) => [
        name,
        { outputs: table.outputs, features: table.features.length, entries: table.columns.length },
      ]),
    ),
  };
  const text = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const parts: Uint8Array[] = [padded(text, 0x20)];
  for (const [, table] of tables) {
    for (const array of [
      table.bias,
      table.scale,
      table.features,
      table.starts,
      table.columns,
      table.values,
    ]) {
      parts.push(padded(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), 0));
    }
  }
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const padded = (bytes: Uint8Array, filler: number): Uint8Array => {
  const whole = new Uint8Array(aligned(bytes.length)).fill(filler);
  whole.set(bytes);
  // The head must end in its line break, wherever the padding goes.
  if (filler === 0x20 && whole.length > bytes.length) {
    whole[bytes.length - 1] = filler;
    whole[whole.length - 1] = 0x0a;
  }
  return whole;
};

/** @throws Error that says what to do, where the file is none of ours or was cut short. */
export const decodeModel = (bytes: Uint8Array): ModelFile => {
  const end = bytes.indexOf(0x0a);
  const head = end < 0 ? null : readHead(new TextDecoder().decode(bytes.subarray(0, end)));
  if (!head)
    throw new Error('the model file is damaged or of another version: make it anew with `npm run train`');
  const body = bytes.subarray(end + 1);
  // Typed arrays start at multiples of four. A file just read lies so; other bytes are copied.
  // (Not with `slice`: Node's Buffer shares its memory there.)
  const { buffer, byteOffset, byteLength } = body.byteOffset % 4 === 0 ? body : new Uint8Array(body);
  const bodyEnd = byteOffset + byteLength;
  let at = byteOffset;
  const take = <T>(count: number, width: number, make: (offset: number) => T): T => {
    if (at + count * width > bodyEnd) {
      throw new Error('the model file is cut short: make it anew with `npm run train`');
    }
    const array = make(at);
    at += aligned(count * width);
    return array;
  };
  const tables = Object.entries(head.tables).map(([name, { outputs, features, entries }]) => {
    const table: PackedWeights = {
      outputs,
      bias: take(outputs.length, 4, (o) => new Float32Array(buffer, o, outputs.length)),
      scale: take(outputs.length, 4, (o) => new Float32Array(buffer, o, outputs.length)),
      features: take(features, 4, (o) => new Uint32Array(buffer, o, features)),
      starts: take(features + 1, 4, (o) => new Uint32Array(buffer, o, features + 1)),
      columns: take(entries, 1, (o) => new Uint8Array(buffer, o, entries)),
      values: take(entries, 1, (o) => new Int8Array(buffer, o, entries)),
    };
    return [name, table] as const;
  });
  return { madeFrom: head.madeFrom, fitted: head.fitted, tables: Object.fromEntries(tables) };
};

const readHead = (line: string): Head | null => {
  try {
    const head = JSON.parse(line) as Partial<Head>;
    return head.format === 1 && head.tables !== undefined ? (head as Head) : null;
  } catch {
    return null;
  }
};
