/*
 * The arithmetic of parser and taggers on WebAssembly SIMD; `kernel-js.ts` is its twin and must give the same bits. AssemblyScript:
 * pointers are bytes. Products are integers (16 bit times 16 bit, summed in 32), everything else is f32 with one rounding an operation,
 * so every engine agrees. Matrices [2 * pairs, m] of i16 lie in blocks of 16 columns: [m / 16][pairs][16][2].
 */

import { sigmoid4, tanh4 } from './activation';

export { eisner } from './eisner';

const HALF_EVEN: f32 = 12582912; // 1.5 * 2^23: adding it rounds to a whole number, ties to even
const LEAK: f32 = 0.1;

/** out[r][j] = bias[j] + scale[j] * sum over k of x[r][k] * w[k][j]; strides in bytes, m a multiple of 16. */
export function affine(x: usize, xs: usize, rows: i32, pairs: i32, w: usize, m: i32, scale: usize, bias: usize, out: usize, os: usize): void {
  const size: usize = (<usize>pairs) << 6;
  for (let at: usize = 0; at < (<usize>m) << 2; at += 64) {
    const base = bias + at, s = scale + at;
    let p = x, o = out + at, row: i32 = 0;
    for (; row + 2 <= rows; row += 2, p += xs << 1, o += os << 1) addTwoRows(p, p + xs, w, size, s, base, base, o, o + os);
    if (row < rows) addRow(p, w, size, s, base, o);
    w += size;
  }
}

/** o[0..16] = base[0..16] + scale * x . w for one block of columns and two rows p, r. */
@inline
function addTwoRows(p: usize, r: usize, q: usize, size: usize, s: usize, base: usize, base2: usize, o: usize, o2: usize): void {
  let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, c0 = a0, c1 = a0, c2 = a0, c3 = a0;
  const end = q + size;
  for (; q < end; q += 64, p += 4, r += 4) {
    const u = v128.load32_splat(p), v = v128.load32_splat(r);
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
  storeScaled(a0, a1, a2, a3, s, base, o);
  storeScaled(c0, c1, c2, c3, s, base2, o2);
}

/** The same for one row. */
@inline
function addRow(p: usize, q: usize, size: usize, s: usize, base: usize, o: usize): void {
  let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  const end = q + size;
  for (; q < end; q += 64, p += 4) {
    const u = v128.load32_splat(p);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, v128.load(q)));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, v128.load(q, 16)));
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, v128.load(q, 32)));
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, v128.load(q, 48)));
  }
  storeScaled(a0, a1, a2, a3, s, base, o);
}

@inline
function storeScaled(a0: v128, a1: v128, a2: v128, a3: v128, s: usize, base: usize, o: usize): void {
  v128.store(o, scaled(a0, v128.load(s), v128.load(base)));
  v128.store(o, scaled(a1, v128.load(s, 16), v128.load(base, 16)), 16);
  v128.store(o, scaled(a2, v128.load(s, 32), v128.load(base, 32)), 32);
  v128.store(o, scaled(a3, v128.load(s, 48), v128.load(base, 48)), 48);
}

@inline
function scaled(sum: v128, scale: v128, bias: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), bias);
}

/** out[j] = sum over k of x[k] * w[k][j], as i32, for one row. */
export function project(x: usize, pairs: i32, w: usize, m: i32, out: usize): void {
  const size: usize = (<usize>pairs) << 6;
  for (let o = out; o < out + ((<usize>m) << 2); o += 64) {
    let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
    const end = w + size;
    for (let p = x; w < end; w += 64, p += 4) {
      const u = v128.load32_splat(p);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, v128.load(w)));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, v128.load(w, 16)));
      a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, v128.load(w, 32)));
      a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, v128.load(w, 48)));
    }
    storeSums(a0, a1, a2, a3, o);
  }
}

/** out[r][j] = bias[j] + scale[j] * (a[j] + b[j]), where a and b are rows of i32 that stand at `places[r][0]` and `places[r][1]`, plus `offset` bytes. */
export function gather(places: usize, rows: i32, offset: usize, m: i32, scale: usize, bias: usize, out: usize): void {
  const wide: usize = (<usize>m) << 2;
  for (const end = places + ((<usize>rows) << 3); places < end; places += 8, out += wide) {
    const a: usize = <usize>i32.load(places) + offset, b: usize = <usize>i32.load(places, 4) + offset;
    for (let j: usize = 0; j < wide; j += 16) {
      v128.store(out + j, scaled(i32x4.add(v128.load(a + j), v128.load(b + j)), v128.load(scale + j), v128.load(bias + j)));
    }
  }
}

