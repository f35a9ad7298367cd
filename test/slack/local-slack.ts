import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appMethods } from './app-methods.ts';
import { chatMethods } from './chat-methods.ts';
import type { Payload } from './fixtures.ts';
import type { Reply, Responder } from './replies.ts';
import { createResponseUrls } from './response-urls.ts';
import { scopesFor } from './scopes.ts';
import { type Answer, type ApiCall, bad, bodyOf, good, readCall } from './web-api-call.ts';
import { type Channel, type Container, createWorkspace, fullScopes, type Installation } from './workspace.ts';

export type LocalSlackOptions = {
  /** Scopes of the bot token; those of the full manifest unless told. */
  readonly scopes?: readonly string[];
  /** `agent_view` unless told. */
  readonly container?: Container;
  /** Seconds since 1970 at which its messages are posted: later than every time in the fixtures unless told. */
  readonly since?: number;
  /** Looks at every call before it is done: a strict schema of blocks answers `invalid_blocks` here. */
  readonly judge?: (call: ApiCall) => Reply | undefined;
};

type Injection = { readonly method: string; readonly responder: Responder; left: number };

/**
 * Slack's side of the wire on loopback: the Web API with the state that a bot can see, `response_url`s and
 * uploads. It knows Slack's documented rules of membership, scopes and ownership, and no clock.
 */
