import { REST } from 'discord.js';

export type RestSettings = {
  readonly token: string;
  /** Where Discord is, if not at its own address. */
  readonly apiUrl?: string;
};

/** Milliseconds for one call; somebody is waiting at the command line. */
const patience = 7_000;

/** A way to Discord without its gateway: for what is asked once, by an operator. */
export const createRest = ({ token, apiUrl }: RestSettings): REST =>
  new REST({
    timeout: patience,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > patience,
    ...(apiUrl && { api: apiUrl }),
  }).setToken(token);
