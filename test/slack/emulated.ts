import { createServer } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';
import { testSecret } from './ids.ts';

/**
 * A second opinion on messages, threads, edits, deletes, ephemerals, files and OAuth: `emulate`, started on a
 * free port. It answers 403 once a token has made 5,000 calls within an hour; `reset` empties its store but
 * keeps the count, `renew` takes a new emulator, at another address, and so begins to count again.
 */
export type EmulatedSlack = {
  readonly url: () => string;
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: () => string;
  readonly token: string;
  /** Credentials of the app for the OAuth flow. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly reset: () => void;
  readonly renew: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts the emulator with one app, two people and the channels `general`, `random` and `advice`. */
export const startEmulatedSlack = async (redirectUri = 'http://localhost/slack/oauth_redirect') => {
  const token = testSecret('xoxb');
  const clientId = '10000000001.20000000001';
  const clientSecret = testSecret('signing');
  const signingSecret = testSecret('signing');
  const seed = {
    slack: {
      team: { name: 'Stack', domain: 't0stack' },
      users: [{ name: 'asker' }, { name: 'colleague' }],
      channels: [{ name: 'advice', topic: 'Which backend?' }],
      oauth_apps: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          name: 'Stack Advisor',
          redirect_uris: [redirectUri],
          scopes: ['app_mentions:read', 'chat:write', 'commands'],
        },
      ],
      tokens: [{ token, type: 'bot' }],
      signing_secret: signingSecret,
    },
  };
  const begin = async (): Promise<Emulator> =>
    createEmulator({ service: 'slack', port: await freePort(), seed });
  let emulator = await begin();

  const emulated: EmulatedSlack = {
    url: () => emulator.url,
    apiUrl: () => `${emulator.url}/api/`,
    token,
    clientId,
    clientSecret,
    signingSecret,
    reset: () => emulator.reset(),
    renew: async () => {
      await emulator.close();
      emulator = await begin();
    },
    stop: () => emulator.close(),
  };
  return emulated;
};
