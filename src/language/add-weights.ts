/**
 * Adds the weights of features to the sums of all classes: of feature `f` for class `k` the weight at `(f & mask) + k`.
 * Four features at once, since reading and writing the sums takes longer than adding.
 */
export function addWeights(weights: Int16Array, mask: number, features: Int32Array, sums: Int32Array): void {
  const classes = sums.length;
  let f = 0;
  for (; f + 4 <= features.length; f += 4) {
    const a = (features[f] as number) & mask;
    const b = (features[f + 1] as number) & mask;
    const c = (features[f + 2] as number) & mask;
    const d = (features[f + 3] as number) & mask;
    for (let k = 0; k < classes; k++) {
      const two = (weights[a + k] as number) + (weights[b + k] as number);
      const four = two + (weights[c + k] as number) + (weights[d + k] as number);
      sums[k] = (sums[k] as number) + four;
    }
  }
  for (; f < features.length; f++) {
    const base = (features[f] as number) & mask;
    for (let k = 0; k < classes; k++) sums[k] = (sums[k] as number) + (weights[base + k] as number);
  }
}
