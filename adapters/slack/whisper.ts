import type { SlackBlock } from './blocks.ts';
import type { Desk } from './desk.ts';
import { codeOf } from './failures.ts';

/** Whom to tell something, and where. */
export type Ear = {
  readonly team: string;
  readonly user: string;
  readonly channel?: string | undefined;
  readonly threadTs?: string | undefined;
  readonly responseUrl?: string | undefined;
};

/** Tells one person something in passing. That it fails is logged, and stops nothing. */
export const whisper = async (
  { outgoing, log }: Pick<Desk, 'outgoing' | 'log'>,
  { team, user, channel, threadTs, responseUrl }: Ear,
  text: string,
  blocks: readonly SlackBlock[] = [],
): Promise<void> => {
  const content = { text, ...(blocks.length > 0 && { blocks }) };
  try {
    if (responseUrl) {
      await outgoing.respond(responseUrl, {
        response_type: 'ephemeral',
        replace_original: false,
        ...content,
      });
    } else if (channel) {
      const below = threadTs ? { thread_ts: threadTs } : {};
      await outgoing.call(team, 'chat.postEphemeral', { channel, user, ...below, ...content });
    } else {
      await outgoing.call(team, 'chat.postMessage', { channel: user, ...content });
    }
  } catch (error) {
    log.failed('whisper', { code: codeOf(error), channel }, error);
  }
};
