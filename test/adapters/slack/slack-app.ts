import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRetry } from '../../../adapters/shared/retry.ts';
import { createSlack, requestPath } from '../../../adapters/slack/slack.ts';
import { createCatalog } from '../../../src/answering/catalog.ts';
import { createPhrasing } from '../../../src/answering/phrasing.ts';
import { withApology } from '../../../src/answering/with-apology.ts';
import { buildAdvisor } from '../../../src/build-advisor.ts';
import type { Store } from '../../../src/domain/store.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { mind } from '../../answering/bot.ts';
import type { Payload } from '../../slack/fixtures.ts';
import { testSecret } from '../../slack/ids.ts';
import { createLocalSlack, type LocalSlackOptions } from '../../slack/local-slack.ts';
import {
  type SignedRequest,
  signedCommand,
  signedEvent,
  signedInteraction,
} from '../../slack/signed-request.ts';

export type Line = { readonly what: string; readonly details: Readonly<Record<string, unknown>> };

/** The adapter on real Bolt, over HTTP, against the local Slack: what a person sends goes in as Slack signs it. */
export const startSlackApp = async (
  options: LocalSlackOptions & {
    readonly store?: Store;
    /** Another process of the same app: the Slack that is there already. */
    readonly beside?: ReturnType<typeof createLocalSlack>;
    now?(): number;
  } = {},
) => {
  const slack = options.beside ?? createLocalSlack(options);
  if (!options.beside) await slack.start();
  const store = options.store ?? createMemoryStore();
  const secret = testSecret('signing');
  const lines: Line[] = [];
  const adapter = createSlack({
    advisor: withApology(buildAdvisor(mind, store, () => {}), createPhrasing(mind.knowledge.voice), () => {}),
    store,
    catalog: createCatalog(mind.knowledge),
    log: {
      note: (what, details = {}) => lines.push({ what, details }),
      failed: (what, details, error) =>
        lines.push({ what: `${what} failed`, details: { ...details, error: String(error) } }),
    },
    // Waits are asked for, not waited out.
    retry: createRetry({ sleep: async () => {}, random: () => 0 }),
    botToken: slack.home.token,
    via: { signingSecret: secret },
    slackApiUrl: slack.apiUrl,
    now: options.now ?? Date.now,
  });
  await adapter.start();
  const listener = adapter.routes?.[requestPath];
  if (!listener) throw new Error('the adapter serves no HTTP');
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${requestPath}`;

  const send = async (request: SignedRequest): Promise<{ readonly status: number; readonly body: string }> => {
    const response = await fetch(url, request);
    return { status: response.status, body: await response.text() };
  };
  return {
    slack,
    store,
    adapter,
    lines,
    url,
    secret,
    send,
    event: (event: Payload) => send(signedEvent(event, { secret })),
    command: (command: Payload) => send(signedCommand(command, { secret })),
    interaction: (payload: Payload) => send(signedInteraction(payload, { secret })),
    /** Everything that came in has been answered when this resolves. */
    settle: () => adapter.stop(),
    stop: async () => {
      await adapter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!options.beside) await slack.stop();
    },
  };
};

export type SlackApp = Awaited<ReturnType<typeof startSlackApp>>;
