import { addWeights } from './add-weights.ts';
import { fillTables, treeTables } from './eisner.ts';
import type { Kernel } from './kernel.ts';
import { BLOCK, createMultiplier } from './kernel-products.ts';

const { fround } = Math;
/** 1.5 * 2^23: adding it to a f32 rounds to a whole number, ties to even. */
const HALF_EVEN = 12_582_912;
const LEAK = fround(0.1);

/** Lambert's fraction for tanh, every step rounded as on the SIMD unit. */
function tanh(x: number): number {
  const z = fround(x * x);
  const p = fround(x * fround(fround(fround(fround(fround(z + 378) * z) + 17_325) * z) + 135_135));
  const q = fround(fround(fround(fround(fround(fround(z * 28) + 3150) * z) + 62_370) * z) + 135_135);
  const y = fround(p / q);
  return y < 1 ? (y > -1 ? y : -1) : 1;
}

const sigmoid = (x: number): number => fround(fround(tanh(fround(x * 0.5)) * 0.5) + 0.5);

const inShort = (x: number): number => (x > 32_767 ? 32_767 : x < -32_768 ? -32_768 : x);
const whole = (x: number): number => inShort(fround(fround(x + HALF_EVEN) - HALF_EVEN));
const leaky = (x: number): number => Math.max(x, fround(x * LEAK));

/** One block of memory, seen as numbers of three kinds. */
function createMemory(bytes: number) {
  const buffer = new ArrayBuffer(bytes);
  return { buffer, i16: new Int16Array(buffer), i32: new Int32Array(buffer), f32: new Float32Array(buffer) };
}

type Memory = ReturnType<typeof createMemory>;

/** The plain twin: the same sums and roundings, so the same bits. Weights must not change after their first use. */
export function createJsKernel(bytes: number): Kernel {
  const memory = createMemory(bytes);
  const matrices = createMatrices(memory);
  const { buffer } = memory;
  return {
    name: 'js',
    buffer,
    ...products(memory, matrices),
    lstm: lstm(memory, matrices),
    ...units(memory),
    ...sums(memory),
  };
}

/** Rows times matrices in blocks of columns. */
function createMatrices({ i16, f32 }: Memory) {
  const multiplier = createMultiplier(i16);
  return {
    ...multiplier,
    /** The row that was read times a matrix, times scales, onto what stands at `from`. */
    addProducts(weights: Float64Array, count: number, m: number, scale: number, from: number, out: number): void {
      for (let at = 0; at < m; at += BLOCK) {
        multiplier.multiply(weights, at / BLOCK, count);
        for (let j = 0; j < BLOCK; j++) {
          const product = fround(fround(multiplier.sums[j] as number) * (f32[scale + at + j] as number));
          f32[out + at + j] = fround(product + (f32[from + at + j] as number));
        }
      }
    },
  };
}

type Matrices = ReturnType<typeof createMatrices>;

function products(
  { i32 }: Memory,
  { sums, weightsAt, readRow, multiply, addProducts }: Matrices,
): Pick<Kernel, 'affine' | 'project'> {
  return {
    affine(x, xStride, rows, pairs, w, m, scale, bias, out, outStride) {
      const weights = weightsAt(w, pairs, m);
      for (let r = 0; r < rows; r++) {
        readRow((x + r * xStride) / 2, 2 * pairs);
        addProducts(weights, 2 * pairs, m, scale / 4, bias / 4, (out + r * outStride) / 4);
      }
    },
    project(x, pairs, w, m, out) {
      const weights = weightsAt(w, pairs, m);
      readRow(x / 2, 2 * pairs);
      for (let at = 0; at < m; at += BLOCK) {
        multiply(weights, at / BLOCK, 2 * pairs);
        i32.set(sums, out / 4 + at);
      }
    },
  };
}

