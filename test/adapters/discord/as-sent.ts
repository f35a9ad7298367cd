import { checkPayload } from '../../../adapters/discord/check-payload.ts';
import type { DiscordMessage } from '../../../adapters/discord/render.ts';
import { judge } from '../../discord/judge.ts';

/** What our own check and Discord's document say against a message; empty where both take it. */
export const problemsOf = (message: DiscordMessage): readonly string[] => {
  const { components, flags, files = [], allowedMentions } = message;
  const body = {
    components,
    flags,
    allowed_mentions: { parse: allowedMentions.parse, replied_user: allowedMentions.repliedUser },
    attachments: files.map(({ description }, index) => ({ id: String(index), description })),
  };
  const names = files.map(({ name }) => name);
  const verdicts = [
    judge({ method: 'POST', path: '/channels/1/messages', body, files: names }),
    judge({ method: 'PATCH', path: '/webhooks/1/token/messages/@original', body, files: names }),
    judge({
      method: 'POST',
      path: '/interactions/1/token/callback',
      body: { type: 4, data: body },
      files: names,
    }),
  ];
  return [...new Set([...ours(message), ...verdicts.flat()])];
};

const ours = (message: DiscordMessage): readonly string[] => {
  try {
    checkPayload('message', message);
    return [];
  } catch (error) {
    return [String(error)];
  }
};
