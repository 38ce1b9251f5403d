import { ascii, ModelError, type ModelManifest, readLevels } from './model-file.ts';
import { LABEL_COUNT, NAME_KINDS } from './name-labels.ts';

/** What lies beside `names.bin` in `names.json`. */
export interface NamesManifest extends ModelManifest {
  readonly kind: 'names';
}

/** Linear-chain model; the weight of feature `f` for label `l` stands at `(f & mask) + l`. */
export interface NameModel {
  readonly mask: number;
  readonly weights: Int16Array;
  /** Weight of label `b` behind label `a` at `a * LABEL_COUNT + b`. */
  readonly transitions: Int16Array;
  /** Log-odds for which a weight of one stands. */
  readonly unit: number;
}

/*
 * names.bin, little-endian:
 *   0  4 bytes  "DGNM"
 *   4  u8       format (1)
 *   5  u8       bits: there are 2^bits + labels weights
 *   6  u16      number of labels
 *   8  f32      unit
 *  12  u32      bytes of the kinds of name, joined by \n, ASCII
 *  16  u32      bytes of the weights: range-coded levels (see `readLevels`)
 *  20  kinds, transitions (i16, labels × labels), weights
 */
export const NAMES_MAGIC = 'DGNM';
export const NAMES_FORMAT = 1;
export const NAMES_HEADER_BYTES = 20;

const TRANSITION_BYTES = 2 * LABEL_COUNT * LABEL_COUNT;

/**
 * Reads the bytes of `names.bin` without looking at a manifest.
 * @throws ModelError when they are no name model of this format or are cut short
 */
export function parseNameModel(bytes: Uint8Array): NameModel {
  if (bytes.length < NAMES_HEADER_BYTES || ascii(bytes.subarray(0, 4)) !== NAMES_MAGIC) {
    throw new ModelError('model/bad-magic', `This is no model of names: the file does not begin with ${NAMES_MAGIC}.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = view.getUint8(4);
  if (format !== NAMES_FORMAT) {
    const message = `The model of names has format ${format}; this version reads format ${NAMES_FORMAT}. Train it again.`;
    throw new ModelError('model/wrong-format', message);
  }
  const bits = view.getUint8(5);
  const transitionsAt = NAMES_HEADER_BYTES + view.getUint32(12, true);
  const weightsAt = transitionsAt + TRANSITION_BYTES;
  const kinds = ascii(bytes.subarray(NAMES_HEADER_BYTES, Math.min(transitionsAt, bytes.length)));
  const whole = weightsAt + view.getUint32(16, true) === bytes.length;
  if (!whole || bits < 8 || bits > 24 || view.getUint16(6, true) !== LABEL_COUNT || kinds !== NAME_KINDS.join('\n')) {
    throw new ModelError('model/damaged', 'The model of names is cut short or damaged.');
  }
  const weights = readLevels(bytes.subarray(weightsAt), 2 ** bits + LABEL_COUNT);
  if (!weights) throw new ModelError('model/damaged', 'The weights of the model of names are cut short.');
  const transitions = Int16Array.from({ length: LABEL_COUNT * LABEL_COUNT }, (_, i) =>
    view.getInt16(transitionsAt + 2 * i, true),
  );
  return { mask: 2 ** bits - 1, weights, transitions, unit: view.getFloat32(8, true) };
}