/** One sequence behind the other: nothing is won by reading them side by side. */
function lstm({ i16, i32, f32 }: Memory, { weightsAt, readRow, addProducts }: Matrices): Kernel['lstm'] {
  return (gates, sequences, count, h, w, scale, out, outStride, reverse, cells, unit) => {
    f32.fill(0, cells / 4, cells / 4 + count * h);
    const weights = weightsAt(w, h / 2, 4 * h);
    for (let i = 0; i < count; i++) {
      const [first, n] = [i32[sequences / 4 + 2 * i] as number, i32[sequences / 4 + 2 * i + 1] as number];
      let last = 0;
      for (let step = 0; step < n; step++) {
        const t = first + (reverse ? n - 1 - step : step);
        const g = gates / 4 + t * 4 * h;
        const o = (out + t * outStride) / 2;
        if (step > 0) {
          readRow(last, h);
          addProducts(weights, h, 4 * h, scale / 4, g, g);
        }
        closeStep(f32, i16, g, cells / 4 + i * h, o, h, unit);
        last = o;
      }
    }
  };
}

/** From the gates [4h] at `g` to cells and states [h]. */
function closeStep(f32: Float32Array, i16: Int16Array, g: number, c: number, o: number, h: number, unit: number): void {
  for (let j = 0; j < h; j++) {
    const keep = fround(sigmoid(f32[g + h + j] as number) * (f32[c + j] as number));
    const add = fround(sigmoid(f32[g + j] as number) * tanh(f32[g + 3 * h + j] as number));
    const now = fround(add + keep);
    f32[c + j] = now;
    i16[o + j] = whole(fround(fround(sigmoid(f32[g + 2 * h + j] as number) * tanh(now)) * unit));
  }
}

/** What works number by number. */
function units({ i16, i32, f32 }: Memory): Pick<Kernel, 'activate' | 'join' | 'scores'> {
  return {
    activate(x, count, out, unit) {
      for (let j = 0; j < count; j++) {
        const y = leaky(f32[x / 4 + j] as number);
        f32[x / 4 + j] = y;
        i16[out / 2 + j] = whole(fround(y * unit));
      }
    },
    join(a, b, above, rows, m, out, unit) {
      for (let r = 0; r < rows; r++) {
        const [p, q] = [a / 4 + r * m, b / 4 + (i32[above / 4 + r] as number) * m];
        for (let j = 0; j < m; j++) {
          const x = fround((f32[p + j] as number) + (f32[q + j] as number));
          i16[out / 2 + r * m + j] = inShort(Math.round(fround(leaky(x) * unit)));
        }
      }
    },
    scores(a, b, n, dim, out) {
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) f32[out / 4 + i * n + j] = dot(f32, a / 4 + i * dim, b / 4 + j * dim, dim);
      }
    },
  };
}

/** What adds up without multiplying, and the search for trees. */
function sums({ buffer, i16, i32, f32 }: Memory): Pick<Kernel, 'gather' | 'sumWeights' | 'eisner'> {
  return {
    gather(places, rows, offset, m, scale, bias, out) {
      for (let r = 0; r < rows; r++) {
        const [a, b] = [i32[places / 4 + 2 * r] as number, i32[places / 4 + 2 * r + 1] as number];
        for (let j = 0; j < m; j++) {
          const sum = (i32[(a + offset) / 4 + j] as number) + (i32[(b + offset) / 4 + j] as number);
          const product = fround(fround(sum) * (f32[scale / 4 + j] as number));
          f32[out / 4 + r * m + j] = fround(product + (f32[bias / 4 + j] as number));
        }
      }
    },
    eisner(given, n, size, at) {
      fillTables(f32, given / 4, n, treeTables(buffer, at, size));
    },
    sumWeights(weights, mask, features, count, classes, out) {
      const places = i32.subarray(features / 4, features / 4 + count);
      const sums = i32.subarray(out / 4, out / 4 + classes).fill(0);
      addWeights(i16.subarray(weights / 2), mask, places, sums);
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
