/** What the bot says when something stands in the way, to the person alone: what it is, and what helps. */
export const notices = {
  /** Where an answer could not be put; `channel` is Slack's id, which Slack shows as a name. */
  closed: (code: string, channel: string): string => {
    switch (code) {
      case 'not_in_channel':
      case 'channel_not_found':
      case 'user_not_in_channel':
        return `I am not a member of <#${channel}>, so only you see this. To have me answer there, type \`/invite\` in the channel and pick me.`;
      case 'is_archived':
        return `<#${channel}> is archived, so only you see this.`;
      case 'thread_not_found':
        return `The message you asked under in <#${channel}> is gone, so only you see this.`;
      default:
        return `I may not post in <#${channel}> (${code}), so only you see this. Whoever runs the channel can allow it.`;
    }
  },
  forgotten: 'I no longer know the question behind that button. Ask it again, and I will answer.',
  notYours: 'Only whoever asked can delete an answer.',
  cannotDelete: 'I could not delete that message. Whoever runs the workspace can.',
  formEmpty: 'Say what you are building, or tick what you need.',
  empty: 'There was nothing to answer in that message: it holds no text.',
  failed: (id: string): string =>
    `Something went wrong on our side, and it has been logged as \`${id}\`. Please try again in a moment.`,
  helpTitle: 'Ask like this, or press one to see its answer:',
  helpMore:
    '`/stack private …` answers only you. `/stack` alone opens a form. Mention me in a channel or a thread, or write to me directly. In a thread I follow you without being named, until somebody else speaks.',
  helpAsk: 'Ask this',
  greeting: 'What are you building?',
  prompts: 'Ask me, for example:',
  working: 'is looking it up…',
} as const;
