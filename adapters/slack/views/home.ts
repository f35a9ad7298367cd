import type { types } from '@slack/bolt';
import type { Catalog } from '../../../src/index.ts';
import { clip } from '../../shared/clip.ts';
import { visible } from '../../shared/text/visible.ts';
import { exampleAction } from '../actions.ts';
import { line, plainText, richText, word } from '../blocks.ts';
import { limits } from '../limits.ts';
import { words } from '../words.ts';

export type Home = {
  readonly catalog: Pick<Catalog, 'examples'>;
  /** The person's own, newest first. */
  readonly decisions: readonly {
    readonly headline: string;
    /** The question behind it. */
    readonly asked?: string;
    /** Milliseconds since 1970. */
    readonly when: number;
    readonly link?: string;
  }[];
  /** What the app was granted. */
  readonly scopes: readonly { readonly scope: string; readonly why: string }[];
};

/** Characters of a headline or question in the list of decisions. */
const longest = 200;
const mostDecisions = 20;

/** What it is, how to ask, what the person decided lately, what the app may do and why. */
export const renderHome = ({ catalog, decisions, scopes }: Home): types.HomeView => ({
  type: 'home',
  blocks: [
    { type: 'header', text: plainText(words.home.title, limits.header) },
    { type: 'section', text: plainText(words.home.about) },
    { type: 'header', text: plainText(words.home.how, limits.header) },
    richText(bullets(words.home.ways.map((way) => [word(way)]))),
    ...examples(catalog.examples),
    { type: 'header', text: plainText(words.home.decisions, limits.header) },
    decisions.length > 0
      ? richText(bullets(decisions.slice(0, mostDecisions).map(decisionLine)))
      : { type: 'section', text: plainText(words.home.none) },
    ...(scopes.length > 0
      ? [
          { type: 'header' as const, text: plainText(words.home.scopes, limits.header) },
          richText(
            bullets(
              scopes.map(({ scope, why }) => [{ ...word(scope), style: { code: true } }, word(`: ${why}`)]),
            ),
          ),
        ]
      : []),
  ],
});

const bullets = (items: readonly (readonly types.RichTextElement[])[]): types.RichTextList => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements: items.map((elements) => line(...elements)),
});

/** Buttons that ask what they show. */
const examples = (texts: readonly string[]): readonly types.ActionsBlock[] =>
  texts.length === 0
    ? []
    : [
        {
          type: 'actions',
          elements: texts.slice(0, limits.actions).map((text, index) => ({
            type: 'button',
            action_id: exampleAction(index),
            text: plainText(text, limits.button.text),
          })),
        },
      ];

const decisionLine = ({
  headline,
  asked,
  when,
  link,
}: Home['decisions'][number]): readonly types.RichTextElement[] => {
  const text = short(headline.replace(/\*/g, '')) || '–';
  const question = short(asked ?? '');
  return [
    link ? { type: 'link', url: link, text } : word(text),
    ...(question ? [word(` (${question})`)] : []),
    word(', '),
    {
      type: 'date',
      timestamp: Math.floor(when / 1000),
      format: '{date_short_pretty}',
      // For clients that do not know the format: the day in UTC.
      fallback: new Date(when).toISOString().slice(0, 10),
    },
  ];
};

const short = (text: string): string => clip(visible(text), longest);
