/** Columns of a block of weights; see `assembly/kernel.ts`. */
export const BLOCK = 16;
/** Multiple of `BLOCK`: what the kernels ask for numbers of columns. */
export const padded = (count: number): number => Math.ceil(count / BLOCK) * BLOCK;

/** Two whole numbers below 2^25 travel in one double: the second is this many times larger. */
const SHIFT = 2 ** 26;
const UNSHIFT = 2 ** -26;
/** Products (15 bits times 7 bits) that can be summed before the lower number would run into the upper one. */
const SAFE_STEPS = 8;

/**
 * Weights for plain JavaScript: two columns in one double, so that one multiplication does two products: [m / 16][2 * pairs][8].
 * All sums stay whole and exact.
 */
function packWeights(i16: Int16Array, w: number, pairs: number, m: number): Float64Array {
  const packed = new Float64Array((m / 2) * pairs * 2);
  let to = 0;
  for (let block = 0; block < m / BLOCK; block++) {
    for (let k = 0; k < 2 * pairs; k++) {
      const from = w + (block * pairs + (k >> 1)) * BLOCK * 2 + (k & 1);
      for (let j = 0; j < BLOCK; j += 2) {
        packed[to++] = (i16[from + 2 * j] as number) + (i16[from + 2 * j + 2] as number) * SHIFT;
      }
    }
  }
  return packed;
}

/** Products of a row [count] with four doubles of packed weights, that is eight columns, from `at` on; sums go to `sums` from `to` on. */
function multiplyEight(
  row: Float64Array,
  count: number,
  weights: Float64Array,
  start: number,
  sums: Float64Array,
  to: number,
): void {
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let l3 = 0;
  let u0 = 0;
  let u1 = 0;
  let u2 = 0;
  let u3 = 0;
  let at = start;
  for (let from = 0; from < count; from += SAFE_STEPS) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    const end = Math.min(count, from + SAFE_STEPS);
    for (let k = from; k < end; k++) {
      const a = row[k] as number;
      s0 += a * (weights[at] as number);
      s1 += a * (weights[at + 1] as number);
      s2 += a * (weights[at + 2] as number);
      s3 += a * (weights[at + 3] as number);
      at += 8;
    }
    // The upper numbers are taken out before the lower ones can run into them.
    const v0 = Math.floor(s0 * UNSHIFT + 0.5);
    const v1 = Math.floor(s1 * UNSHIFT + 0.5);
    const v2 = Math.floor(s2 * UNSHIFT + 0.5);
    const v3 = Math.floor(s3 * UNSHIFT + 0.5);
    l0 += s0 - v0 * SHIFT;
    l1 += s1 - v1 * SHIFT;
    l2 += s2 - v2 * SHIFT;
    l3 += s3 - v3 * SHIFT;
    u0 += v0;
    u1 += v1;
    u2 += v2;
    u3 += v3;
  }
  sums[to] = l0;
  sums[to + 1] = u0;
  sums[to + 2] = l1;
  sums[to + 3] = u1;
  sums[to + 4] = l2;
  sums[to + 5] = u2;
  sums[to + 6] = l3;
  sums[to + 7] = u3;
}

/** Longest row: as many numbers as two LSTM directions or the input give. */
const MAX_ROW = 1024;

/** Products of a row with blocks of weights that were packed once. */
export function createMultiplier(i16: Int16Array) {
  const packs = new Map<number, Float64Array>();
  const sums = new Float64Array(BLOCK);
  const row = new Float64Array(MAX_ROW);
  return {
    sums,
    weightsAt(w: number, pairs: number, m: number): Float64Array {
      const known = packs.get(w);
      if (known) return known;
      const made = packWeights(i16, w / 2, pairs, m);
      packs.set(w, made);
      return made;
    },
    readRow(x: number, count: number): void {
      for (let k = 0; k < count; k++) row[k] = i16[x + k] as number;
    },
    /** Row times block number `block`, into `sums`. */
    multiply(weights: Float64Array, block: number, count: number): void {
      multiplyEight(row, count, weights, block * count * 8, sums, 0);
      multiplyEight(row, count, weights, block * count * 8 + 4, sums, 8);
    },
  };
}
