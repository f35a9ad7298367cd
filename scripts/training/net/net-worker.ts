import { parentPort, workerData } from 'node:worker_threads';
import type { NetJob } from '../make-model.ts';
import { trainNet } from './train-net.ts';

/** The thread of `inThreads`: trains the network that it is given, and sends it back. */
const { instances, vocabulary, training } = workerData as NetJob;
const net = trainNet(instances, vocabulary, training, (line) => parentPort?.postMessage({ line }));
parentPort?.postMessage({ net });
