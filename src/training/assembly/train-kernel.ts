/*
 * Arithmetic of the parser's training on WebAssembly SIMD, all f32. Compiled when training starts; two workers share one memory.
 * Pointers are bytes; numbers of columns are multiples of 8.
 */

import { sigmoid4, tanh4 } from '../../language/assembly/activation';

/** c[n][m] += a[n][k] . b[k][m]; `stride` is that of a, in bytes. */
export function gemm(a: usize, stride: usize, n: i32, k: i32, b: usize, m: i32, c: usize): void {
  const rb: usize = (<usize>m) << 2;
  const wide: usize = (<usize>k) << 2;
  for (let j: usize = 0; j < rb; j += 32) {
    let i: i32 = 0;
    for (; i + 4 <= n; i += 4) {
      const c0 = c + (<usize>i) * rb + j, c1 = c0 + rb, c2 = c1 + rb, c3 = c2 + rb;
      let p0 = v128.load(c0), q0 = v128.load(c0, 16), p1 = v128.load(c1), q1 = v128.load(c1, 16);
      let p2 = v128.load(c2), q2 = v128.load(c2, 16), p3 = v128.load(c3), q3 = v128.load(c3, 16);
      let x = a + (<usize>i) * stride, y = b + j;
      const x1 = stride, x2 = stride << 1, x3 = x1 + x2;
      for (const end = x + wide; x < end; x += 4, y += rb) {
        const u = v128.load(y), v = v128.load(y, 16);
        const e0 = v128.load32_splat(x), e1 = v128.load32_splat(x + x1), e2 = v128.load32_splat(x + x2), e3 = v128.load32_splat(x + x3);
        p0 = f32x4.add(p0, f32x4.mul(e0, u));
        q0 = f32x4.add(q0, f32x4.mul(e0, v));
        p1 = f32x4.add(p1, f32x4.mul(e1, u));
        q1 = f32x4.add(q1, f32x4.mul(e1, v));
        p2 = f32x4.add(p2, f32x4.mul(e2, u));
        q2 = f32x4.add(q2, f32x4.mul(e2, v));
        p3 = f32x4.add(p3, f32x4.mul(e3, u));
        q3 = f32x4.add(q3, f32x4.mul(e3, v));
      }
      v128.store(c0, p0);
      v128.store(c0, q0, 16);
      v128.store(c1, p1);
      v128.store(c1, q1, 16);
      v128.store(c2, p2);
      v128.store(c2, q2, 16);
      v128.store(c3, p3);
      v128.store(c3, q3, 16);
    }
    for (; i < n; i++) {
      const o = c + (<usize>i) * rb + j;
      let p = v128.load(o), q = v128.load(o, 16);
      let x = a + (<usize>i) * stride, y = b + j;
      for (const end = x + wide; x < end; x += 4, y += rb) {
        const e = v128.load32_splat(x);
        p = f32x4.add(p, f32x4.mul(e, v128.load(y)));
        q = f32x4.add(q, f32x4.mul(e, v128.load(y, 16)));
      }
      v128.store(o, p);
      v128.store(o, q, 16);
    }
  }
}

/** c[m] += x[k] . b[k][m], rows of b streamed: for one row, where a panel of b would not be used again. */
function gemv(x: usize, k: i32, b: usize, m: i32, c: usize): void {
  const rb: usize = (<usize>m) << 2;
  for (let i: i32 = 0; i < k; i += 4, x += 16, b += rb << 2) {
    const x0 = v128.load32_splat(x), x1 = v128.load32_splat(x, 4), x2 = v128.load32_splat(x, 8), x3 = v128.load32_splat(x, 12);
    const b1 = b + rb, b2 = b1 + rb, b3 = b2 + rb;
    for (let j: usize = 0; j < rb; j += 16) {
      const s = f32x4.add(f32x4.mul(x0, v128.load(b + j)), f32x4.mul(x1, v128.load(b1 + j)));
      const t = f32x4.add(f32x4.mul(x2, v128.load(b2 + j)), f32x4.mul(x3, v128.load(b3 + j)));
      v128.store(c + j, f32x4.add(v128.load(c + j), f32x4.add(s, t)));
    }
  }
}

/** to[k][n] = from[n][k]; `fs` and `ts` are the strides in bytes; columns of `to` from n up to its stride are left alone. */
export function transpose(from: usize, fs: usize, n: i32, k: i32, to: usize, ts: usize): void {
  for (let i: i32 = 0; i < n; i++) {
    let x = from + (<usize>i) * fs, y = to + ((<usize>i) << 2);
    for (let j: i32 = 0; j < k; j++, x += 4, y += ts) f32.store(y, f32.load(x));
  }
}

/**
 * One direction over one sentence of n steps. gates [n][4h] hold the input's share and become the activated gates; cells, squashed, before [n][h]
 * are kept for the way back (`before`: the state that went into the step); out: states, stride `os` in bytes.
 */
