import { expect, test } from 'vitest';
import { createAdvisor } from '../../src/answering/advisor.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createAnswerSchema } from '../contracts/answer-schema.ts';
import { createThread, mind } from './bot.ts';

/** What was said to hold and not to hold is asked back, and the reply settles it. */
const [first] = mind.knowledge.requirements;
if (!first) throw new Error('the knowledge has no requirement');
const { id } = first;
const schemaOf = createAnswerSchema(mind.knowledge);

/** A thread in which one message contradicts itself; the others are read as ever. */
const setUp = () => {
  const store = createMemoryStore();
  const advisor = createAdvisor({
    ...mind.parts,
    store,
    understand: (text, conversation) => {
      const reading = mind.parts.understand(text, conversation);
      if (text !== 'both ways') return reading;
      const mention = { id, said: text, confidence: 1 };
      return {
        ...reading,
        kind: 'recommend',
        act: 'pick',
        requirements: [
          { ...mention, stance: 'required' },
          { ...mention, stance: 'excluded' },
        ],
        contradictions: [id],
      };
    },
  });
  const turns: string[] = [];
  const say = async (text: string) => {
    turns.push(`m${turns.length + 1}`);
    const asked = await advisor.ask({ id: turns.at(-1) ?? '', thread: 't', text, author: 'ada', at: 1 });
    if (asked.kind === 'duplicate') throw new Error('no answer came');
    expect(schemaOf(turns).safeParse(asked.answer).error?.issues).toBeUndefined();
    return asked.answer;
  };
  return { store, say };
};

test('it is asked back and decides nothing until it is clear', async () => {
  const { store, say } = setUp();
  const answer = await say('both ways');
  expect(answer.kind).toBe('clarify');
  expect(answer.headline.from).toContainEqual({ kind: 'requirement', id });
  expect(answer.facts).toMatchObject({ recommendation: 'depends', strength: null, requirements: [] });
  // A later pick must not say "still" of one that was never made.
  expect(mind.parts.conversations.fold(await store.turns('t'))).toMatchObject({
    standing: null,
    openQuestion: id,
  });
});

test.each([
  [0, 'required'],
  [1, 'excluded'],
] as const)('choice %i settles it: %s', async (index, stance) => {
  const { say } = setUp();
  const { blocks } = await say('both ways');
  const choices = blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
  expect(choices).toHaveLength(2);
  const settled = await say(choices[index]?.say ?? '');
  expect(settled.kind).not.toBe('clarify');
  expect(settled.facts.requirements).toMatchObject([{ id, stance, turn: 'm2' }]);
});

test.each([
  ['yes', 'required'],
  ['No.', 'excluded'],
])('a typed "%s" settles it, too: %s', async (reply, stance) => {
  const { say } = setUp();
  await say('both ways');
  expect((await say(reply)).facts.requirements).toMatchObject([{ id, stance }]);
});

test('a message that says both in its own words is asked back', async () => {
  const thread = createThread();
  const answer = await thread.say('It must be real-time. It must not be real-time.');
  expect(answer.kind).toBe('clarify');
  expect(answer.headline.from).toContainEqual({ kind: 'requirement', id: 'real-time' });
  const { requirements } = (await thread.say('yes')).facts;
  expect(requirements.find(({ id }) => id === 'real-time')).toMatchObject({
    stance: 'required',
    confidence: 1,
  });
});
