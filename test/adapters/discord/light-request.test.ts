import { expect, test, vi } from 'vitest';
import { lightRequest } from '../../../adapters/discord/light-request.ts';
import { serve } from '../serve.ts';

const contentOf = async (request: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

test('what is sent arrives as it is, and the answer comes back as it is', async () => {
  const url = await serve(async (request, response) => {
    const body = await contentOf(request);
    response.writeHead(201, { 'X-RateLimit-Limit': '5', 'content-type': 'application/json' });
    const { method, url, headers } = request;
    response.end(
      JSON.stringify({ method, url, body, length: headers['content-length'], mine: headers['x-mine'] }),
    );
  });
  const response = await lightRequest(url, {
    method: 'POST',
    headers: { 'X-Mine': 'yes' },
    body: 'größer 👍',
  });
  const { status, statusText, ok, headers } = response;
  expect({ status, statusText, ok }).toEqual({ status: 201, statusText: 'Created', ok: true });
  expect(['x-ratelimit-limit', 'X-RateLimit-Limit', 'none'].map((name) => headers.get(name))).toEqual([
    '5',
    '5',
    null,
  ]);
  expect(['X-RateLimit-Limit', 'none'].map((name) => headers.has(name))).toEqual([true, false]);
  const said = { method: 'POST', url: '/api/some.method?a=b', body: 'größer 👍', length: '13', mine: 'yes' };
  expect(await response.json()).toEqual(said);
  expect(JSON.parse(await response.text())).toEqual(said);
  expect(JSON.parse(new TextDecoder().decode(await response.arrayBuffer()))).toEqual(said);
});

test('an answer in pieces is put together between its letters', async () => {
  const url = await serve(async (_, response) => {
    const whole = Buffer.from('größer 👍');
    for (const byte of whole) {
      response.write(Buffer.of(byte));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    response.end();
  });
  expect(await (await lightRequest(url, {})).text()).toBe('größer 👍');
});

test('an answer that says no is an answer, and one without content, and one that leads elsewhere', async () => {
  for (const [status, text] of [
    [503, 'later'],
    [204, ''],
    [302, 'there'],
  ] as const) {
    const url = await serve((_, response) => response.writeHead(status, { location: '/' }).end(text));
    const response = await lightRequest(url, { method: 'DELETE' });
    expect([response.status, response.ok, await response.text()]).toEqual([status, status === 204, text]);
  }
});

test('the signal ends a call that is not answered, one whose answer does not end, and one not yet begun', async () => {
  const silent = await serve(() => {});
  const endless = await serve((_, response) => response.writeHead(200).write('and'));
  // Which discord.js takes for a reason to try again.
  for (const url of [silent, endless])
    await expect(lightRequest(url, { signal: abortedSoon() })).rejects.toHaveProperty('name', 'AbortError');
  await expect(lightRequest(silent, { signal: AbortSignal.abort() })).rejects.toHaveProperty(
    'name',
    'AbortError',
  );
});

const abortedSoon = (): AbortSignal => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 30);
  return controller.signal;
};

test('an answer that breaks off is none, nor is one from where nobody listens', async () => {
  const broken = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('{"id":');
    setTimeout(() => response.destroy(), 10);
  });
  await expect(lightRequest(broken, {})).rejects.toHaveProperty('code', 'UND_ERR_SOCKET');
  await expect(lightRequest('http://127.0.0.1:1/', {})).rejects.toHaveProperty('code', 'ECONNREFUSED');
});

test('files go, too', async () => {
  const arrived = vi.fn();
  const url = await serve(async (request, response) => {
    arrived(await contentOf(request));
    response.end('{}');
  });
  const body = new FormData();
  body.set('files[0]', new Blob(['a,b']), 'table.csv');
  // Node's and discord.js's types of the same thing differ.
  const init = { method: 'POST', body } as unknown as Parameters<typeof lightRequest>[1];
  expect((await lightRequest(url, init)).status).toBe(200);
  expect(arrived).toHaveBeenCalledWith(expect.stringContaining('filename="table.csv"'));
});
