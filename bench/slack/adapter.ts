import { createHttpServer } from '../../adapters/shared/http-server.ts';
import { createSlack } from '../../adapters/slack/slack.ts';
import { mindless } from '../mindless.ts';

const [botToken = '', signingSecret = '', slackApiUrl = '', port = '', given = ''] = process.argv.slice(2);

const adapter = createSlack({ ...mindless(given), botToken, via: { signingSecret }, slackApiUrl });
await createHttpServer([adapter], { host: '127.0.0.1', port: Number(port) }).start();
await adapter.start();
