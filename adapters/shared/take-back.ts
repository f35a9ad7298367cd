import type { Store } from '../../src/index.ts';

/**
 * Takes back all parts of an answer: those the store knows of, and `pressed`, under which that was asked for. One that
 * cannot be taken back keeps none of the others. Resolves to what stood in the way.
 */
export const takeBack = async (
  store: Pick<Store, 'partsOf'>,
  question: string | undefined,
  pressed: string,
  remove: (part: string) => Promise<void>,
): Promise<readonly unknown[]> => {
  const known = question === undefined ? [] : await store.partsOf(question);
  const errors: unknown[] = [];
  // Last what can be pressed again, should we be cut off before.
  for (const part of [...known.filter((one) => one !== pressed), pressed]) {
    try {
      await remove(part);
    } catch (error) {
      errors.push(error);
    }
  }
  return errors;
};
