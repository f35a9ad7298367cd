import type { RequestListener } from 'node:http';

/** One platform, wired to the advisor. */
export type Adapter = {
  readonly name: string;
  /**
   * Resolves when events can come in. Refused, it may be started again.
   * @throws AdapterError where the platform cannot be reached or refuses us
   */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is under way. */
  stop(): Promise<void>;
  /** Whether events come in at this moment. */
  isUp(): boolean;
  /** Paths of the HTTP server that are this adapter's. */
  readonly routes?: Readonly<Record<string, RequestListener>>;
};

/** An adapter that cannot start; the message says what to do about it. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  /** Whether it may start in a minute, without anybody doing anything about it. */
  readonly passes: boolean;
  constructor(message: string, { passes = false }: { readonly passes?: boolean } = {}) {
    super(message);
    this.passes = passes;
  }
}
