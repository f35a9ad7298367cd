import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Runs in a process of its own: loads everything step by step as the program does at its start, answers one
 * question, and writes milliseconds and megabytes as a line of JSON. Needs `--expose-gc`.
 */
const start = performance.now();
const megabytes = (bytes: number): number => bytes / 2 ** 20;
const held = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return megabytes(heapUsed + arrayBuffers);
};
const took: Record<string, number> = {};
const holds: Record<string, number> = {};
let pause = 0;
/** Memory is looked at outside the time. */
const step = <Made>(name: string, make: () => Made): Made => {
  const before = held();
  const from = performance.now();
  const made = make();
  took[name] = performance.now() - from;
  const after = performance.now();
  holds[name] = held() - before;
  pause += performance.now() - after;
  return made;
};

const [{ loadKnowledge }, { createBasis }, { decodeModel }, { createSearch }, { createUnderstander }, build] =
  await Promise.all([
    import('../src/knowledge/load-knowledge.ts'),
    import('../src/understanding/basis.ts'),
    import('../src/understanding/model/model-file.ts'),
    import('../src/search/create-search.ts'),
    import('../src/understanding/understand.ts'),
    import('../src/build-advisor.ts'),
  ]);
const { createMemoryStore } = await import('../src/store/memory-store.ts');
const { createConversationFold } = await import('../src/conversation/conversation-fold.ts');
const { createDecider } = await import('../src/decision/create-decider.ts');
took['modules'] = performance.now() - start;

const folder = fileURLToPath(new URL('../knowledge', import.meta.url));
const loaded = step('knowledge', () => loadKnowledge(folder));
if ('problems' in loaded) throw new Error('the knowledge has problems; run `npm run knowledge`');
const { knowledge } = loaded;
const basis = step('folding', () => createBasis({ ...knowledge, outside: knowledge.searchWords.outside }));
const search = step('search index', () => createSearch({ knowledge, fold: basis.fold }));
const answerable = () => undefined;
const readUnderstander = () => {
  // What was read is let go once understanding is built on it.
  const model = step('model file', () => decodeModel(readFileSync(`${folder}/model.bin`)));
  return step('understanding', () => createUnderstander({ knowledge, model, basis, answerable }));
};
const understander = readUnderstander();
const advisor = step('the rest', () =>
  build.buildAdvisor(
    {
      knowledge,
      parts: {
        knowledge,
        conversations: createConversationFold(knowledge.requirements),
        decide: createDecider(knowledge).decide,
        find: search.find,
        understand: understander.understand,
      },
    },
    createMemoryStore(),
    () => {},
  ),
);
const from = performance.now();
await advisor.ask({
  id: '1',
  thread: '1',
  text: 'a chat for a small team, what should we take?',
  author: '',
  at: 0,
});
took['first answer'] = performance.now() - from;
took['all'] = performance.now() - start - pause;

globalThis.gc?.();
const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
console.log(
  JSON.stringify({
    took,
    holds,
    memory: { rss: megabytes(rss), heap: megabytes(heapUsed), arrays: megabytes(arrayBuffers) },
  }),
);