@inline
function whole4(x: v128): v128 {
  const magic = f32x4.splat(HALF_EVEN);
  return i32x4.trunc_sat_f32x4_s(f32x4.sub(f32x4.add(x, magic), magic));
}

/** The same for numbers below 2^22, whose whole part then stands in the lowest bits. */
@inline
function near4(x: v128): v128 {
  const magic = f32x4.splat(HALF_EVEN);
  return i32x4.sub(f32x4.add(x, magic), magic);
}

/**
 * One direction of an LSTM over `count` sequences side by side, so that weights are read once for two of them. `sequences` [count][2] i32:
 * first row and length, the longest first. `gates` [rows][4h] f32 holds the input's share (gates i, f, o, u) and is written over;
 * `cells` [count][h] f32 is scratch. States go to `out` as i16 at scale `unit`: row t at out + t * os.
 */
export function lstm(gates: usize, sequences: usize, count: i32, h: i32, w: usize, scale: usize, out: usize, os: usize, reverse: i32, cells: usize, unit: f32): void {
  const wide: usize = (<usize>h) << 2;
  memory.fill(cells, 0, wide * count);
  let active = count;
  for (let step: i32 = 0; ; step++) {
    while (active > 0 && i32.load(sequences + ((<usize>active) << 3) - 4) <= step) active--;
    if (active == 0) break;
    if (step) addStates(gates, sequences, active, step, h, w, scale, out, os, reverse);
    for (let i: i32 = 0; i < active; i++) {
      const t = rowAt(sequences, i, step, reverse);
      closeStep(gates + t * (wide << 2), cells + (<usize>i) * wide, wide, out + t * os, unit);
    }
  }
}

/** Row of sequence `i` at a step. */
@inline
function rowAt(sequences: usize, i: i32, step: i32, reverse: i32): usize {
  const at = sequences + ((<usize>i) << 3);
  const first = i32.load(at);
  return <usize>(reverse ? first + i32.load(at, 4) - 1 - step : first + step);
}

/** Adds what the states of the step before say to the gates. */
function addStates(gates: usize, sequences: usize, active: i32, step: i32, h: i32, w: usize, scale: usize, out: usize, os: usize, reverse: i32): void {
  const wide: usize = (<usize>h) << 4;
  const size: usize = (<usize>(h >> 1)) << 6;
  const back: usize = reverse ? os : -os;
  for (let at: usize = 0; at < wide; at += 64) {
    let i: i32 = 0;
    for (; i + 2 <= active; i += 2) {
      const t = rowAt(sequences, i, step, reverse), r = rowAt(sequences, i + 1, step, reverse);
      const g = gates + t * wide + at, k = gates + r * wide + at;
      addTwoRows(out + t * os + back, out + r * os + back, w, size, scale + at, g, k, g, k);
    }
    if (i < active) {
      const t = rowAt(sequences, i, step, reverse), g = gates + t * wide + at;
      addRow(out + t * os + back, w, size, scale + at, g, g);
    }
    w += size;
  }
}

