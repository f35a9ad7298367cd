import { readFileSync } from 'node:fs';
import { render } from '../../../adapters/discord/render.ts';

const q = { id: 'discord:816248472469897216:1573624012079497217', asker: '1', text: 'x' };
const [a, w] = JSON.parse(readFileSync('/tmp/dd/last.json', 'utf8'));
console.log(
  w,
  a.blocks.map((b: { kind: string }) => [b.kind, JSON.stringify(b).length].join(':')).join(' '),
  a.headline.text.length,
);
for (const b of a.blocks) {
  const t = performance.now();
  console.log(b.kind, b.text?.length, b.title?.text?.length, b.rows?.length);
  if (b.kind === 'choices') continue;
  render({ ...a, blocks: [b] }, { question: q, private: false, quoted: false, withoutFiles: w });
  console.log(b.kind, performance.now() - t);
}
