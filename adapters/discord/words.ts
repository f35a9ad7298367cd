/** What the adapter itself says, beside the answers. */
export const words = {
  asked: 'asked:',
  sharedBy: 'Shared by',
  share: 'Share',
  remove: 'Delete',
  wrong: "That's wrong",
  up: '👍',
  down: '👎',
  /** Below the beginning of what a message cannot show whole. */
  allIn: (file: string) => `This is the beginning. All of it is in ${file}.`,
  fileOf: (title: string) => `All of: ${title}`,

  form: {
    title: 'Ask',
    building: 'What are you building?',
    buildingDescription: 'In your words, with what your team knows',
    buildingHint: 'A chat app for 50,000 people. We write TypeScript.',
    needs: 'Needs',
    pick: 'Pick what you need',
  },
  correction: {
    title: 'What is right?',
    stances: { required: 'Required', preferred: 'Nice to have', excluded: 'Not needed' },
    add: 'Also required',
    pick: 'Pick what is missing',
  },
  reason: {
    title: 'What was wrong?',
    label: 'Reason',
    reasons: {
      wrong: 'It is wrong',
      outdated: 'It is outdated',
      'not-asked': 'Not what I asked',
      'hard-to-read': 'Hard to read',
    },
    text: 'In your words',
  },
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
