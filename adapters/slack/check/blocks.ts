import { among, flag, integer, list, number, object, oneOf, optional, string } from '../../shared/shape.ts';
import { limits } from '../limits.ts';
import {
  button,
  feedbackButtons,
  field,
  iconButton,
  id,
  isDistinct,
  literal,
  plainText,
  text,
  textObject,
  url,
} from './elements.ts';

const elementIds = (elements: readonly { readonly action_id: string }[]): boolean =>
  isDistinct(elements.map(({ action_id }) => action_id));
const twice = 'two elements with one action_id';
const blockId = optional(id);
const some = { min: 1 };

const style = optional(
  object({
    bold: optional(flag),
    italic: optional(flag),
    strike: optional(flag),
    code: optional(flag),
  }),
);
const inline = oneOf({
  text: object({ type: among('text'), text: literal(limits.richText), style }),
  link: object({
    type: among('link'),
    url: url(),
    text: optional(literal(limits.richText)),
    style,
  }),
  user: object({ type: among('user'), user_id: string({ min: 1 }), style }),
  channel: object({ type: among('channel'), channel_id: string({ min: 1 }), style }),
  date: object({
    type: among('date'),
    timestamp: integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    format: text(100),
    fallback: optional(text(100)),
  }),
});
const section = object({ type: among('rich_text_section'), elements: list(inline, some) });
const richText = object({
  type: among('rich_text'),
  block_id: blockId,
  elements: list(
    oneOf({
      rich_text_section: section,
      rich_text_preformatted: object({
        type: among('rich_text_preformatted'),
        elements: list(inline, some),
      }),
      rich_text_quote: object({ type: among('rich_text_quote'), elements: list(inline, some) }),
      rich_text_list: object({
        type: among('rich_text_list'),
        style: among('bullet', 'ordered'),
        elements: list(section, some),
      }),
    }),
    some,
  ),
});

const table = object(
  {
    type: among('table'),
    block_id: blockId,
    rows: list(
      list(object({ type: among('raw_text'), text: text(limits.table.characters) }), {
        min: 1,
        max: limits.table.columns,
      }),
      { min: 1, max: limits.table.rows },
    ),
    // Without `align` some clients refuse the table.
    column_settings: optional(
      list(object({ align: among('left', 'center', 'right'), is_wrapped: optional(flag) }), {
        max: limits.table.columns,
      }),
    ),
  },
  [({ rows }) => isAlike(rows.map((row) => row.length)), 'rows of different lengths'],
  [
    ({ rows }) => rows.flat().reduce((sum, cell) => sum + cell.text.length, 0) <= limits.table.characters,
    'too much text in a table',
  ],
);

const chartLabel = text(limits.chart.label);
const bars = { min: 1, max: limits.chart.bars };
const chart = object({
  type: among('data_visualization'),
  block_id: blockId,
  title: text(limits.chart.title),
  chart: object(
    {
      type: among('bar'),
      series: list(
        object({ name: chartLabel, data: list(object({ label: chartLabel, value: number }), bars) }),
        { min: 1, max: limits.chart.series },
      ),
      axis_config: object({
        categories: list(chartLabel, bars, [isDistinct, 'two bars with one label']),
        x_label: optional(text(limits.chart.axis)),
        y_label: optional(text(limits.chart.axis)),
      }),
    },
    [({ series }) => isDistinct(series.map(({ name }) => name)), 'two series with one name'],
    [
      ({ series, axis_config }) =>
        series.every(
          ({ data }) => data.map(({ label }) => label).join('\n') === axis_config.categories.join('\n'),
        ),
      'bars and categories differ',
    ],
  ),
});

const common = {
  section: object({
    type: among('section'),
    block_id: blockId,
    text: textObject(limits.text),
    accessory: optional(button),
  }),
  context: object({
    type: among('context'),
    block_id: blockId,
    elements: list(textObject(limits.text), { min: 1, max: limits.context }),
  }),
  header: object({ type: among('header'), block_id: blockId, text: plainText(limits.header) }),
  divider: object({ type: among('divider'), block_id: blockId }),
  actions: object({
    type: among('actions'),
    block_id: blockId,
    elements: list(button, { min: 1, max: limits.actions }, [elementIds, twice]),
  }),
  rich_text: richText,
} as const;

/** Blocks we put into messages. */
export const messageBlock = oneOf({
  ...common,
  // A `block_id` is not kept in these.
  markdown: object({ type: among('markdown'), text: text(limits.message.markdown) }),
  context_actions: object({
    type: among('context_actions'),
    block_id: blockId,
    elements: list(
      oneOf({ feedback_buttons: feedbackButtons, icon_button: iconButton }),
      { min: 1, max: limits.contextActions },
      [elementIds, twice],
    ),
  }),
  table,
  data_visualization: chart,
});

/** Blocks we put into modals and the home tab, where `markdown`, tables and votes are not allowed. */
export const viewBlock = oneOf({
  ...common,
  input: object({
    type: among('input'),
    block_id: id,
    label: plainText(limits.input.label),
    hint: optional(plainText(limits.input.hint)),
    optional: optional(flag),
    element: field,
  }),
});

const isAlike = (values: readonly number[]): boolean => new Set(values).size <= 1;
