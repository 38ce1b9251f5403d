import type { Kernel } from './kernel.ts';

const { fround } = Math;
/** 1.5 * 2^23: adding it to a f32 rounds to a whole number, ties to even. */
const HALF_EVEN = 12_582_912;
const LEAK = fround(0.1);

/** Columns of a block of weights; see `assembly/kernel.ts`. */
export const BLOCK = 16;

/** Lambert's fraction for tanh, every step rounded as on the SIMD unit. */
function tanh(x: number): number {
  const z = fround(x * x);
  const p = fround(x * fround(fround(fround(fround(fround(z + 378) * z) + 17_325) * z) + 135_135));
  const q = fround(fround(fround(fround(fround(fround(z * 28) + 3150) * z) + 62_370) * z) + 135_135);
  const y = fround(p / q);
  return y > 1 ? 1 : y < -1 ? -1 : y;
}

const sigmoid = (x: number): number => fround(fround(tanh(fround(x * 0.5)) * 0.5) + 0.5);

const whole = (x: number): number => {
  const rounded = fround(fround(x + HALF_EVEN) - HALF_EVEN);
  return rounded > 32_767 ? 32_767 : rounded < -32_768 ? -32_768 : rounded;
};

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
function createMultiplier(i16: Int16Array) {
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

/** The plain twin: the same sums and roundings, so the same bits. Weights must not change after their first use. */
export function createJsKernel(bytes: number): Kernel {
  const buffer = new ArrayBuffer(bytes);
  const i16 = new Int16Array(buffer);
  const f32 = new Float32Array(buffer);
  const { sums, weightsAt, readRow, multiply } = createMultiplier(i16);
  /** One block of columns: sums times scales, onto what stands at `from`. */
  const writeBlock = (scale: number, from: number, out: number): void => {
    for (let j = 0; j < BLOCK; j++) {
      const product = fround(fround(sums[j] as number) * (f32[scale + j] as number));
      f32[out + j] = fround(product + (f32[from + j] as number));
    }
  };
  /** From the gates [4h] at `g` to cells and states [h]. */
  const closeStep = (g: number, c: number, o: number, h: number, unit: number): void => {
    for (let j = 0; j < h; j++) {
      const keep = fround(sigmoid(f32[g + h + j] as number) * (f32[c + j] as number));
      const add = fround(sigmoid(f32[g + j] as number) * tanh(f32[g + 3 * h + j] as number));
      const now = fround(add + keep);
      f32[c + j] = now;
      i16[o + j] = whole(fround(fround(sigmoid(f32[g + 2 * h + j] as number) * tanh(now)) * unit));
    }
  };
  return {
    name: 'js',
    buffer,
    affine(x, xStride, rows, pairs, w, m, scale, bias, out, outStride) {
      const weights = weightsAt(w, pairs, m);
      for (let r = 0; r < rows; r++) {
        readRow((x + r * xStride) / 2, 2 * pairs);
        for (let block = 0; block < m / BLOCK; block++) {
          const at = block * BLOCK;
          multiply(weights, block, 2 * pairs);
          writeBlock(scale / 4 + at, bias / 4 + at, (out + r * outStride) / 4 + at);
        }
      }
    },
    lstm(gates, n, h, w, scale, out, outStride, reverse, cell, unit) {
      const c = cell / 4;
      f32.fill(0, c, c + h);
      const weights = weightsAt(w, h / 2, 4 * h);
      let last = 0;
      for (let step = 0; step < n; step++) {
        const t = reverse ? n - 1 - step : step;
        const g = gates / 4 + t * 4 * h;
        const o = (out + t * outStride) / 2;
        if (step > 0) readRow(last, h);
        for (let block = 0; step > 0 && block < h / 4; block++) {
          multiply(weights, block, h);
          const at = block * BLOCK;
          writeBlock(scale / 4 + at, g + at, g + at);
        }
        closeStep(g, c, o, h, unit);
        last = o;
      }
    },
    activate(x, count, out, unit) {
      for (let j = 0; j < count; j++) {
        const a = f32[x / 4 + j] as number;
        const y = Math.max(a, fround(a * LEAK));
        f32[x / 4 + j] = y;
        i16[out / 2 + j] = whole(fround(y * unit));
      }
    },
    scores(a, b, n, dim, out) {
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) f32[out / 4 + i * n + j] = dot(f32, a / 4 + i * dim, b / 4 + j * dim, dim);
      }
    },
  };
}

/** Four sums side by side, as the four lanes of a vector. */
function dot(f32: Float32Array, p: number, q: number, dim: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let k = 0; k < dim; k += 4) {
    s0 = fround(s0 + fround((f32[p + k] as number) * (f32[q + k] as number)));
    s1 = fround(s1 + fround((f32[p + k + 1] as number) * (f32[q + k + 1] as number)));
    s2 = fround(s2 + fround((f32[p + k + 2] as number) * (f32[q + k + 2] as number)));
    s3 = fround(s3 + fround((f32[p + k + 3] as number) * (f32[q + k + 3] as number)));
  }
  return fround(fround(s0 + s1) + fround(s2 + s3));
}
