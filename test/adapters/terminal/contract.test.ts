import { PassThrough } from 'node:stream';
import { widthOf } from '../../../adapters/shared/text/width.ts';
import { render } from '../../../adapters/terminal/render/render.ts';
import { createTerminal } from '../../../adapters/terminal/terminal.ts';
import { buildAdvisor } from '../../../src/build-advisor.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { mind } from '../../answering/bot.ts';
import { adapterContract } from '../../contracts/adapter.ts';

const width = 60;

adapterContract({
  async converse(turns) {
    const { ask } = buildAdvisor(mind, createMemoryStore(), () => {});
    const shown: string[] = [];
    const output = new PassThrough();
    output.on('data', (part: Buffer) => shown.push(`${shown.pop() ?? ''}${part}`));
    const terminal = createTerminal({
      advisor: {
        ask(question) {
          shown.push('');
          return ask(question);
        },
      },
      greeting: [],
      input: new PassThrough().end(turns.map((turn) => `${turn}\n`).join('')),
      output,
      messages: new PassThrough(),
      color: false,
      thread: 'contract',
      now: () => 0,
    });
    await terminal.start();
    return shown;
  },

  show(answer) {
    const lines = render(answer, { width, color: false, pictures: true }).split('\n');
    // Code stands as it is; a single character may be wider than what is left of a line.
    const hasCode = answer.blocks.some(({ kind }) => kind === 'code');
    const broken = lines.find((line) => widthOf(line) > width + 1);
    if (broken && !hasCode) throw new Error(`wider than the window: ${broken}`);
    return lines.join('\n');
  },
});
