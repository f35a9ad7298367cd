/** `npm run bench`: how fast everything is. `npm run bench -- retrieval`: what search is worth beside others. */
const [name = 'speed'] = process.argv.slice(2);

switch (name) {
  case 'speed':
    await (await import('./speed.ts')).benchSpeed();
    break;
  case 'retrieval':
    (await import('./retrieval.ts')).benchRetrieval();
    break;
  default:
    process.exitCode = 1;
    console.error(`There is no bench "${name}"; there are speed and retrieval.`);
}
