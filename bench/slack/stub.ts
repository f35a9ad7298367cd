import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scopes } from '../../adapters/slack/scopes.ts';
import { ids } from '../../test/slack/ids.ts';

/** As little of Slack as both bots need, so that the far side weighs nothing: it says yes, and who we are. */
export const startStub = async () => {
  const waiting = new Map<string, () => void>();
  let minted = 0;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': scopes.map(({ scope }) => scope).join(','),
  };
  const self = JSON.stringify({
    ok: true,
    team: 'Stack',
    user: 'stackadvisor',
    team_id: ids.team,
    user_id: ids.botUser,
    bot_id: ids.bot,
  });
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part;
    });
    request.on('end', () => {
      const isPost = request.url?.endsWith('chat.postMessage');
      minted += 1;
      const ts = `1763800000.${String(minted).padStart(6, '0')}`;
      response.writeHead(200, headers);
      response.end(isPost ? JSON.stringify({ ok: true, channel: ids.channel, ts }) : self);
      const thread = isPost ? /(?:^|&)thread_ts=([\d.]+)/.exec(body)?.[1] : undefined;
      if (thread) waiting.get(thread)?.();
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    /** Resolves when something was posted below this message. */
    posted: (ts: string): Promise<void> =>
      new Promise((resolve) => {
        waiting.set(ts, () => {
          waiting.delete(ts);
          resolve();
        });
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type Stub = Awaited<ReturnType<typeof startStub>>;
