import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWeightSums } from '../../src/language/weight-sums.ts';

test.each(['wasm', 'js'] as const)('%s: every feature adds its weights, however many there are', (kind) => {
  const numbers = fc.array(fc.integer({ min: -3969, max: 3969 }), { minLength: 37, maxLength: 37 });
  fc.assert(
    fc.property(numbers, fc.array(fc.integer(), { maxLength: 11 }), (weights, given) => {
      const { features, sum } = createWeightSums({ weights: Int16Array.from(weights), mask: 31 }, 5, 12, kind);
      features.set([...given, 99]);
      const expected = Array.from({ length: 5 }, (_, k) => given.reduce((s, f) => s + (weights[(f & 31) + k] ?? 0), 0));
      expect([...sum(given.length)]).toEqual(expected);
      expect([...sum(given.length)], 'nothing is left of the sums before').toEqual(expected);
    }),
  );
});
