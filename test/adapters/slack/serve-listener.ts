import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requestPath } from '../../../adapters/slack/slack.ts';

/** Serves an adapter's HTTP route on a free port of loopback. */
export const serveListener = async (listener: RequestListener | undefined) => {
  if (!listener) throw new Error('the adapter serves no HTTP');
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${requestPath}`,
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
