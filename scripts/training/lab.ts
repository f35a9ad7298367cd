// temporary: cross-validation of the pieces
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createFolder } from '../../src/text/fold.ts';
import { readExamples, readExampleFile, type Example } from './examples.ts';
import { messageInstance, phraseInstance, windowInstances, type Reader } from './instances.ts';
import { packWeights, scoreOf, trainLogistic } from './logistic.ts';
import { readThings } from './things.ts';
import { createWeights } from '../../src/understanding/model/weights.ts';
import { createWindowScorer } from '../../src/understanding/model/windows.ts';
const options = parse(readFileSync('knowledge/options.yaml', 'utf8'));
const requirements = parse(readFileSync('knowledge/requirements.yaml', 'utf8')).map((r: any) => r.id).sort();
const cls = new Map<string, string>(); const spell: any[] = [];
for (const o of options) { spell.push({ as: o.id, forms: o.names }); cls.set(o.id, 'O'); for (const h of o.hints) cls.set(h, 'H'); for (const f of o.frameworks) { spell.push({ as: f.id, forms: f.names }); cls.set(f.id, 'F'); } }
for (const w of 'php ruby rails go golang rust java kotlin scala c# c++ .net c elixir erlang swift perl laravel spring haskell clojure dart flutter zig bun deno cobol fortran julia r matlab react vue angular svelte next.js nextjs nuxt jquery wordpress'.split(' ')) cls.set(w, 'X');
const { fold } = createFolder({ spellings: spell });
const kinds = ['recommend', 'compare', 'explain', 'out_of_scope', 'smalltalk'];
const reader: Reader = { fold, nameClass: (t) => cls.get(t.text), kinds, requirements };
const all = readExamples('knowledge/examples'); const corpus = all.filter((e) => e.author !== 'O'), own = all.filter((e) => e.author === 'O');
const num = (id: string) => Number(id.match(/\d+/g)!.at(-1));
const hard = readExampleFile('test/evaluation/hard.jsonl').filter((e) => num(e.id) % 3), field = readExampleFile('test/evaluation/field.jsonl').filter((e) => num(e.id) % 3);
const phrases = readThings('knowledge/things').flatMap((p) => phraseInstance(p, reader));
const authors = [...new Set(corpus.map((e) => e.author))];
const K = requirements.length;
const sig = (x: number) => 1 / (1 + Math.exp(-x));
const f1 = (rows: readonly Example[], P: (i: number, k: number) => number, thr: number) => { let tp = 0, fp = 0, fn = 0; rows.forEach((r, i) => { const want = new Set(r.fresh.map((f) => f.id)); requirements.forEach((n: string, k: number) => { const p = P(i, k) > thr; if (p && want.has(n)) tp++; else if (p && !r.optional.has(n)) fp++; else if (!p && want.has(n)) fn++; }); }); return 2 * tp / (2 * tp + fp + fn); };
const best = (rows: readonly Example[], P: any) => { let b = [0, 0]; for (let t = 0.1; t < 0.9; t += 0.05) { const v = f1(rows, P, t); if (v > b[0]!) b = [v, t]; } return b[0]!.toFixed(3) + '@' + b[1]!.toFixed(2); };
const fit = (tr: readonly Example[]) => { const W = trainLogistic([...tr.flatMap((e) => windowInstances(e, reader)), ...phrases], { outputs: requirements, exclusive: 0, epochs: 4, rate: 0.5, l2: 2e-6, least: 2 }); const packed = packWeights(W); const M = trainLogistic(tr.map((e) => messageInstance(e, reader)), { outputs: [...kinds, ...requirements], exclusive: 5, epochs: 8, rate: 0.5, l2: 2e-6, least: 2 }); return { W, packed, score: createWindowScorer(createWeights(packed)), M }; };
const zs = (m: any, rows: readonly Example[]) => rows.map((e) => ({ w: m.score(fold(e.text).tokens).score as Float32Array, m: scoreOf(m.M, messageInstance(e, reader).features) }));
for (const fo of [0, 1]) {
  const test = corpus.filter((r) => authors.indexOf(r.author) % 4 === fo), tr = [...corpus.filter((r) => authors.indexOf(r.author) % 4 !== fo), ...own];
  let t = Date.now(); const m = fit(tr); console.log('fold', fo, Date.now() - t, 'ms', m.packed.features.length, 'features', m.packed.columns.length, 'entries', m.W.index.size);
  // OOF for stack
  const trA = [...new Set(tr.map((e) => e.author))]; const oof: any[] = []; const rowsS: Example[] = [];
  for (const q of [0, 1, 2]) { const inn = tr.filter((e) => trA.indexOf(e.author) % 3 === q); const mm = fit(tr.filter((e) => trA.indexOf(e.author) % 3 !== q)); oof.push(...zs(mm, inn)); rowsS.push(...inn); }
  // stack: logistic over [zw, zm, kr, 1] shared + per-need bias + per-need slopes
  const dim = 3; const th = new Float64Array(dim), bk = new Float64Array(K), ak = new Float64Array(K * dim);
  const x = (z: any, k: number) => { const mk = Math.max(z.m[1], z.m[2], z.m[3], z.m[4]); return [Math.max(-6, Math.min(6, z.w[k])), Math.max(-6, Math.min(6, z.m[5 + k])), Math.max(-3, Math.min(3, z.m[0] - mk))]; };
  const gs = new Float64Array(dim).fill(1e-4), gb = new Float64Array(K).fill(1e-4), ga = new Float64Array(K * dim).fill(1e-4);
  for (let ep = 0; ep < 3; ep++) rowsS.forEach((r, i) => { const want = new Set(r.fresh.map((f) => f.id)); for (let k = 0; k < K; k++) { const v = x(oof[i], k); let s = bk[k]!; for (let d = 0; d < dim; d++) s += (th[d]! + ak[k * dim + d]!) * v[d]!; const g = sig(s) - (want.has(requirements[k]) ? 1 : 0); if (Math.abs(g) < 0.001) continue; gb[k] += g * g; bk[k] -= 0.1 * g / Math.sqrt(gb[k]!); for (let d = 0; d < dim; d++) { const q = g * v[d]!; gs[d] += q * q; th[d] -= 0.1 * q / Math.sqrt(gs[d]!); const q2 = q + 0.02 * ak[k * dim + d]!; ga[k * dim + d] += q2 * q2; ak[k * dim + d] -= 0.05 * q2 / Math.sqrt(ga[k * dim + d]!); } } });
  console.log('theta', [...th].map((v) => v.toFixed(2)).join(' '));
  for (const [name, rows] of [['test', test], ['hard', hard], ['field', field]] as const) { const Z = zs(m, rows); const rec = rows.map((r) => r.kinds.includes('recommend')); const P = (i: number, k: number) => { const v = x(Z[i], k); let s = bk[k]!; for (let d = 0; d < dim; d++) s += (th[d]! + ak[k * dim + d]!) * v[d]!; return sig(s); };
    const kindOk = rows.filter((r, i) => { let b = 0; for (let j = 1; j < 5; j++) if (Z[i]!.m[j]! > Z[i]!.m[b]!) b = j; return r.kinds.includes(kinds[b] as any); }).length / rows.length;
    const rr = rows.filter((_, i) => rec[i]), idx = rows.map((_, i) => i).filter((i) => rec[i]);
    console.log(name, 'kind', kindOk.toFixed(3), 'ungated: win', best(rows, (i: number, k: number) => sig(Z[i]!.w[k]!)), 'msg', best(rows, (i: number, k: number) => sig(Z[i]!.m[5 + k]!)), 'stack', best(rows, P), 'gated gold: win', best(rr, (i: number, k: number) => sig(Z[idx[i]!]!.w[k]!)), 'stack', best(rr, (i: number, k: number) => P(idx[i]!, k))); }
}
