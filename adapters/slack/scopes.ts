/** Every scope the app asks for, with what it is for. The manifests and the README are tested against this list. */
export const scopes = [
  { scope: 'app_mentions:read', why: 'hear you when you mention me', minimal: true },
  { scope: 'chat:write', why: 'answer', minimal: true },
  { scope: 'commands', why: 'offer /stack and “Ask about this message”', minimal: true },
  { scope: 'channels:history', why: 'follow a thread of a public channel I was called into', minimal: false },
  { scope: 'groups:history', why: 'the same in private channels I was invited to', minimal: false },
  { scope: 'im:history', why: 'read what you write to me directly', minimal: false },
  {
    scope: 'assistant:write',
    why: 'greet you, suggest questions and show that I am at work',
    minimal: false,
  },
  { scope: 'files:write', why: 'send a table that is too large for a message as a file', minimal: false },
] as const;
