import { type ConversationFold, emptyConversation } from './conversation/conversation-fold.ts';
import type { ModelFile } from './understanding/model/model-file.ts';
import { embeddingTable } from './understanding/model/net.ts';
import { toTable } from './understanding/model/table-bytes.ts';
import type { Table } from './understanding/model/weights.ts';
import type { PeopleReader } from './understanding/people.ts';
import type { Scope } from './understanding/scope.ts';

/**
 * The parts of reading that can be switched off without learning anew, each by one that does nothing, to measure
 * what it is worth:
 *
 * examples: what whole messages taught — kinds are left to cues and to what is most frequent, needs to their words ·
 * words: the stretches of text that give a need, learned from phrases and examples — needs are left to whole messages ·
 * network: what the words say in the light of those around them — both are left to the linear models ·
 * people: the grammar of who knows what hears nobody · scope: no cue denies anything; the learned judge of denials
 * stays, and must do without them · threads: each message is read as the first · meeting: a need is given by its
 * best words alone and a kind by those of the message, however the other votes go · evidence: how well the knowledge answers a question says nothing.
 */
export const parts = [
  'examples',
  'words',
  'network',
  'people',
  'scope',
  'threads',
  'meeting',
  'evidence',
] as const;
export type Part = (typeof parts)[number];

export const modelWithout = (model: ModelFile, part: Part | undefined): ModelFile => {
  const { tables } = model;
  switch (part) {
    case 'examples':
      return { ...model, tables: emptied(tables, 'message') };
    case 'words':
      return { ...model, tables: emptied(tables, 'needs') };
    case 'network':
      return { ...model, tables: emptied(tables, embeddingTable) };
    case 'meeting':
      return { ...model, fitted: { ...model.fitted, slopes: [1], offsets: [], kinds: [] } };
    default:
      return model;
  }
};

/** The same tables, of which one holds no features: what it says is the same of any text. */
const emptied = (tables: ModelFile['tables'], name: string): ModelFile['tables'] =>
  Object.fromEntries(
    Object.entries(tables).map(([key, table]) => [key, key === name ? empty(table) : table]),
  );

const empty = ({ outputs, bias, scale }: Table): Table =>
  toTable({
    outputs,
    bias,
    scale,
    features: new Uint32Array(0),
    starts: new Uint32Array(1),
    columns: new Uint8Array(0),
    values: new Int8Array(0),
  });

export const nobody: PeopleReader = { read: () => [] };

export const allWanted: Scope = {
  judge: (_, spans) =>
    spans.map(() => ({ polarity: 'wanted', because: [], reported: false, elsewhere: false, asked: false })),
};

/** Nothing said before is in force, and the bot remembers no question of its own. */
export const forgetting = (conversations: ConversationFold): ConversationFold => ({
  ...conversations,
  fold: () => emptyConversation,
});
