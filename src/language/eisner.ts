const NEVER = -1e9;

/** Tables of the dynamic programme, reused from sentence to sentence; each [n][n]. */
export interface TreeTables {
  /** Complete spans whose head is their left word, by left and by right end; the same for the right word. */
  readonly right: Float32Array;
  readonly rightByEnd: Float32Array;
  readonly left: Float32Array;
  readonly leftByEnd: Float32Array;
  /** Spans between a head and its dependent: head on the left, by left end; head on the right, by right end. */
  readonly openRight: Float32Array;
  readonly openLeft: Float32Array;
  /** Where the best split was. */
  readonly splitOpen: Int16Array;
  readonly splitRight: Int16Array;
  readonly splitLeft: Int16Array;
}

/** Bytes of the tables for sentences of at most `size` - 1 words. */
export const treeTableBytes = (size: number): number => 30 * size * size;

/** The tables in a kernel's memory from byte `at` on, one behind the other. */
export function treeTables(buffer: ArrayBufferLike, at: number, size: number): TreeTables {
  const count = size * size;
  const floats = (table: number) => new Float32Array(buffer, at + 4 * table * count, count);
  const splits = (table: number) => new Int16Array(buffer, at + (24 + 2 * table) * count, count);
  return {
    right: floats(0),
    rightByEnd: floats(1),
    left: floats(2),
    leftByEnd: floats(3),
    openRight: floats(4),
    openLeft: floats(5),
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
  let [root, best] = [1, Number.NEGATIVE_INFINITY];
  for (let r = 1; r < n; r++) {
    const total =
      (tables.left[n + r] as number) + (tables.right[r * n + n - 1] as number) + (scores[at + r * n] as number);
    if (total > best) [root, best] = [r, total];
  }
  collect(heads, n, root, tables);
  return heads;
}

/** Fills the tables for `scores`, as the kernel on WebAssembly does. */
export function fillTables(scores: Float32Array, at: number, n: number, tables: TreeTables): void {
  const { right, rightByEnd, left, leftByEnd, openRight, openLeft, splitOpen, splitRight, splitLeft } = tables;
  for (let i = 1; i < n; i++) {
    right[i * n + i] = rightByEnd[i * n + i] = left[i * n + i] = leftByEnd[i * n + i] = 0;
  }
  for (let width = 1; width < n - 1; width++) {
    for (let s = 1; s + width < n; s++) {
      const t = s + width;
      const here = s * n + t;
      const mirrored = t * n + s;
      // A head at one end and its dependent at the other: what is between them is split once.
      let split = bestSplit(right, s * n + s, leftByEnd, t * n + s + 1, width);
      const sum = (right[s * n + s + split] as number) + (leftByEnd[t * n + s + 1 + split] as number);
      splitOpen[here] = s + split;
      openRight[here] = sum + (scores[at + mirrored] as number);
      openLeft[mirrored] = sum + (scores[at + here] as number);
      // Headed by t: a complete span of its dependent q, then the open span from t to q.
      split = bestSplit(left, s * n + s, openLeft, t * n + s, width);
      splitLeft[here] = s + split;
      left[here] = leftByEnd[mirrored] = (left[s * n + s + split] as number) + (openLeft[t * n + s + split] as number);
      split = bestSplit(openRight, s * n + s + 1, rightByEnd, t * n + s + 1, width);
      splitRight[here] = s + 1 + split;
      right[here] = rightByEnd[mirrored] =
        (openRight[s * n + s + 1 + split] as number) + (rightByEnd[t * n + s + 1 + split] as number);
    }
  }
}

/** The first of `count` places where a + b, as f32, is greatest. */
function bestSplit(a: Float32Array, i: number, b: Float32Array, j: number, count: number): number {
  let best = 0;
  let top = 2 * NEVER;
  for (let k = 0; k < count; k++) {
    const sum = Math.fround((a[i + k] as number) + (b[j + k] as number));
    if (sum > top) {
      top = sum;
      best = k;
    }
  }
  return best;
}

/** Follows the splits from the root's two halves down. */
function collect(heads: Int32Array, n: number, root: number, { splitOpen, splitRight, splitLeft }: TreeTables): void {
  // Spans to open: left end, right end, 1 when the head is at the left end.
  const stack: [number, number, 0 | 1][] = [
    [1, root, 0],
    [root, n - 1, 1],
  ];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [s, t, headLeft] = span;
    if (s >= t) continue;
    const q = (headLeft ? splitRight : splitLeft)[s * n + t] as number;
    const [from, to] = headLeft ? [s, q] : [q, t];
    heads[q] = headLeft ? s : t;
    const middle = splitOpen[from * n + to] as number;
    stack.push([from, middle, 1], [middle + 1, to, 0], headLeft ? [q, t, 1] : [s, q, 0]);
  }
}
