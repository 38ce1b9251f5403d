import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestTree, treeTableBytes, treeTables } from '../../src/language/eisner.ts';
import { createKernel } from '../../src/language/kernel.ts';

/** Most rows; places of the scores and of the tables. */
const SIZE = 40;
const [SCORES, TABLES] = [64, 64 + 4 * SIZE * SIZE];
const kernels = (['wasm', 'js'] as const).map((kind) => createKernel(TABLES + treeTableBytes(SIZE), kind));

/** Trees by the kernel on WebAssembly and by its plain twin. */
const treesOf = (n: number, scores: readonly number[]): readonly Int32Array[] =>
  kernels.map((kernel) => {
    const f32 = new Float32Array(kernel.buffer);
    f32.set(scores, SCORES / 4);
    kernel.eisner(SCORES, n, SIZE, TABLES);
    return bestTree(f32, SCORES / 4, n, treeTables(kernel.buffer, TABLES, SIZE));
  });

/** Scores for n - 1 words and the root. */
const scored = (most: number, score: fc.Arbitrary<number>) =>
  fc
    .integer({ min: 2, max: most })
    .chain((n) => fc.tuple(fc.constant(n), fc.array(score, { minLength: n * n, maxLength: n * n })));

/** All ways to give each of the words 1 to n - 1 a head. */
function* assignments(n: number, heads: readonly number[] = [0]): Generator<readonly number[]> {
  if (heads.length === n) yield heads;
  else for (let h = 0; h < n; h++) if (h !== heads.length) yield* assignments(n, [...heads, h]);
}

/** One root, no cycle, and no two arcs that cross. */
function isProjectiveTree(heads: readonly number[]): boolean {
  const words = heads.slice(1).map((_, i) => i + 1);
  if (words.filter((word) => heads[word] === 0).length !== 1) return false;
  const reachesRoot = words.every((word) => {
    let at = word;
    for (let steps = 0; steps < heads.length && at !== 0; steps++) at = heads[at] ?? 0;
    return at === 0;
  });
  const arcs = words.map((word) => [Math.min(word, heads[word] ?? 0), Math.max(word, heads[word] ?? 0)] as const);
  return reachesRoot && arcs.every(([a, b]) => arcs.every(([c, d]) => !(a < c && c < b && b < d)));
}

test('finds the best single-rooted projective tree', () => {
  fc.assert(
    fc.property(scored(6, fc.integer({ min: -50, max: 50 })), ([n, scores]) => {
      const score = (heads: ArrayLike<number>): number =>
        Array.from(heads).reduce((sum, h, d) => (d === 0 ? 0 : sum + (scores[d * n + h] ?? 0)), 0);
      const best = Math.max(...[...assignments(n)].filter(isProjectiveTree).map(score));
      for (const found of treesOf(n, scores)) {
        expect(isProjectiveTree([...found])).toBe(true);
        expect(score(found)).toBe(best);
      }
    }),
    { numRuns: 150 },
  );
});

test('both kernels find the same tree, also among trees that are as good', () => {
  const score = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.double({ min: -9, max: 9, noNaN: true }));
  fc.assert(
    fc.property(scored(SIZE, score), ([n, scores]) => {
      const [wasm, js] = treesOf(n, scores);
      expect(wasm).toEqual(js);
    }),
    { numRuns: 60 },
  );
});
