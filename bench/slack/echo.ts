import { App, HTTPReceiver } from '@slack/bolt';

/** The least a bot on Bolt can be: every mention is answered with the same text, below it. */
const [token = '', signingSecret = '', slackApiUrl = '', port = ''] = process.argv.slice(2);

const app = new App({
  token,
  receiver: new HTTPReceiver({ signingSecret }),
  clientOptions: { slackApiUrl },
});
app.event('app_mention', async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'This is what I say.' });
});
await app.start({ port: Number(port), host: '127.0.0.1' });
