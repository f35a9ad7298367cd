import { checkPayload } from '../../../adapters/slack/check-payload.ts';
import { render } from '../../../adapters/slack/render.ts';
import { adapterContract } from '../../contracts/adapter.ts';
import { ids } from '../../slack/ids.ts';
import { allShown, shownIn } from './shown.ts';
import { withApp } from './with-app.ts';

adapterContract({
  async converse(turns) {
    const { people } = await withApp();
    const shown: string[] = [];
    for (const turn of turns) {
      const { posts } = await people.say(turn, { channel: ids.direct });
      shown.push(posts.flatMap(({ blocks }) => shownIn(blocks)).join(''));
    }
    return shown;
  },

  show(answer) {
    const question = { id: 'T1/C1/1700000000.000100', asker: 'U1', text: 'x' };
    const messages = render(answer, { question, private: false, quoted: false });
    for (const { text, blocks } of messages) {
      checkPayload('chat.postMessage', { channel: 'C1', text, blocks });
    }
    return allShown(messages);
  },
});
