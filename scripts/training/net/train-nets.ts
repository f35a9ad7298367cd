import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { TrainedNet } from '../../../src/understanding/model/net.ts';
import type { TrainNets } from '../make-model.ts';
import { trainNet } from './train-net.ts';

/** One network after the other, where they are few and small. */
export const oneByOne: TrainNets = (jobs) =>
  jobs.map(async ({ instances, vocabulary, training }) =>
    trainNet(instances, vocabulary, training, () => {}),
  );

/** Each network in a thread of its own, as many at a time as there are processors: they take most of the time. */
export const inThreads =
  (progress: (line: string) => void): TrainNets =>
  (jobs) => {
    const ways = Array.from({ length: availableParallelism() }, () => Promise.resolve<unknown>(null));
    return jobs.map((job, i) => {
      const way = i % ways.length;
      const trained = (ways[way] as Promise<unknown>).then(
        () =>
          new Promise<TrainedNet>((resolve, reject) => {
            const worker = new Worker(new URL('net-worker.ts', import.meta.url), { workerData: job });
            worker.on('message', (message: { line: string } | { net: TrainedNet }) => {
              if ('line' in message) progress(`network, ${job.name}: ${message.line}`);
              else resolve(message.net);
            });
            worker.on('error', reject);
          }),
      );
      ways[way] = trained;
      return trained;
    });
  };
