import { randomUUID } from 'node:crypto';

/** The one workspace that all fixtures and doubles share. */
export const ids = {
  team: 'T0STACK001',
  teamDomain: 't0stack',
  app: 'A0STACK001',
  botUser: 'U0BOT00001',
  bot: 'B0BOT00001',
  asker: 'U0ASKER001',
  colleague: 'U0COLLEAG1',
  channel: 'C0GENERAL1',
  privateChannel: 'G0PRIVATE1',
  direct: 'D0DIRECT01',
} as const;

/** A token, or a signing secret, that never stood in a file: each run makes its own. */
export const testSecret = (kind: 'xoxb' | 'xapp' | 'signing'): string => `${kind}-test-${randomUUID()}`;
