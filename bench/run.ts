/**
 * `npm run bench`: how fast everything is. `npm run bench -- retrieval`: what search is worth beside others.
 * `npm run bench -- slack`, `-- discord`: what an adapter costs beside a bare bot.
 */
const [name = 'speed'] = process.argv.slice(2);

switch (name) {
  case 'speed':
    await (await import('./speed.ts')).benchSpeed();
    break;
  case 'retrieval':
    (await import('./retrieval.ts')).benchRetrieval();
    break;
  case 'slack':
    await (await import('./slack.ts')).benchSlack();
    break;
  case 'discord':
    await (await import('./discord.ts')).benchDiscord();
    break;
  default:
    process.exitCode = 1;
    console.error(`There is no bench "${name}"; there are speed, retrieval, slack and discord.`);
}