export const createLocalSlack = (options: LocalSlackOptions = {}) => {
  const workspace = createWorkspace(
    options.scopes ?? fullScopes,
    options.container ?? 'agent_view',
    options.since ?? 1763700000,
  );
  const calls: ApiCall[] = [];
  const injections: Injection[] = [];
  const waiting = new Set<() => void>();
  let origin: string | undefined;
  let openSocket: (() => string) | undefined;

  const look = (): void => {
    for (const check of waiting) check();
  };

  const url = (): string => {
    if (!origin) throw new Error('The local Slack is not started.');
    return origin;
  };
  const methods = { ...chatMethods(workspace), ...appMethods(workspace, url) };
  const responseUrls = createResponseUrls(workspace, url);

  const injected = (call: ApiCall): Reply | undefined => {
    for (const injection of injections.filter(({ method, left }) => method === call.method && left > 0)) {
      const reply =
        typeof injection.responder === 'function' ? injection.responder(call) : injection.responder;
      if (!reply) continue;
      injection.left -= 1;
      return reply;
    }
    return undefined;
  };

  const permitted = (call: ApiCall): Installation | string => {
    if (!call.token) return 'not_authed';
    if (workspace.revoked.has(call.token)) return 'token_revoked';
    return workspace.installations.get(call.token) ?? 'invalid_auth';
  };

  const answer = (call: ApiCall): Answer => {
    if (call.method === 'apps.connections.open') {
      if (call.token !== workspace.appToken) return bad('invalid_auth');
      return openSocket ? good({ url: openSocket() }) : bad('internal_error');
    }
    const installation = permitted(call);
    if (typeof installation === 'string') return bad(installation);
    const method = methods[call.method];
    if (!method) return bad('unknown_method');
    const channel = workspace.channels.get(String(call.args['channel']));
    const needed = scopesFor(call, channel);
    const provided = installation.scopes;
    if (needed.length > 0 && !needed.some((scope) => provided.includes(scope)))
      return bad('missing_scope', { needed: needed[0], provided: provided.join(',') });
    const done = method(call, installation);
    return done.ok ? { ...done, headers: { 'x-oauth-scopes': provided.join(',') } } : done;
  };

  const send = (response: ServerResponse, done: Answer): void => {
    const headers = { 'content-type': 'application/json; charset=utf-8', ...(done.ok ? done.headers : {}) };
    const body = done.ok ? { ok: true, ...done.body } : { ok: false, error: done.error, ...done.body };
    response.writeHead(200, headers).end(JSON.stringify(body));
  };

  const serveMethod = async (request: IncomingMessage, response: ServerResponse, method: string) => {
    const call = await readCall(request, method);
    calls.push(call);
    look();
    const reply = injected(call) ?? options.judge?.(call);
    if (reply?.kind === 'wait') await reply.until;
    if (reply?.kind === 'drop') {
      if (reply.done) answer(call);
      request.socket.destroy();
    } else if (reply?.kind === 'status') {
      response.writeHead(reply.status, reply.headers).end(reply.body);
    } else if (reply?.kind === 'error') {
      send(response, bad(reply.error, reply.body));
    } else send(response, answer(call));
  };

  const serveUpload = async (request: IncomingMessage, response: ServerResponse, id: string) => {
    const upload = workspace.uploads.get(id);
    const body = await bodyOf(request);
    const type = request.headers['content-type'] ?? '';
    let content = body;
    if (type.startsWith('multipart/form-data')) {
      const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
      const [part] = form.values();
      content = part instanceof Blob ? Buffer.from(await part.arrayBuffer()) : Buffer.from(part ?? '');
    }
    if (upload) workspace.uploads.set(id, { ...upload, content });
    response.writeHead(upload ? 200 : 404).end(upload ? `OK - ${content.length}` : 'not found');
  };

  const serveResponse = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    const body = JSON.parse((await bodyOf(request)).toString()) as Payload;
    const call: ApiCall = { method: 'response_url', args: body, token: undefined };
    const reply = injected(call) ?? options.judge?.(call);
    if (reply?.kind === 'wait') await reply.until;
    if (reply?.kind === 'drop') return request.socket.destroy();
    const [status, text] =
      reply?.kind === 'status'
        ? [reply.status, reply.body]
        : reply?.kind === 'error'
          ? [400, JSON.stringify({ ok: false, error: reply.error })]
          : responseUrls.take(path, body);
    return response.writeHead(status).end(text);
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const [, place = '', name = ''] = path.split('/');
    const served =
      place === 'api'
        ? serveMethod(request, response, name)
        : place === 'upload'
          ? serveUpload(request, response, name)
          : place === 'response'
            ? serveResponse(request, response, path)
            : Promise.resolve(response.writeHead(404).end());
    served
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
      .finally(look);
  });

  const on = (method: string, responder: Responder, times = Number.POSITIVE_INFINITY): (() => void) => {
    const injection: Injection = { method, responder, left: times };
    injections.push(injection);
    return () => {
      injection.left = 0;
    };
  };

  return {
    /** Everything remembered, to look at and to arrange: messages, ephemerals, channels, views, uploads. */
    ...workspace,
    calls,
    responses: responseUrls.responses,

    get url() {
      return url();
    },
    /** For `clientOptions.slackApiUrl`. */
    get apiUrl() {
      return `${url()}/api/`;
    },

    /** Listens on a free port of loopback. */
    start: async (): Promise<void> => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },

    /** Answers calls of a method in another way, always; the function returned ends it. First come, first asked. */
    on: (method: string, responder: Responder) => on(method, responder),
    /** The same for the next call, or the next few. `response_url` is a method here too. */
    once: (method: string, responder: Responder, times = 1) => on(method, responder, times),

    callsOf: (method: string): readonly ApiCall[] => calls.filter((call) => call.method === method),

    /** Resolves as soon as this is true of what was received; looks when a call comes, and when it is done. */
    until: (isTrue: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const check = () => {
          if (!isTrue()) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),

    /** A message by a person, so that it can be read back, linked and answered; returns its `ts`. */
    say: (channel: string, user: string, text: string, thread?: string, ts = workspace.nextTs()): string => {
      workspace.messages.push({ channel, ts, user, text, ...(thread && { thread_ts: thread }) });
      return ts;
    },

    channel: (channel: Channel): void => void workspace.channels.set(channel.id, channel),
    /** Another workspace's installation, or this one again with another token. */
    install: (installation: Installation): void =>
      void workspace.installations.set(installation.token, installation),
    /** `response_url` for a command, a button or a shortcut. */
    responseUrl: responseUrls.mint,
    expireResponseUrl: responseUrls.expire,
    /** Who answers `apps.connections.open`, with a new address each time. */
    connectSocketMode: (open: () => string): void => {
      openSocket = open;
    },
  };
};

export type LocalSlack = ReturnType<typeof createLocalSlack>;
