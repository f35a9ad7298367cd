import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Adapter, AdapterError } from './adapter.ts';

// An import would do the same, and load all of the built-in `fetch` with it: a tenth of a start that has no use for it.
const { createServer } = process.getBuiltinModule('node:http');

export type HttpServer = {
  /** Resolves to the port that is listened on. @throws AdapterError */
  start(): Promise<number>;
  stop(): Promise<void>;
};

/** Milliseconds: platforms send small requests quickly, anything slower holds a connection for nothing. */
const timeouts = { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 65_000 };

/** One server for what comes by HTTP: the adapters' routes, and `/healthz` for whoever keeps the process alive. */
export const createHttpServer = (
  adapters: readonly Adapter[],
  { port, host }: { readonly port: number; readonly host: string },
): HttpServer => {
  const routes = new Map<string, RequestListener>([
    ['/healthz', health(adapters)],
    ...adapters.flatMap(({ routes: own = {} }) => Object.entries(own)),
  ]);
  const server: Server = createServer(timeouts, (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const listener = routes.get(path);
    if (listener) return listener(request, response);
    response.writeHead(404).end();
  });
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => {
          const why = error.code === 'EADDRINUSE' ? 'another program uses it' : error.message;
          reject(new AdapterError(`Cannot listen on ${host}:${port} (${why}). Set PORT to another one.`));
        });
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
};

const health =
  (adapters: readonly Adapter[]): RequestListener =>
  (_request, response) => {
    const states = Object.fromEntries(
      adapters.map((adapter) => [adapter.name, adapter.isUp() ? 'up' : 'down']),
    );
    const isUp = adapters.every((adapter) => adapter.isUp());
    response.writeHead(isUp ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: isUp, adapters: states }));
  };
