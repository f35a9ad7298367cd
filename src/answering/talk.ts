import type { Block } from '../domain/answer.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Reading } from '../domain/reading.ts';
import type { Body } from './facts.ts';
import { listed, type Phrasing, upperFirst } from './phrasing.ts';

export type Talk = {
  greet(): Body;
  thanks(): Body;
  who(): Body;
  help(): Body;
  nothing(): Body;
  outside(reading: Reading): Body;
  tooLong(size: number, limit: number): Body;
};

/** Names beyond these are not repeated. */
const mostNamed = 3;

/** Small talk and the edge of the subject: the bot speaking of itself, always in knowledge/voice.yaml's words. */
export const createTalk = (knowledge: Knowledge, phrasing: Phrasing): Talk => {
  const examples: Block = {
    kind: 'choices',
    choices: (['help.example-1', 'help.example-2', 'help.example-3'] as const).map((id) => ({
      id,
      label: phrasing.words(id),
      say: phrasing.words(id),
    })),
  };
  const plain = (headline: Body['headline'], blocks: readonly Block[] = []): Body => ({
    headline,
    blocks,
    about: [],
  });

  return {
    greet: () => plain(phrasing.say('talk.greet'), [examples]),
    thanks: () => plain(phrasing.say('talk.thanks')),
    who: () => {
      const sources = knowledge.sources.map(({ id }) => id);
      return plain(phrasing.say('talk.who', {}, [], sources));
    },
    help: () =>
      plain(phrasing.say('help.can'), [
        { kind: 'paragraph', sentences: [phrasing.say('help.limits')] },
        examples,
      ]),
    nothing: () => plain(phrasing.say('talk.nothing'), [examples]),
    outside: (reading) => {
      const names = reading.outside.slice(0, mostNamed);
      return plain(
        names.length === 0
          ? phrasing.say('outside.other')
          : phrasing.say('outside.named', { name: listed(names.map(upperFirst), 'or') }),
        [{ kind: 'paragraph', sentences: [phrasing.say('outside.instead')] }],
      );
    },
    tooLong: (size, limit) =>
      plain(
        phrasing.say('refused.too-long', {
          size: size.toLocaleString('en-US'),
          limit: limit.toLocaleString('en-US'),
        }),
      ),
  };
};
