import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { render } from '../../../adapters/discord/render.ts';
import { visible } from '../../../adapters/shared/text/visible.ts';
import { labelsOf, sentencesOf } from '../../contracts/sentences-of.ts';
import { arbitraryAnswer } from '../arbitrary-answer.ts';
import { allShown, bare } from './shown.ts';

const q = { id: 'discord:816248472469897216:1573624012079497217', asker: '1', text: 'x' };
let n = 0;
const lostIn = (answer: never, withoutFiles: boolean) => {
  const a = answer as import('../../../src/index.ts').Answer;
  const shown = allShown(render(a, { question: q, private: false, quoted: false, withoutFiles }));
  const inside = shown.replace(/[│─┌┐└┘█░]/g, '');
  const unsaid = new Set(
    a.blocks.flatMap((b) => (b.kind === 'choices' ? b.choices.map(({ say }) => say) : [])),
  );
  const texts = [...sentencesOf(a).map((s) => s.text), ...labelsOf(a).filter((l) => !unsaid.has(l))];
  return texts
    .map((w) => bare(visible(w)))
    .filter((w) => !shown.includes(w) && !inside.includes(w.replace(/[│─┌┐└┘█░]/g, '')));
};
for (let seed = 1; seed < 12 && n < 6; seed++)
  fc.assert(
    fc.property(arbitraryAnswer, fc.boolean(), (a, w) => {
      if (lostIn(a as never, w).length === 0) return;
      for (const b of a.blocks) {
        const lost = lostIn({ ...a, blocks: [b] } as never, w);
        if (lost.length) {
          console.log(
            seed,
            w,
            b.kind,
            lost.map((l) => l.length),
            lost[0]?.slice(0, 40),
            lost[0]?.slice(-60),
          );
          writeFileSync(`/tmp/dd/lost-${n++}.json`, JSON.stringify([{ ...a, blocks: [b] }, w]));
        }
      }
    }),
    { numRuns: 100, seed },
  );