export function lstmForward(gates: usize, n: i32, h: i32, w: usize, cells: usize, squashed: usize, before: usize, out: usize, os: usize, reverse: i32): void {
  const row: usize = (<usize>h) << 2;
  let last: usize = 0;
  for (let step: i32 = 0; step < n; step++) {
    const t: usize = <usize>(reverse ? n - 1 - step : step);
    const g = gates + t * (row << 2), c = cells + t * row, s = squashed + t * row, o = out + t * os, b = before + t * row;
    if (step) {
      memory.copy(b, out + last * os, row);
      gemv(b, h, w, h << 2, g);
    } else memory.fill(b, 0, row);
    const old = cells + last * row;
    for (let j: usize = 0; j < row; j += 16) {
      const i = sigmoid4(v128.load(g + j)), f = sigmoid4(v128.load(g + row + j));
      const y = sigmoid4(v128.load(g + 2 * row + j)), u = tanh4(v128.load(g + 3 * row + j));
      v128.store(g + j, i);
      v128.store(g + row + j, f);
      v128.store(g + 2 * row + j, y);
      v128.store(g + 3 * row + j, u);
      let cell = f32x4.mul(i, u);
      if (step) cell = f32x4.add(cell, f32x4.mul(f, v128.load(old + j)));
      v128.store(c + j, cell);
      const squash = tanh4(cell);
      v128.store(s + j, squash);
      v128.store(o + j, f32x4.mul(y, squash));
    }
    last = t;
  }
}

/** Gates' gradients [n][4h] from the gradients of the states (`dOut`, stride `os`); `wt` is the transposed recurrent matrix [4h][h]; dh, dc [h] are scratch. */
export function lstmBackward(gates: usize, n: i32, h: i32, wt: usize, cells: usize, squashed: usize, dOut: usize, os: usize, dGates: usize, dh: usize, dc: usize, reverse: i32): void {
  const row: usize = (<usize>h) << 2;
  const one = f32x4.splat(1);
  memory.fill(dh, 0, row);
  memory.fill(dc, 0, row);
  for (let step: i32 = n - 1; step >= 0; step--) {
    const t: usize = <usize>(reverse ? n - 1 - step : step);
    const g = gates + t * (row << 2), s = squashed + t * row, d = dGates + t * (row << 2), up = dOut + t * os;
    const old = cells + (reverse ? t + 1 : t - 1) * row;
    for (let j: usize = 0; j < row; j += 16) {
      const i = v128.load(g + j), f = v128.load(g + row + j), y = v128.load(g + 2 * row + j), u = v128.load(g + 3 * row + j), q = v128.load(s + j);
      const e = f32x4.add(v128.load(dh + j), v128.load(up + j));
      const k = f32x4.add(v128.load(dc + j), f32x4.mul(f32x4.mul(e, y), f32x4.sub(one, f32x4.mul(q, q))));
      v128.store(d + 2 * row + j, f32x4.mul(f32x4.mul(e, q), f32x4.mul(y, f32x4.sub(one, y))));
      v128.store(d + j, f32x4.mul(f32x4.mul(k, u), f32x4.mul(i, f32x4.sub(one, i))));
      v128.store(d + 3 * row + j, f32x4.mul(f32x4.mul(k, i), f32x4.sub(one, f32x4.mul(u, u))));
      if (step) v128.store(d + row + j, f32x4.mul(f32x4.mul(k, v128.load(old + j)), f32x4.mul(f, f32x4.sub(one, f))));
      else v128.store(d + row + j, f32x4.splat(0));
      v128.store(dc + j, f32x4.mul(k, f));
    }
    memory.fill(dh, 0, row);
    if (step) gemv(d, h << 2, wt, h, dh);
  }
}

/** Sum of squares of a + b over `count` numbers (a multiple of 4). */
export function sumSquares(a: usize, b: usize, count: i32): f64 {
  let sum = f32x4.splat(0);
  let total: f64 = 0;
  for (let i: i32 = 0; i < count; i += 4, a += 16, b += 16) {
    const g = f32x4.add(v128.load(a), v128.load(b));
    sum = f32x4.add(sum, f32x4.mul(g, g));
    if ((i & 4095) == 0) {
      total += lanes(sum);
      sum = f32x4.splat(0);
    }
  }
  return total + lanes(sum);
}

function lanes(x: v128): f64 {
  return <f64>f32x4.extract_lane(x, 0) + <f64>f32x4.extract_lane(x, 1) + <f64>f32x4.extract_lane(x, 2) + <f64>f32x4.extract_lane(x, 3);
}

/** Adam over `count` weights (a multiple of 4) with the gradients (a + b) * scale; both gradients become zero. r1, r2: 1 / (1 - beta^step). */
export function adam(w: usize, a: usize, b: usize, m: usize, v: usize, count: i32, rate: f32, r1: f32, r2: f32, beta1: f32, beta2: f32, scale: f32): void {
  const s = f32x4.splat(scale), k1 = f32x4.splat(beta1), k2 = f32x4.splat(beta2), n1 = f32x4.splat(1 - beta1), n2 = f32x4.splat(1 - beta2);
  const q1 = f32x4.splat(r1 * rate), q2 = f32x4.splat(r2), tiny = f32x4.splat(1e-8), none = f32x4.splat(0);
  for (let i: usize = 0; i < (<usize>count) << 2; i += 16) {
    const g = f32x4.mul(f32x4.add(v128.load(a + i), v128.load(b + i)), s);
    const x = f32x4.add(f32x4.mul(k1, v128.load(m + i)), f32x4.mul(n1, g));
    const y = f32x4.add(f32x4.mul(k2, v128.load(v + i)), f32x4.mul(n2, f32x4.mul(g, g)));
    v128.store(m + i, x);
    v128.store(v + i, y);
    const step = f32x4.div(f32x4.mul(q1, x), f32x4.add(f32x4.sqrt(f32x4.mul(y, q2)), tiny));
    v128.store(w + i, f32x4.sub(v128.load(w + i), step));
    v128.store(a + i, none);
    v128.store(b + i, none);
  }
}
