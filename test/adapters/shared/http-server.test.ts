import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Adapter } from '../../../adapters/shared/adapter.ts';
import { createHttpServer } from '../../../adapters/shared/http-server.ts';

const adapter = (name: string, more: Partial<Adapter> = {}): Adapter => ({
  name,
  start: async () => {},
  stop: async () => {},
  isUp: () => true,
  ...more,
});

const serve = async (...adapters: readonly Adapter[]) => {
  const server = createHttpServer(adapters, { port: 0, host: '127.0.0.1' });
  const port = await server.start();
  onTestFinished(server.stop);
  return { server, port, ask: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) };
};

test('each route goes to its adapter, whatever stands behind the question mark', async () => {
  const { ask } = await serve(
    adapter('one', { routes: { '/one': (_, response) => response.end('1') } }),
    adapter('two', { routes: { '/two': (_, response) => response.end('2') } }),
  );
  expect(await (await ask('/one')).text()).toBe('1');
  expect(await (await ask('/two?a=b')).text()).toBe('2');
});

test.each(['/', '/three', '/one/', '//one', '/ONE'])('%s is nobody’s', async (path) => {
  const { ask } = await serve(adapter('one', { routes: { '/one': (_, response) => response.end('1') } }));
  const response = await ask(path);
  expect([response.status, await response.text()]).toEqual([404, '']);
});

test('/healthz is well as long as every adapter is, and names those that are not', async () => {
  let isUp = true;
  const { ask } = await serve(adapter('one'), adapter('two', { isUp: () => isUp }));
  expect([(await ask('/healthz')).status, await (await ask('/healthz')).json()]).toEqual([
    200,
    { ok: true, adapters: { one: 'up', two: 'up' } },
  ]);
  isUp = false;
  expect([(await ask('/healthz')).status, await (await ask('/healthz')).json()]).toEqual([
    503,
    { ok: false, adapters: { one: 'up', two: 'down' } },
  ]);
});

test('a port that is taken: the start fails, and says what to set', async () => {
  const { port } = await serve();
  const second = createHttpServer([], { port, host: '127.0.0.1' });
  await expect(second.start()).rejects.toThrow(`127.0.0.1:${port} (another program uses it). Set PORT`);
});

test('an address that is not ours: the start fails with the reason', async () => {
  await expect(createHttpServer([], { port: 0, host: '203.0.113.1' }).start()).rejects.toThrow(
    /Cannot listen on 203/,
  );
});

test('told to stop, it answers what was asked before, and frees the port', async () => {
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const slow = adapter('slow', {
    routes: {
      '/slow': async (_, response) => {
        isAsked();
        await released;
        response.end('late');
      },
    },
  });
  const { server, port } = await serve(slow);
  const answer = new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path: '/slow', agent: false }, (response) => response.on('data', resolve));
  });
  await asked;
  const stopped = server.stop();
  release();
  expect(String(await answer)).toBe('late');
  await stopped;
  const next = createServer();
  await new Promise<void>((resolve) => next.listen(port, '127.0.0.1', resolve));
  expect((next.address() as AddressInfo).port).toBe(port);
  await new Promise((resolve) => next.close(resolve));
});
