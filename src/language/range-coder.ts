/**
 * Adaptive binary range coder, as in LZMA: each bit is coded against a probability of its context that learns as it goes. Encoder and
 * decoder (`readLevels` of `model-file.ts`) use integers only, so a file decodes to the same weights everywhere.
 */
export const PROBABILITY_BITS = 11;
const HALF = 1 << (PROBABILITY_BITS - 1);
const ADAPT = 5;
export const TOP = 2 ** 24;

/** Contexts start undecided. */
export const newContexts = (count: number): Uint16Array => new Uint16Array(count).fill(HALF);

export const learned = (probability: number, bit: number): number =>
  bit === 0 ? probability + (((1 << PROBABILITY_BITS) - probability) >>> ADAPT) : probability - (probability >>> ADAPT);

export interface RangeEncoder {
  bit(contexts: Uint16Array, i: number, bit: number): void;
  finish(): Uint8Array;
}

export function rangeEncoder(): RangeEncoder {
  const out: number[] = [];
  let low = 0;
  let range = 0xffffffff;
  let cache = 0;
  let pending = 1;
  // `low` holds up to 33 bits; a carry runs through the bytes that wait.
  const shift = (): void => {
    if (low < 0xff000000 || low >= 2 ** 32) {
      const carry = low >= 2 ** 32 ? 1 : 0;
      out.push((cache + carry) & 0xff);
      for (; pending > 1; pending--) out.push((0xff + carry) & 0xff);
      pending = 0;
      cache = Math.floor(low / TOP) & 0xff;
    }
    pending++;
    low = (low % TOP) * 256;
  };
  return {
    bit(contexts, i, bit) {
      const probability = contexts[i] ?? HALF;
      const bound = Math.floor(range / 2 ** PROBABILITY_BITS) * probability;
      if (bit === 0) range = bound;
      else {
        low += bound;
        range -= bound;
      }
      contexts[i] = learned(probability, bit);
      if (range < TOP) {
        range = (range << 8) >>> 0;
        shift();
      }
    },
    finish() {
      for (let i = 0; i < 5; i++) shift();
      return Uint8Array.from(out);
    },
  };
}
