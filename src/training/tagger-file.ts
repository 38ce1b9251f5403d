import { density, LEVEL_BITS, MAX_LEVEL, weightContexts } from '../language/model-file.ts';
import { rangeEncoder } from '../language/range-coder.ts';
import type { TaggerLexicon } from '../language/tagger-lexicon.ts';
import { FORMAT, HEADER_BYTES, MAGIC } from '../language/tagger-model.ts';
import type { TrainedTagger } from './train-tagger.ts';

/**
 * Weights as levels: the smallest are dropped until a share of `keep` is left, the others take the root of their size, because the
 * perceptron has few large and very many small weights.
 */
export function quantize(weights: Float64Array, keep: number): Int8Array {
  const sizes = Float64Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .sort();
  const least = sizes[Math.floor(sizes.length * (1 - keep))] ?? 0;
  const clip = sizes[Math.floor(sizes.length * 0.99995)] ?? 1;
  return Int8Array.from(weights, (weight) => {
    const size = Math.abs(weight);
    if (size < least || size === 0) return 0;
    const level = Math.max(1, Math.min(MAX_LEVEL, Math.round(Math.sqrt(size / clip) * MAX_LEVEL)));
    return weight < 0 ? -level : level;
  });
}

/** Range-codes levels; `readLevels` reads them. */
export function encodeLevels(levels: Int8Array): Uint8Array {
  const encoder = rangeEncoder();
  const { zero, sign, tree } = weightContexts();
  let history = 0;
  for (const level of levels) {
    const nonZero = level === 0 ? 0 : 1;
    encoder.bit(zero, density(history), nonZero);
    history = ((history << 1) | nonZero) & 0xff;
    if (nonZero === 0) continue;
    encoder.bit(sign, 0, level < 0 ? 1 : 0);
    const size = Math.abs(level);
    let node = 1;
    for (let b = LEVEL_BITS - 1; b >= 0; b--) {
      const bit = (size >> b) & 1;
      encoder.bit(tree, node, bit);
      node = (node << 1) | bit;
    }
  }
  return encoder.finish();
}

function encodeLexicon(lexicon: TaggerLexicon): Uint8Array {
  const out: number[] = [];
  const varint = (value: number): void => {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) out.push((rest & 0x7f) | 0x80);
    out.push(rest);
  };
  let last = 0;
  for (const [key, entry] of [...lexicon].sort((a, b) => a[0] - b[0])) {
    varint(key - last);
    varint(entry);
    last = key;
  }
  return Uint8Array.from(out);
}

/**
 * The bytes of `tagger.bin`; the format stands in `language/tagger-model.ts`.
 * @param keep share of the non-zero weights to keep, in (0, 1]
 */
export function serializeTagger(model: TrainedTagger, keep: number): Uint8Array {
  const encoder = new TextEncoder();
  const names = encoder.encode(model.tags.join('\n'));
  const lexicon = encodeLexicon(model.lexicon);
  const weights = encodeLevels(quantize(model.weights, keep));
  const out = new Uint8Array(HEADER_BYTES + names.length + lexicon.length + weights.length);
  const view = new DataView(out.buffer);
  out.set(encoder.encode(MAGIC));
  view.setUint8(4, FORMAT);
  view.setUint8(5, model.bits);
  view.setUint16(6, model.tags.length, true);
  view.setUint32(8, model.lexicon.size, true);
  view.setUint32(12, names.length, true);
  view.setUint32(16, lexicon.length, true);
  view.setUint32(20, weights.length, true);
  out.set(names, HEADER_BYTES);
  out.set(lexicon, HEADER_BYTES + names.length);
  out.set(weights, HEADER_BYTES + names.length + lexicon.length);
  return out;
}
