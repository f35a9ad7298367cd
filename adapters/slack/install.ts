import { webApi } from '@slack/bolt';
import { AdapterError } from '../shared/adapter.ts';
import type { Retry } from '../shared/retry.ts';
import { holding, list, optional, readAs, string } from '../shared/shape.ts';
import { codeOf, judge, passes } from './failures.ts';
import { clientOptions, type Installation } from './outgoing.ts';

const word = string({});
const identity = holding({
  team_id: word,
  user_id: word,
  bot_id: optional(word),
  response_metadata: optional(holding({ scopes: optional(list(word, {})) })),
});

/**
 * Who a bot token speaks for, and what it may do, asked of Slack before the first event is let in: Bolt would
 * otherwise ask at the first event, and answer it 404 where Slack is slow.
 * @throws AdapterError
 */
export const readInstallation = async (
  botToken: string,
  retry: Retry,
  slackApiUrl?: string,
): Promise<Installation> => {
  const client = new webApi.WebClient(botToken, clientOptions(slackApiUrl));
  try {
    const answer = await retry(() => client.auth.test(), { judge, mayGoOn: () => true });
    const { team_id, user_id, bot_id, response_metadata } = readAs(identity, answer);
    return {
      team: team_id,
      botUserId: user_id,
      botId: bot_id,
      botToken,
      scopes: new Set(response_metadata?.scopes ?? []),
    };
  } catch (error) {
    throw new AdapterError(explain(codeOf(error), error), { passes: passes(error) });
  }
};

const explain = (code: string, error: unknown): string => {
  switch (code) {
    case 'invalid_auth':
    case 'not_authed':
    case 'token_expired':
      return 'Slack does not accept SLACK_BOT_TOKEN. Copy it again: your app → OAuth & Permissions → Bot User OAuth Token (xoxb-…).';
    case 'account_inactive':
    case 'token_revoked':
      return 'SLACK_BOT_TOKEN was revoked. Install the app again: your app → OAuth & Permissions → Reinstall, and copy the new token.';
    case 'unreachable':
      return 'Slack cannot be reached. Check the connection and any proxy, then start again.';
    default:
      return `Slack refused to say who we are (${code}: ${error instanceof Error ? error.message : error}).`;
  }
};
