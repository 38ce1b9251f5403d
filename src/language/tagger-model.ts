import { newContexts, type RangeDecoder, rangeDecoder } from './range-coder.ts';
import { sha256 } from './sha256.ts';
import type { TaggerLexicon } from './tagger-lexicon.ts';

/** What lies beside `tagger.bin` in `manifest.json`. */
export interface TaggerManifest {
  readonly kind: 'tagger';
  readonly method: string;
  readonly language: string;
  readonly file: string;
  readonly format: number;
  readonly bytes: number;
  /** Of the file, hexadecimal. */
  readonly sha256: string;
  readonly seed: number;
  readonly epochs: number;
  readonly runs: number;
  readonly trainingData: readonly TrainingSource[];
  /** Share of right answers in [0, 1], by name. */
  readonly scores: Readonly<Record<string, number>>;
}

export interface TrainingSource {
  readonly name: string;
  readonly licence: string;
  readonly url: string;
  readonly note?: string;
}

/** Weights of feature `f` for tag `t` stand at `(f & mask) + t`. */
export interface TaggerModel {
  /** `UPOS|XPOS` */
  readonly tags: readonly string[];
  readonly mask: number;
  readonly weights: Int16Array;
  readonly lexicon: TaggerLexicon;
}

export type ModelErrorCode =
  | 'model/bad-manifest'
  | 'model/wrong-size'
  | 'model/wrong-hash'
  | 'model/bad-magic'
  | 'model/wrong-format'
  | 'model/damaged';

/** The model file and its manifest do not belong together or cannot be read: a mistake of installation, not of input. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  constructor(code: ModelErrorCode, message: string) {
    super(message);
    this.name = 'ModelError';
    this.code = code;
  }
}

/*
 * tagger.bin, little-endian:
 *   0  4 bytes  "DGTG"
 *   4  u8       format (1)
 *   5  u8       bits: there are 2^bits + tags weights
 *   6  u16      number of tags
 *   8  u32      number of words in the lexicon
 *  12  u32      bytes of the tag names: "UPOS|XPOS", joined by \n, ASCII
 *  16  u32      bytes of the lexicon: for each word, in order of hash, the step from the key before and its packed entry, both as varints
 *  20  u32      bytes of the weights: range-coded levels (see `weightCoder`); a level l stands for the weight sign(l) * l^2
 */
export const MAGIC = 'DGTG';
export const FORMAT = 1;
export const HEADER_BYTES = 24;
/** Levels lie in [-MAX_LEVEL, MAX_LEVEL]. */
export const MAX_LEVEL = 63;
export const LEVEL_BITS = 6;

/** Contexts of the weight coder: zero or not by how many of the last eight were not, sign, and a tree of `LEVEL_BITS` bits. */
export const weightContexts = () => ({
  zero: newContexts(9),
  sign: newContexts(1),
  tree: newContexts(1 << LEVEL_BITS),
});

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);
/** Number of non-zero levels among the last eight, whose bits `history` holds. */
export const density = (history: number): number => ONES[history] ?? 0;

function readLevels(decoder: RangeDecoder, count: number): Int16Array {
  const { zero, sign, tree } = weightContexts();
  const weights = new Int16Array(count);
  let history = 0;
  for (let i = 0; i < count; i++) {
    const nonZero = decoder.bit(zero, density(history));
    history = ((history << 1) | nonZero) & 0xff;
    if (nonZero === 0) continue;
    const negative = decoder.bit(sign, 0);
    let node = 1;
    for (let b = 0; b < LEVEL_BITS; b++) node = (node << 1) | decoder.bit(tree, node);
    const level = node - (1 << LEVEL_BITS);
    weights[i] = negative === 1 ? -level * level : level * level;
  }
  return weights;
}

function readLexicon(bytes: Uint8Array, words: number): TaggerLexicon {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  const lexicon = new Map<number, number>();
  let key = 0;
  for (let i = 0; i < words; i++) {
    key += varint();
    lexicon.set(key, varint());
  }
  if (at !== bytes.length)
    throw new ModelError('model/damaged', 'The lexicon of the tagger does not end where it should.');
  return lexicon;
}

const ascii = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/**
 * Reads the bytes of `tagger.bin` without looking at a manifest.
 * @throws ModelError when they are no tagger of this format or are cut short
 */
export function parseTaggerModel(bytes: Uint8Array): TaggerModel {
  if (bytes.length < HEADER_BYTES || ascii(bytes.subarray(0, 4)) !== MAGIC) {
    throw new ModelError('model/bad-magic', 'This is no tagger: the file does not begin with DGTG.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = view.getUint8(4);
  if (format !== FORMAT) {
    throw new ModelError(
      'model/wrong-format',
      `The tagger has format ${format}; this version reads format ${FORMAT}. Train it again.`,
    );
  }
  const bits = view.getUint8(5);
  const tagBytes = view.getUint32(12, true);
  const lexiconBytes = view.getUint32(16, true);
  const weightBytes = view.getUint32(20, true);
  const lexiconAt = HEADER_BYTES + tagBytes;
  const weightsAt = lexiconAt + lexiconBytes;
  if (weightsAt + weightBytes !== bytes.length || bits < 8 || bits > 24) {
    throw new ModelError('model/damaged', 'The tagger file is cut short or damaged.');
  }
  const tags = ascii(bytes.subarray(HEADER_BYTES, lexiconAt)).split('\n');
  if (tags.length !== view.getUint16(6, true))
    throw new ModelError('model/damaged', 'The tag names of the tagger are damaged.');
  const lexicon = readLexicon(bytes.subarray(lexiconAt, weightsAt), view.getUint32(8, true));
  const decoder = rangeDecoder(bytes.subarray(weightsAt));
  const weights = readLevels(decoder, 2 ** bits + tags.length);
  if (decoder.overrun()) throw new ModelError('model/damaged', 'The weights of the tagger are cut short.');
  return { tags, mask: 2 ** bits - 1, weights, lexicon };
}

/** @throws ModelError when size or hash differ from what the manifest says */
export function checkAgainstManifest(bytes: Uint8Array, manifest: TaggerManifest): void {
  if (manifest.kind !== 'tagger' || typeof manifest.sha256 !== 'string') {
    throw new ModelError('model/bad-manifest', 'The manifest does not describe a tagger.');
  }
  if (bytes.length !== manifest.bytes) {
    const message = `The tagger has ${bytes.length} bytes, its manifest says ${manifest.bytes}: the file is cut short or another one.`;
    throw new ModelError('model/wrong-size', message);
  }
  const hash = sha256(bytes);
  if (hash !== manifest.sha256) {
    throw new ModelError('model/wrong-hash', `The tagger has the hash ${hash}, its manifest says ${manifest.sha256}.`);
  }
}
