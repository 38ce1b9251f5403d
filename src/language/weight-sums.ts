import { createKernel } from './kernel.ts';
import { BLOCK, padded } from './kernel-products.ts';

/** Adds up the weights of features for all classes of a linear model. */
export interface WeightSums {
  /** Place for the features of one item, hashes as they are. */
  readonly features: Int32Array;
  /**
   * @param count of features that were written
   * @returns for each class the sum of its weights, that of feature `f` for class `k` being `weights[(f & mask) + k]`; written over by the next call
   */
  sum(count: number): Int32Array;
}

/** Where the memory of the kernel begins to be used. */
const START = 64;

/**
 * @param weights mask + 1 + classes numbers
 * @param most features of one item
 * @param kind `js` forces the plain kernel
 */
export function createWeightSums(
  { weights, mask }: { readonly weights: Int16Array; readonly mask: number },
  classes: number,
  most: number,
  kind?: 'wasm' | 'js',
): WeightSums {
  // Two blocks are summed at once. Behind the last weight the kernel reads to their end.
  const columns = Math.ceil(classes / (2 * BLOCK)) * 2 * BLOCK;
  const features = padded(START + 2 * (mask + 1 + columns));
  const sums = padded(features + 4 * most);
  const kernel = createKernel(sums + 4 * columns, kind);
  new Int16Array(kernel.buffer, START).set(weights);
  const view = new Int32Array(kernel.buffer, sums, classes);
  return {
    features: new Int32Array(kernel.buffer, features, most),
    sum(count) {
      kernel.sumWeights(START, mask, features, count, columns, sums);
      return view;
    },
  };
}
