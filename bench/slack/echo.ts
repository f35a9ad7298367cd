import { App, HTTPReceiver } from '@slack/bolt';

/** The least a bot on Bolt can be: every mention is answered with the same text, below it. */
const [token = '', signingSecret = '', slackApiUrl = '', port = '', given = ''] = process.argv.slice(2);
/** What it says: a line of text, or a whole message as Slack takes it. */
const message = given ? JSON.parse(given) : { text: 'This is what I say.' };

const app = new App({
  token,
  receiver: new HTTPReceiver({ signingSecret }),
  clientOptions: { slackApiUrl },
});
app.event('app_mention', async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, ...message });
});
await app.start({ port: Number(port), host: '127.0.0.1' });
