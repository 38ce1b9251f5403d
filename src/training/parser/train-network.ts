import { WASM_PAGE, webAssembly } from '../../base/web-assembly.ts';
import { compileAssembly } from '../../build/assembly.ts';
import { startWorker } from '../start-worker.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { allowEpoch } from './control.ts';
import { FIELDS } from './examples.ts';
import type { Lesson } from './losses.ts';
import { initialize, WORKERS } from './parameters.ts';
import type { Weights } from './parser-file.ts';
import { layOut, type Plan, shapesOf } from './plan.ts';
import type { WorkerReport, WorkerTask } from './worker.ts';

const KERNEL = new URL('../assembly/train-kernel.ts', import.meta.url);

export interface NetworkTraining {
  readonly plan: Plan;
  readonly lesson: Lesson;
  /** File that holds the state after every epoch; training goes on from it. */
  readonly checkpoint: string;
  readonly say: (line: string) => void;
  /** Called after every epoch, while the next one runs, with a copy of the weights. */
  readonly onEpoch?: (epoch: number, weights: Weights) => void;
}

/**
 * Trains one network on two threads that share one memory. The same plan and examples give the same weights, with a break or without.
 * @throws Error when the checkpoint belongs to another training
 */
export async function trainNetwork({ plan, lesson, checkpoint, say, onEpoch }: NetworkTraining): Promise<Weights> {
  const { examples } = lesson;
  if (!webAssembly) throw new Error('training needs a runtime with WebAssembly');
  const { parameters, end } = layOut(plan);
  const pages = Math.ceil(end / WASM_PAGE) + 1;
  const memory = new webAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const wasm = await compileAssembly(KERNEL, { initial: pages, maximum: pages });
  const f32 = new Float32Array(memory.buffer);
  const training = JSON.stringify([
    plan.settings,
    plan.tableRows,
    examples.starts.length,
    lesson.soft ? lesson.share : 0,
  ]);
  initialize(parameters, shapesOf(plan), f32, plan.settings.seed);
  const done = readCheckpoint(checkpoint, training, parameters, f32);
  if (done > 0) say(`going on after epoch ${done}`);
  const copy = (): Weights => {
    const kept = new Map(
      parameters.all.map(({ name, value, rows, columns }) => [name, f32.slice(value / 4, value / 4 + rows * columns)]),
    );
    return (name) => kept.get(name) ?? new Float32Array();
  };
  const words = examples.words.length / FIELDS;
  let [loss, reports, began] = [0, 0, performance.now()];
  const report = ({ epoch, loss: part }: WorkerReport): void => {
    loss += part;
    if (++reports % WORKERS !== 0) return;
    const seconds = (performance.now() - began) / 1000;
    say(
      `epoch ${epoch + 1} of ${plan.settings.epochs}: loss ${(loss / words).toFixed(4)}, ${Math.round(words / seconds)} words/s`,
    );
    writeCheckpoint(checkpoint, { training, epochs: epoch + 1 }, parameters, f32);
    const weights = copy();
    [loss, began] = [0, performance.now()];
    allowEpoch(memory.buffer as SharedArrayBuffer, epoch + 1);
    onEpoch?.(epoch + 1, weights);
  };
  allowEpoch(memory.buffer as SharedArrayBuffer, done);
  const start = (worker: number): Promise<void> => {
    const task: WorkerTask = { plan, memory, wasm, lesson, worker, done };
    return startWorker(new URL('./worker.ts', import.meta.url), task, report);
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => start(worker)));
  return copy();
}
