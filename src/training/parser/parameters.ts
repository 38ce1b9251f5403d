import { seededRandom } from '../../base/seeded-random.ts';
import type { MatrixShape } from '../../language/parser-model.ts';

/** Number of workers that share the work of a step, each with gradients of its own. */
export const WORKERS = 2;

/** One matrix of weights in the shared memory: places in bytes, rows of `columns` floats. */
export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Only the rows that a step looked up are updated. */
  readonly sparse: boolean;
  readonly value: number;
  readonly mean: number;
  readonly variance: number;
  /** One for each worker. */
  readonly gradients: readonly number[];
}

export interface ParameterSet {
  readonly all: readonly Parameter[];
  readonly get: (name: string) => Parameter;
  /** First byte behind them. */
  readonly end: number;
}

/** Gives every matrix its places in the memory, from byte `start` on. */
export function placeParameters(shapes: readonly MatrixShape[], start: number): ParameterSet {
  let end = start;
  const take = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const all = shapes.map(({ name, kind, rows, columns }): Parameter => {
    const bytes = rows * columns * 4;
    const [value, mean, variance] = [take(bytes), take(bytes), take(bytes)];
    const gradients = Array.from({ length: WORKERS }, () => take(bytes));
    return { name, rows, columns, sparse: kind === 'table', value, mean, variance, gradients };
  });
  const byName = new Map(all.map((parameter) => [parameter.name, parameter]));
  const get = (name: string): Parameter => {
    const found = byName.get(name);
    if (!found) throw new Error(`no parameter is called ${name}`);
    return found;
  };
  return { all, get, end };
}

/** Standard deviation at the start: by the number of inputs, more where a leaky ReLU halves what comes through. */
function spreadOf({ name, kind, rows }: MatrixShape): number {
  if (kind !== 'weights') return kind === 'table' ? 0.1 : 0;
  if (name === 'arc') return 0.5 / Math.sqrt(rows);
  return Math.sqrt((name === 'dependent' || name === 'head' ? 2 : 1) / rows);
}

/** Writes the first values: normal numbers for tables and weights, zeros for biases, ones for the forget gates. */
export function initialize(
  set: ParameterSet,
  shapes: readonly MatrixShape[],
  memory: Float32Array,
  seed: number,
): void {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  shapes.forEach((shape) => {
    const { value, rows, columns } = set.get(shape.name);
    const spread = spreadOf(shape);
    const at = value / 4;
    if (spread > 0) for (let i = 0; i < rows * columns; i++) memory[at + i] = normal() * spread;
    else if (shape.name.startsWith('lstm')) memory.fill(1, at + columns / 4, at + columns / 2);
  });
}
