import type { Payload } from './fixtures.ts';
import type { Workspace } from './workspace.ts';

/** What came to a `response_url`, and the status it was answered with. */
export type Response = { readonly url: string; readonly status: number; readonly body: Payload };

type Address = { left: number; expired: boolean; readonly channel: string; readonly user: string };

/**
 * The sink behind `response_url`: five uses, no `markdown_text`, and needs no membership of the channel.
 * Slack's documentation tells the limits, not the exact refusals: tests should rely on "not 2xx" alone.
 */
export const createResponseUrls = (workspace: Workspace, url: () => string) => {
  const addresses = new Map<string, Address>();
  const responses: Response[] = [];

  const refusal = (address: Address | undefined, body: Payload): [number, string] | undefined => {
    if (!address) return [404, 'no_such_url'];
    if (address.expired) return [404, 'expired_url'];
    if (address.left <= 0) return [404, 'used_url'];
    if (body['markdown_text'] !== undefined) return [400, 'invalid_arguments'];
    const blocks = Array.isArray(body['blocks']) ? body['blocks'] : [];
    const says = typeof body['text'] === 'string' && body['text'] !== '';
    return says || blocks.length > 0 || body['delete_original'] === true ? undefined : [500, 'no_text'];
  };

  const keep = ({ channel, user }: Address, body: Payload): void => {
    if (body['delete_original'] === true) return;
    const blocks = Array.isArray(body['blocks']) ? { blocks: body['blocks'] as readonly unknown[] } : {};
    const thread = typeof body['thread_ts'] === 'string' ? { thread_ts: body['thread_ts'] } : {};
    const content = {
      channel,
      ts: workspace.nextTs(),
      text: typeof body['text'] === 'string' ? body['text'] : '',
      ...blocks,
      ...thread,
    };
    if (body['response_type'] === 'in_channel')
      workspace.messages.push({ ...content, user: workspace.home.botUser, bot_id: workspace.home.bot });
    else workspace.ephemerals.push({ ...content, user });
  };

  return {
    responses,

    /** A new address, as a command or a button brings it. */
    mint: (channel: string, user: string, uses = 5): string => {
      const path = `/response/${addresses.size + 1}`;
      addresses.set(path, { left: uses, expired: false, channel, user });
      return `${url()}${path}`;
    },

    /** Thirty minutes later. */
    expire: (address: string): void => {
      const found = addresses.get(new URL(address).pathname);
      if (found) found.expired = true;
    },

    take: (path: string, body: Payload): readonly [number, string] => {
      const address = addresses.get(path);
      const refused = refusal(address, body);
      const status = refused?.[0] ?? 200;
      responses.push({ url: `${url()}${path}`, status, body });
      if (refused || !address) return [status, JSON.stringify({ ok: false, error: refused?.[1] })];
      address.left -= 1;
      keep(address, body);
      return [200, 'ok'];
    },
  };
};
