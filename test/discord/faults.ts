import { failure, type Reply, type Request } from './routes.ts';

export type Fault = {
  readonly method?: string;
  /** Part of the path, or a pattern for it. */
  readonly path: string | RegExp;
  /** How often; for ever where left out. */
  readonly times?: number;
  /** Discord's error code with its HTTP status, a bare status (502), or a rate limit in seconds. */
  readonly code?: number;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly global?: boolean;
  /** Milliseconds before the answer; Infinity never answers. */
  readonly delay?: number;
  /** The work is done, but the answer gets lost. */
  readonly lost?: boolean;
};

/** Faults in the order they were put; each is used up after its times. */
export const createFaults = () => {
  const faults: (Fault & { left: number })[] = [];
  return {
    add(fault: Fault) {
      faults.push({ ...fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => void faults.splice(0),
    next({ method, path }: Request): Fault | undefined {
      const fault = faults.find(
        (one) =>
          one.left > 0 &&
          (one.method ?? method) === method &&
          (typeof one.path === 'string' ? path.includes(one.path) : one.path.test(path)),
      );
      if (fault) fault.left--;
      return fault;
    },
  };
};

/** What stands in place of the answer; nothing where the fault only delays or loses it. */
export const faultReply = ({ code, status, retryAfter, global = false, lost }: Fault): Reply | undefined => {
  if (lost) return undefined;
  if (retryAfter !== undefined) {
    return { status: 429, body: { message: 'You are being rate limited.', retry_after: retryAfter, global } };
  }
  if (code !== undefined) return failure(status ?? statusOf[code] ?? 400, code, `injected ${code}`);
  return status === undefined ? undefined : { status, body: { message: `${status}`, code: 0 } };
};

/** Discord's headers on rate limits: plenty left, or the limit that was hit. */
export const rateHeaders = (path: string, fault: Fault | undefined) => {
  // One bucket for each kind of route, whatever the ids in it.
  const bucket = { 'x-ratelimit-bucket': path.replace(/\d{17,19}/g, 'id').replaceAll('/', '-') };
  if (fault?.retryAfter === undefined) {
    return {
      ...bucket,
      'x-ratelimit-limit': '50',
      'x-ratelimit-remaining': '49',
      'x-ratelimit-reset-after': '1.000',
    };
  }
  return {
    ...bucket,
    'retry-after': String(fault.retryAfter),
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': String(fault.retryAfter),
    'x-ratelimit-scope': fault.global ? 'global' : 'user',
    ...(fault.global ? { 'x-ratelimit-global': 'true' } : {}),
  };
};

/** HTTP status that comes with each of Discord's codes; 400 for the rest. */
const statusOf: Readonly<Record<number, number>> = {
  10003: 404,
  10008: 404,
  10015: 404,
  10062: 404,
  40001: 401,
  50001: 403,
  50007: 403,
  50013: 403,
};
