import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Largest body that is read, in bytes; Slack's are a few thousand, a form with every field filled some tens of thousands. */
const maxBody = 1024 * 1024;
/** Seconds by which a request's time may differ from ours, to either side; Bolt itself looks at the past alone. */
const tolerance = 300;
/** Signatures remembered, so that a request that was recorded cannot be sent again; a retry of Slack's is signed anew. */
const maxSignatures = 10_000;

/**
 * Stands before Bolt's listener and refuses what Bolt would stumble over or let through: bodies that are none
 * of Slack's (a signed `null` ends the process), times ahead of ours, replays, and bodies of any size.
 * @param now milliseconds since 1970
 */
export const guardHttp = (listener: RequestListener, now: () => number): RequestListener => {
  const seen = new Set<string>();

  const isReplay = (signature: string): boolean => {
    if (seen.has(signature)) return true;
    seen.add(signature);
    const [oldest] = seen;
    if (seen.size > maxSignatures && oldest !== undefined) seen.delete(oldest);
    return false;
  };

  const admit = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return refuse(response, 405);
    const sent = Number(headerOf(request, 'x-slack-request-timestamp'));
    if (!(Math.abs(now() / 1000 - sent) <= tolerance)) return refuse(response, 401);
    const body = await readBody(request);
    if (body === 'too large') return refuse(response, 413);
    if (body === 'aborted') return;
    if (!isSlacks(body.toString(), headerOf(request, 'content-type'))) return refuse(response, 400);
    if (isReplay(headerOf(request, 'x-slack-signature'))) return refuse(response, 401);
    // Bolt takes a body that was read already from here.
    Object.assign(request, { rawBody: body });
    listener(request, response);
  };

  return (request, response) => {
    admit(request, response).catch(() => refuse(response, 400));
  };
};

const headerOf = ({ headers }: IncomingMessage, name: string): string => String(headers[name] ?? '');

const refuse = (response: ServerResponse, status: number): void => {
  if (response.headersSent) return;
  // What is still coming is not worth waiting for.
  response.writeHead(status, { connection: 'close' }).end();
};

const readBody = (request: IncomingMessage): Promise<Buffer | 'too large' | 'aborted'> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBody) {
        request.removeAllListeners('data').resume();
        resolve('too large');
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    // Also after its end, when it makes no difference any more.
    request.on('close', () => resolve('aborted'));
  });

/** An event or Slack's look at whether we are there; a command; a press, form or shortcut, as JSON in a form's `payload`. */
const isSlacks = (body: string, contentType: string): boolean => {
  if (!contentType.startsWith('application/x-www-form-urlencoded')) {
    const { event, type } = readObject(body) ?? {};
    return (typeof event === 'object' && event !== null) || type === 'url_verification';
  }
  const form = new URLSearchParams(body);
  const payload = form.get('payload');
  return payload === null
    ? form.has('command') || form.has('ssl_check')
    : 'type' in (readObject(payload) ?? {});
};

const readObject = (json: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};
