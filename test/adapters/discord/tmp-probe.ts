import { appendFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { render } from '../../../adapters/discord/render.ts';
import { arbitraryAnswer } from '../arbitrary-answer.ts';

const q = { id: 'discord:816248472469897216:1573624012079497217', asker: '1', text: 'x' };
let n = 0;
for (let seed = 1; seed < 40; seed++)
  fc.assert(
    fc.property(arbitraryAnswer, fc.boolean(), (a, w) => {
      writeFileSync('/tmp/dd/last.json', JSON.stringify([a, w]));
      const t = performance.now();
      render(a, { question: q, private: false, quoted: false, withoutFiles: w });
      const d = performance.now() - t;
      if (d > 300) {
        appendFileSync('/tmp/dd/slow', `${d}\n`);
        writeFileSync(`/tmp/dd/slow-${n++}.json`, JSON.stringify([a, w]));
      }
    }),
    { numRuns: 100, seed },
  );
