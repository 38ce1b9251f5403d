import { sharedSums } from './control.ts';
import type { TrainKernel } from './layers.ts';
import { MAX_ROWS, type Network } from './network.ts';
import { type Parameter, type ParameterSet, WORKERS } from './parameters.ts';
import { layOut, type Plan, TOUCHED_ROW } from './plan.ts';

const BETA1 = 0.9;
const BETA2 = 0.98;
/** Longest step that the gradient of one update may take. */
const MAX_NORM = 5;
/** The mean loss of a word times this is what is minimised: with it, `MAX_NORM` cuts rare peaks only. */
const LOSS_SCALE = 8;
const WARM_UP = 200;
/** After this share of the steps the rate falls in a line to `LAST_RATE` of itself. */
const STEADY = 0.3;
const LAST_RATE = 0.02;

export function learningRate(rate: number, step: number, steps: number): number {
  const share = step / steps;
  const warm = step < WARM_UP ? (step + 1) / WARM_UP : 1;
  return rate * warm * (share < STEADY ? 1 : Math.max(LAST_RATE, 1 - (share - STEADY) / (1 - STEADY)));
}

interface OptimizerOptions {
  readonly memory: SharedArrayBuffer;
  readonly kernel: TrainKernel;
  readonly parameters: ParameterSet;
  readonly plan: Plan;
  readonly worker: number;
  readonly barrier: () => void;
  readonly network: Network;
}

/** Adam with the gradients of all workers; each worker updates its part of the weights, always in the same order of sums. */
export function createOptimizer({ memory, kernel, parameters, plan, worker, barrier, network }: OptimizerOptions) {
  const sums = sharedSums(memory);
  const touched = createTouched(memory, plan, network, worker);
  const dense = parameters.all.filter(({ sparse }) => !sparse).map((parameter) => partOf(parameter, worker));
  const share = (): void => {
    touched.share();
    sums[worker] = dense.reduce((sum, { from, count, a, b }) => sum + kernel.sumSquares(a + from, b + from, count), 0);
  };
  return {
    /** Called by all workers after their shards; returns when the weights are new. */
    update(step: number, steps: number, words: number): void {
      barrier();
      share();
      barrier();
      const factor = LOSS_SCALE / Math.max(1, words);
      const norm = Math.sqrt(sums.reduce((sum, x) => sum + x, 0)) * factor;
      const scale = factor * (norm > MAX_NORM ? MAX_NORM / norm : 1);
      const rate = learningRate(plan.settings.rate, step, steps);
      const [r1, r2] = [1 / (1 - BETA1 ** (step + 1)), 1 / (1 - BETA2 ** (step + 1))];
      const adam = (p: Parameter, from: number, count: number): void => {
        const [a, b] = gradientsOf(p);
        kernel.adam(
          p.value + from,
          a + from,
          b + from,
          p.mean + from,
          p.variance + from,
          count,
          rate,
          r1,
          r2,
          BETA1,
          BETA2,
          scale,
        );
      };
      for (const { parameter, from, count } of dense) adam(parameter, from, count);
      network.lookups.forEach(({ table }, t) => {
        for (const id of touched.rowsOf(t)) adam(table, id * table.columns * 4, table.columns);
      });
      barrier();
    },
  };
}

const gradientsOf = ({ gradients }: Parameter): readonly [number, number] => [gradients[0] ?? 0, gradients[1] ?? 0];

/** Which rows of the tables the workers looked up in a step, for all to see. */
function createTouched(memory: SharedArrayBuffer, plan: Plan, { lookups }: Network, worker: number) {
  const touched = new Int32Array(memory, layOut(plan).touched, WORKERS * lookups.length * TOUCHED_ROW);
  const row = (of: number, table: number): number => (of * lookups.length + table) * TOUCHED_ROW;
  return {
    share(): void {
      lookups.forEach((lookup, t) => {
        const at = row(worker, t);
        let n = 0;
        for (const id of lookup.touched) if (n < MAX_ROWS) touched[at + 1 + n++] = id;
        touched[at] = n;
        lookup.touched.clear();
      });
    },
    /** Rows of a table that any worker looked up and that are this worker's to update. */
    rowsOf(table: number): ReadonlySet<number> {
      const ids = new Set<number>();
      for (let of = 0; of < WORKERS; of++) {
        const at = row(of, table);
        for (let i = 1; i <= (touched[at] as number); i++) {
          const id = touched[at + i] as number;
          if (id % WORKERS === worker) ids.add(id);
        }
      }
      return ids;
    },
  };
}

/** The half (in bytes from the first weight) that a worker updates. */
function partOf(parameter: Parameter, worker: number) {
  const count = parameter.rows * parameter.columns;
  const half = Math.floor(count / WORKERS / 4) * 4;
  const from = worker * half;
  const [a, b] = gradientsOf(parameter);
  return { parameter, from: from * 4, count: worker === WORKERS - 1 ? count - from : half, a, b };
}
