import {
  among,
  describe,
  flag,
  list,
  object,
  optional,
  record,
  type Shape,
  string,
} from '../shared/shape.ts';
import { messageBlock, viewBlock } from './check/blocks.ts';
import { id, isDistinct, plainText, text } from './check/elements.ts';
import { limits } from './limits.ts';
import { isShort } from './render/pack.ts';

/** A payload of ours that Slack would refuse, or that would do what we never want; a bug, not an answer of Slack's. */
export class PayloadError extends Error {
  override readonly name = 'PayloadError';
  constructor(method: string, problem: string) {
    super(`${method} was not sent:\n${problem}`);
  }
}

/**
 * Everything that leaves for Slack passes here: the Web API by its method, `response_url` by that name.
 * What holds no blocks and no text of ours is not looked at.
 * @throws PayloadError naming every problem, a line each
 */
export const checkPayload = (method: string, payload: unknown): void => {
  const problems = shapes[method]?.(payload) ?? [];
  if (problems.length > 0) throw new PayloadError(method, describe(problems));
};

type Blocks = readonly { readonly type: string; readonly block_id?: string | undefined }[];

const count = (blocks: Blocks, type: string): number => {
  let found = 0;
  for (const block of blocks) if (block.type === type) found += 1;
  return found;
};
const distinctIds = (blocks: Blocks): boolean => isDistinct(blocks.flatMap(({ block_id }) => block_id ?? []));
const sameId = 'two blocks with one block_id';

const blocks = list(
  messageBlock,
  { min: 1, max: limits.message.blocks },
  [distinctIds, sameId],
  [(all) => count(all, 'table') <= limits.message.tables, 'more than one table'],
  [(all) => count(all, 'data_visualization') <= limits.message.charts, 'too many charts'],
  [isShort, 'too much text in all blocks'],
);

const someText = string({ min: 1 });
const anyText = optional(string({}));
const message = { text: text(limits.message.text), blocks: optional(blocks) };
const place = { channel: someText, thread_ts: anyText };
const quiet = { unfurl_links: optional(among(false)), unfurl_media: optional(among(false)) };
const metadata = optional(object({ event_type: id, event_payload: record }));

const viewBlocks = list(viewBlock, { min: 1, max: limits.view.blocks }, [distinctIds, sameId]);
const viewData = optional(string({ max: limits.view.metadata }));
const modal = object(
  {
    type: among('modal'),
    callback_id: id,
    title: plainText(limits.view.title),
    submit: optional(plainText(limits.view.button)),
    close: optional(plainText(limits.view.button)),
    private_metadata: viewData,
    notify_on_close: optional(flag),
    clear_on_close: optional(flag),
    blocks: viewBlocks,
  },
  [
    (view) => view.submit !== undefined || count(view.blocks, 'input') === 0,
    'fields without a button to submit them',
  ],
);
const home = object({
  type: among('home'),
  blocks: viewBlocks,
  private_metadata: viewData,
  callback_id: optional(id),
});

const removal = object({ delete_original: among(true) });
const reply = object({
  ...message,
  ...quiet,
  response_type: optional(among('ephemeral', 'in_channel')),
  replace_original: optional(flag),
  thread_ts: anyText,
});

const shapes: Readonly<Record<string, Shape<unknown>>> = {
  'chat.postMessage': object({
    ...message,
    ...place,
    ...quiet,
    metadata,
    reply_broadcast: optional(flag),
  }),
  'chat.postEphemeral': object({ ...message, ...place, user: someText }),
  'chat.update': object({ ...message, channel: someText, ts: someText, metadata }),
  response_url: (value) =>
    (typeof value === 'object' && value !== null && 'delete_original' in value ? removal : reply)(value),
  'views.open': object({ trigger_id: someText, view: modal }),
  'views.push': object({ trigger_id: someText, view: modal }),
  'views.update': object({ view_id: someText, hash: anyText, view: modal }),
  'views.publish': object({ user_id: someText, hash: anyText, view: home }),
  'assistant.threads.setSuggestedPrompts': object({
    channel_id: someText,
    thread_ts: optional(someText),
    title: optional(text(limits.text)),
    prompts: list(object({ title: text(limits.text), message: text(limits.text) }), {
      min: 1,
      max: limits.prompts,
    }),
  }),
  'assistant.threads.setStatus': object({
    channel_id: someText,
    thread_ts: someText,
    status: string({ max: limits.text }),
    loading_messages: optional(list(text(limits.text), { max: 10 })),
  }),
};
