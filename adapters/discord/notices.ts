import { codes } from './failures.ts';

/** What the bot says when something stands in the way, to the person alone: what it is, and what helps. */
export const notices = {
  /** Where an answer could not be put. */
  closed: (code: number | string, channel: string): string => {
    switch (code) {
      case codes.missingAccess:
      case codes.missingPermissions:
        return `I may not write in <#${channel}>, so only you see this. Whoever runs the server can allow me *View Channel*, *Send Messages* and *Send Messages in Threads* there.`;
      case codes.locked:
      case codes.archived:
        return `The thread <#${channel}> is locked, so I answer here.`;
      case codes.unknownChannel:
        return 'The place you asked in is gone, so only you see this.';
      default:
        return `I could not write in <#${channel}> (${code}), so only you see this.`;
    }
  },
  forgotten: 'I no longer know the question behind that button. Ask it again, and I will answer.',
  notYours: 'Only whoever asked can delete an answer.',
  thanks: 'Thanks, noted.',
  shared: 'Shared.',
  empty: 'There was nothing to answer in that message: it holds no text.',
  failed: (id: string): string =>
    `Something went wrong on our side, and it has been logged as \`${id}\`. Please try again in a moment.`,
  follows: 'Go on here: I follow you without being named, until somebody else speaks.',
  needsNaming: 'To go on, mention me, reply to me or press a button.',
} as const;
