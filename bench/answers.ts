import { buildAdvisor, type Mind } from '../src/build-advisor.ts';
import type { Store } from '../src/domain/store.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { reference } from './reference.ts';
import { median, percentile } from './samples.ts';
import { figure, printTable, times } from './table.ts';
import { type Thread, threadsOf } from './threads.ts';

const sets = ['coverage', 'hard', 'field', 'corpus'] as const;
const steps = ['understand', 'fold', 'decide', 'find', 'compose', 'store'] as const;
type Step = (typeof steps)[number];

/** How often every thread is answered; the first time only warms up. */
const rounds = 6;

/**
 * Answers all messages of the evaluation sets in memory, several times over. A message's time is the median of
 * its rounds, so that whatever else the machine did in between is not counted; percentiles are over the messages.
 */
export const benchAnswers = async (mind: Mind): Promise<void> => {
  const watch = createWatch(mind);
  const whole = new Map<string, number[]>();
  const parts = new Map<Step, number[]>(steps.map((step) => [step, []]));
  const references: number[] = [];
  for (const set of sets) {
    const threads = threadsOf(set);
    const samples = new Map<string, { whole: number; parts: Record<Step, number> }[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const thread of threads) {
        references.push(reference());
        for (const sample of await watch.answer(thread)) {
          if (round === 0) continue;
          const known = samples.get(sample.id);
          if (known) known.push(sample);
          else samples.set(sample.id, [sample]);
        }
      }
    }
    const all = [...samples.values()];
    whole.set(
      set,
      all.map((one) => median(one.map((sample) => sample.whole))),
    );
    for (const step of steps) {
      for (const one of all) parts.get(step)?.push(median(one.map((sample) => sample.parts[step])));
    }
  }

  const unit = median(references);
  const row = (name: string, values: readonly number[]) => [
    name,
    String(values.length),
    ...[0.5, 0.99].flatMap((share) => {
      const value = percentile(values, share);
      return [figure(value), times(value, unit)];
    }),
  ];
  const head = ['', 'messages', 'p50 µs', '', 'p99 µs', ''];
  printTable('An answer', head, [
    ...[...whole].map(([set, values]) => row(set, values)),
    row('all', [...whole.values()].flat()),
  ]);
  printTable(
    'Its steps',
    head,
    [...parts].map(([step, values]) => row(step, values)),
  );
};

/** An advisor whose steps are timed from outside, by wrapping what it is made of. */
const createWatch = (mind: Mind) => {
  let spent: Record<Step, number>;
  const clear = (): void => {
    spent = { understand: 0, fold: 0, decide: 0, find: 0, compose: 0, store: 0 };
  };
  const watched =
    <Given extends readonly unknown[], Made>(step: Step, work: (...given: Given) => Made) =>
    (...given: Given): Made => {
      const start = performance.now();
      try {
        return work(...given);
      } finally {
        spent[step] += (performance.now() - start) * 1000;
      }
    };
  clear();

  const { parts } = mind;
  const memory = createMemoryStore();
  const store: Store = {
    ...memory,
    claim: watched('store', memory.claim),
    turns: watched('store', memory.turns),
    append: watched('store', memory.append),
    gap: watched('store', memory.gap),
  };
  const { fold, read } = parts.conversations;
  const advisor = buildAdvisor(
    {
      ...mind,
      parts: {
        ...parts,
        understand: watched('understand', parts.understand),
        decide: watched('decide', parts.decide),
        find: watched('find', parts.find),
        conversations: {
          ...parts.conversations,
          fold: watched('fold', fold),
          read: watched('fold', read),
        },
      },
    },
    store,
    () => {},
  );

  return {
    answer: async ({ id, turns }: Thread) => {
      memory.clear();
      const samples: { id: string; whole: number; parts: Record<Step, number> }[] = [];
      for (const [at, text] of turns.entries()) {
        clear();
        const start = performance.now();
        await advisor.ask({ id: `${id}.${at}`, thread: id, text, author: 'bench', at });
        const total = (performance.now() - start) * 1000;
        // What is left is composing: it is no part of the advisor that could be wrapped.
        const compose = total - Object.values(spent).reduce((sum, value) => sum + value, 0);
        samples.push({ id: `${id}.${at}`, whole: total, parts: { ...spent, compose } });
      }
      return samples;
    },
  };
};
