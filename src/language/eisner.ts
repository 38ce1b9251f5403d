const NEVER = -1e9;

/**
 * Tables of the dynamic programme, reused from sentence to sentence. The span from word s to word s + width stands at
 * `width * (n + 3) + s`: spans of one width lie side by side, which the kernel on WebAssembly makes use of.
 */
export interface TreeTables {
  /** Complete spans whose head is their left word; their right word. */
  readonly right: Float32Array;
  readonly left: Float32Array;
  /** Spans between a head and its dependent: head on the left; head on the right. */
  readonly openRight: Float32Array;
  readonly openLeft: Float32Array;
  /** Where the best split was. */
  readonly splitOpen: Int16Array;
  readonly splitRight: Int16Array;
  readonly splitLeft: Int16Array;
}

/** Entries of a table for `size` - 1 words; those behind a row are written four at a time, but not read. */
const entries = (size: number): number => size * (size + 3);

/** Bytes of the tables for sentences of at most `size` - 1 words. */
export const treeTableBytes = (size: number): number => 22 * entries(size);

/** The tables in a kernel's memory from byte `at` on, one behind the other. */
export function treeTables(buffer: ArrayBufferLike, at: number, size: number): TreeTables {
  const count = entries(size);
  const floats = (table: number) => new Float32Array(buffer, at + 4 * table * count, count);
  const splits = (table: number) => new Int16Array(buffer, at + (16 + 2 * table) * count, count);
  return {
    right: floats(0),
    left: floats(1),
    openRight: floats(2),
    openLeft: floats(3),
    splitOpen: splits(0),
    splitRight: splits(1),
    splitLeft: splits(2),
  };
}

/**
 * The best projective tree with one root (Eisner 1996): heads of the words 1 to n - 1; 0 is the root.
 * @param scores [n][n] from index `at` on: `scores[at + d * n + h]` is the score of head h for dependent d
 * @param tables filled for these scores
 */
export function bestTree(scores: Float32Array, at: number, n: number, tables: TreeTables): Int32Array {
  const heads = new Int32Array(n);
  const row = n + 3;
  let [root, best] = [1, Number.NEGATIVE_INFINITY];
  for (let r = 1; r < n; r++) {
    const [left, right] = [tables.left[(r - 1) * row + 1] as number, tables.right[(n - 1 - r) * row + r] as number];
    const total = left + right + (scores[at + r * n] as number);
    if (total > best) [root, best] = [r, total];
  }
  collect(heads, n, root, tables);
  return heads;
}

/** Fills the tables for `scores`, as the kernel on WebAssembly does. */
export function fillTables(scores: Float32Array, at: number, n: number, tables: TreeTables): void {
  const { right, left, openRight, openLeft, splitOpen, splitRight, splitLeft } = tables;
  const row = n + 3;
  right.fill(0, 0, row);
  left.fill(0, 0, row);
  for (let width = 1; width < n - 1; width++) {
    for (let s = 1; s + width < n; s++) {
      const t = s + width;
      const here = width * row + s;
      const inner = here - row + 1;
      // A head at one end and its dependent at the other: what is between them is split once.
      let split = bestSplit(right, s, left, inner, row, width);
      const sum = (right[split * row + s] as number) + (left[inner - split * (row - 1)] as number);
      splitOpen[here] = s + split;
      openRight[here] = sum + (scores[at + t * n + s] as number);
      openLeft[here] = sum + (scores[at + s * n + t] as number);
      // Headed by t: a complete span of its dependent q, then the open span from t to q.
      split = bestSplit(left, s, openLeft, here, row, width);
      splitLeft[here] = s + split;
      left[here] = (left[split * row + s] as number) + (openLeft[here - split * (row - 1)] as number);
      split = bestSplit(openRight, row + s, right, inner, row, width);
      splitRight[here] = s + 1 + split;
      right[here] = (openRight[row + s + split * row] as number) + (right[inner - split * (row - 1)] as number);
    }
  }
}

/** The first of `count` splits where a + b, as f32, is greatest: `a` grows with the split from row to row, `b` shrinks. */
function bestSplit(a: Float32Array, i: number, b: Float32Array, j: number, row: number, count: number): number {
  let best = 0;
  let top = 2 * NEVER;
  for (let k = 0; k < count; k++) {
    const sum = Math.fround((a[i + k * row] as number) + (b[j - k * (row - 1)] as number));
    if (sum > top) {
      top = sum;
      best = k;
    }
  }
  return best;
}

/** Follows the splits from the root's two halves down. */
function collect(heads: Int32Array, n: number, root: number, { splitOpen, splitRight, splitLeft }: TreeTables): void {
  const row = n + 3;
  // Spans to open: left end, right end, 1 when the head is at the left end.
  const stack: [number, number, 0 | 1][] = [
    [1, root, 0],
    [root, n - 1, 1],
  ];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [s, t, headLeft] = span;
    if (s >= t) continue;
    const q = (headLeft ? splitRight : splitLeft)[(t - s) * row + s] as number;
    const [from, to] = headLeft ? [s, q] : [q, t];
    heads[q] = headLeft ? s : t;
    const middle = splitOpen[(to - from) * row + from] as number;
    stack.push([from, middle, 1], [middle + 1, to, 0], headLeft ? [q, t, 1] : [s, q, 0]);
  }
}
