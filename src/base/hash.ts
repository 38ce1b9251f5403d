/**
 * 64-bit hash of a string as 16 hexadecimal digits: two 32-bit multiplicative halves that are mixed into each other (cyrb53 with all bits kept).
 * Fast, the same in every runtime, and synchronous, which WebCrypto is not. Good for ids of content (a chance collision among a million
 * strings is about 1 in 37 million); not for secrets.
 */
export function hash64(text: string, seed = 0): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return hex32(b) + hex32(a);
}

/** Hash of several fields; `['ab', 'c']` and `['a', 'bc']` differ. */
export function hashFields(fields: readonly (string | number | undefined)[]): string {
  return hash64(JSON.stringify(fields.map((field) => field ?? null)));
}

const hex32 = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
