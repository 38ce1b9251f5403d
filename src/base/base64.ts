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
  let [bits, held, at] = [0, 0, 0];
  for (let i = 0; i < length; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? 255;
    if (value === 255) throw new RangeError(`not base64: character ${i}`);
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = bits >> held;
  }
  return bytes;
}

const digit = (bits: number): string => ALPHABET.charAt(bits & 63);
const VALUES: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const value = ALPHABET.indexOf(String.fromCharCode(code));
  return value < 0 ? 255 : value;
});
