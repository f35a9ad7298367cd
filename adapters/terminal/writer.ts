import type { Writable } from 'node:stream';

export type Writer = {
  /** Resolves when there is room for more; false where nobody reads any longer. */
  write(text: string): Promise<boolean>;
};

/** Writes no faster than it is read. A reader that goes away (`… | head -1`) ends the output without complaint. */
export const createWriter = (stream: Writable): Writer => {
  let failure: Error | undefined;
  let gone = false;
  let wake = () => {};
  stream.on('error', (error: NodeJS.ErrnoException) => {
    gone = true;
    if (error.code !== 'EPIPE') failure = error;
    wake();
  });
  stream.on('drain', () => wake());

  return {
    async write(text) {
      if (!gone && !stream.write(text)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (failure) throw failure;
      return !gone;
    },
  };
};
