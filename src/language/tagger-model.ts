import { ascii, ModelError, type ModelManifest, readLevels } from './model-file.ts';
import type { TaggerLexicon } from './tagger-lexicon.ts';

/** What lies beside `tagger.bin`. */
export interface TaggerManifest extends ModelManifest {
  readonly kind: 'tagger';
  readonly runs: number;
}

/** Weights of feature `f` for tag `t` stand at `(f & mask) + t`. */
export interface TaggerModel {
  /** `UPOS|XPOS` */
  readonly tags: readonly string[];
  readonly mask: number;
  readonly weights: Int16Array;
  readonly lexicon: TaggerLexicon;
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
  const weights = readLevels(bytes.subarray(weightsAt), 2 ** bits + tags.length);
  if (!weights) throw new ModelError('model/damaged', 'The weights of the tagger are cut short.');
  return { tags, mask: 2 ** bits - 1, weights, lexicon };
}
