import { sentence } from '../../../src/domain/answer.ts';
import type { Advisor, Answer, Block } from '../../../src/index.ts';

export const said = (text: string, ...sources: string[]) =>
  sentence(text, [{ kind: 'voice', id: 'test' }], sources);

export const answerOf = (
  headline: string,
  blocks: readonly Block[] = [],
  facts: Partial<Answer['facts']> = {},
): Answer => ({
  kind: 'pick',
  to: 'm1',
  headline: said(headline, 'guide'),
  blocks,
  facts: {
    kind: 'recommend',
    recommendation: 'left',
    strength: 'clear',
    answered: true,
    requirements: [{ id: 'chat', stance: 'required', said: 'chat', turn: 'm1', confidence: 1 }],
    sources: ['guide'],
    about: [],
    ...facts,
  },
});

export const sourcesBlock: Block = {
  kind: 'sources',
  sources: [
    { id: 'guide', label: 'guide 2026', title: 'The guide', date: '2026' },
    { id: 'other', label: 'other', title: 'Another text', date: 'undated' },
  ],
};

/** One of each block. */
export const everyBlock: readonly Block[] = [
  {
    kind: 'paragraph',
    sentences: [said('One.', 'guide'), said('Two.', 'guide'), said('Three.', 'other', 'guide')],
  },
  {
    kind: 'list',
    title: said('Reasons:'),
    items: [
      { label: 'Live chat', sentences: [said('Connections stay open.', 'guide')] },
      { sentences: [said('No label.')] },
    ],
  },
  { kind: 'list', ordered: true, items: [{ sentences: [said('First.')] }, { sentences: [said('Second.')] }] },
  {
    kind: 'table',
    title: said('Same API', 'other'),
    columns: [
      { text: '', align: 'left' },
      { text: 'JSON (req/s)', align: 'right' },
      { text: 'p99 (ms)', align: 'right' },
    ],
    rows: [
      [
        { text: 'Left', align: 'left' },
        { text: '18,000', align: 'right' },
        { text: '45', align: 'right' },
      ],
      [
        { text: '日本', align: 'left' },
        { text: '52,000', align: 'right' },
        { text: '12', align: 'right' },
      ],
    ],
  },
  {
    kind: 'chart',
    title: said('Hello world', 'guide'),
    unit: 'req/s',
    better: 'higher',
    bars: [
      { label: 'Fast', value: 80_000, text: '80,000 req/s' },
      { label: 'Middling', from: 20_000, value: 40_000, text: '20,000-40,000 req/s' },
      { label: 'Slow', value: 3, text: '3 req/s' },
    ],
  },
  { kind: 'code', language: 'text', title: said('In code'), text: 'if (a) {\n\trun();\n}' },
  {
    kind: 'diagram',
    title: said('How it splits'),
    between: 'REST or a queue',
    boxes: [
      { label: 'Left', owns: ['live layer', 'API'] },
      { label: 'Right', owns: ['models'] },
    ],
  },
  {
    kind: 'choices',
    choices: [
      { id: 'why', label: 'Why', say: 'why?' },
      { id: 'numbers', label: 'Numbers', say: 'and the numbers?' },
    ],
  },
  { kind: 'understood', sentence: said('Understood: live chat.') },
  sourcesBlock,
];

/** An advisor that repeats what it is told, with a choice and its count of the thread; "crash" crashes it. */
export const createEcho = (): Pick<Advisor, 'ask'> & { readonly heard: string[] } => {
  const heard: string[] = [];
  return {
    heard,
    async ask(question) {
      heard.push(question.text);
      if (question.text === 'crash') throw new Error('boom');
      const choices = {
        kind: 'choices',
        choices: [{ id: 'why', label: 'Why', say: 'why is that?' }],
      } as const;
      return { kind: 'answered', answer: answerOf(`echo ${question.text}`, [choices]) };
    },
  };
};
