import type { ApiCall } from './web-api-call.ts';
import type { Channel } from './workspace.ts';

const history = { public: 'channels:history', private: 'groups:history', im: 'im:history' } as const;
const reading = { public: 'channels:read', private: 'groups:read', im: 'im:read' } as const;

const fixed: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setStatus': ['chat:write', 'assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'users.info': ['users:read'],
};

/** Scopes any one of which allows the call, by Slack's reference of methods; none for those that need none. */
export const scopesFor = (call: ApiCall, channel: Channel | undefined): readonly string[] => {
  if (call.method === 'conversations.replies' || call.method === 'conversations.history')
    return [history[channel?.kind ?? 'public']];
  if (call.method === 'conversations.info') return [reading[channel?.kind ?? 'public']];
  return fixed[call.method] ?? [];
};
