const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CHUNK = 8192;

/** Bytes -> base64 with padding; here because neither `Buffer` nor `btoa` exists in every runtime. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | (b << 8) | c;
    const missing = i + 3 - bytes.length;
    part += `${digit(bits >> 18)}${digit(bits >> 12)}`;
    part += missing > 1 ? '==' : `${digit(bits >> 6)}${missing > 0 ? '=' : digit(bits)}`;
    if (part.length >= CHUNK) {
      parts.push(part);
      part = '';
    }
  }
  return [...parts, part].join('');
}

/**
 * Base64 (with or without padding) -> bytes.
 * @throws RangeError on a character that is not of the alphabet
 */
export function fromBase64(text: string): Uint8Array {
  const length = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  const valueAt = (i: number): number => {
    const value = i < length ? (VALUES[text.charCodeAt(i)] ?? 255) : 0;
    if (value === 255) throw new RangeError(`not base64: character ${i}`);
    return value;
  };
  // Bytes that are written behind the end are dropped.
  for (let i = 0, at = 0; i < length; i += 4, at += 3) {
    const bits = (valueAt(i) << 18) | (valueAt(i + 1) << 12) | (valueAt(i + 2) << 6) | valueAt(i + 3);
    bytes[at] = bits >> 16;
    bytes[at + 1] = bits >> 8;
    bytes[at + 2] = bits;
  }
  return bytes;
}

const digit = (bits: number): string => ALPHABET.charAt(bits & 63);
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = ALPHABET.indexOf(String.fromCharCode(code));
  return value < 0 ? 255 : value;
});
