import { FINAL, LABEL_COUNT, OUTSIDE, PREDECESSORS } from '../language/name-labels.ts';

/** Weights being learned, with the sums of squared gradients by which AdaGrad damps each of them. */
export interface NameWeights {
  readonly bits: number;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly transitions: Float32Array;
  readonly transitionSquares: Float32Array;
}

export const newNameWeights = (bits: number): NameWeights => ({
  bits,
  weights: new Float32Array(2 ** bits + LABEL_COUNT),
  squares: new Float32Array(2 ** bits + LABEL_COUNT),
  transitions: new Float32Array(LABEL_COUNT * LABEL_COUNT),
  transitionSquares: new Float32Array(LABEL_COUNT * LABEL_COUNT),
});

/** Slots of the features of each token of a live stretch: those of token `i` are `slots[offsets[i] … offsets[i + 1]]`. */
export interface NameChain {
  readonly slots: Int32Array;
  readonly offsets: Int32Array;
  readonly gold: Uint8Array;
}

interface Marginals {
  /** Probability of each label of each token. */
  readonly nodes: Float64Array;
  /** Expected number of each pair of neighbours. */
  readonly edges: Float64Array;
}

/**
 * Forward-backward over one chain; before and behind it stands a token outside of names.
 * @param emissions scores of labels by token, log scale
 */
function marginalsOf(emissions: Float64Array, transitions: Float32Array): Marginals {
  const factor = Float64Array.from(transitions, Math.exp);
  const emit = exponentials(emissions);
  const { forward, scales } = runForward(emit, factor);
  const last = emissions.length - LABEL_COUNT;
  const total = FINAL.reduce((sum, l) => sum + (forward[last + l] as number), 0);
  const backward = new Float64Array(emissions.length);
  for (const l of FINAL) backward[last + l] = 1;
  const edges = new Float64Array(LABEL_COUNT * LABEL_COUNT);
  for (let row = last; row > 0; row -= LABEL_COUNT) {
    for (let l = 0; l < LABEL_COUNT; l++) {
      const rest = ((emit[row + l] as number) * (backward[row + l] as number)) / (scales[row / LABEL_COUNT] as number);
      if (rest === 0) continue;
      for (const p of PREDECESSORS[l] as Uint8Array) {
        const pair = p * LABEL_COUNT + l;
        const before = row - LABEL_COUNT + p;
        const step = (factor[pair] as number) * rest;
        backward[before] = (backward[before] as number) + step;
        edges[pair] = (edges[pair] as number) + ((forward[before] as number) * step) / total;
      }
    }
  }
  const nodes = forward.map((value, i) => (value * (backward[i] as number)) / total);
  for (let l = 0; l < LABEL_COUNT; l++) {
    const pair = OUTSIDE * LABEL_COUNT + l;
    edges[pair] = (edges[pair] as number) + (nodes[l] as number);
  }
  return { nodes, edges };
}

/** Forward sums, scaled to one at each token, and the scales. */
function runForward(emit: Float64Array, factor: Float64Array): { forward: Float64Array; scales: Float64Array } {
  const forward = new Float64Array(emit.length);
  const scales = new Float64Array(emit.length / LABEL_COUNT);
  for (let row = 0; row < emit.length; row += LABEL_COUNT) {
    let sum = 0;
    for (let l = 0; l < LABEL_COUNT; l++) {
      let reach = 0;
      for (const p of PREDECESSORS[l] as Uint8Array) {
        const before = row > 0 ? (forward[row - LABEL_COUNT + p] as number) : p === OUTSIDE ? 1 : 0;
        reach += before * (factor[p * LABEL_COUNT + l] as number);
      }
      const value = reach * (emit[row + l] as number);
      forward[row + l] = value;
      sum += value;
    }
    scales[row / LABEL_COUNT] = sum;
    for (let l = 0; l < LABEL_COUNT; l++) forward[row + l] = (forward[row + l] as number) / sum;
  }
  return { forward, scales };
}

/** exp of each score less the highest of its token. */
function exponentials(emissions: Float64Array): Float64Array {
  const out = new Float64Array(emissions.length);
  for (let row = 0; row < emissions.length; row += LABEL_COUNT) {
    let top = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < LABEL_COUNT; l++) top = Math.max(top, emissions[row + l] as number);
    for (let l = 0; l < LABEL_COUNT; l++) out[row + l] = Math.exp((emissions[row + l] as number) - top);
  }
  return out;
}

export interface StepSettings {
  readonly rate: number;
  /** Share of the features left out at random, so that the rest learn to do without. */
  readonly dropout: number;
  readonly random: () => number;
  /** How much the example counts. */
  readonly weight: number;
}

/** Slopes smaller than this are not worth a step. */
const LEAST = 1e-3;
/** Keeps the first steps small. */
const DAMPING = 1e-2;

/** One step of AdaGrad on one chain. Returns the share of tokens whose right label was likelier than all others together. */
export function learnChain(model: NameWeights, chain: NameChain, settings: StepSettings): number {
  const kept = Uint8Array.from(chain.slots, () => (settings.random() < settings.dropout ? 0 : 1));
  const { nodes, edges } = marginalsOf(scoreChain(model, chain, kept, settings.dropout), model.transitions);
  let before = OUTSIDE;
  let right = 0;
  chain.gold.forEach((label, i) => {
    const pair = before * LABEL_COUNT + label;
    edges[pair] = (edges[pair] as number) - 1;
    before = label;
    if ((nodes[i * LABEL_COUNT + label] as number) > 0.5) right++;
    for (let l = 0; l < LABEL_COUNT; l++) {
      const slope = ((l === label ? 1 : 0) - (nodes[i * LABEL_COUNT + l] as number)) * settings.weight;
      if (Math.abs(slope) >= LEAST) stepToken(model, chain, kept, i, l, slope, settings.rate);
    }
  });
  edges.forEach((edge, k) => {
    const slope = -edge * settings.weight;
    if (Math.abs(slope) >= LEAST) step(model.transitions, model.transitionSquares, k, slope, settings.rate);
  });
  return right / chain.gold.length;
}

/** Scores of labels by token, with some features left out and the others raised in their stead. */
function scoreChain({ weights }: NameWeights, chain: NameChain, kept: Uint8Array, dropout: number): Float64Array {
  const { slots, offsets, gold } = chain;
  const out = new Float64Array(gold.length * LABEL_COUNT);
  const boost = 1 / (1 - dropout);
  for (let i = 0; i < gold.length; i++) {
    const row = i * LABEL_COUNT;
    for (let f = offsets[i] as number; f < (offsets[i + 1] as number); f++) {
      if (kept[f] === 0) continue;
      const slot = slots[f] as number;
      for (let l = 0; l < LABEL_COUNT; l++) out[row + l] = (out[row + l] as number) + (weights[slot + l] as number);
    }
  }
  return out.map((score) => score * boost);
}

function stepToken(
  { weights, squares }: NameWeights,
  { slots, offsets }: NameChain,
  kept: Uint8Array,
  i: number,
  label: number,
  slope: number,
  rate: number,
): void {
  for (let f = offsets[i] as number; f < (offsets[i + 1] as number); f++) {
    if (kept[f] !== 0) step(weights, squares, (slots[f] as number) + label, slope, rate);
  }
}

function step(weights: Float32Array, squares: Float32Array, at: number, slope: number, rate: number): void {
  const square = (squares[at] as number) + slope * slope;
  squares[at] = square;
  weights[at] = (weights[at] as number) + (rate * slope) / Math.sqrt(square + DAMPING);
}
