import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWeights } from '../../src/language/add-weights.ts';

test('every feature adds its weights, however many there are', () => {
  const numbers = fc.array(fc.integer({ min: -3969, max: 3969 }), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(numbers, fc.array(fc.integer(), { maxLength: 11 }), (weights, features) => {
      const model = { weights: Int16Array.from(weights), mask: 31 };
      const sums = Int32Array.of(7, 1, 2, 3, 4, 5, 7);
      addWeights(model, Int32Array.from([...features, 99]), features.length, sums, 1, 5);
      const expected = [1, 2, 3, 4, 5].map((start, k) =>
        features.reduce((sum, f) => sum + (weights[(f & 31) + k] ?? 0), start),
      );
      expect([...sums]).toEqual([7, ...expected, 7]);
    }),
  );
});
