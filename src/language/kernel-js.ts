import type { Kernel } from './kernel.ts';

const { fround, imul } = Math;
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

/** The plain twin: the same operations in the same order, so the same bits. */
export function createJsKernel(bytes: number): Kernel {
  const buffer = new ArrayBuffer(bytes);
  const i16 = new Int16Array(buffer);
  const f32 = new Float32Array(buffer);
  const sums = new Int32Array(BLOCK);
  /** One row times one block of weights, into `sums`; four columns at a time stay in registers. */
  const multiply = (x: number, w: number, pairs: number): void => {
    const end = w + pairs * BLOCK * 2;
    for (let j = 0; j < BLOCK; j += 4) {
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let at = w + 2 * j, k = x; at < end; at += BLOCK * 2, k += 2) {
        const a = i16[k] as number;
        const b = i16[k + 1] as number;
        s0 = (s0 + imul(a, i16[at] as number) + imul(b, i16[at + 1] as number)) | 0;
        s1 = (s1 + imul(a, i16[at + 2] as number) + imul(b, i16[at + 3] as number)) | 0;
        s2 = (s2 + imul(a, i16[at + 4] as number) + imul(b, i16[at + 5] as number)) | 0;
        s3 = (s3 + imul(a, i16[at + 6] as number) + imul(b, i16[at + 7] as number)) | 0;
      }
      sums[j] = s0;
      sums[j + 1] = s1;
      sums[j + 2] = s2;
      sums[j + 3] = s3;
    }
  };
  const scaled = (j: number, scale: number, onto: number): number =>
    fround(fround(fround(sums[j] as number) * (f32[scale + j] as number)) + onto);
  return {
    name: 'js',
    buffer,
    affine(x, xStride, rows, pairs, w, m, scale, bias, out, outStride) {
      for (let block = 0; block < m / BLOCK; block++) {
        const at = block * BLOCK;
        for (let row = 0; row < rows; row++) {
          multiply((x + row * xStride) / 2, w / 2 + block * pairs * BLOCK * 2, pairs);
          const o = (out + row * outStride) / 4 + at;
          for (let j = 0; j < BLOCK; j++) f32[o + j] = scaled(j, scale / 4 + at, f32[bias / 4 + at + j] as number);
        }
      }
    },
    lstm(gates, n, h, w, scale, out, outStride, reverse, cell, unit) {
      const c = cell / 4;
      f32.fill(0, c, c + h);
      let last = 0;
      for (let step = 0; step < n; step++) {
        const t = reverse ? n - 1 - step : step;
        const g = gates / 4 + t * 4 * h;
        const o = (out + t * outStride) / 2;
        for (let block = 0; step > 0 && block < h / 4; block++) {
          multiply(last, w / 2 + block * h * BLOCK, h / 2);
          const at = g + block * BLOCK;
          for (let j = 0; j < BLOCK; j++) f32[at + j] = scaled(j, scale / 4 + block * BLOCK, f32[at + j] as number);
        }
        for (let j = 0; j < h; j++) {
          const keep = fround(sigmoid(f32[g + h + j] as number) * (f32[c + j] as number));
          const add = fround(sigmoid(f32[g + j] as number) * tanh(f32[g + 3 * h + j] as number));
          const now = fround(add + keep);
          f32[c + j] = now;
          i16[o + j] = whole(fround(fround(sigmoid(f32[g + 2 * h + j] as number) * tanh(now)) * unit));
        }
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
