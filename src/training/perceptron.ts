/** Averaged perceptron over hashed features: the weight of feature `f` for class `c` stands at `(f & mask) + c`. */
export interface Perceptron {
  /** One step of time; updates are weighed by how long they lasted. */
  tick(): void;
  /** The class with the highest score of the first `count` features. */
  best(features: Int32Array, count: number): number;
  update(features: Int32Array, count: number, right: number, wrong: number): void;
  /** Weights averaged over all ticks. */
  average(): Float64Array;
}

/**
 * @param bits log2 of the number of feature slots
 * @param classes number of classes
 */
export function createPerceptron(bits: number, classes: number): Perceptron {
  const size = 2 ** bits + classes;
  const mask = 2 ** bits - 1;
  const weights = new Int32Array(size);
  const totals = new Float64Array(size);
  const since = new Int32Array(size);
  const scores = new Int32Array(classes);
  let time = 0;
  const settle = (slot: number, by: number): void => {
    const weight = weights[slot] as number;
    totals[slot] = (totals[slot] as number) + (time - (since[slot] as number)) * weight;
    since[slot] = time;
    weights[slot] = weight + by;
  };
  return {
    tick() {
      time++;
    },
    best(features, count) {
      scores.fill(0);
      for (let f = 0; f < count; f++) {
        const base = (features[f] as number) & mask;
        for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[base + c] as number);
      }
      let top = 0;
      for (let c = 1; c < classes; c++) if ((scores[c] as number) > (scores[top] as number)) top = c;
      return top;
    },
    update(features, count, right, wrong) {
      for (let f = 0; f < count; f++) {
        const base = (features[f] as number) & mask;
        settle(base + right, 1);
        settle(base + wrong, -1);
      }
    },
    average() {
      const out = new Float64Array(size);
      for (let slot = 0; slot < size; slot++) {
        settle(slot, 0);
        out[slot] = (totals[slot] as number) / Math.max(1, time);
      }
      return out;
    },
  };
}
