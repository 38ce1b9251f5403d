import { MAX_NAME_FEATURES, type NameSentence, nameFeatures } from './name-features.ts';
import {
  FINAL,
  LABEL_COUNT,
  type LabelSpan,
  NAME_KINDS,
  OUTSIDE,
  PREDECESSORS,
  SUCCESSORS,
  spansOf,
} from './name-labels.ts';
import type { NameModel } from './name-model.ts';
import { liveSegments } from './name-stretches.ts';
import { createWeightSums, type WeightSums } from './weight-sums.ts';

/** A name with how much better the best reading of the sentence is than the best one without this name (log-odds, ≥ 0). */
export interface ScoredSpan extends LabelSpan {
  readonly margin: number;
  /** Score of each kind for these tokens, as log-odds below the best reading (≤ 0), in the order of `NAME_KINDS`. */
  readonly kinds: readonly number[];
}

const NEVER = -(2 ** 30);

interface Chain {
  /** Scores of labels by token. */
  readonly emissions: Int32Array;
  /** Best score of a reading up to and including the label, and from behind it to the end. */
  readonly forward: Int32Array;
  readonly backward: Int32Array;
  readonly length: number;
}

function emit({ features, sum }: WeightSums, sentence: NameSentence, start: number, end: number): Int32Array {
  const out = new Int32Array((end - start) * LABEL_COUNT);
  for (let i = start; i < end; i++) out.set(sum(nameFeatures(sentence, i, features)), (i - start) * LABEL_COUNT);
  return out;
}

/** Viterbi scores in both directions; before the chain and behind it stands a token outside of names. */
function runChain({ transitions }: NameModel, emissions: Int32Array): Chain {
  const length = emissions.length / LABEL_COUNT;
  const forward = new Int32Array(emissions.length).fill(NEVER);
  const backward = new Int32Array(emissions.length).fill(NEVER);
  for (const l of SUCCESSORS[OUTSIDE] as Uint8Array) {
    forward[l] = (transitions[OUTSIDE * LABEL_COUNT + l] as number) + (emissions[l] as number);
  }
  for (let row = LABEL_COUNT; row < emissions.length; row += LABEL_COUNT) {
    for (let l = 0; l < LABEL_COUNT; l++) {
      let best = NEVER;
      const before = PREDECESSORS[l] as Uint8Array;
      for (let k = 0; k < before.length; k++) {
        const p = before[k] as number;
        const score = (forward[row - LABEL_COUNT + p] as number) + (transitions[p * LABEL_COUNT + l] as number);
        if (score > best) best = score;
      }
      forward[row + l] = best + (emissions[row + l] as number);
    }
  }
  for (const l of FINAL) backward[emissions.length - LABEL_COUNT + l] = 0;
  for (let row = emissions.length - 2 * LABEL_COUNT; row >= 0; row -= LABEL_COUNT) {
    const next = row + LABEL_COUNT;
    for (let l = 0; l < LABEL_COUNT; l++) {
      let best = NEVER;
      const behind = SUCCESSORS[l] as Uint8Array;
      for (let k = 0; k < behind.length; k++) {
        const s = behind[k] as number;
        const step = (transitions[l * LABEL_COUNT + s] as number) + (emissions[next + s] as number);
        const score = step + (backward[next + s] as number);
        if (score > best) best = score;
      }
      backward[row + l] = best;
    }
  }
  return { emissions, forward, backward, length };
}

/** The best labels; of two as good the smaller number wins, so that every runtime reads alike. */
function bestLabels({ transitions }: NameModel, { backward, emissions, length }: Chain): Uint8Array {
  const out = new Uint8Array(length);
  let last = OUTSIDE;
  for (let i = 0; i < length; i++) {
    const row = i * LABEL_COUNT;
    let best = 2 * NEVER;
    for (const l of SUCCESSORS[last] as Uint8Array) {
      const step = (transitions[last * LABEL_COUNT + l] as number) + (emissions[row + l] as number);
      const score = step + (backward[row + l] as number);
      if (score <= best) continue;
      best = score;
      out[i] = l;
    }
    last = out[i] as number;
  }
  return out;
}

/** Best score of a reading in which exactly the tokens [start, end) are a name of the kind. */
function scoreAs({ transitions }: NameModel, chain: Chain, start: number, end: number, kind: number): number {
  const { forward, backward, emissions } = chain;
  const first = 1 + 4 * kind + (end - start === 1 ? 3 : 0);
  let label = first;
  let score = forward[start * LABEL_COUNT + first] as number;
  for (let i = start + 1; i < end; i++) {
    const next = 1 + 4 * kind + (i === end - 1 ? 2 : 1);
    score += (transitions[label * LABEL_COUNT + next] as number) + (emissions[i * LABEL_COUNT + next] as number);
    label = next;
  }
  return score + (backward[(end - 1) * LABEL_COUNT + label] as number);
}

/** Best score of a reading in which token `i` has another label than `label`. */
function bestWithout({ forward, backward }: Chain, i: number, label: number): number {
  let best = NEVER;
  for (let l = 0; l < LABEL_COUNT; l++) {
    const score = (forward[i * LABEL_COUNT + l] as number) + (backward[i * LABEL_COUNT + l] as number);
    if (l !== label && score > best) best = score;
  }
  return best;
}

/** @param offset of the stretch in its sentence */
function scoreSpan(
  model: NameModel,
  chain: Chain,
  labels: Uint8Array,
  { start, end, kind }: LabelSpan,
  top: number,
  offset: number,
): ScoredSpan {
  let rival = NEVER;
  for (let i = start; i < end; i++) rival = Math.max(rival, bestWithout(chain, i, labels[i] as number));
  const kinds: number[] = [];
  for (let k = 0; k < NAME_KINDS.length; k++) kinds.push((scoreAs(model, chain, start, end, k) - top) * model.unit);
  return { start: start + offset, end: end + offset, kind, margin: (top - rival) * model.unit, kinds };
}

/** Finds the names of one sentence: Viterbi over its live stretches. Pure, integers only until the margins. */
export function createDecoder(model: NameModel): (sentence: NameSentence) => readonly ScoredSpan[] {
  const sums = createWeightSums(model, LABEL_COUNT, MAX_NAME_FEATURES);
  return (sentence) =>
    liveSegments(sentence).flatMap(({ start, end }) => {
      const chain = runChain(model, emit(sums, sentence, start, end));
      const labels = bestLabels(model, chain);
      const first = labels[0] as number;
      const top = (chain.forward[first] as number) + (chain.backward[first] as number);
      return spansOf(labels).map((span) => scoreSpan(model, chain, labels, span, top, start));
    });
}
