import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernelModule } from '../../src/build/kernel.ts';
import { createKernel, type Kernel } from '../../src/language/kernel.ts';

const BYTES = 65_536;
/** Places of two inputs, weights, scales and biases, results, scratch and whole numbers. */
const [X, W, SCALE, BIAS, OUT, CELL, LIST] = [64, 4096, 20_480, 22_528, 24_576, 59_968, 62_464];

/** First rows and lengths of three sequences, the longest first; as places, weights are read as sums. */
const WHOLE = [0, 6, 6, 4, 10, 1, W, W + 256, W + 128, W, 2, 0, 1, -7, 1 << 30, 12_345];
const [PLACES, ABOVE, FEATURES] = [LIST + 24, LIST + 40, LIST + 48];

/** Both kernels after the same work on the same numbers. */
function onBoth(numbers: readonly number[], work: (kernel: Kernel) => void): readonly [Uint8Array, Uint8Array] {
  const memories = (['wasm', 'js'] as const).map((kind) => {
    const kernel = createKernel(BYTES, kind);
    expect(kernel.name).toBe(kind);
    const i16 = new Int16Array(kernel.buffer);
    const f32 = new Float32Array(kernel.buffer);
    for (let i = X / 2; i < SCALE / 2; i++)
      i16[i] = Math.round((numbers[i % numbers.length] ?? 0) * (i < W / 2 ? 16_000 : 127));
    for (let i = SCALE / 4; i < OUT / 4 + 4096; i++)
      f32[i] = (numbers[(i * 7) % numbers.length] ?? 0) * (i < BIAS / 4 ? 1e-6 : 3);
    new Int32Array(kernel.buffer).set(WHOLE, LIST / 4);
    work(kernel);
    return new Uint8Array(kernel.buffer).slice(0, BYTES);
  });
  return memories as [Uint8Array, Uint8Array];
}

const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 37, maxLength: 97 });

describe('the kernel on WebAssembly and its plain twin give the same bits', () => {
  test.each<[string, (kernel: Kernel) => void]>([
    ['affine, even rows', (k) => k.affine(X, 64, 4, 16, W, 48, SCALE, BIAS, OUT, 192)],
    ['affine, odd rows', (k) => k.affine(X, 64, 5, 16, W, 48, SCALE, BIAS, OUT, 192)],
    ['affine, one row', (k) => k.affine(X, 64, 1, 16, W, 16, SCALE, BIAS, OUT, 64)],
    ['project', (k) => k.project(X, 17, W, 48, OUT)],
    ['gather', (k) => k.gather(PLACES, 2, 64, 32, SCALE, BIAS, OUT)],
    ['lstm forward', (k) => k.lstm(OUT, LIST, 3, 16, W, SCALE, X, 64, 0, CELL, 16_384)],
    ['lstm backward', (k) => k.lstm(OUT, LIST, 3, 16, W, SCALE, X + 32, 64, 1, CELL, 16_384)],
    ['activate', (k) => k.activate(OUT, 64, X, 256)],
    ['join', (k) => k.join(OUT, OUT + 2048, ABOVE, 3, 32, X, 256)],
    ['scores', (k) => k.scores(OUT, OUT + 4096, 7, 32, OUT + 8192)],
    ['sumWeights', (k) => k.sumWeights(W, 1023, FEATURES, 4, 64, OUT)],
  ])('%s', (_, work) => {
    fc.assert(
      fc.property(numbers, (given) => {
        const [wasm, js] = onBoth(given, work);
        expect(Buffer.compare(wasm, js)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});

test('affine multiplies: a hand-made case', () => {
  const kernel = createKernel(BYTES);
  const i16 = new Int16Array(kernel.buffer);
  const f32 = new Float32Array(kernel.buffer);
  // x = [3, -2]; column j has the weights [j, 1]; scale 0.5, bias 10.
  i16.set([3, -2], X / 2);
  for (let j = 0; j < 16; j++) {
    i16.set([j, 1], W / 2 + 2 * j);
    f32[SCALE / 4 + j] = 0.5;
    f32[BIAS / 4 + j] = 10;
  }
  kernel.affine(X, 4, 1, 1, W, 16, SCALE, BIAS, OUT, 64);
  const got = Array.from({ length: 16 }, (_, j) => f32[OUT / 4 + j]);
  expect(got).toEqual(Array.from({ length: 16 }, (_, j) => 10 + 0.5 * (3 * j - 2)));
});

test('sequences side by side give what each gives alone', () => {
  const [together, alone] = [true, false].map((all) => {
    const kernel = createKernel(BYTES);
    const i32 = new Int32Array(kernel.buffer);
    new Int16Array(kernel.buffer, W, 4096).forEach((_, i, weights) => {
      weights[i] = ((i * 37) % 255) - 127;
    });
    new Float32Array(kernel.buffer, SCALE, 64).fill(1e-6);
    const gates = new Float32Array(kernel.buffer, OUT, 11 * 64);
    gates.forEach((_, i) => {
      gates[i] = Math.sin(i);
    });
    const lists = all ? [WHOLE.slice(0, 6)] : [WHOLE.slice(0, 2), WHOLE.slice(2, 4), WHOLE.slice(4, 6)];
    for (const list of lists) {
      i32.set(list, LIST / 4);
      kernel.lstm(OUT, LIST, list.length / 2, 16, W, SCALE, X, 64, 1, CELL, 16_384);
    }
    return Array.from(new Int16Array(kernel.buffer, X, 11 * 32));
  });
  expect(together).toEqual(alone);
  expect(together?.some((state) => state !== 0)).toBe(true);
});

test('join rounds ties upwards and leaks below zero', () => {
  const kernel = createKernel(BYTES);
  const f32 = new Float32Array(kernel.buffer);
  f32.set([2.5, 1.5, 0.25, -10], OUT / 4);
  f32.set([0, 0, 0, -15], OUT / 4 + 16);
  kernel.join(OUT, OUT + 64, LIST, 1, 4, X, 1);
  expect([...new Int16Array(kernel.buffer, X, 4)]).toEqual([3, 2, 0, -2]);
});

test('the embedded kernel is what its source compiles to', async () => {
  const file = new URL('../../src/language/kernel-binary.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await kernelModule());
});
