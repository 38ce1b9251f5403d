import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newContexts, rangeDecoder, rangeEncoder } from '../../src/language/range-coder.ts';
import { sha256 } from '../../src/language/sha256.ts';

test('what is coded comes out again', () => {
  const bits = fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 3000 });
  fc.assert(
    fc.property(bits, fc.nat(100), (pairs, bias) => {
      // A bias makes long runs of the likely bit, and with them carries.
      const message = pairs.map(([context, bit], i) => [context, bit && i % (bias + 1) === 0 ? 1 : 0] as const);
      const encoder = rangeEncoder();
      const writing = newContexts(4);
      for (const [context, bit] of message) encoder.bit(writing, context, bit);
      const decoder = rangeDecoder(encoder.finish());
      const reading = newContexts(4);
      expect(message.map(([context]) => decoder.bit(reading, context))).toEqual(message.map(([, bit]) => bit));
      expect(decoder.overrun()).toBe(false);
    }),
  );
});

test('SHA-256 is that of the standard', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});
