import { parentPort, workerData } from 'node:worker_threads';
import { seededRandom } from '../../base/seeded-random.ts';
import { type WasmMemory, webAssembly } from '../../base/web-assembly.ts';
import { shuffle } from '../shuffle.ts';
import { createBarrier, waitForEpoch } from './control.ts';
import type { TrainKernel } from './layers.ts';
import type { Lesson } from './losses.ts';
import { createNetwork, toShard } from './network.ts';
import { createOptimizer } from './optimizer.ts';
import { WORKERS } from './parameters.ts';
import { layOut, type Plan } from './plan.ts';

/** What a training worker is started with. */
export interface WorkerTask {
  readonly plan: Plan;
  readonly memory: WasmMemory;
  readonly wasm: Uint8Array;
  readonly lesson: Lesson;
  readonly worker: number;
  /** Epochs that are already done. */
  readonly done: number;
}

/** Sent after every epoch: loss summed over the worker's words. */
export interface WorkerReport {
  readonly epoch: number;
  readonly loss: number;
}

/** Sentences of an epoch in steps; every worker draws the same order. */
function stepsOf(count: number, epoch: number, { settings }: Plan): readonly (readonly number[])[] {
  const order = Array.from({ length: count }, (_, i) => i);
  shuffle(order, seededRandom(settings.seed * 1000 + epoch));
  return Array.from({ length: Math.ceil(count / settings.batch) }, (_, i) =>
    order.slice(i * settings.batch, (i + 1) * settings.batch),
  );
}

function train({ plan, memory, wasm, lesson, worker, done }: WorkerTask): void {
  const { settings } = plan;
  const { examples } = lesson;
  const { parameters, scratch } = layOut(plan);
  if (!webAssembly) throw new Error('training needs a runtime with WebAssembly');
  const instance = new webAssembly.Instance(new webAssembly.Module(wasm), { env: { memory } });
  const kernel = instance.exports as unknown as TrainKernel;
  const buffer = memory.buffer as SharedArrayBuffer;
  const network = createNetwork(
    { memory: buffer, kernel, parameters, ...plan, worker, scratch: scratch[worker] ?? 0 },
    lesson,
  );
  const barrier = createBarrier(buffer);
  const optimizer = createOptimizer({ memory: buffer, kernel, parameters, plan, worker, barrier, network });
  const count = examples.starts.length - 1;
  const perEpoch = Math.ceil(count / settings.batch);
  for (let epoch = done; epoch < settings.epochs; epoch++) {
    waitForEpoch(buffer, epoch);
    let loss = 0;
    stepsOf(count, epoch, plan).forEach((ids, i) => {
      const step = epoch * perEpoch + i;
      const mine = ids.filter((_, k) => k % WORKERS === worker);
      const random = seededRandom((settings.seed * 7919 + step) * WORKERS + worker);
      loss += network.learn(toShard(mine, examples), random);
      const words = ids.reduce((sum, id) => sum + (examples.starts[id + 1] ?? 0) - (examples.starts[id] ?? 0), 0);
      optimizer.update(step, perEpoch * settings.epochs, words);
    });
    parentPort?.postMessage({ epoch, loss } satisfies WorkerReport);
  }
}

train(workerData as WorkerTask);
