import { MAX_LEVEL } from '../language/model-file.ts';
import { LABEL_COUNT, NAME_KINDS } from '../language/name-labels.ts';
import { NAMES_FORMAT, NAMES_HEADER_BYTES, NAMES_MAGIC } from '../language/name-model.ts';
import type { NameWeights } from './name-chain.ts';
import { encodeLevels, quantize } from './tagger-file.ts';

/**
 * The bytes of `names.bin`; the format stands in `language/name-model.ts`.
 * @param keep share of the non-zero weights to keep, in (0, 1]
 */
export function serializeNames(model: NameWeights, keep: number): Uint8Array {
  const weights = Float64Array.from(model.weights);
  const levels = quantize(weights, keep);
  const unit = unitOf(weights, levels);
  const encoder = new TextEncoder();
  const kinds = encoder.encode(NAME_KINDS.join('\n'));
  const coded = encodeLevels(levels);
  const transitionsAt = NAMES_HEADER_BYTES + kinds.length;
  const weightsAt = transitionsAt + 2 * LABEL_COUNT * LABEL_COUNT;
  const out = new Uint8Array(weightsAt + coded.length);
  const view = new DataView(out.buffer);
  out.set(encoder.encode(NAMES_MAGIC));
  view.setUint8(4, NAMES_FORMAT);
  view.setUint8(5, model.bits);
  view.setUint16(6, LABEL_COUNT, true);
  view.setFloat32(8, unit, true);
  view.setUint32(12, kinds.length, true);
  view.setUint32(16, coded.length, true);
  out.set(kinds, NAMES_HEADER_BYTES);
  model.transitions.forEach((weight, i) => {
    view.setInt16(transitionsAt + 2 * i, Math.max(-32_768, Math.min(32_767, Math.round(weight / unit))), true);
  });
  out.set(coded, weightsAt);
  return out;
}

/** Size of the weight for which a level of one stands: of a weight that is neither clipped nor rounded away. */
function unitOf(weights: Float64Array, levels: Int8Array): number {
  let size = 0;
  let steps = 0;
  levels.forEach((level, i) => {
    if (Math.abs(level) === MAX_LEVEL || level === 0) return;
    size += Math.abs(weights[i] ?? 0);
    steps += level * level;
  });
  return steps > 0 ? size / steps : 1;
}
