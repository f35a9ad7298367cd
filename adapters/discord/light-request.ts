import { STATUS_CODES } from 'node:http';
import { createRequire } from 'node:module';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];
type ResponseLike = Awaited<ReturnType<MakeRequest>>;

/** What every way of calling ends in. */
type Dispatcher = NonNullable<Parameters<MakeRequest>[1]['dispatcher']>;
type Method = Parameters<Dispatcher['dispatch']>[0]['method'];
/** Header fields as discord.js gives them, by name. */
type Fields = Readonly<Record<string, string>>;

// The copy that discord.js has loaded already: another would be a second pool of connections, and time at start.
const requireBeside = createRequire(createRequire(import.meta.url).resolve('discord.js'));
const { getGlobalDispatcher } = requireBeside('undici') as { getGlobalDispatcher(): Dispatcher };

/**
 * How discord.js reaches Discord: on its own connections, without the streams and header objects that it makes for
 * each call, which take more processor time than the call. What carries files goes its usual way.
 * Rejects where the answer did not arrive whole, and with the signal's reason where the signal ended it.
 */
export const lightRequest: MakeRequest = (url, init) => {
  const { method = 'GET', headers, body = null, signal, dispatcher } = init;
  if (body !== null && typeof body !== 'string') return DefaultRestOptions.makeRequest(url, init);
  return new Promise((resolve, reject) => {
    const { origin, pathname, search } = new URL(url);
    const chunks: Buffer[] = [];
    let status = 0;
    let fields: readonly Buffer[] = [];
    const by = dispatcher ?? getGlobalDispatcher();
    by.dispatch(
      { origin, path: pathname + search, method: method as Method, headers: headers as Fields, body },
      {
        onConnect(abort) {
          const end = () => abort(signal?.reason);
          if (signal?.aborted) end();
          else signal?.addEventListener('abort', end, { once: true });
        },
        onHeaders(code, sent) {
          status = code;
          fields = sent;
          return true;
        },
        onData: (chunk) => chunks.push(chunk) > 0,
        onComplete: () => resolve(responseOf(status, fields, Buffer.concat(chunks))),
        onError: reject,
      },
    );
  });
};

/** `fields` holds names and values in turns. */
const responseOf = (status: number, fields: readonly Buffer[], content: Buffer): ResponseLike => {
  const values = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; at += 2)
    values.set(String(fields[at]).toLowerCase(), String(fields[at + 1]));
  // Its limits and errors are read with these two alone.
  const headers: Pick<ResponseLike['headers'], 'get' | 'has'> = {
    get: (name) => values.get(name.toLowerCase()) ?? null,
    has: (name) => values.has(name.toLowerCase()),
  };
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    ok: status >= 200 && status < 300,
    headers: headers as ResponseLike['headers'],
    body: null,
    bodyUsed: true,
    text: async () => content.toString(),
    json: async () => JSON.parse(content.toString()),
    arrayBuffer: async () => new Uint8Array(content).buffer,
  };
};
