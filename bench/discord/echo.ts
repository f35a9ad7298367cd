import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';

/** The least a bot on discord.js can be: the same text to everybody who names it, in a thread on the message. */
const [token = '', api = ''] = process.argv.slice(2);

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages],
  partials: [Partials.Channel],
  rest: { api },
});
client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot) return;
  if (!message.inGuild()) return void (await message.channel.send('This is what I say.'));
  const thread = await message.startThread({ name: message.content.slice(0, 100) });
  await thread.send('This is what I say.');
});
await client.login(token);
