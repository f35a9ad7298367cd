import { commonWords, correctionWords, formWords, voteWords } from '../shared/words.ts';

/** What the adapter itself says, beside the answers. */
export const words = {
  ...commonWords,
  shareLabel: 'Show this answer to everyone in the channel, with your name',
  removeLabel: 'Delete this answer',
  removeTitle: 'Delete this answer?',
  removeText: 'It goes for everybody. Your question stays.',
  keep: 'Keep',
  wrongLabel: 'Correct what was understood',
  upLabel: 'This helped',
  downLabel: 'This did not help',
  more: 'The answer goes on.',
  lowest: 'lowest',
  highest: 'highest',
  /** Of a table that Slack cannot show whole. */
  partOf: (shown: string, file: string) => `Shown here: ${shown}. All of it is in ${file}.`,
  rows: (shown: number, all: number) => `the first ${shown} of ${all} rows`,
  columns: (shown: number, all: number) => `${shown} of ${all} columns`,
  shortened: 'long cells cut',
  tableFile: (title: string, rows: number) => `Table of ${rows} rows: ${title}`,

  form: {
    ...formWords,
    submit: 'Answer',
    close: 'Cancel',
    buildingHint: 'A chat app for 50,000 people, say.',
    team: 'What does your team know?',
    more: 'Anything else?',
    goesOn: (group: string) => `${group} (more)`,
    needs: 'We need:',
    ourTeam: 'Our team:',
  },
  correction: {
    ...correctionWords,
    submit: 'Answer again',
    close: 'Cancel',
    intro: 'This is how I read it. Change what is wrong.',
    nothing: 'I have not understood any requirement so far.',
  },
  vote: {
    ...voteWords,
    submit: 'Send',
    close: 'Cancel',
  },
  home: {
    title: 'Which backend for this, and why?',
    about:
      'Say what you are building, and get a recommendation with its reasons, what speaks against it and what would change it. Every sentence comes from a source and names it. What no source says, I do not say.',
    how: 'How to ask',
    ways: [
      '/stack and your question, in any channel I am in. All see the answer.',
      '/stack private and your question: only you see it, and may share it.',
      '/stack alone opens a form.',
      'Mention me in a channel or in a thread, or write to me directly.',
      'Follow-ups go in the thread: ask why, for numbers, or change what you said.',
    ],
    decisions: 'Your last decisions',
    none: 'None yet.',
    scopes: 'What I may do here, and why',
  },
} as const;
