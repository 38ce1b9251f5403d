import { learned, newContexts, PROBABILITY_BITS, TOP } from './range-coder.ts';
import { sha256 } from './sha256.ts';

/** What every trained model in `data/models` says of itself, beside its file. */
export interface ModelManifest {
  readonly kind: string;
  readonly method: string;
  readonly language: string;
  readonly file: string;
  readonly format: number;
  readonly bytes: number;
  /** Of the file, hexadecimal. */
  readonly sha256: string;
  readonly seed: number;
  readonly epochs: number;
  readonly trainingData: readonly TrainingSource[];
  /** Share of right answers or F1 in [0, 1], by name. */
  readonly scores: Readonly<Record<string, number>>;
}

export interface TrainingSource {
  readonly name: string;
  readonly licence: string;
  readonly url: string;
  readonly note?: string;
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

/**
 * @param kind what the model should be: `tagger`, `parser`, `names`
 * @throws ModelError when the manifest is of another kind of model, or size or hash differ from what it says
 */
export function checkAgainstManifest(
  bytes: Uint8Array,
  manifest: Pick<ModelManifest, 'kind' | 'bytes' | 'sha256'>,
  kind: string,
): void {
  if (manifest.kind !== kind || typeof manifest.sha256 !== 'string') {
    throw new ModelError('model/bad-manifest', `The manifest does not describe a model of the kind "${kind}".`);
  }
  if (bytes.length !== manifest.bytes) {
    const message = `The ${kind} file has ${bytes.length} bytes, its manifest says ${manifest.bytes}: it is cut short or another one.`;
    throw new ModelError('model/wrong-size', message);
  }
  const hash = sha256(bytes);
  if (hash !== manifest.sha256) {
    throw new ModelError(
      'model/wrong-hash',
      `The ${kind} file has the hash ${hash}, its manifest says ${manifest.sha256}.`,
    );
  }
}

/** Text of bytes that hold ASCII. */
export const ascii = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Levels lie in [-MAX_LEVEL, MAX_LEVEL]; a level l stands for the weight sign(l) * l^2. */
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

/** Where the contexts for the sign and the tree stand behind those for zero. */
const [SIGN, TREE] = [9, 10];

/**
 * Reads `count` range-coded levels and gives the weights for which they stand; nothing when the bytes are cut short. All in one loop over
 * bits, with all of its state in local variables: there are millions of them, at every start.
 */
export function readLevels(bytes: Uint8Array, count: number): Int16Array | undefined {
  const contexts = newContexts(TREE + (1 << LEVEL_BITS));
  const weights = new Int16Array(count);
  let [history, negative, node, context] = [0, 0, 0, 0];
  let [at, range, code] = [1, 0xffffffff, 0];
  for (; at < 5; at++) code = ((code << 8) | (bytes[at] ?? 0)) >>> 0;
  for (let i = 0; i < count; ) {
    const probability = contexts[context] as number;
    const bound = Math.imul(range >>> PROBABILITY_BITS, probability) >>> 0;
    const bit = code < bound ? 0 : 1;
    contexts[context] = learned(probability, bit);
    code -= bit === 0 ? 0 : bound;
    range = bit === 0 ? bound : range - bound;
    if (range < TOP) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | (at < bytes.length ? (bytes[at] as number) : 0)) >>> 0;
      at++;
    }
    if (context < SIGN) {
      history = ((history << 1) | bit) & 0xff;
      if (bit === 0) i++;
      context = bit === 0 ? (ONES[history] as number) : SIGN;
    } else if (context === SIGN) {
      negative = bit;
      node = 1;
      context = TREE + 1;
    } else {
      node = (node << 1) | bit;
      const level = node - (1 << LEVEL_BITS);
      if (level >= 0) weights[i++] = negative === 1 ? -level * level : level * level;
      context = level >= 0 ? (ONES[history] as number) : TREE + node;
    }
  }
  return at > bytes.length + 4 ? undefined : weights;
}
