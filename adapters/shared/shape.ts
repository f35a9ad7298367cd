/** What is wrong, and where: the way from the value that was looked at. */
type Problem = { readonly what: string; readonly at: readonly (string | number)[] };

/**
 * Names every problem of a value; of a right one none. `T` is what a right one is. Made for what every message passes,
 * coming and going: a right value costs no more than reading it, and there is no library to load.
 */
export type Shape<T> = {
  (value: unknown): readonly Problem[];
  readonly right?: T;
};

/** A rule beyond the shape of the parts, looked at where these are right; and what is wrong where it is broken. */
type Rule<T> = readonly [isKept: (value: T) => boolean, what: string];

const none: readonly Problem[] = [];
const wrong = (what: string): readonly Problem[] => [{ what, at: [] }];

const withInner = (
  problems: readonly Problem[],
  at: string | number,
  inner: readonly Problem[],
): readonly Problem[] =>
  inner.length === 0
    ? problems
    : [...problems, ...inner.map((problem) => ({ ...problem, at: [at, ...problem.at] }))];

/** `value` has been found to be a `T`, but for these rules. */
const broken = <T>(value: unknown, rules: readonly Rule<T>[]): readonly Problem[] => {
  let problems = none;
  for (const [isKept, what] of rules) {
    if (!isKept(value as T)) problems = [...problems, { what, at: [] }];
  }
  return problems;
};

export const string = (
  { min = 0, max = Number.POSITIVE_INFINITY }: { readonly min?: number; readonly max?: number },
  ...rules: readonly Rule<string>[]
): Shape<string> => {
  return (value) => {
    if (typeof value !== 'string') return wrong('no text');
    if (value.length < min) return wrong(min === 1 ? 'empty' : `shorter than ${min} characters`);
    if (value.length > max) return wrong(`longer than ${max} characters`);
    return broken(value, rules);
  };
};

/** One of a few values, compared as they are. */
export const among = <const T>(...values: readonly T[]): Shape<T> => {
  const what = `not ${values.map((value) => JSON.stringify(value)).join(' or ')}`;
  return (value) => ((values as readonly unknown[]).includes(value) ? none : wrong(what));
};

export const flag: Shape<boolean> = among(true, false);

export const number: Shape<number> = (value) => (Number.isFinite(value) ? none : wrong('no number'));

export const integer = (least: number, most: number): Shape<number> => {
  return (value) =>
    Number.isSafeInteger(value) && least <= (value as number) && (value as number) <= most
      ? none
      : wrong(`no whole number from ${least} to ${most}`);
};

export const nullish = <T>(shape: Shape<T>): Shape<T | null | undefined> => {
  return (value) => (value === undefined || value === null ? none : shape(value));
};

export const anything: Shape<unknown> = () => none;

export const optional = <T>(shape: Shape<T>): Shape<T | undefined> => {
  return (value) => (value === undefined ? none : shape(value));
};

export const list = <T>(
  shape: Shape<T>,
  { min = 0, max = Number.POSITIVE_INFINITY }: { readonly min?: number; readonly max?: number },
  ...rules: readonly Rule<readonly T[]>[]
): Shape<readonly T[]> => {
  return (value) => {
    if (!Array.isArray(value)) return wrong('no list');
    if (value.length < min) return wrong(`fewer than ${min}`);
    if (value.length > max) return wrong(`more than ${max}`);
    let problems = none;
    for (let index = 0; index < value.length; index += 1)
      problems = withInner(problems, index, shape(value[index]));
    return problems.length > 0 ? problems : broken(value, rules);
  };
};

type Shapes<T> = { readonly [Name in keyof T]: Shape<T[Name]> };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** These fields, and whatever others there are. */
export const holding = <T>(shapes: Shapes<T>): Shape<T> => {
  const fields = Object.entries<Shape<unknown>>(shapes);
  return (value) => {
    if (!isRecord(value)) return wrong('no object');
    let problems = none;
    for (const [name, shape] of fields) problems = withInner(problems, name, shape(value[name]));
    return problems;
  };
};

/** Nothing but these fields. */
export const object = <T>(shapes: Shapes<T>, ...rules: readonly Rule<NoInfer<T>>[]): Shape<T> => {
  const open = holding(shapes);
  const known = new Set(Object.keys(shapes));
  return (value) => {
    let problems = open(value);
    for (const name in value as object)
      if (!known.has(name)) problems = [...problems, { what: 'unknown here', at: [name] }];
    return problems.length > 0 ? problems : broken(value, rules);
  };
};

/** Any fields. */
export const record: Shape<Readonly<Record<string, unknown>>> = (value) =>
  isRecord(value) ? none : wrong('no object');

type Right<S> = S extends Shape<infer T> ? T : never;

/** Objects told apart by their `type`, which each of the shapes looks at as well. */
export const oneOf = <const S extends Readonly<Record<string | number, Shape<unknown>>>>(
  shapes: S,
): Shape<Right<S[keyof S]>> => {
  const byType = new Map(Object.entries<Shape<unknown>>(shapes));
  return (value) => {
    if (!isRecord(value)) return wrong('no object');
    const { type } = value;
    const shape = typeof type === 'string' || typeof type === 'number' ? byType.get(`${type}`) : undefined;
    return shape ? shape(value) : [{ what: `not one of ${[...byType.keys()].join(', ')}`, at: ['type'] }];
  };
};

/** Whether a value is right. */
export const fits = <T>(shape: Shape<T>, value: unknown): value is T => shape(value).length === 0;

/** @throws TypeError naming every problem */
export const readAs = <T>(shape: Shape<T>, value: unknown): T => {
  if (fits(shape, value)) return value;
  throw new TypeError(describe(shape(value)));
};

/** A line for each problem, and one for where it is. */
export const describe = (problems: readonly Problem[]): string =>
  problems
    .map(({ what, at }) => (at.length > 0 ? `✖ ${what}\n  → at ${pathOf(at)}` : `✖ ${what}`))
    .join('\n');

const pathOf = (at: Problem['at']): string =>
  at
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
