import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createUnderWay } from '../../../adapters/shared/under-way.ts';
import type { Desk } from '../../../adapters/slack/desk.ts';
import { handleAll } from '../../../adapters/slack/handlers/all.ts';
import { scopes } from '../../../adapters/slack/scopes.ts';
import { fixture } from '../../slack/fixtures.ts';
import { ids } from '../../slack/ids.ts';
import { type SlackApp, startSlackApp } from './slack-app.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** As much of Slack's manifest as ours use, with its limits: https://docs.slack.dev/reference/app-manifest */
const text = (limit: number, least = 1) => z.string().min(least).max(limit);
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    // The page of app settings refuses shorter ones.
    long_description: text(4000, 174),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    agent_view: z.strictObject({ agent_description: text(300) }).optional(),
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32).startsWith('/'),
          description: text(2000),
          usage_hint: text(1000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.enum(['global', 'message']),
          name: text(24),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const manifestOf = (file: string) => manifestSchema.parse(JSON.parse(read(`adapters/slack/${file}`)));
const full = manifestOf('manifest.json');
const minimal = manifestOf('manifest.minimal.json');
type Manifest = typeof full;
const scopesOf = ({ oauth_config }: Manifest): readonly string[] => oauth_config.scopes.bot;
const eventsOf = ({ settings }: Manifest): readonly string[] => settings.event_subscriptions.bot_events;

/** What the adapter listens to, by asking it: everything it registers with Bolt. */
const registered = (() => {
  const found = { events: new Set<string>(), commands: new Set<string>(), shortcuts: new Set<string>() };
  const app = {
    use() {},
    error() {},
    action() {},
    view() {},
    event: (name: string) => found.events.add(name),
    command: (name: string) => found.commands.add(name),
    shortcut: ({ callback_id }: { callback_id: string }) => found.shortcuts.add(callback_id),
  };
  handleAll(app as unknown as App, {} as Desk, createUnderWay());
  return found;
})();

/**
 * Sent to apps of the older container (`assistant_view`) only. Slack lets no new app have that, and an app with
 * `agent_view` cannot subscribe to its events; we answer them for apps that were made before.
 */
const older = new Set(['assistant_thread_started']);

/** Events of the manifest that arrive under another name, and what a subscription to each needs. */
const eventScopes: Readonly<Record<string, { readonly arrivesAs: string; readonly scope?: string }>> = {
  app_home_opened: { arrivesAs: 'app_home_opened' },
  app_mention: { arrivesAs: 'app_mention', scope: 'app_mentions:read' },
  'message.channels': { arrivesAs: 'message', scope: 'channels:history' },
  'message.groups': { arrivesAs: 'message', scope: 'groups:history' },
  'message.im': { arrivesAs: 'message', scope: 'im:history' },
};

const histories = ['channels:history', 'groups:history', 'im:history'];
/** Scopes of each method we call, by Slack's reference: https://docs.slack.dev/reference/methods */
const methodScopes: Readonly<Record<string, readonly string[]>> = {
  // Of the app-level token.
  'apps.connections.open': [],
  'assistant.threads.setStatus': ['assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': histories,
  'conversations.replies': histories,
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  // Called by the doctor where somebody granted what it takes; nothing depends on it.
  'users.conversations': [],
  'views.open': [],
  'views.publish': [],
};

/** Knows the limits of methods that nobody calls, too. */
const judge = 'check-payload.ts';

const methodsCalled = (): readonly string[] => {
  const names = /\b(?:apps|assistant|auth|chat|conversations|files|users|views)(?:\.[a-z]+[A-Za-z]*){1,2}\b/g;
  const files = readdirSync(join(root, 'adapters/slack'), { recursive: true, encoding: 'utf8' });
  const code = files
    .filter((file) => file.endsWith('.ts') && file !== judge)
    .map((file) => read(join('adapters/slack', file)).replace(/^\s*(?:\/\/|\/?\*).*$/gm, ''));
  // In quotes for our own choke point, or called on a client.
  const quoted = code
    .join('\n')
    .matchAll(new RegExp(`'(${names.source})'|[cC]lient\\.(${names.source})\\(`, 'g'));
  return [...new Set([...quoted].map(([, inQuotes, called]) => inQuotes ?? called ?? ''))].sort();
};

describe('manifest.json', () => {
  test('its events are those that are listened to, and the other way round', () => {
    const arriving = eventsOf(full).map(
      (event) => eventScopes[event]?.arrivesAs ?? `${event} is not known here`,
    );
    const heard = [...registered.events].filter((event) => !older.has(event));
    expect([...new Set(arriving)].sort()).toEqual(heard.sort());
    expect(full.features.agent_view).toBeDefined();
  });

  test('its commands and shortcuts are those that are handled', () => {
    const { slash_commands, shortcuts } = full.features;
    expect(slash_commands.map(({ command }) => command)).toEqual([...registered.commands]);
    expect(shortcuts.map(({ callback_id }) => callback_id)).toEqual([...registered.shortcuts]);
  });

  test('every method that is called is known here, and none that is not', () => {
    expect(methodsCalled()).toEqual(Object.keys(methodScopes).sort());
  });

  test('its scopes are what events, methods, commands and shortcuts need, and no more', () => {
    const needed = new Set([
      ...eventsOf(full).flatMap((event) => eventScopes[event]?.scope ?? []),
      ...Object.values(methodScopes).flat(),
      ...(registered.commands.size + registered.shortcuts.size > 0 ? ['commands'] : []),
    ]);
    expect([...scopesOf(full)].sort()).toEqual([...needed].sort());
  });
});

describe('manifest.minimal.json', () => {
  test('is the other one with less: no messages, no container, nothing to write to', () => {
    const { features, oauth_config, settings, ...rest } = minimal;
    const { agent_view: _, ...kept } = full.features;
    expect({ ...rest.display_information, long_description: '' }).toEqual({
      ...full.display_information,
      long_description: '',
    });
    expect(features).toEqual({
      ...kept,
      // What people would write there, it could not read.
      app_home: { ...full.features.app_home, messages_tab_read_only_enabled: true },
    });
    expect(settings).toEqual({
      ...full.settings,
      event_subscriptions: { bot_events: ['app_home_opened', 'app_mention'] },
    });
  });

  test('its events need no scope that it does not ask for', () => {
    const needed = eventsOf(minimal).flatMap((event) => eventScopes[event]?.scope ?? []);
    expect(needed.filter((scope) => !scopesOf(minimal).includes(scope))).toEqual([]);
  });
});

test('both ask for what scopes.ts lists, and the README says what each is for', () => {
  expect(scopesOf(full)).toEqual(scopes.map(({ scope }) => scope));
  expect(scopesOf(minimal)).toEqual(scopes.filter((scope) => scope.minimal).map(({ scope }) => scope));
  const rows = [...read('README.md').matchAll(/^\| `([\w.]+:?\w*)` \| (.+?) \| (✓?) *\|$/gm)];
  expect(rows.map(([, scope, why, small]) => ({ scope, why, minimal: small === '✓' }))).toEqual(scopes);
});

test('.slack/hooks.json hands the manifest to the Slack CLI, and starts the bot', () => {
  const { hooks, config } = JSON.parse(read('.slack/hooks.json'));
  const [command, ...args] = hooks['get-manifest'].split(' ');
  expect(JSON.parse(execFileSync(command, args, { cwd: root, encoding: 'utf8' }))).toEqual(full);
  expect(hooks.start).toBe('npm start');
  // Otherwise the CLI would keep the socket, and start a process for each event.
  expect(config['sdk-managed-connection-enabled']).toBe(true);
});

describe('with the scopes of manifest.minimal.json', () => {
  const apps: SlackApp[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.stop();
  });
  const start = async (): Promise<SlackApp> => {
    const app = await startSlackApp({ scopes: scopesOf(minimal) });
    apps.push(app);
    return app;
  };

  test('a mention is answered in its thread, a button there is followed, and nothing is amiss', async () => {
    const app = await start();
    const { slack } = app;
    const question = 'a chat for 50k people at once, which backend?';
    await app.event(fixture('app-mention-channel', { event: { text: `<@${ids.botUser}> ${question}` } }));
    const [answer] = slack.messages;
    expect(answer).toMatchObject({ channel: ids.channel, thread_ts: expect.stringMatching(/^\d+\.\d+$/) });

    const button = JSON.stringify(answer?.blocks).match(/"action_id":"(choice:[^"]+)"/)?.[1] ?? '';
    const value = JSON.parse(JSON.stringify(answer?.blocks)).flatMap(
      (block: { elements?: { action_id?: string; value?: string }[] }) =>
        (block.elements ?? []).filter(({ action_id }) => action_id === button),
    )[0]?.value;
    await app.interaction(
      fixture('block-actions-button', {
        container: { message_ts: answer?.ts, thread_ts: answer?.thread_ts },
        message: { ts: answer?.ts, thread_ts: answer?.thread_ts },
        actions: [{ type: 'button', action_id: button, value, action_ts: '1763700001.000001' }],
      }),
    );
    expect(slack.messages[1]).toMatchObject({ channel: ids.channel, thread_ts: answer?.thread_ts });
    expect(slack.messages[1]?.text).not.toBe(answer?.text);
    expect(app.lines).toEqual([]);
  });

  test('the home is shown, with these scopes alone; a conversation that cannot be read is not greeted', async () => {
    const app = await start();
    await app.event(fixture('app-home-opened-home'));
    const home = JSON.stringify(app.slack.homes.get(ids.asker));
    for (const scope of scopes) expect(home.includes(`"${scope.scope}"`)).toBe(scope.minimal);

    await app.event(fixture('app-home-opened-messages'));
    expect(app.slack.calls.map(({ method }) => method).filter((method) => method !== 'auth.test')).toEqual([
      'views.publish',
    ]);
    expect(app.lines).toEqual([]);
  });

  test('/stack answers in the channel', async () => {
    const app = await start();
    const response_url = app.slack.responseUrl(ids.channel, ids.asker);
    await app.command(fixture('command-question', { response_url }));
    expect(app.slack.messages[0]?.channel).toBe(ids.channel);
    expect(app.lines).toEqual([]);
  });
});
