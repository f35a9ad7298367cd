import { commonWords, correctionWords, formWords, voteWords } from '../shared/words.ts';

/** What the adapter itself says, beside the answers. */
export const words = {
  ...commonWords,
  /** Below the beginning of what a message cannot show whole. */
  allIn: (file: string) => `This is the beginning. All of it is in ${file}.`,
  fileOf: (title: string) => `All of: ${title}`,

  form: {
    ...formWords,
    buildingDescription: 'In your words, with what your team knows',
    buildingHint: 'A chat app for 50,000 people. We write TypeScript.',
    needs: 'Needs',
    pick: 'Pick what you need',
  },
  correction: correctionWords,
  reason: voteWords,
  help: {
    title: 'Ask like this, or press one to see its answer:',
    ask: 'Ask this',
    more: '`/stack private` answers only you, `/stack form` asks you back. Mention me in a channel or a thread, reply to me, or write to me directly.',
  },
  commands: {
    stack: 'Which backend for this, and why?',
    ask: 'Answers here, for all to see',
    private: 'Answers only you',
    form: 'Opens a form to fill in',
    help: 'How to ask, with examples',
    question: 'What you are building, or what you want to know',
    aboutMessage: 'Ask about this message',
  },
} as const;
