import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestTree, eisnerSpace } from '../../src/language/eisner.ts';

const SIZE = 7;
const space = eisnerSpace(SIZE);

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
    fc.property(
      fc
        .integer({ min: 2, max: 6 })
        .chain((n) =>
          fc.tuple(fc.constant(n), fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n * n, maxLength: n * n })),
        ),
      ([n, scores]) => {
        const score = (heads: ArrayLike<number>): number =>
          Array.from(heads).reduce((sum, h, d) => (d === 0 ? 0 : sum + (scores[d * n + h] ?? 0)), 0);
        const best = Math.max(...[...assignments(n)].filter(isProjectiveTree).map(score));
        const found = bestTree(Float32Array.from([0, 0, ...scores]), 2, n, space);
        expect(isProjectiveTree([...found])).toBe(true);
        expect(score(found)).toBe(best);
      },
    ),
    { numRuns: 150 },
  );
});
