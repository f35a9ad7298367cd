import { expect, test } from 'vitest';
import { lightFetch } from '../../../adapters/slack/light-fetch.ts';
import { serve } from '../serve.ts';

test('what is sent arrives as it is, and the answer comes back as it is', async () => {
  const url = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.writeHead(207, 'So so', { 'X-Scopes': 'a,b', 'content-type': 'application/json' });
    const { method, url, headers } = request;
    const body = Buffer.concat(chunks).toString();
    response.end(
      JSON.stringify({ method, url, body, length: headers['content-length'], mine: headers['x-mine'] }),
    );
  });
  const response = await lightFetch(url, { method: 'POST', headers: { 'X-Mine': 'yes' }, body: 'größer 👍' });
  const { status, statusText, ok, headers } = response;
  expect({ status, statusText, ok, url: response.url }).toEqual({
    status: 207,
    statusText: 'So so',
    ok: true,
    url,
  });
  expect([headers.get('x-scopes'), headers.get('X-Scopes'), headers.get('none')]).toEqual([
    'a,b',
    'a,b',
    null,
  ]);
  expect(Object.fromEntries(headers.entries())).toMatchObject({ 'x-scopes': 'a,b' });
  const said = { method: 'POST', url: '/api/some.method?a=b', body: 'größer 👍', length: '13', mine: 'yes' };
  expect(await response.json()).toEqual(said);
  expect(JSON.parse(await response.text())).toEqual(said);
  expect(JSON.parse(new TextDecoder().decode(await response.arrayBuffer()))).toEqual(said);
});

test('an answer that says no is an answer', async () => {
  const url = await serve((_, response) => response.writeHead(503).end('later'));
  const response = await lightFetch(url);
  expect([response.ok, response.status, await response.text()]).toEqual([false, 503, 'later']);
});

test('a redirect is not followed, and where it is not wanted an error', async () => {
  const url = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
  expect((await lightFetch(url)).status).toBe(302);
  await expect(lightFetch(url, { redirect: 'error' })).rejects.toThrow('redirected');
});

test('the signal ends a call that is not answered, and one whose answer does not end', async () => {
  const silent = await serve(() => {});
  await expect(lightFetch(silent, { signal: AbortSignal.timeout(20) })).rejects.toThrow('aborted');
  const endless = await serve((_, response) => response.writeHead(200).write('and'));
  await expect(lightFetch(endless, { signal: AbortSignal.timeout(50) })).rejects.toThrow('aborted');
});

test('an answer that breaks off is none, nor is one from where nobody listens', async () => {
  const broken = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('{"ok":');
    setTimeout(() => response.destroy(), 10);
  });
  await expect(lightFetch(broken)).rejects.toThrow('aborted');
  await expect(lightFetch('http://127.0.0.1:1/')).rejects.toThrow('ECONNREFUSED');
});

test('anything but text is refused before it is sent', async () => {
  await expect(lightFetch('http://127.0.0.1:1/', { body: new FormData() })).rejects.toThrow(
    'nothing but text',
  );
});