/** From the gates of one step to cells and states; `wide` is the bytes of one gate. */
@inline
function closeStep(g: usize, cell: usize, wide: usize, o: usize, unit: f32): void {
  for (let j: usize = 0; j < wide; j += 16) {
    const i = sigmoid4(v128.load(g + j)), f = sigmoid4(v128.load(g + wide + j));
    const s = sigmoid4(v128.load(g + 2 * wide + j)), u = tanh4(v128.load(g + 3 * wide + j));
    const c = f32x4.add(f32x4.mul(i, u), f32x4.mul(f, v128.load(cell + j)));
    v128.store(cell + j, c);
    const y = near4(f32x4.mul(f32x4.mul(s, tanh4(c)), f32x4.splat(unit)));
    v128.store64_lane(o + (j >> 1), i16x8.narrow_i32x4_s(y, y), 0);
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

/** out[i] = Leaky ReLU of a[i] + b[above[i]], as i16 at scale `unit`, ties upwards; rows of `m` f32, m a multiple of 4. */
export function join(a: usize, b: usize, above: usize, rows: i32, m: i32, out: usize, unit: f32): void {
  const wide: usize = (<usize>m) << 2;
  for (let row: i32 = 0; row < rows; row++) {
    const q = b + (<usize>i32.load(above + ((<usize>row) << 2))) * wide;
    for (let j: usize = 0; j < wide; j += 16) {
      const x = f32x4.add(v128.load(a + j), v128.load(q + j));
      const y = f32x4.mul(f32x4.max(x, f32x4.mul(x, f32x4.splat(LEAK))), f32x4.splat(unit));
      const near = f32x4.nearest(y);
      const tie = f32x4.eq(f32x4.sub(y, near), f32x4.splat(0.5));
      const whole = i32x4.sub(i32x4.trunc_sat_f32x4_s(near), tie);
      v128.store64_lane(out + (j >> 1), i16x8.narrow_i32x4_s(whole, whole), 0);
    }
    a += wide;
    out += wide >> 1;
  }
}

/** out[i][j] = a[i] . b[j] for f32 rows of `dim` (a multiple of 4) numbers; out [n][n]. Four products at once do not wait for each other. */
export function scores(a: usize, b: usize, n: i32, dim: i32, out: usize): void {
  const row: usize = (<usize>dim) << 2;
  const end = b + (<usize>n) * row;
  for (let i: i32 = 0; i < n; i++, a += row) {
    let q = b;
    for (; q + (row << 2) <= end; q += row << 2, out += 16) {
      let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
      for (let k: usize = 0; k < row; k += 16) {
        const u = v128.load(a + k);
        s0 = f32x4.add(s0, f32x4.mul(u, v128.load(q + k)));
        s1 = f32x4.add(s1, f32x4.mul(u, v128.load(q + row + k)));
        s2 = f32x4.add(s2, f32x4.mul(u, v128.load(q + 2 * row + k)));
        s3 = f32x4.add(s3, f32x4.mul(u, v128.load(q + 3 * row + k)));
      }
      f32.store(out, total(s0));
      f32.store(out, total(s1), 4);
      f32.store(out, total(s2), 8);
      f32.store(out, total(s3), 12);
    }
    for (; q < end; q += row, out += 4) {
      let sum = f32x4.splat(0);
      for (let k: usize = 0; k < row; k += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(a + k), v128.load(q + k)));
      f32.store(out, total(sum));
    }
  }
}

@inline
function total(sum: v128): f32 {
  const left = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1);
  return left + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
}

/** out[k] = sum over the features f of weights[(f & mask) + k], as i32, for `classes` classes, a multiple of 32. */
export function sumWeights(weights: usize, mask: i32, features: usize, count: i32, classes: i32, out: usize): void {
  const end = features + ((<usize>count) << 2);
  for (let at: usize = 0; at < (<usize>classes) << 1; at += 64) {
    let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, c0 = a0, c1 = a0, c2 = a0, c3 = a0;
    for (let f = features; f < end; f += 4) {
      const p = weights + ((<usize>(i32.load(f) & mask)) << 1) + at;
      const w0 = v128.load(p), w1 = v128.load(p, 16), w2 = v128.load(p, 32), w3 = v128.load(p, 48);
      a0 = i32x4.add(a0, i32x4.extend_low_i16x8_s(w0));
      a1 = i32x4.add(a1, i32x4.extend_high_i16x8_s(w0));
      a2 = i32x4.add(a2, i32x4.extend_low_i16x8_s(w1));
      a3 = i32x4.add(a3, i32x4.extend_high_i16x8_s(w1));
      c0 = i32x4.add(c0, i32x4.extend_low_i16x8_s(w2));
      c1 = i32x4.add(c1, i32x4.extend_high_i16x8_s(w2));
      c2 = i32x4.add(c2, i32x4.extend_low_i16x8_s(w3));
      c3 = i32x4.add(c3, i32x4.extend_high_i16x8_s(w3));
    }
    const o = out + (at << 1);
    storeSums(a0, a1, a2, a3, o);
    storeSums(c0, c1, c2, c3, o + 64);
  }
}

@inline
function storeSums(a0: v128, a1: v128, a2: v128, a3: v128, o: usize): void {
  v128.store(o, a0);
  v128.store(o, a1, 16);
  v128.store(o, a2, 32);
  v128.store(o, a3, 48);
}
