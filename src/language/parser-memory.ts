import { treeTableBytes } from './eisner.ts';
import { createKernel, type Kernel } from './kernel.ts';
import { BLOCK, padded } from './kernel-products.ts';
import { LSTMS, type PackedMatrix, type ParserModel, type ParserSizes, TABLES } from './parser-model.ts';

/** Longest sentence, in words, that is parsed in one piece. */
export const MAX_WORDS = 200;
/** Rows, one a word and one a root, that are read side by side. */
export const MAX_ROWS = MAX_WORDS + 1;

/** Fixed point of what goes through 16-bit products: embeddings, LSTM states, MLP units. */
export const INPUT_UNIT = 4096;
export const STATE_UNIT = 16_384;
export const MLP_UNIT = 256;

/** Forms whose share of the gates is kept: at most 16 MB. */
export const KEPT_FORMS = 4096;

/** Pairs of numbers in the vectors of a form and of a tag, and columns of the gates of both directions. */
export function inputShape(sizes: ParserSizes) {
  const form = TABLES.reduce((sum, table) => sum + sizes[table], 0) - sizes.tag;
  return { formPairs: Math.ceil(form / 2), tagPairs: Math.ceil(sizes.tag / 2), columns: 8 * sizes.hidden };
}

/** A matrix in the kernel's memory. */
export interface Placed {
  readonly weights: number;
  readonly scale: number;
  readonly pairs: number;
  readonly columns: number;
}

/** Weights in the memory of a kernel, and room for a batch of sentences. */
export interface ParserMemory {
  readonly kernel: Kernel;
  readonly f32: Float32Array;
  readonly i16: Int16Array;
  readonly i32: Int32Array;
  readonly placed: ReadonlyMap<string, Placed>;
  readonly biases: ReadonlyMap<string, number>;
  readonly zeros: number;
  readonly rooms: Rooms;
}

export type Rooms = ReturnType<typeof takeRooms>;

/** Takes places one behind the other, on 64-byte borders. */
function createTaker() {
  let end = 64;
  return {
    take(bytes: number): number {
      const at = end;
      end += Math.ceil(bytes / 64) * 64;
      return at;
    },
    end: () => end,
  };
}

function takeRooms({ header: { sizes, tags, labels } }: ParserModel, take: (bytes: number) => number) {
  const n = MAX_ROWS;
  const { hidden, arc, label } = sizes;
  const { formPairs, tagPairs, columns } = inputShape(sizes);
  return {
    vector: take(4 * Math.max(formPairs, tagPairs)),
    formSums: take(KEPT_FORMS * columns * 4),
    tagSums: take(tags.length * columns * 4),
    places: take(n * 2 * 4),
    sequences: take(n * 2 * 4),
    gates: take(n * 4 * hidden * 4),
    cells: take(n * hidden * 4),
    first: take(n * 2 * hidden * 2),
    second: take(n * 2 * hidden * 2),
    dependent: take(n * arc * 4),
    dependentUnits: take(n * arc * 2),
    head: take(n * arc * 4),
    headUnits: take(n * arc * 2),
    arc: take(n * arc * 4),
    scores: take(n * n * 4),
    treeTables: take(treeTableBytes(n)),
    above: take(n * 4),
    labelDependent: take(n * label * 4),
    labelHead: take(n * label * 4),
    joined: take(n * label * 2),
    labels: take(n * padded(labels.length) * 4),
    tags: take(n * padded(tags.length) * 4),
  };
}

/** Fixed-point unit of what a matrix is multiplied with. */
const unitOf = (name: string): number =>
  name === 'form input' || name === 'tag input'
    ? INPUT_UNIT
    : name === 'arc' || name === 'label'
      ? MLP_UNIT
      : STATE_UNIT;

/** @param kind `js` forces the plain kernel */
export function loadWeights(model: ParserModel, kind: 'wasm' | 'js' | undefined): ParserMemory {
  const { take, end } = createTaker();
  const shapes = model.matrices.filter((matrix) => matrix.kind !== 'table');
  const matrices = [...joinInputs(model), ...shapes.filter(({ name }) => !/^lstm-1. (?:input|bias)$/.test(name))];
  const placed = new Map<string, Placed>();
  const biases = new Map<string, number>();
  for (const { name, kind: what, rows, columns } of matrices) {
    if (what === 'bias') biases.set(name, take(columns * 4));
    else
      placed.set(name, {
        weights: take(2 * Math.ceil(rows / 2) * columns * 2),
        scale: take(columns * 4),
        pairs: Math.ceil(rows / 2),
        columns,
      });
  }
  const rooms = takeRooms(model, take);
  const zeros = take(4 * padded(model.header.sizes.label));
  const kernel = createKernel(end(), kind);
  const f32 = new Float32Array(kernel.buffer);
  const i16 = new Int16Array(kernel.buffer);
  for (const matrix of matrices) {
    const bias = biases.get(matrix.name);
    if (bias !== undefined) f32.set(matrix.scales, bias / 4);
    const at = placed.get(matrix.name);
    if (at) place(matrix, at, f32, i16);
  }
  return { kernel, f32, i16, i32: new Int32Array(kernel.buffer), placed, biases, zeros, rooms };
}

/**
 * Both directions of the first layer read the same input, and what of it comes from the form is kept apart from what comes from the tag:
 * matrices `form input` and `tag input` with the columns of the forward direction, then those of the backward one; and `input bias`.
 */
function joinInputs({ header: { sizes }, matrices }: ParserModel): readonly PackedMatrix[] {
  const find = (name: string): PackedMatrix => matrices.find((m) => m.name === name) as PackedMatrix;
  const directions = LSTMS.filter((name) => name.startsWith('1'));
  const inputs = directions.map((name) => find(`lstm-${name} input`));
  const biases = directions.flatMap((name) => Array.from(find(`lstm-${name} bias`).scales));
  const { columns } = inputShape(sizes);
  const part = (name: string, from: number, to: number): PackedMatrix => {
    const values = new Int8Array((to - from) * columns);
    for (let k = from; k < to; k++) {
      inputs.forEach((m, i) => {
        values.set(m.values.subarray(k * m.columns, (k + 1) * m.columns), (k - from) * columns + i * m.columns);
      });
    }
    const scales = Float32Array.from(inputs.flatMap((m) => Array.from(m.scales)));
    return { name, kind: 'weights', rows: to - from, columns, values, scales };
  };
  const [rows, form] = [inputs[0]?.rows ?? 0, (inputs[0]?.rows ?? 0) - sizes.tag];
  return [
    part('form input', 0, form),
    part('tag input', form, rows),
    {
      name: 'input bias',
      kind: 'bias',
      rows: 1,
      columns,
      values: new Int8Array(),
      scales: Float32Array.from(biases),
    },
  ];
}

/** Writes weights in blocks of 16 columns, two rows side by side, as the kernel reads them. */
function place(
  { name, values, scales, rows, columns }: PackedMatrix,
  at: Placed,
  f32: Float32Array,
  i16: Int16Array,
): void {
  const unit = unitOf(name);
  scales.forEach((scale, j) => {
    f32[at.scale / 4 + j] = scale / unit;
  });
  const base = at.weights / 2;
  for (let k = 0; k < rows; k++) {
    for (let j = 0; j < columns; j++) {
      const block = Math.floor(j / BLOCK) * at.pairs * 2 * BLOCK;
      i16[base + block + (k >> 1) * BLOCK * 2 + (j % BLOCK) * 2 + (k & 1)] = values[k * columns + j] as number;
    }
  }
}
