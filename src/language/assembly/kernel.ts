/*
 * The parser's arithmetic on WebAssembly SIMD; `kernel-js.ts` is its twin and must give the same bits. AssemblyScript: pointers are bytes.
 * Products are integers (16 bit times 16 bit, summed in 32), everything else is f32 with one rounding an operation, so every engine agrees.
 * Matrices [2 * pairs, m] of i16 lie in blocks of 16 columns: [m / 16][pairs][16][2].
 */

import { sigmoid4, tanh4 } from './activation';

const HALF_EVEN: f32 = 12582912; // 1.5 * 2^23: adding it rounds to a whole number, ties to even
const LEAK: f32 = 0.1;

/** out[r][j] = bias[j] + scale[j] * sum over k of x[r][k] * w[k][j]; strides in bytes, m a multiple of 16. */
export function affine(x: usize, xs: usize, rows: i32, pairs: i32, w: usize, m: i32, scale: usize, bias: usize, out: usize, os: usize): void {
  const size: usize = (<usize>pairs) << 6;
  for (let block: i32 = 0; block < m >> 4; block++) {
    const at: usize = (<usize>block) << 6;
    const s0 = v128.load(scale + at), s1 = v128.load(scale + at, 16), s2 = v128.load(scale + at, 32), s3 = v128.load(scale + at, 48);
    const b0 = v128.load(bias + at), b1 = v128.load(bias + at, 16), b2 = v128.load(bias + at, 32), b3 = v128.load(bias + at, 48);
    let row: i32 = 0;
    for (; row + 2 <= rows; row += 2) {
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, c0 = a0, c1 = a0, c2 = a0, c3 = a0;
      let p = x + (<usize>row) * xs, q = w;
      const end = q + size;
      for (; q < end; q += 64, p += 4) {
        const u = v128.load32_splat(p), v = v128.load32_splat(p + xs);
        const w0 = v128.load(q), w1 = v128.load(q, 16), w2 = v128.load(q, 32), w3 = v128.load(q, 48);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, w0));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, w1));
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, w2));
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, w3));
        c0 = i32x4.add(c0, i32x4.dot_i16x8_s(v, w0));
        c1 = i32x4.add(c1, i32x4.dot_i16x8_s(v, w1));
        c2 = i32x4.add(c2, i32x4.dot_i16x8_s(v, w2));
        c3 = i32x4.add(c3, i32x4.dot_i16x8_s(v, w3));
      }
      const o = out + (<usize>row) * os + at;
      v128.store(o, scaled(a0, s0, b0));
      v128.store(o, scaled(a1, s1, b1), 16);
      v128.store(o, scaled(a2, s2, b2), 32);
      v128.store(o, scaled(a3, s3, b3), 48);
      v128.store(o + os, scaled(c0, s0, b0));
      v128.store(o + os, scaled(c1, s1, b1), 16);
      v128.store(o + os, scaled(c2, s2, b2), 32);
      v128.store(o + os, scaled(c3, s3, b3), 48);
    }
    if (row < rows) {
      const o = out + (<usize>row) * os + at;
      v128.store(o, b0);
      v128.store(o, b1, 16);
      v128.store(o, b2, 32);
      v128.store(o, b3, 48);
      addBlock(x + (<usize>row) * xs, w, size, s0, s1, s2, s3, o);
    }
    w += size;
  }
}

@inline
function scaled(sum: v128, scale: v128, bias: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), bias);
}

/** o[0..16] += scale * x . w for one block of columns. */
@inline
function addBlock(p: usize, q: usize, size: usize, s0: v128, s1: v128, s2: v128, s3: v128, o: usize): void {
  let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  const end = q + size;
  for (; q < end; q += 64, p += 4) {
    const u = v128.load32_splat(p);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, v128.load(q)));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, v128.load(q, 16)));
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, v128.load(q, 32)));
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, v128.load(q, 48)));
  }
  v128.store(o, scaled(a0, s0, v128.load(o)));
  v128.store(o, scaled(a1, s1, v128.load(o, 16)), 16);
  v128.store(o, scaled(a2, s2, v128.load(o, 32)), 32);
  v128.store(o, scaled(a3, s3, v128.load(o, 48)), 48);
}

@inline
function whole4(x: v128): v128 {
  const magic = f32x4.splat(HALF_EVEN);
  return i32x4.trunc_sat_f32x4_s(f32x4.sub(f32x4.add(x, magic), magic));
}

/**
 * One direction of an LSTM over n steps. `gates` [n][4h] f32 holds the input's share (gates i, f, o, u) and is written over; `cell` [h] f32 is scratch.
 * States go to `out` as i16 at scale `unit`: step t at out + t * os.
 */
export function lstm(gates: usize, n: i32, h: i32, w: usize, scale: usize, out: usize, os: usize, reverse: i32, cell: usize, unit: f32): void {
  const m = h << 2;
  const wide: usize = (<usize>h) << 2;
  const size: usize = (<usize>(h >> 1)) << 6;
  memory.fill(cell, 0, wide);
  let last: usize = 0;
  for (let step: i32 = 0; step < n; step++) {
    const t = reverse ? n - 1 - step : step;
    const g = gates + (<usize>t) * (wide << 2);
    const o = out + (<usize>t) * os;
    if (step) {
      let q = w;
      for (let block: i32 = 0; block < m >> 4; block++) {
        const at: usize = (<usize>block) << 6;
        addBlock(last, q, size, v128.load(scale + at), v128.load(scale + at, 16), v128.load(scale + at, 32), v128.load(scale + at, 48), g + at);
        q += size;
      }
    }
    for (let j: usize = 0; j < wide; j += 16) {
      const i = sigmoid4(v128.load(g + j)), f = sigmoid4(v128.load(g + wide + j));
      const s = sigmoid4(v128.load(g + 2 * wide + j)), u = tanh4(v128.load(g + 3 * wide + j));
      const c = f32x4.add(f32x4.mul(i, u), f32x4.mul(f, v128.load(cell + j)));
      v128.store(cell + j, c);
      const y = whole4(f32x4.mul(f32x4.mul(s, tanh4(c)), f32x4.splat(unit)));
      v128.store64_lane(o + (j >> 1), i16x8.narrow_i32x4_s(y, y), 0);
    }
    last = o;
  }
}

/** Leaky ReLU: x [count] f32 is written over, and as i16 at scale `unit` to out; count a multiple of 4. */
export function activate(x: usize, count: i32, out: usize, unit: f32): void {
  for (let j: usize = 0; j < (<usize>count) << 2; j += 16) {
    const a = v128.load(x + j);
    const y = f32x4.max(a, f32x4.mul(a, f32x4.splat(LEAK)));
    v128.store(x + j, y);
    const whole = whole4(f32x4.mul(y, f32x4.splat(unit)));
    v128.store64_lane(out + (j >> 1), i16x8.narrow_i32x4_s(whole, whole), 0);
  }
}

/** out[i][j] = a[i] . b[j] for f32 rows of `dim` (a multiple of 4) numbers; out [n][n]. */
export function scores(a: usize, b: usize, n: i32, dim: i32, out: usize): void {
  const row: usize = (<usize>dim) << 2;
  for (let i: i32 = 0; i < n; i++) {
    for (let j: i32 = 0; j < n; j++) {
      const p = a + (<usize>i) * row, q = b + (<usize>j) * row;
      let sum = f32x4.splat(0);
      for (let k: usize = 0; k < row; k += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(p + k), v128.load(q + k)));
      const left = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1);
      const right = f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3);
      f32.store(out + ((<usize>(i * n + j)) << 2), left + right);
    }
  }
}
