import { readFileSync, statSync } from 'node:fs';
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
import { decodeModel, type ModelFile } from './understanding/model/model-file.ts';
import { createTopics } from './understanding/model/topics.ts';
import { type Answerable, createUnderstander } from './understanding/understand.ts';
import { allWanted, forgetting, modelWithout, nobody, type Part } from './without.ts';

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
 * Reads the knowledge in `folder` and builds on it all that thinks; `without` switches off a part of reading.
 * @throws KnowledgeError with every problem at once
 */
export const readMind = (folder: string = ownKnowledge, without?: Part): Mind => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new KnowledgeError(
      `There is no knowledge folder ${folder}. Set STACK_ADVISOR_KNOWLEDGE to one, or leave it out for the one that comes with the bot.`,
    );
  }
  // Seen from where the program was started, so that the paths in messages are short and can be opened.
  const near = relative('', folder);
  const shown = near === '' || near.startsWith('..') ? folder : near;
  const loaded = loadKnowledge(shown);
  const model = readModel(join(shown, 'model.bin'));
  const problems = [
    ...('problems' in loaded ? loaded.problems.map(printProblem) : []),
    ...('problem' in model ? [model.problem] : []),
  ];
  if ('problems' in loaded || 'problem' in model) throw broken(folder, problems);
  return think(loaded.knowledge, model, without);
};

/** Builds all that thinks on knowledge and on what was learned from it. */
export const think = (knowledge: Knowledge, model: ModelFile, without?: Part): Mind => {
  // Understanding and search read a message in the same way.
  const basis = createBasis({ ...knowledge, outside: knowledge.searchWords.outside });
  const { find, weigh } = createSearch({ knowledge, fold: basis.fold, leaning: createTopics(model) });
  const answerable: Answerable = (query, options, frameworks) =>
    weigh(query, { options, frameworks, context: [] });
  const conversations = createConversationFold(knowledge.requirements);
  return {
    knowledge,
    parts: {
      knowledge,
      conversations: without === 'threads' ? forgetting(conversations) : conversations,
      decide: createDecider(knowledge).decide,
      find,
      understand: createUnderstander({
        knowledge,
        basis,
        model: modelWithout(model, without),
        answerable: without === 'evidence' ? () => undefined : answerable,
        ...(without === 'people' ? { people: nobody } : {}),
        ...(without === 'scope' ? { scope: allWanted } : {}),
      }).understand,
    },
  };
};

/** What was learned is data of the folder like the rest: what is wrong with it is told in the same way. */
const readModel = (path: string): ModelFile | { readonly problem: string } => {
  try {
    return decodeModel(readFileSync(path));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return {
      problem: `${path}: ${isMissing ? 'is missing; restore it, or make it with `npm run train`' : message}`,
    };
  }
};

const broken = (folder: string, problems: readonly string[]): KnowledgeError => {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new KnowledgeError([`The knowledge in ${folder} has ${count}:`, ...problems].join('\n'));
};

/** An advisor that keeps its turns in `store` and tells `record` of each answered question. */
export const buildAdvisor = (mind: Mind, store: Store, record: (entry: AnswerRecord) => void): Advisor =>
  createAdvisor({ ...mind.parts, store, record });
