import type { IncomingMessage } from 'node:http';
import type { webApi } from '@slack/bolt';

type Fetch = NonNullable<webApi.WebClientOptions['fetch']>;
type FetchResponse = Awaited<ReturnType<Fetch>>;

// An import would do the same, and load all of the built-in `fetch` with it, which is what is avoided here.
const { request: overHttp } = process.getBuiltinModule('node:http');
const { request: overHttps } = process.getBuiltinModule('node:https');

/**
 * As much of `fetch` as calling Slack needs: text goes out, text comes back, on connections that are kept. The built-in
 * one takes about three times the processor time for each call, more than all of an answer's rendering.
 * As there, a redirect is an error where it is not wanted, and the signal ends the call. Rejects where the answer did
 * not arrive whole.
 */
export const lightFetch: Fetch = (url, { method = 'GET', headers = {}, body, signal, redirect } = {}) =>
  new Promise((resolve, reject) => {
    if (body !== undefined && typeof body !== 'string') throw new TypeError('nothing but text is sent');
    const address = new URL(url);
    const request = (address.protocol === 'https:' ? overHttps : overHttp)(address, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
      ...(signal && { signal }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0 } = response;
        if (redirect === 'error' && status >= 300 && status < 400) reject(new TypeError('redirected'));
        else resolve(responseOf(response, address.href, Buffer.concat(chunks)));
      });
    });
    request.end(body);
  });

const responseOf = (
  { statusCode: status = 0, statusMessage = '', headers }: IncomingMessage,
  url: string,
  content: Buffer,
): FetchResponse => {
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: statusMessage,
    url,
    headers: {
      get: (name) => {
        const value = headers[name.toLowerCase()];
        return value === undefined ? null : String(value);
      },
      entries: () => Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    },
    text: async () => content.toString(),
    json: async () => JSON.parse(content.toString()),
    arrayBuffer: async () => new Uint8Array(content).buffer,
  };
};
