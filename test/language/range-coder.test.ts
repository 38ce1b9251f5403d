import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_LEVEL, readLevels } from '../../src/language/model-file.ts';
import { sha256 } from '../../src/language/sha256.ts';
import { encodeLevels } from '../../src/training/tagger-file.ts';

test('what is coded comes out again', () => {
  // Runs of zeros make long runs of the likely bit, and with them carries.
  const run = fc.oneof(
    fc.nat(200).map((length) => Array.from({ length }, () => 0)),
    fc.array(fc.integer({ min: -MAX_LEVEL, max: MAX_LEVEL }), { maxLength: 60 }),
  );
  fc.assert(
    fc.property(fc.array(run, { maxLength: 40 }), (runs) => {
      const levels = Int8Array.from(runs.flat());
      const expected = Array.from(levels, (level) => Math.sign(level) * level ** 2 + 0);
      expect(Array.from(readLevels(encodeLevels(levels), levels.length) ?? [])).toEqual(expected);
    }),
  );
});

test('what is cut short is not read', () => {
  const bytes = encodeLevels(Int8Array.from({ length: 500 }, (_, i) => ((i * 29) % 127) - MAX_LEVEL));
  expect(readLevels(bytes.subarray(0, bytes.length - 20), 500)).toBeUndefined();
});

test('SHA-256 is that of the standard', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});
