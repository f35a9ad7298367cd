import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { AnswerRecord } from './answering/advisor.ts';
import type { Config } from './config.ts';

export type Log = {
  /** One line per answered question, at info; it holds no words of anybody. */
  answered(record: AnswerRecord): void;
  /** A failure nobody foresaw while answering the question with this id. */
  surprised(id: string, error: unknown): void;
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
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      logger.error({ id, error: message, ...(options.debug && { stack }) }, 'surprise');
    },
  };
};
