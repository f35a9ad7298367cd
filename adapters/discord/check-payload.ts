import { z } from 'zod';
import { isPlainlyFine } from './is-plainly-fine.ts';
import { schemas } from './payload-schemas.ts';

/** What was about to be sent is not what Discord takes; the message names each place. */
export class PayloadError extends Error {
  override readonly name = 'PayloadError';
}

export type PayloadKind = keyof typeof schemas;

/**
 * Everything that leaves for Discord passes here: a message as `render` makes it, the data of a modal, the choices of
 * an autocompletion, the name of a thread.
 * @throws PayloadError
 */
export const checkPayload = (kind: PayloadKind, payload: unknown): void => {
  // Every message comes here, and nearly every one is fine.
  if (kind === 'message' && isPlainlyFine(payload)) return;
  const result = schemas[kind].safeParse(payload);
  if (!result.success) throw new PayloadError(`${kind}: ${z.prettifyError(result.error)}`);
};
