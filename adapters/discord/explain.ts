import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { AdapterError } from '../shared/adapter.ts';
import { codeOf, codes, passes } from './failures.ts';

const wrongToken =
  'Discord does not accept DISCORD_TOKEN. Copy it again: discord.com/developers → your app → Bot → Reset Token.';

/** What keeps us from Discord before anybody has asked anything → what to do about it, for the operator. */
export const explain = (error: unknown): AdapterError => {
  const said = error instanceof Error ? error.message : String(error);
  if (isWrongToken(error)) return new AdapterError(wrongToken);
  if (isDisallowedIntent(error)) {
    return new AdapterError(
      'Discord refuses the intents of this app: discord.com/developers → your app → Bot.',
    );
  }
  if (error instanceof RateLimitError || codeOf(error) === 'http 429') {
    return new AdapterError('Discord asks us to come back later. Try again in a few minutes.', {
      passes: true,
    });
  }
  if (error instanceof DiscordAPIError) {
    return new AdapterError(
      error.code === codes.missingAccess
        ? 'Discord shows us nothing of the server DISCORD_GUILD. Invite the bot there, or set the id of a server it is in ("npm run doctor" prints the link).'
        : `Discord refuses this (${error.code}: ${said}).`,
    );
  }
  const status = error instanceof HTTPError ? `${error.status}` : '';
  return new AdapterError(
    `Discord cannot be reached (${status || said}). Check the connection and any proxy, then start again.`,
    { passes: passes(error) },
  );
};

/** Close code 4014, as the client's login reports it. */
export const isDisallowedIntent = (error: unknown): boolean =>
  error instanceof Error && /disallowed intents/i.test(error.message);

export const isWrongToken = (error: unknown): boolean =>
  error instanceof DiscordAPIError
    ? error.status === 401
    : error instanceof Error && /token/i.test(error.message);
