/** What every adapter says with the same words, beside the answers. */
export const commonWords = {
  asked: 'asked:',
  sharedBy: 'Shared by',
  share: 'Share',
  remove: 'Delete',
  wrong: "That's wrong",
  up: '👍',
  down: '👎',
} as const;

export const formWords = { title: 'Ask', building: 'What are you building?' } as const;

export const correctionWords = {
  title: 'What is right?',
  stances: { required: 'Required', preferred: 'Nice to have', excluded: 'Not needed', open: 'Not said' },
  add: 'Also required',
  pick: 'Pick what is missing',
} as const;

export const voteWords = {
  title: 'What was wrong?',
  reason: 'Reason',
  /** Ids as they are stored with the vote. */
  reasons: {
    wrong: 'It is wrong',
    outdated: 'It is outdated',
    'not-asked': 'Not what I asked',
    'hard-to-read': 'Hard to read',
  },
  text: 'In your words',
} as const;
