import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { AnswerRecord } from './answering/advisor.ts';
import type { Config } from './config.ts';

export type Log = {
  /** One line per answered question, at info; it holds no words of anybody. */
  answered(record: AnswerRecord): void;
  /** A failure nobody foresaw while answering the question with this id. */
  surprised(id: string, error: unknown): void;
  /** For what stands outside the core: the name of the part goes into each line. */
  of(part: string): {
    note(what: string, details?: Readonly<Record<string, unknown>>): void;
    failed(what: string, details: Readonly<Record<string, unknown>>, error?: unknown): void;
  };
};

/** Lines of JSON. They go to stderr, so that stdout stays for answers. */
export const createLog = (
  level: NonNullable<Config['logLevel']>,
  options: { readonly debug?: boolean; readonly to?: DestinationStream } = {},
): Log => {
  const logger: Logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    options.to ?? destination({ dest: 2, sync: true }),
  );
  return {
    answered: (record) => logger.info(record, 'answered'),
    surprised(id, error) {
      logger.error({ id, ...told(error, options.debug) }, 'surprise');
    },
    of(part) {
      const own = logger.child({ part });
      return {
        note: (what, details = {}) => own.info(details, what),
        failed: (what, details, error) =>
          own.error({ ...details, ...(error !== undefined && told(error, options.debug)) }, `${what} failed`),
      };
    },
  };
};

const told = (error: unknown, debug = false) => {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { error: message, ...(debug && { stack }) };
};
