import type { RowReader } from './rows.ts';

/** Features in the order they were found, repeats included. Used again from text to text: it only grows. */
export type FeatureList = {
  ids: Uint32Array;
  count: number;
  /** Their rows, once looked up. */
  rows: Int32Array;
};

export const createFeatureList = (): FeatureList => ({
  ids: new Uint32Array(1024),
  count: 0,
  rows: new Int32Array(1024),
});

/** Looks up the rows of all features on a list. */
export const findRows = (list: FeatureList, reader: RowReader): void => {
  if (list.rows.length < list.count) list.rows = new Int32Array(list.ids.length);
  reader.find(list.ids, list.count, list.rows);
};

/** Adds the steps of all features on a list that are known to sums from 0 on. Returns how many are. */
export const addKnown = (list: FeatureList, reader: RowReader, into: Float64Array): number => {
  findRows(list, reader);
  let known = 0;
  for (let i = 0; i < list.count; i += 1) {
    const row = list.rows[i] as number;
    if (row < 0) continue;
    reader.add(row, into, 0, 1);
    known += 1;
  }
  return known;
};

export const push = (list: FeatureList, feature: number): void => {
  if (list.count === list.ids.length) {
    const { ids } = list;
    list.ids = new Uint32Array(ids.length * 2);
    list.ids.set(ids);
  }
  list.ids[list.count] = feature;
  list.count += 1;
};

/** Each feature of a list once, in the order they were found. */
export const uniqueOf = ({ ids, count }: FeatureList): Uint32Array =>
  Uint32Array.from(new Set(ids.subarray(0, count)));
