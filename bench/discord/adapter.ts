import { createDiscord } from '../../adapters/discord/discord.ts';
import { mindless } from '../mindless.ts';

const [token = '', apiUrl = '', given = ''] = process.argv.slice(2);

await createDiscord({ ...mindless(given), token, messageContent: false, shards: 1, apiUrl }).start();
