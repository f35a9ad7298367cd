import { z } from 'zod';
import { limits } from '../../../../adapters/slack/limits.ts';
import { isShort } from '../../../../adapters/slack/render/pack.ts';
import { messageBlock, viewBlock } from './blocks.ts';
import { id, isDistinct, plainText, text } from './elements.ts';

/**
 * The strict schema of what may leave for Slack, as a library for schemas reads it: what `checkPayload`, which looks at
 * every message, has to agree with.
 */
export const isRight = (method: string, payload: unknown): boolean =>
  schemas[method]?.safeParse(payload).success ?? true;

/** What is looked at. */
export const methods = (): readonly string[] => Object.keys(schemas);

type Blocks = readonly { readonly type: string; readonly block_id?: string | undefined }[];

const count = (blocks: Blocks, type: string): number => blocks.filter((block) => block.type === type).length;
const distinctIds = (blocks: Blocks): boolean => isDistinct(blocks.flatMap(({ block_id }) => block_id ?? []));

const blocks = z
  .array(messageBlock)
  .min(1)
  .max(limits.message.blocks)
  .refine(distinctIds, 'two blocks with one block_id')
  .refine((list) => count(list, 'table') <= limits.message.tables, 'more than one table')
  .refine((list) => count(list, 'data_visualization') <= limits.message.charts, 'too many charts')
  .refine(isShort, 'too much text in all blocks');

const message = { text: text(limits.message.text), blocks: blocks.optional() };
const place = { channel: z.string().min(1), thread_ts: z.string().optional() };
const quiet = { unfurl_links: z.literal(false).optional(), unfurl_media: z.literal(false).optional() };

const modal = z.strictObject({
  type: z.literal('modal'),
  callback_id: id,
  title: plainText(limits.view.title),
  submit: plainText(limits.view.button).optional(),
  close: plainText(limits.view.button).optional(),
  private_metadata: z.string().max(limits.view.metadata).optional(),
  notify_on_close: z.boolean().optional(),
  clear_on_close: z.boolean().optional(),
  blocks: z
    .array(viewBlock)
    .min(1)
    .max(limits.view.blocks)
    .refine(distinctIds, 'two blocks with one block_id'),
});
const modalWithSubmit = modal.refine(
  (view) => view.submit !== undefined || count(view.blocks, 'input') === 0,
  'fields without a button to submit them',
);
const home = z.strictObject({
  type: z.literal('home'),
  blocks: modal.shape.blocks,
  private_metadata: z.string().max(limits.view.metadata).optional(),
  callback_id: id.optional(),
});

const schemas: Readonly<Record<string, z.ZodType>> = {
  'chat.postMessage': z.strictObject({
    ...message,
    ...place,
    ...quiet,
    metadata: z.strictObject({ event_type: id, event_payload: z.record(z.string(), z.unknown()) }).optional(),
    reply_broadcast: z.boolean().optional(),
  }),
  'chat.postEphemeral': z.strictObject({ ...message, ...place, user: z.string().min(1) }),
  'chat.update': z.strictObject({
    ...message,
    channel: z.string().min(1),
    ts: z.string().min(1),
    metadata: z.strictObject({ event_type: id, event_payload: z.record(z.string(), z.unknown()) }).optional(),
  }),
  response_url: z.union([
    z.strictObject({ delete_original: z.literal(true) }),
    z.strictObject({
      ...message,
      ...quiet,
      response_type: z.enum(['ephemeral', 'in_channel']).optional(),
      replace_original: z.boolean().optional(),
      thread_ts: z.string().optional(),
    }),
  ]),
  'views.open': z.strictObject({ trigger_id: z.string().min(1), view: modalWithSubmit }),
  'views.push': z.strictObject({ trigger_id: z.string().min(1), view: modalWithSubmit }),
  'views.update': z.strictObject({
    view_id: z.string().min(1),
    hash: z.string().optional(),
    view: modalWithSubmit,
  }),
  'views.publish': z.strictObject({
    user_id: z.string().min(1),
    hash: z.string().optional(),
    view: home,
  }),
  'assistant.threads.setSuggestedPrompts': z.strictObject({
    channel_id: z.string().min(1),
    thread_ts: z.string().min(1).optional(),
    title: text(limits.text).optional(),
    prompts: z
      .array(z.strictObject({ title: text(limits.text), message: text(limits.text) }))
      .min(1)
      .max(limits.prompts),
  }),
  'assistant.threads.setStatus': z.strictObject({
    channel_id: z.string().min(1),
    thread_ts: z.string().min(1),
    status: z.string().max(limits.text),
    loading_messages: z.array(text(limits.text)).max(10).optional(),
  }),
};
