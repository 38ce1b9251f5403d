import { createJsKernel } from './kernel-js.ts';
import { createWasmKernel } from './kernel-wasm.ts';

/**
 * The arithmetic of parser and taggers over one block of memory; pointers are bytes into `buffer`. There is one on WebAssembly SIMD and
 * one in plain JavaScript; both give the same bits. What the operations do stands in `assembly/kernel.ts`.
 */
export interface Kernel {
  readonly name: 'wasm' | 'js';
  readonly buffer: ArrayBufferLike;
  affine(
    x: number,
    xStride: number,
    rows: number,
    pairs: number,
    w: number,
    m: number,
    scale: number,
    bias: number,
    out: number,
    outStride: number,
  ): void;
  project(x: number, pairs: number, w: number, m: number, out: number): void;
  gather(places: number, rows: number, offset: number, m: number, scale: number, bias: number, out: number): void;
  lstm(
    gates: number,
    sequences: number,
    count: number,
    h: number,
    w: number,
    scale: number,
    out: number,
    outStride: number,
    reverse: number,
    cells: number,
    unit: number,
  ): void;
  activate(x: number, count: number, out: number, unit: number): void;
  join(a: number, b: number, above: number, rows: number, m: number, out: number, unit: number): void;
  scores(a: number, b: number, n: number, dim: number, out: number): void;
  eisner(scores: number, n: number, size: number, tables: number): void;
  sumWeights(weights: number, mask: number, features: number, count: number, classes: number, out: number): void;
}

/**
 * @param bytes size of the memory
 * @param kind `js` asks for the plain twin; otherwise it is taken only where WebAssembly with SIMD is missing
 */
export function createKernel(bytes: number, kind?: 'wasm' | 'js'): Kernel {
  return (kind === 'js' ? undefined : createWasmKernel(bytes)) ?? createJsKernel(bytes);
}
