import { Client, Events, GatewayIntentBits, type MessageCreateOptions, Partials } from 'discord.js';

/** The least a bot on discord.js can be: replies the same to everybody, in a server in a thread on the question. */
const [token = '', api = '', given = ''] = process.argv.slice(2);
const said = JSON.parse(given) as MessageCreateOptions;

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages],
  partials: [Partials.Channel],
  rest: { api },
});
client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot) return;
  if (!message.inGuild()) return void (await message.reply(said));
  const thread = await message.startThread({ name: message.content.slice(0, 100) });
  await thread.send(said);
});
await client.login(token);
