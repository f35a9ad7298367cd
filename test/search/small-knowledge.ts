import type { Knowledge } from '../../src/domain/knowledge.ts';
import type { SearchWords } from '../../src/domain/search.ts';

/** Two invented options, so that a golden shows the ranking and not the facts of the day. */

const sources = ['a-2020'];
const words: SearchWords = {
  stopWords: [
    'the',
    'a',
    'is',
    'in',
    'of',
    'for',
    'on',
    'to',
    'how',
    'what',
    'which',
    'who',
    'does',
    'do',
    'many',
    'it',
    'or',
    'when',
    'with',
    'i',
    'we',
    'from',
    'coming',
    'and',
    'its',
  ],
  commonWords: ['really', 'manage', 'tomorrow', 'nice', 'serve', 'each', 'clear', 'work'],
  abbreviations: { database: ['db'] },
  families: [
    ['throughput', 'capacity'],
    ['developer', 'programmer'],
    ['weakness', 'drawback', 'downside'],
  ],
  cues: {
    quantity: ['how many', 'numbers'],
    compare: ['or', 'vs', 'better'],
    shape: [['who'], ['when'], ['what is']],
    favourable: ['advantages'],
    unfavourable: ['drawbacks'],
    employing: ['uses', 'use'],
    superlative: ['best'],
    locating: ['in'],
    opposing: ['or', 'vs'],
    counting: ['how many'],
    categories: ['database'],
    asking: ['which', 'what'],
    units: ['times', 'users'],
    numberWords: ['one'],
    endings: ['ing', 'ed', 's'],
    companies: ['who uses'],
    context: ['coming from'],
    contextAfter: ['team'],
  },
  slots: [
    {
      id: 'creator',
      cues: ['who made', 'who wrote'],
      missing: 'who made it',
      subjects: ['alfa'],
      closed: true,
      answers: ['alfa-history'],
    },
  ],
  qualifiers: [
    { kind: 'country', when: 'always', words: ['germany', 'poland'] },
    { kind: 'percentile', when: 'always', words: ['p95', 'p99'] },
  ],
  outside: [{ kind: 'language', names: ['gammalang', 'deltalang'], alsoWords: ['crystal'] }],
};

const unit = (
  id: string,
  about: string[],
  title: string,
  statements: [string, string[]][],
  asked: string[],
) => ({
  id,
  title,
  topic: 'topic',
  about,
  asked,
  code: [],
  statements: statements.map(([text, questions], at) => ({
    id: `${id}-${at}`,
    text,
    sources,
    asked: questions,
  })),
});

const framework = (id: string, name: string) => ({
  id,
  name,
  names: [id],
  for: name,
  sources,
  fits: {},
  fallback: 0,
});

const option = (id: string, name: string, frameworks: ReturnType<typeof framework>[]) => ({
  id,
  name,
  names: [id],
  hints: [],
  part: { text: name, sources },
  frameworks,
});

const figure = (id: string, subject: string, value: number, owner: string) => ({
  id,
  subject,
  label: subject,
  option: owner,
  amount: { value },
});

