import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../src/base/base64.ts';

it('base64 is what Node makes of it, and comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 10_000 }), (bytes) => {
      const text = toBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(Buffer.compare(fromBase64(text), bytes)).toBe(0);
    }),
  );
  expect(() => fromBase64('a*bc')).toThrow(RangeError);
});
