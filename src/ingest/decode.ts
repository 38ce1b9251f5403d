import { analyse } from 'chardet';
import { textDecoder } from '../base/text-decoder.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { recogniseBinary } from './binary.ts';
import { cleanCharacters } from './clean-text.ts';
import { finding } from './ingested.ts';
import { describeRepairs } from './text.ts';

export interface DecodeHint {
  /** For messages: a file name, `stdin`. */
  readonly origin?: string | undefined;
  /** What the transport says, such as the charset of an HTTP header. */
  readonly encoding?: string | undefined;
}

export interface DecodedText {
  /** NFC, `\n` line ends, no control characters; empty when the bytes are no text. */
  readonly text: string;
  /** Lower-case name of the encoding, `binary` when the bytes are no text. */
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** How much of a file is looked at to find its encoding. */
const SAMPLE_BYTES = 65_536;
/** chardet's confidence, 0 to 100, from which its word counts against Western European. */
const TRUSTED = 25;

/**
 * Bytes -> clean text. The encoding comes from a byte order mark, from the bytes being valid UTF-8, from what HTML or the transport declares,
 * or from the frequencies of characters, in this order.
 */
export function decode(bytes: Uint8Array, hint: DecodeHint = {}): DecodedText {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  const binary = marked ? undefined : recogniseBinary(bytes);
  if (binary) {
    const message = `This is ${binary.name}, not text. ${binary.advice}`;
    return { text: '', encoding: 'binary', diagnostics: [finding('error', 'binary', message, hint.origin)] };
  }
  const { raw, encoding, diagnostics } = decodeText(bytes, marked, hint);
  const cleaned = cleanCharacters(raw);
  return {
    text: cleaned.text,
    encoding,
    diagnostics: [...diagnostics, ...describeRepairs(cleaned.repairs, hint.origin)],
  };
}

interface RawText {
  readonly raw: string;
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

function decodeText(bytes: Uint8Array, marked: string | undefined, hint: DecodeHint): RawText {
  if (marked === 'utf-32le' || marked === 'utf-32be') {
    const raw = decodeUtf32(bytes, marked === 'utf-32le');
    return { raw, encoding: marked, diagnostics: broken(raw, marked, hint) };
  }
  if (marked) return withReplacements(bytes, marked, hint);
  const valid = validUtf8(bytes);
  if (valid !== undefined) return { raw: valid, encoding: 'utf-8', diagnostics: [] };
  const declared = hint.encoding ?? declaredEncoding(bytes);
  const known = declared === undefined ? undefined : textDecoder(declared)?.encoding;
  if (known !== undefined && !known.startsWith('utf-16')) return withReplacements(bytes, known, hint);
  if (mostlyUtf8(bytes)) return withReplacements(bytes, 'utf-8', hint);
  const guess = guessEncoding(bytes);
  const raw = textDecoder(guess)?.decode(bytes) ?? '';
  const message = `The encoding is not declared and was taken to be ${guess}. If letters with accents look wrong, save the source as UTF-8.`;
  return { raw, encoding: guess, diagnostics: [finding('note', 'encoding-guessed', message, hint.origin)] };
}

function withReplacements(bytes: Uint8Array, encoding: string, hint: DecodeHint): RawText {
  const raw = textDecoder(encoding)?.decode(bytes) ?? '';
  return { raw, encoding, diagnostics: broken(raw, encoding, hint) };
}

/** A warning when bytes did not fit the encoding; they stand as U+FFFD in the text. */
function broken(raw: string, encoding: string, hint: DecodeHint): Diagnostic[] {
  const first = raw.indexOf('\ufffd');
  if (first < 0) return [];
  const count = raw.split('\ufffd').length - 1;
  const line = raw.slice(0, first).split('\n').length;
  const message = `${count} place${count === 1 ? ' is' : 's are'} not valid ${encoding} and became U+FFFD, the first in line ${line}. Save the source again as UTF-8.`;
  return [finding('warning', 'broken-encoding', message, hint.origin ? `${hint.origin}:${line}` : undefined)];
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length >= 8 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : undefined;
}

/** English in UTF-16 has a zero in every second byte. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > 0.7 && even < 0.05) return 'utf-16le';
  return even > 0.7 && odd < 0.05 ? 'utf-16be' : undefined;
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian);
    parts.push(point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '\ufffd');
  }
  return parts.join('');
}

function validUtf8(bytes: Uint8Array): string | undefined {
  try {
    return textDecoder('utf-8', { fatal: true })?.decode(bytes);
  } catch {
    return undefined;
  }
}

/** What a `<meta charset>` or an XML declaration in the first bytes says. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = textDecoder('windows-1252')?.decode(bytes.subarray(0, 4096)) ?? '';
  const meta = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head);
  return meta?.[1] ?? /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1];
}

/** UTF-8 with a few broken places, as opposed to another encoding: well-formed sequences are rare in any other encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = textDecoder('utf-8')?.decode(bytes) ?? '';
  // The longer a well-formed sequence, the less likely by chance.
  const good = [...text].reduce((sum, c) => sum + (c < '\u0080' || c === '\ufffd' ? 0 : c < '\u0800' ? 1 : 2), 0);
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  return good > 0 && 2 * good >= bad;
}

const WESTERN = ['ISO-8859-1', 'windows-1252'];

/** For bytes that are not UTF-8 and declare nothing. Short Western texts look like anything to statistics, so others must be clearly ahead. */
function guessEncoding(bytes: Uint8Array): string {
  const start = Math.max(0, bytes.findIndex((byte) => byte > 127) - 2048);
  const matches = analyse(bytes.subarray(start, start + SAMPLE_BYTES));
  const western = Math.max(0, ...matches.filter((each) => WESTERN.includes(each.name)).map((each) => each.confidence));
  const best = matches.find(
    (each) => !/^(?:UTF|ASCII|ISO-2022)/.test(each.name) && textDecoder(each.name) !== undefined,
  );
  const ahead = best !== undefined && best.confidence >= TRUSTED && best.confidence > 2 * western;
  return (ahead ? textDecoder(best.name)?.encoding : undefined) ?? 'windows-1252';
}
