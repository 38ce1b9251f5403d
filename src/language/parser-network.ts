import { bestTree, eisnerSpace } from './eisner.ts';
import { createKernel, type Kernel } from './kernel.ts';
import { BLOCK } from './kernel-js.ts';
import { ROOT_WORD } from './parser-features.ts';
import { LSTMS, type PackedMatrix, type ParserModel, padded, TABLES } from './parser-model.ts';
import { type FixedTable, INPUT_UNIT, type TableRows, toFixed, writeVectors } from './parser-tables.ts';

export type { TableRows } from './parser-tables.ts';

/** Longest sentence, in words, that is parsed in one piece. */
export const MAX_WORDS = 200;

/** Fixed point of what goes through 16-bit products: LSTM states, MLP units; `INPUT_UNIT` for embeddings. */
const STATE_UNIT = 16_384;
const MLP_UNIT = 256;
const LEAK = Math.fround(0.1);

export interface NetworkParse {
  /** Heads of the words: 0 is the root of the sentence, words count from 1. */
  readonly heads: Int32Array;
  /** Numbers of the labels and tags of `ParserHeader`. */
  readonly labels: Int32Array;
  readonly tags: Int32Array;
}

/** A matrix in the kernel's memory. */
interface Placed {
  readonly weights: number;
  readonly scale: number;
  readonly pairs: number;
  readonly columns: number;
}

/** Weights in the memory of a kernel, and room for one sentence. */
interface Memory {
  readonly kernel: Kernel;
  readonly f32: Float32Array;
  readonly i16: Int16Array;
  readonly tables: readonly FixedTable[];
  readonly placed: ReadonlyMap<string, Placed>;
  readonly biases: ReadonlyMap<string, number>;
  readonly zeros: number;
  readonly rooms: Rooms;
}

type Rooms = ReturnType<typeof takeRooms>;

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
  const n = MAX_WORDS + 1;
  const width = TABLES.reduce((sum, table) => sum + sizes[table], 0);
  const { hidden, arc, label } = sizes;
  return {
    input: take(n * width * 2),
    gates: take(n * 4 * hidden * 4),
    cell: take(hidden * 4),
    first: take(n * 2 * hidden * 2),
    second: take(n * 2 * hidden * 2),
    dependent: take(n * arc * 4),
    dependentUnits: take(n * arc * 2),
    head: take(n * arc * 4),
    headUnits: take(n * arc * 2),
    arc: take(n * arc * 4),
    scores: take(n * n * 4),
    labelDependent: take(n * label * 4),
    labelHead: take(n * label * 4),
    joined: take(n * label * 2),
    labels: take(n * padded(labels.length) * 4),
    tags: take(n * padded(tags.length) * 4),
  };
}

/** Fixed-point unit of what a matrix is multiplied with. */
const unitOf = (name: string): number =>
  name.startsWith('lstm-1') && name.endsWith('input')
    ? INPUT_UNIT
    : name === 'arc' || name === 'label'
      ? MLP_UNIT
      : STATE_UNIT;

function load(model: ParserModel, kind: 'wasm' | 'js' | undefined): Memory {
  const { take, end } = createTaker();
  const shapes = model.matrices;
  const placed = new Map<string, Placed>();
  const biases = new Map<string, number>();
  for (const { name, kind: what, rows, columns } of shapes) {
    if (what === 'bias') biases.set(name, take(columns * 4));
    if (what !== 'weights') continue;
    placed.set(name, { weights: take(rows * columns * 2), scale: take(columns * 4), pairs: rows / 2, columns });
  }
  const rooms = takeRooms(model, take);
  const zeros = take(4 * padded(model.header.sizes.label));
  const kernel = createKernel(end(), kind);
  const f32 = new Float32Array(kernel.buffer);
  const i16 = new Int16Array(kernel.buffer);
  for (const matrix of shapes) {
    const bias = biases.get(matrix.name);
    if (bias !== undefined) f32.set(matrix.scales, bias / 4);
    const at = placed.get(matrix.name);
    if (at) place(matrix, at, f32, i16);
  }
  const tables = shapes.filter(({ kind: what }) => what === 'table').map(toFixed);
  return { kernel, f32, i16, tables, placed, biases, zeros, rooms };
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
      const block = Math.floor(j / BLOCK) * rows * BLOCK;
      i16[base + block + (k >> 1) * BLOCK * 2 + (j % BLOCK) * 2 + (k & 1)] = values[k * columns + j] as number;
    }
  }
}

/** Scores before a choice is made; copies. `n` counts the root. */
export interface NetworkScores {
  /** [n][n]: of every head (column) for every dependent (row). */
  readonly arcs: Float32Array;
  /** [n - 1][labels], for the heads that were given. */
  readonly labels: Float32Array;
  /** [n - 1][tags] */
  readonly tags: Float32Array;
}

/** Reads sentences of up to `MAX_WORDS` words; `words` are rows of the tables, without the root. */
export interface ParserNetwork {
  readonly kernel: Kernel['name'];
  parse(words: readonly TableRows[]): NetworkParse;
  /** @param heads of the words, 0 for the root */
  score(words: readonly TableRows[], heads: Int32Array): NetworkScores;
}

/** Rows of what stands before every sentence as the head of its root. */
const ROOT: TableRows = [ROOT_WORD, 0, 0, 0, 0];

