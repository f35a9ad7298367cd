import type { FeatureList } from './feature-list.ts';

/**
 * Creates a function that strikes what a list has had already. Features are spread evenly, so their last bits lead to
 * a place in a table of those met; each list marks places with a number of its own, so none is wiped.
 */
export const createUnique = (): ((list: FeatureList) => void) => {
  let met = new Uint32Array(2048);
  let marks = new Uint32Array(met.length);
  let mark = 0;
  return (list) => {
    const { ids, count } = list;
    if (met.length < count * 2) {
      met = new Uint32Array(2 ** Math.ceil(Math.log2(count * 2)));
      marks = new Uint32Array(met.length);
      mark = 0;
    }
    mark += 1;
    if (mark === 2 ** 32) {
      marks.fill(0);
      mark = 1;
    }
    const last = met.length - 1;
    let kept = 0;
    for (let i = 0; i < count; i += 1) {
      const feature = ids[i] as number;
      let place = feature & last;
      while (marks[place] === mark && met[place] !== feature) place = (place + 1) & last;
      if (marks[place] === mark) continue;
      marks[place] = mark;
      met[place] = feature;
      ids[kept] = feature;
      kept += 1;
    }
    list.count = kept;
  };
};
