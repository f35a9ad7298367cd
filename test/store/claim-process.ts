import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { turnOf } from '../contracts/turn.ts';

/**
 * A process of its own that opens the database given, claims 200 ids in step with its siblings and appends
 * a turn for each claim it won. Prints the number won, or the refusal.
 */
const [path = '', name = '', start = '0'] = process.argv.slice(2);
// All siblings begin at one moment; otherwise the first to be up has claimed everything before the others open.
while (Date.now() < Number(start));
try {
  const store = createSqliteStore(path);
  let won = 0;
  for (let id = 0; id < 200; id++) {
    if (!(await store.claim(`m${id}`, id))) continue;
    won++;
    await store.append(turnOf('shared', `m${id}`, name));
  }
  await store.close();
  console.log(`${won}`);
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
