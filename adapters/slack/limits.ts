/**
 * What Slack accepts. Over a limit the whole call fails (`invalid_blocks`, `msg_too_long`) and nothing is shown.
 * Lengths are in characters as sent, so after escaping.
 */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  message: {
    blocks: 50,
    /** Own measure for all text of a message's blocks: Slack names no number for `msg_blocks_too_long`. */
    characters: 12_000,
    /** Advised 4,000, cut at 40,000: https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
    text: 4_000,
    /** Own measure: room for what a sender puts before it. */
    fallback: 3_500,
    /** `only_one_table_allowed`: https://docs.slack.dev/reference/block-kit/blocks/table-block */
    tables: 1,
    /** Found by others in the error Slack gives: https://github.com/vercel/chat/pull/696 */
    charts: 2,
    /** All of a payload together: https://docs.slack.dev/reference/block-kit/blocks/markdown-block */
    markdown: 12_000,
  },
  /** https://docs.slack.dev/reference/views */
  view: { blocks: 100, title: 24, button: 24, metadata: 3_000, callbackId: 255 },
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actions: 25,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-block */
  context: 10,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
  contextActions: 5,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
  text: 3_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  button: { text: 75, value: 2_000, url: 3_000, label: 75 },
  /** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
  confirm: { title: 100, text: 300, button: 30 },
  /** `action_id` and `block_id` alike. */
  id: 255,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  option: { text: 75, value: 75, description: 75 },
  /** https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element and …/radio-button-group-element */
  checkboxes: 10,
  /** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element and …/multi-select-menu-element */
  select: { options: 100, groups: 100, groupLabel: 75 },
  placeholder: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block and …/block-elements/plain-text-input-element */
  input: { label: 2_000, hint: 2_000, length: 3_000 },
  /** Rows with the head among them; characters of all cells: https://docs.slack.dev/reference/block-kit/blocks/table-block */
  table: { rows: 100, columns: 20, characters: 10_000 },
  /** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
  chart: { title: 50, label: 20, bars: 20, series: 6, axis: 50 },
  /** Own measure: Slack names no number for text in https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
  richText: 3_000,
  /** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
  prompts: 4,
} as const;
