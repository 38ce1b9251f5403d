import type { Parameter } from './parameters.ts';

/** Exports of `assembly/train-kernel.ts`; pointers are bytes of the shared memory. */
export interface TrainKernel {
  gemm(a: number, stride: number, n: number, k: number, b: number, m: number, c: number): void;
  transpose(from: number, fromStride: number, n: number, k: number, to: number, toStride: number): void;
  lstmForward(
    gates: number,
    n: number,
    h: number,
    w: number,
    cells: number,
    squashed: number,
    before: number,
    out: number,
    stride: number,
    reverse: number,
  ): void;
  lstmBackward(
    gates: number,
    n: number,
    h: number,
    wt: number,
    cells: number,
    squashed: number,
    dOut: number,
    stride: number,
    dGates: number,
    dh: number,
    dc: number,
    reverse: number,
  ): void;
  sumSquares(a: number, b: number, count: number): number;
  adam(
    w: number,
    a: number,
    b: number,
    m: number,
    v: number,
    count: number,
    rate: number,
    r1: number,
    r2: number,
    beta1: number,
    beta2: number,
    scale: number,
  ): void;
}

/** A matrix of floats in the memory: first byte and columns. */
export interface Matrix {
  readonly at: number;
  readonly columns: number;
}

/** Takes matrices of up to `rows` rows from the memory, one behind the other. */
export function createArena(start: number, rows: number) {
  let end = start;
  return {
    matrix(columns: number, count = rows): Matrix {
      const at = end;
      end += Math.ceil((count * columns * 4) / 64) * 64;
      return { at, columns };
    },
    end: () => end,
  };
}

/** What the layers of one worker share. */
export interface Workspace {
  readonly kernel: TrainKernel;
  readonly f32: Float32Array;
  readonly worker: number;
  /** Most rows of a shard; the stride of transposed inputs. */
  readonly capacity: number;
  /** Scratch for a transposed input [columns][capacity] and a transposed matrix of weights. */
  readonly turned: number;
  readonly turnedWeights: number;
}

const gradientOf = (parameter: Parameter, worker: number): number => parameter.gradients[worker] ?? 0;

/** out = in . w + b, for `rows` rows. */
export function forward(
  { kernel, f32 }: Workspace,
  rows: number,
  input: Matrix,
  w: Parameter,
  b: Parameter | undefined,
  out: Matrix,
): void {
  const at = out.at / 4;
  const m = out.columns;
  if (b) {
    for (let i = 0; i < rows; i++) f32.copyWithin(at + i * m, b.value / 4, b.value / 4 + m);
  } else f32.fill(0, at, at + rows * m);
  kernel.gemm(input.at, input.columns * 4, rows, input.columns, w.value, m, out.at);
}

/** Adds to the gradients of w and b what `dOut` says, and to `dIn` what flows on. */
export function backward(
  space: Workspace,
  rows: number,
  input: Matrix,
  w: Parameter,
  b: Parameter | undefined,
  dOut: Matrix,
  dIn: Matrix,
): void {
  const { kernel, f32, worker, capacity, turned, turnedWeights } = space;
  const m = dOut.columns;
  if (b) {
    const to = gradientOf(b, worker) / 4;
    const from = dOut.at / 4;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < m; j++) f32[to + j] = (f32[to + j] as number) + (f32[from + i * m + j] as number);
    }
  }
  const k = input.columns;
  kernel.transpose(input.at, k * 4, rows, k, turned, capacity * 4);
  kernel.gemm(turned, capacity * 4, k, rows, dOut.at, m, gradientOf(w, worker));
  kernel.transpose(w.value, m * 4, k, m, turnedWeights, k * 4);
  kernel.gemm(dOut.at, m * 4, rows, m, turnedWeights, k, dIn.at);
}

/** What one direction of one LSTM layer keeps between forward and backward. */
export interface Lstm {
  readonly input: Parameter;
  readonly state: Parameter;
  readonly bias: Parameter;
  readonly reverse: 0 | 1;
  readonly gates: Matrix;
  readonly cells: Matrix;
  readonly squashed: Matrix;
  readonly before: Matrix;
}

/** Rows of one sentence among the rows of a shard; row `start` is the root. */
export interface Rows {
  readonly start: number;
  readonly count: number;
}

/** States go to the columns of `out` that belong to the direction. */
export function lstmForward(
  space: Workspace,
  sentences: readonly Rows[],
  rows: number,
  input: Matrix,
  lstm: Lstm,
  out: Matrix,
): void {
  const { gates, cells, squashed, before, reverse, state } = lstm;
  forward(space, rows, input, lstm.input, lstm.bias, gates);
  const h = cells.columns;
  for (const { start, count } of sentences) {
    space.kernel.lstmForward(
      gates.at + start * gates.columns * 4,
      count,
      h,
      state.value,
      cells.at + start * h * 4,
      squashed.at + start * h * 4,
      before.at + start * h * 4,
      out.at + (start * out.columns + reverse * h) * 4,
      out.columns * 4,
      reverse,
    );
  }
}

/** @param dGates scratch of the size of the gates; dh, dc scratch of one state each */
export function lstmBackward(
  space: Workspace,
  sentences: readonly Rows[],
  rows: number,
  input: Matrix,
  lstm: Lstm,
  dOut: Matrix,
  dIn: Matrix,
  scratch: { readonly dGates: Matrix; readonly dh: Matrix; readonly dc: Matrix; readonly stateTurned: Matrix },
): void {
  const { kernel, capacity, turned, worker } = space;
  const { gates, cells, squashed, before, reverse, state } = lstm;
  const { dGates, dh, dc, stateTurned } = scratch;
  const h = cells.columns;
  const g = gates.columns;
  kernel.transpose(state.value, g * 4, h, g, stateTurned.at, h * 4);
  for (const { start, count } of sentences) {
    kernel.lstmBackward(
      gates.at + start * g * 4,
      count,
      h,
      stateTurned.at,
      cells.at + start * h * 4,
      squashed.at + start * h * 4,
      dOut.at + (start * dOut.columns + reverse * h) * 4,
      dOut.columns * 4,
      dGates.at + start * g * 4,
      dh.at,
      dc.at,
      reverse,
    );
  }
  kernel.transpose(before.at, h * 4, rows, h, turned, capacity * 4);
  kernel.gemm(turned, capacity * 4, h, rows, dGates.at, g, gradientOf(state, worker));
  backward(space, rows, input, lstm.input, lstm.bias, dGates, dIn);
}
