import { bestTree, treeTables } from './eisner.ts';
import type { Kernel } from './kernel.ts';
import { padded } from './kernel-products.ts';
import { ROOT_WORD } from './parser-features.ts';
import { createInputSums, type TableRows } from './parser-input.ts';
import { loadWeights, MAX_ROWS, MLP_UNIT, type ParserMemory, type Placed, STATE_UNIT } from './parser-memory.ts';
import { LSTMS, type ParserModel } from './parser-model.ts';

export type { TableRows } from './parser-input.ts';
export { MAX_WORDS } from './parser-memory.ts';

export interface NetworkParse {
  /** Heads of the words: 0 is the root of the sentence, words count from 1. */
  readonly heads: Int32Array;
  /** Numbers of the labels and tags of `ParserHeader`. */
  readonly labels: Int32Array;
  readonly tags: Int32Array;
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

/** Reads sentences of one to `MAX_WORDS` words; `words` are rows of the tables, without the root. */
export interface ParserNetwork {
  readonly kernel: Kernel['name'];
  /** @returns parses in the order of the sentences; how many are read at once makes no difference to them */
  parse(sentences: readonly (readonly TableRows[])[]): readonly NetworkParse[];
  /** @param heads of the words, 0 for the root */
  score(words: readonly TableRows[], heads: Int32Array): NetworkScores;
}

/** Rows of what stands before every sentence as the head of its root. */
const ROOT: TableRows = [ROOT_WORD, 0, 0, 0, 0];

/** One of the sentences that are read side by side. */
interface Sequence {
  /** Row of its root, and number of its rows. */
  readonly first: number;
  readonly length: number;
}

/** Sentences that fit into the rooms together. */
type Batch = readonly (readonly TableRows[])[];

/** @param kind `js` forces the plain kernel */
export function createNetwork(model: ParserModel, kind?: 'wasm' | 'js'): ParserNetwork {
  const memory = loadWeights(model, kind);
  const run = createRunner(model, memory);
  const parseBatch = createParser(model, memory, run);
  return {
    kernel: memory.kernel.name,
    parse(sentences) {
      const parses: NetworkParse[] = [];
      for (const batch of batches(sentences)) {
        const found = parseBatch(batch.map((i) => sentences[i] as readonly TableRows[]));
        batch.forEach((i, k) => {
          parses[i] = found[k] as NetworkParse;
        });
      }
      return parses;
    },
    score: (words, heads) => scoreSentence(model, memory, run([words]), heads),
  };
}

/** Runs all of the network that does not depend on the trees. */
function createRunner(model: ParserModel, memory: ParserMemory): (batch: Batch) => readonly Sequence[] {
  const input = createInputSums(model, memory);
  const { sizes } = model.header;
  const { rooms } = memory;
  return (batch) => {
    const rows = batch.flatMap((words) => [ROOT, ...words]);
    input.place(rows);
    const sequences = placeSequences(memory, batch);
    runLstms(memory, sizes.hidden, rows.length, sequences.length);
    readArcs(memory, sizes.arc, rows.length);
    affine(memory, rooms.first, rows.length, 'tag out', biasOf(memory, 'tag out'), rooms.tags);
    return sequences;
  };
}

function createParser(
  { header: { sizes, labels, tags } }: ParserModel,
  memory: ParserMemory,
  run: (batch: Batch) => readonly Sequence[],
): (batch: Batch) => readonly NetworkParse[] {
  const { kernel, f32, rooms } = memory;
  const tables = treeTables(kernel.buffer, rooms.treeTables, MAX_ROWS);
  return (batch) => {
    const sequences = run(batch);
    const trees = sequences.map((sequence) => {
      scoreArcs(memory, sizes.arc, sequence);
      kernel.eisner(rooms.scores, sequence.length, MAX_ROWS, rooms.treeTables);
      return bestTree(f32, rooms.scores / 4, sequence.length, tables).slice(1);
    });
    scoreLabels(memory, sizes.label, sequences, trees);
    return sequences.map(({ first }, i) => {
      const heads = trees[i] as Int32Array;
      return {
        heads,
        labels: chooseLabels(memory, first, heads, labels),
        tags: chooseTags(memory, first, heads.length, tags.length),
      };
    });
  };
}

/** Scores of one sentence that the network was run on. */
function scoreSentence(
  { header: { sizes, labels, tags } }: ParserModel,
  memory: ParserMemory,
  sequences: readonly Sequence[],
  heads: Int32Array,
): NetworkScores {
  const { f32, rooms } = memory;
  const n = heads.length;
  scoreArcs(memory, sizes.arc, { first: 0, length: n + 1 });
  scoreLabels(memory, sizes.label, sequences, [heads]);
  const strides = { labels: padded(labels.length), tags: padded(tags.length) };
  return {
    arcs: f32.slice(rooms.scores / 4, rooms.scores / 4 + (n + 1) ** 2),
    labels: columns(f32, rooms.labels / 4 + strides.labels, n, strides.labels, labels.length),
    tags: columns(f32, rooms.tags / 4 + strides.tags, n, strides.tags, tags.length),
  };
}

/** Numbers of sentences that fit into the rooms together, the longest first. */
function batches(sentences: Batch): readonly (readonly number[])[] {
  const order = sentences.map((_, i) => i);
  const length = (i: number): number => sentences[i]?.length ?? 0;
  order.sort((a, b) => length(b) - length(a) || a - b);
  const found: number[][] = [];
  let room = 0;
  for (const i of order) {
    const rows = length(i) + 1;
    if (rows > room) {
      found.push([]);
      room = MAX_ROWS;
    }
    found.at(-1)?.push(i);
    room -= rows;
  }
  return found;
}

/** Writes where each sentence has its rows. */
function placeSequences({ i32, rooms }: ParserMemory, sentences: Batch): Sequence[] {
  let first = 0;
  return sentences.map((words, i) => {
    const sequence = { first, length: words.length + 1 };
    i32[rooms.sequences / 4 + 2 * i] = first;
    i32[rooms.sequences / 4 + 2 * i + 1] = sequence.length;
    first += sequence.length;
    return sequence;
  });
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
function affine(memory: ParserMemory, x: number, n: number, name: string, bias: number, out: number): void {
  const { weights, scale, pairs, columns } = memory.placed.get(name) as Placed;
  memory.kernel.affine(x, pairs * 4, n, pairs, weights, columns, scale, bias, out, columns * 4);
}

const biasOf = (memory: ParserMemory, name: string): number => memory.biases.get(`${name} bias`) as number;

/** Both layers over `n` rows of `count` sentences. */
function runLstms(memory: ParserMemory, hidden: number, n: number, count: number): void {
  const { kernel, placed, rooms } = memory;
  for (const name of LSTMS) {
    const reverse = name.endsWith('b') ? 1 : 0;
    const isFirst = name.startsWith('1');
    if (isFirst) {
      const offset = reverse * 16 * hidden;
      const scale = (placed.get('form input') as Placed).scale + offset;
      kernel.gather(rooms.places, n, offset, 4 * hidden, scale, biasOf(memory, 'input') + offset, rooms.gates);
    } else affine(memory, rooms.first, n, `lstm-${name} input`, biasOf(memory, `lstm-${name}`), rooms.gates);
    const { weights, scale } = placed.get(`lstm-${name} state`) as Placed;
    const out = (isFirst ? rooms.first : rooms.second) + reverse * hidden * 2;
    const [stride, unit] = [hidden * 4, STATE_UNIT];
    kernel.lstm(rooms.gates, rooms.sequences, count, hidden, weights, scale, out, stride, reverse, rooms.cells, unit);
  }
}

/** What every word says as a dependent and as a head. */
function readArcs(memory: ParserMemory, arc: number, n: number): void {
  const { kernel, rooms } = memory;
  affine(memory, rooms.second, n, 'dependent', biasOf(memory, 'dependent'), rooms.dependent);
  affine(memory, rooms.second, n, 'head', biasOf(memory, 'head'), rooms.head);
  kernel.activate(rooms.dependent, n * arc, rooms.dependentUnits, MLP_UNIT);
  kernel.activate(rooms.head, n * arc, rooms.headUnits, MLP_UNIT);
  affine(memory, rooms.dependentUnits, n, 'arc', biasOf(memory, 'arc'), rooms.arc);
}

/** Biaffine scores of every head for every dependent of one sentence. */
function scoreArcs({ kernel, rooms }: ParserMemory, arc: number, { first, length }: Sequence): void {
  const skip = first * arc * 4;
  kernel.scores(rooms.arc + skip, rooms.head + skip, length, arc, rooms.scores);
}

/** Scores of the labels of all words, by their heads; those of a root say nothing. */
function scoreLabels(
  memory: ParserMemory,
  width: number,
  sequences: readonly Sequence[],
  trees: readonly Int32Array[],
): void {
  const { kernel, i32, rooms, zeros } = memory;
  let n = 0;
  sequences.forEach(({ first, length }, i) => {
    const heads = trees[i] as Int32Array;
    for (let d = 0; d < length; d++) i32[rooms.above / 4 + first + d] = first + (d > 0 ? (heads[d - 1] as number) : 0);
    n += length;
  });
  affine(memory, rooms.second, n, 'label dependent', biasOf(memory, 'label dependent'), rooms.labelDependent);
  affine(memory, rooms.second, n, 'label head', zeros, rooms.labelHead);
  kernel.join(rooms.labelDependent, rooms.labelHead, rooms.above, n, width, rooms.joined, MLP_UNIT);
  affine(memory, rooms.joined, n, 'label', biasOf(memory, 'label'), rooms.labels);
}

/** The label `root` is for the root alone. */
function chooseLabels(
  { f32, rooms }: ParserMemory,
  first: number,
  heads: Int32Array,
  labels: readonly string[],
): Int32Array {
  const root = labels.indexOf('root');
  const stride = padded(labels.length);
  const at = rooms.labels / 4 + (first + 1) * stride;
  return heads.map((head, i) => (head === 0 ? root : argmax(f32, at + i * stride, 0, labels.length, root)));
}

/** The first tag is the root's. */
function chooseTags({ f32, rooms }: ParserMemory, first: number, n: number, tags: number): Int32Array {
  const stride = padded(tags);
  const at = rooms.tags / 4 + (first + 1) * stride;
  return Int32Array.from({ length: n }, (_, i) => argmax(f32, at + i * stride, 1, tags));
}

/** Number in [from, to), but for `not`, of the greatest value behind `at`. */
function argmax(f32: Float32Array, at: number, from: number, to: number, not = -1): number {
  let best = from === not ? from + 1 : from;
  for (let j = best + 1; j < to; j++) {
    if (j !== not && (f32[at + j] as number) > (f32[at + best] as number)) best = j;
  }
  return best;
}