/** @param kind `js` forces the plain kernel */
export function createNetwork(model: ParserModel, kind?: 'wasm' | 'js'): ParserNetwork {
  const memory = load(model, kind);
  const space = eisnerSpace(MAX_WORDS + 1);
  const { sizes, labels, tags } = model.header;
  const { f32, rooms } = memory;
  const run = (words: readonly TableRows[]): void => {
    const n = words.length + 1;
    writeVectors(memory.tables, [ROOT, ...words], memory.i16, rooms.input / 2);
    runLstms(memory, sizes.hidden, n);
    scoreArcs(memory, sizes.arc, n);
    affine(memory, rooms.first, n, 'tag out', biasOf(memory, 'tag out'), rooms.tags);
  };
  return {
    kernel: memory.kernel.name,
    parse(words) {
      run(words);
      const heads = bestTree(f32, rooms.scores / 4, words.length + 1, space).slice(1);
      scoreLabels(memory, sizes.label, heads);
      return {
        heads,
        labels: chooseLabels(memory, heads, labels),
        tags: chooseTags(memory, words.length, tags.length),
      };
    },
    score(words, heads) {
      run(words);
      scoreLabels(memory, sizes.label, heads);
      const n = words.length;
      return {
        arcs: f32.slice(rooms.scores / 4, rooms.scores / 4 + (n + 1) ** 2),
        labels: columns(f32, rooms.labels / 4, n, padded(labels.length), labels.length),
        tags: columns(f32, rooms.tags / 4 + padded(tags.length), n, padded(tags.length), tags.length),
      };
    },
  };
}

/** The first `keep` of `stride` columns of `rows` rows. */
function columns(f32: Float32Array, at: number, rows: number, stride: number, keep: number): Float32Array {
  const out = new Float32Array(rows * keep);
  for (let row = 0; row < rows; row++) {
    out.set(f32.subarray(at + row * stride, at + row * stride + keep), row * keep);
  }
  return out;
}

/** out = x . w + b for n rows; `x` has as many 16-bit columns as the matrix has rows. */
function affine(memory: Memory, x: number, n: number, name: string, bias: number, out: number): void {
  const { weights, scale, pairs, columns } = memory.placed.get(name) as Placed;
  memory.kernel.affine(x, pairs * 4, n, pairs, weights, columns, scale, bias, out, columns * 4);
}

const biasOf = (memory: Memory, name: string): number => memory.biases.get(`${name} bias`) as number;

function runLstms(memory: Memory, hidden: number, n: number): void {
  const { kernel, placed, rooms } = memory;
  for (const name of LSTMS) {
    const layer = name.startsWith('1') ? [rooms.input, rooms.first] : [rooms.first, rooms.second];
    const [from, to] = layer as [number, number];
    const reverse = name.endsWith('b') ? 1 : 0;
    affine(memory, from, n, `lstm-${name} input`, biasOf(memory, `lstm-${name}`), rooms.gates);
    const { weights, scale } = placed.get(`lstm-${name} state`) as Placed;
    const out = to + reverse * hidden * 2;
    kernel.lstm(rooms.gates, n, hidden, weights, scale, out, hidden * 4, reverse, rooms.cell, STATE_UNIT);
  }
}

/** Biaffine scores of every head for every dependent. */
function scoreArcs(memory: Memory, arc: number, n: number): void {
  const { kernel, rooms } = memory;
  affine(memory, rooms.second, n, 'dependent', biasOf(memory, 'dependent'), rooms.dependent);
  affine(memory, rooms.second, n, 'head', biasOf(memory, 'head'), rooms.head);
  kernel.activate(rooms.dependent, n * arc, rooms.dependentUnits, MLP_UNIT);
  kernel.activate(rooms.head, n * arc, rooms.headUnits, MLP_UNIT);
  affine(memory, rooms.dependentUnits, n, 'arc', biasOf(memory, 'arc'), rooms.arc);
  kernel.scores(rooms.arc, rooms.head, n, arc, rooms.scores);
}

/** Scores of the labels of all words, by their heads. */
function scoreLabels(memory: Memory, width: number, heads: Int32Array): void {
  const { f32, i16, rooms, zeros } = memory;
  const n = heads.length;
  affine(memory, rooms.second, n + 1, 'label dependent', biasOf(memory, 'label dependent'), rooms.labelDependent);
  affine(memory, rooms.second, n + 1, 'label head', zeros, rooms.labelHead);
  const [own, above, to] = [rooms.labelDependent / 4, rooms.labelHead / 4, rooms.joined / 2];
  for (let d = 0; d < n; d++) {
    const [p, q, r] = [own + (d + 1) * width, above + (heads[d] as number) * width, to + d * width];
    for (let k = 0; k < width; k++) {
      const x = Math.fround((f32[p + k] as number) + (f32[q + k] as number));
      const y = Math.round(Math.fround((x > 0 ? x : Math.fround(x * LEAK)) * MLP_UNIT));
      i16[r + k] = y > 32_767 ? 32_767 : y < -32_768 ? -32_768 : y;
    }
  }
  affine(memory, rooms.joined, n, 'label', biasOf(memory, 'label'), rooms.labels);
}

/** The label `root` is for the root alone. */
function chooseLabels({ f32, rooms }: Memory, heads: Int32Array, labels: readonly string[]): Int32Array {
  const root = labels.indexOf('root');
  const stride = padded(labels.length);
  return heads.map((head, i) =>
    head === 0 ? root : argmax(f32, rooms.labels / 4 + i * stride, 0, labels.length, root),
  );
}

/** The first tag is the root's. */
const chooseTags = ({ f32, rooms }: Memory, n: number, tags: number): Int32Array =>
  Int32Array.from({ length: n }, (_, i) => argmax(f32, rooms.tags / 4 + (i + 1) * padded(tags), 1, tags));

/** Number in [from, to), but for `not`, of the greatest value behind `at`. */
function argmax(f32: Float32Array, at: number, from: number, to: number, not = -1): number {
  let best = from === not ? from + 1 : from;
  for (let j = best + 1; j < to; j++) {
    if (j !== not && (f32[at + j] as number) > (f32[at + best] as number)) best = j;
  }
  return best;
}
