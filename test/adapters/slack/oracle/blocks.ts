import { z } from 'zod';
import { limits } from '../../../../adapters/slack/limits.ts';
import {
  button,
  feedbackButtons,
  field,
  iconButton,
  id,
  isDistinct,
  literal,
  mrkdwn,
  plainText,
  text,
  textObject,
} from './elements.ts';

const elementIds = (elements: readonly { readonly action_id: string }[]): boolean =>
  isDistinct(elements.map(({ action_id }) => action_id));
const twice = 'two elements with one action_id';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: literal(limits.richText), style }),
  z.strictObject({ type: z.literal('link'), url: z.url(), text: literal(limits.richText).optional(), style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: text(100),
    fallback: text(100).optional(),
  }),
]);
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline).min(1) });
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(inline).min(1) }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline).min(1) }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
        }),
      ]),
    )
    .min(1),
});

const table = z
  .strictObject({
    type: z.literal('table'),
    block_id: id.optional(),
    rows: z
      .array(
        z
          .array(z.strictObject({ type: z.literal('raw_text'), text: text(limits.table.characters) }))
          .min(1)
          .max(limits.table.columns),
      )
      .min(1)
      .max(limits.table.rows),
    // Without `align` some clients refuse the table.
    column_settings: z
      .array(
        z.strictObject({ align: z.enum(['left', 'center', 'right']), is_wrapped: z.boolean().optional() }),
      )
      .max(limits.table.columns)
      .optional(),
  })
  .refine(({ rows }) => isAlike(rows.map((row) => row.length)), 'rows of different lengths')
  .refine(
    ({ rows }) => rows.flat().reduce((sum, cell) => sum + cell.text.length, 0) <= limits.table.characters,
    'too much text in a table',
  );

const chartLabel = text(limits.chart.label);
const chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: id.optional(),
  title: text(limits.chart.title),
  chart: z
    .strictObject({
      type: z.literal('bar'),
      series: z
        .array(
          z.strictObject({
            name: chartLabel,
            // z.number() takes finite numbers only.
            data: z
              .array(z.strictObject({ label: chartLabel, value: z.number() }))
              .min(1)
              .max(limits.chart.bars),
          }),
        )
        .min(1)
        .max(limits.chart.series),
      axis_config: z.strictObject({
        categories: z
          .array(chartLabel)
          .min(1)
          .max(limits.chart.bars)
          .refine(isDistinct, 'two bars with one label'),
        x_label: text(limits.chart.axis).optional(),
        y_label: text(limits.chart.axis).optional(),
      }),
    })
    .refine(({ series }) => isDistinct(series.map(({ name }) => name)), 'two series with one name')
    .refine(
      ({ series, axis_config }) =>
        series.every(
          ({ data }) => data.map(({ label }) => label).join('\n') === axis_config.categories.join('\n'),
        ),
      'bars and categories differ',
    ),
});

const common = [
  z.strictObject({
    type: z.literal('section'),
    block_id: id.optional(),
    text: textObject(limits.text),
    accessory: button.optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id: id.optional(),
    elements: z
      .array(z.discriminatedUnion('type', [plainText(limits.text), mrkdwn(limits.text)]))
      .min(1)
      .max(limits.context),
  }),
  z.strictObject({ type: z.literal('header'), block_id: id.optional(), text: plainText(limits.header) }),
  z.strictObject({ type: z.literal('divider'), block_id: id.optional() }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: id.optional(),
    elements: z.array(button).min(1).max(limits.actions).refine(elementIds, twice),
  }),
  richText,
] as const;

/** Blocks we put into messages. */
export const messageBlock = z.discriminatedUnion('type', [
  ...common,
  // A `block_id` is not kept in these.
  z.strictObject({ type: z.literal('markdown'), text: text(limits.message.markdown) }),
  z.strictObject({
    type: z.literal('context_actions'),
    block_id: id.optional(),
    elements: z
      .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
      .min(1)
      .max(limits.contextActions)
      .refine(elementIds, twice),
  }),
  table,
  chart,
]);

/** Blocks we put into modals and the home tab, where `markdown`, tables and votes are not allowed. */
export const viewBlock = z.discriminatedUnion('type', [
  ...common,
  z.strictObject({
    type: z.literal('input'),
    block_id: id,
    label: plainText(limits.input.label),
    hint: plainText(limits.input.hint).optional(),
    optional: z.boolean().optional(),
    element: field,
  }),
]);

const isAlike = (values: readonly number[]): boolean => new Set(values).size <= 1;
