import type { Turn } from '../../src/domain/conversation.ts';

/** A turn with the parts a store looks at; the rest is as small as the types allow. */
export const turnOf = (thread: string, id: string, text = 'hello'): Turn => ({
  question: { id, thread, text, author: 'ada', at: 1_700_000_000_000 },
  reading: {
    kind: 'recommend',
    act: 'pick',
    confidence: 0.75,
    because: ['which'],
    options: [],
    ruledOut: [],
    frameworks: [],
    outside: [],
    requirements: [{ id: 'real-time', stance: 'required', said: text, confidence: 1 }],
    dropped: [],
    contradictions: [],
    revision: 'add',
    pushed: false,
    query: text,
  },
  outcome: {
    answerKind: 'pick',
    choice: 'depends',
    lean: null,
    strength: 'close',
    asked: null,
    about: [],
    answered: true,
  },
});
