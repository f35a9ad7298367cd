import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './samples.ts';
import { figure, printTable } from './table.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const node = (...args: readonly string[]): string =>
  execFileSync(process.execPath, args, { encoding: 'utf8', cwd: at('..') });
const milliseconds = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

type Report = Readonly<Record<'took' | 'holds' | 'memory', Readonly<Record<string, number>>>>;

/** Fresh processes: how long until there is an answer, where the time goes, and what stays in memory. */
export const benchStart = (): void => {
  const bare: number[] = [];
  const asked: number[] = [];
  const reports: Report[] = [];
  for (let round = 0; round < 7; round += 1) {
    bare.push(milliseconds(() => node('-e', '0')));
    asked.push(milliseconds(() => node('start.js', 'ask', 'a chat for a small team, what should we take?')));
    reports.push(JSON.parse(node('--expose-gc', at('./first-answer.ts'))) as Report);
  }
  const unit = median(bare);
  const row = (name: string, values: readonly number[]) => [
    name,
    figure(median(values)),
    `${figure(median(values) / unit)}×`,
  ];
  printTable(
    'A fresh process',
    ['', 'ms', 'an empty one'],
    [row('empty', bare), row('from the command to its answer', asked)],
  );

  const [first] = reports;
  if (first === undefined) return;
  const of = (part: keyof Report, name: string): number[] => reports.map((report) => report[part][name] ?? 0);
  printTable(
    'Where its start goes',
    ['', 'ms', 'an empty one', 'MB held'],
    Object.keys(first.took).map((name) => [
      ...row(name, of('took', name)),
      name in first.holds ? figure(median(of('holds', name))) : '',
    ]),
  );
  printTable(
    'Memory after the first answer',
    ['', 'MB'],
    Object.keys(first.memory).map((name) => [name, figure(median(of('memory', name)))]),
  );
};
