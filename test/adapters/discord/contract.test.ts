import { render } from '../../../adapters/discord/render.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { adapterContract } from '../../contracts/adapter.ts';
import { ids } from '../../discord/world.ts';
import { problemsOf } from './as-sent.ts';
import { allShown } from './shown.ts';
import { soon, start } from './talk.ts';

adapterContract({
  async converse(turns) {
    let done = 0;
    const store = createMemoryStore();
    const app = await start({
      store: {
        ...store,
        end(...errand) {
          done += 1;
          return store.end(...errand);
        },
      },
    });
    const shown: string[] = [];
    for (const [index, turn] of turns.entries()) {
      const before = app.discord.shown(ids.dm).length;
      app.discord.post(app.events.direct(turn));
      await soon(() => done).toBe(index + 1);
      shown.push(allShown(app.discord.shown(ids.dm).slice(before) as never));
    }
    return shown;
  },

  show(answer) {
    const question = { id: 'discord:1573624012079497217', asker: '1', text: 'x' };
    const messages = render(answer, { question, private: false, quoted: false });
    const problems = messages.flatMap(problemsOf);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return allShown(messages);
  },
});
