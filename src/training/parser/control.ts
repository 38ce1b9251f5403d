import { WORKERS } from './parameters.ts';

/** The first bytes of the shared memory: who has arrived, which round it is, which epoch may run; from byte 64 on one f64 a worker. */
const ARRIVED = 0;
const ROUND = 1;
const EPOCH = 2;
const SUMS_AT = 64;
/** First byte that is free. */
export const CONTROL_END = 1024;

/** Waits until all workers have come here. */
export function createBarrier(memory: SharedArrayBuffer): () => void {
  const control = new Int32Array(memory, 0, 16);
  return () => {
    const round = Atomics.load(control, ROUND);
    if (Atomics.add(control, ARRIVED, 1) === WORKERS - 1) {
      Atomics.store(control, ARRIVED, 0);
      Atomics.add(control, ROUND, 1);
      Atomics.notify(control, ROUND);
      return;
    }
    while (Atomics.load(control, ROUND) === round) Atomics.wait(control, ROUND, round);
  };
}

/** One number of each worker, for all to see. */
export const sharedSums = (memory: SharedArrayBuffer): Float64Array => new Float64Array(memory, SUMS_AT, WORKERS);

/** Blocks until `allowEpoch` lets this epoch run. */
export function waitForEpoch(memory: SharedArrayBuffer, epoch: number): void {
  const control = new Int32Array(memory, 0, 16);
  for (let now = Atomics.load(control, EPOCH); now <= epoch; now = Atomics.load(control, EPOCH)) {
    Atomics.wait(control, EPOCH, now);
  }
}

/** Lets epochs up to and including this one run; weights stand still between them. */
export function allowEpoch(memory: SharedArrayBuffer, epoch: number): void {
  const control = new Int32Array(memory, 0, 16);
  Atomics.store(control, EPOCH, epoch + 1);
  Atomics.notify(control, EPOCH);
}
