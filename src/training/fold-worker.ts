import { parentPort, workerData } from 'node:worker_threads';
import { type FoldTask, tagFold } from './jackknife.ts';

parentPort?.postMessage(tagFold(workerData as FoldTask));
