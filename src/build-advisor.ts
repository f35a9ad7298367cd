import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Advisor, type AnswerRecord, createAdvisor } from './answering/advisor.ts';
import { createConversationFold } from './conversation/conversation-fold.ts';
import { createDecider } from './decision/create-decider.ts';
import type { Knowledge } from './domain/knowledge.ts';
import type { Store } from './domain/store.ts';
import { loadKnowledge } from './knowledge/load-knowledge.ts';
import { printProblem } from './knowledge/problems.ts';
import { createSearch } from './search/create-search.ts';
import { createBasis } from './understanding/basis.ts';
import { decodeModel } from './understanding/model/model-file.ts';
import { createUnderstander } from './understanding/understand.ts';

/** What the bot knows and can do, without a memory of any thread: built once, used with any store. */
export type Mind = {
  readonly knowledge: Knowledge;
  readonly parts: Omit<Parameters<typeof createAdvisor>[0], 'store' | 'record'>;
};

/** The knowledge folder that comes with the bot. */
const ownKnowledge = fileURLToPath(new URL('../knowledge', import.meta.url));

/** A knowledge folder with mistakes; the message lists all of them as `file:line: what is wrong`. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
}

/**
 * Reads the knowledge in `folder` and builds on it all that thinks.
 * @throws KnowledgeError with every problem at once
 */
export const readMind = (folder: string = ownKnowledge): Mind => {
  // Seen from where the program was started, so that the paths in messages are short and can be opened.
  const near = relative('', folder);
  const loaded = loadKnowledge(near === '' || near.startsWith('..') ? folder : near);
  if ('problems' in loaded) {
    const { problems } = loaded;
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    throw new KnowledgeError(
      [`The knowledge in ${folder} has ${count}:`, ...problems.map(printProblem)].join('\n'),
    );
  }
  const { knowledge } = loaded;
  // Understanding and search read a message in the same way.
  const basis = createBasis({ ...knowledge, outside: knowledge.searchWords.outside });
  const model = decodeModel(readFileSync(join(folder, 'model.bin')));
  return {
    knowledge,
    parts: {
      knowledge,
      conversations: createConversationFold(knowledge.requirements),
      decide: createDecider(knowledge).decide,
      find: createSearch({ knowledge, fold: basis.fold }).find,
      understand: createUnderstander(knowledge, model, basis).understand,
    },
  };
};

/** An advisor that keeps its turns in `store` and tells `record` of each answered question. */
export const buildAdvisor = (mind: Mind, store: Store, record: (entry: AnswerRecord) => void): Advisor =>
  createAdvisor({ ...mind.parts, store, record });