export const smallKnowledge: Knowledge = {
  sources: [
    {
      id: 'a-2020',
      title: 'A',
      label: 'A',
      publisher: 'A',
      date: '2020',
      kind: 'guide',
      reliability: 'high',
      why: 'tested',
    },
  ],
  options: [
    option('alfa', 'Alfa', [framework('afast', 'Afast'), framework('abig', 'Abig')]),
    option('beta', 'Beta', [framework('bnew', 'Bnew')]),
  ],
  requirements: [],
  rules: [],
  metrics: [
    { id: 'throughput', name: 'throughput', words: ['req/s', 'throughput', 'requests per second'] },
    { id: 'latency', name: 'latency', words: ['latency', 'p99', 'p95'] },
    { id: 'salary', name: 'salary', words: ['salary', 'pay'] },
    { id: 'downloads', name: 'downloads', words: ['downloads'] },
  ],
  cards: [
    {
      id: 'speed-card',
      title: 'Requests per second',
      measured: 'A plain server',
      conditions: 'hello world',
      date: '2020',
      sources,
      says: 'Afast serves 900 requests a second, Bnew 300.',
      asked: ['how many requests per second do they serve?'],
      about: ['alfa', 'beta', 'afast', 'bnew'],
      sets: [
        {
          id: 'speed-set',
          title: 'Throughput',
          metric: 'throughput',
          unit: 'req/s',
          better: 'higher',
          figures: [figure('speed-afast', 'afast', 900, 'alfa'), figure('speed-bnew', 'bnew', 300, 'beta')],
        },
        {
          id: 'latency-set',
          title: 'Latency p99',
          metric: 'latency',
          unit: 'ms',
          better: 'lower',
          figures: [figure('p99-afast', 'afast', 12, 'alfa'), figure('p99-bnew', 'bnew', 45, 'beta')],
        },
      ],
    },
    {
      id: 'pay-card',
      title: 'Salary of developers',
      measured: 'A survey',
      conditions: 'United States',
      date: '2020',
      sources,
      says: 'Alfa developers earn 100, Beta developers 110.',
      asked: ['what is the salary of a developer?'],
      about: ['alfa', 'beta'],
      sets: [
        {
          id: 'pay-set',
          title: 'Salary',
          metric: 'salary',
          unit: 'kUSD',
          better: 'neither',
          figures: [figure('pay-alfa', 'alfa', 100, 'alfa'), figure('pay-beta', 'beta', 110, 'beta')],
        },
      ],
    },
  ],
  disputes: [
    {
      id: 'throughput-dispute',
      matter: 'throughput of the two',
      sides: [
        { claim: 'Alfa has three times the throughput.', sources },
        { claim: 'Both have the same throughput of 500 requests.', sources },
      ],
      goBy: { text: 'Alfa has the higher throughput.', why: 'it was measured.', sources },
      asked: ['which has the higher throughput?'],
      about: ['alfa', 'beta'],
    },
  ],
  corrections: [
    {
      id: 'alfa-multithreaded',
      claim: 'Alfa is multithreaded.',
      asserted: ['alfa is multithreaded'],
      answer: [{ text: 'Alfa runs on one thread.', sources }],
      from: sources,
      asked: ['does alfa use many threads?'],
      about: ['alfa'],
    },
  ],
  units: [
    unit(
      'alfa-history',
      ['alfa'],
      'Where Alfa comes from',
      [['Alfa was made in 2009 by an engineer.', ['history of alfa']]],
      ['who made alfa?'],
    ),
    unit(
      'alfa-is',
      ['alfa'],
      'What Alfa is',
      [
        ['Alfa is a runtime.', []],
        ['Alfa reads scripts.', []],
      ],
      ['what is alfa?'],
    ),
    unit(
      'beta-is',
      ['beta'],
      'What Beta is',
      [['Beta is a language with tables.', ['tables in beta']]],
      ['what is beta?'],
    ),
    unit(
      'alfa-weak',
      ['alfa'],
      'Weakness of Alfa',
      [['Heavy loops block Alfa.', ['loops block it']]],
      ['what is the weakness of alfa?'],
    ),
    unit(
      'beta-weak',
      ['beta'],
      'Weakness of Beta',
      [['Startup of Beta is slow.', []]],
      ['what is the weakness of beta?'],
    ),
    unit(
      'both-weak',
      ['alfa', 'beta'],
      'Weaknesses compared',
      [['Alfa blocks, Beta starts slowly.', []]],
      ['weakness of both compared'],
    ),
    unit(
      'store',
      ['alfa', 'beta'],
      'Where data lives',
      [['Both talk to any database.', ['which database?']]],
      ['database access'],
    ),
  ],
  hybrid: {
    between: 'x',
    link: { text: 'x', sources },
    cost: { text: 'x', sources },
    single: { text: 'x', sources },
    example: { text: 'x', sources },
  },
  voice: {},
  searchWords: words,
} as unknown as Knowledge;
