import { type ParserSizes, TABLES } from '../../language/parser-model.ts';
import type { Matrix, Rows } from './layers.ts';

/** What was left out of one shard: factors, 0 or above 1, parallel to the rows. */
export interface Masks {
  /** Row of each table for each row of the shard, with hidden words. */
  readonly ids: Int32Array;
  readonly input: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** Leaves units of another matrix out and gives the factors. */
  readonly drop: (matrix: Matrix) => Float32Array;
}

/** Chance that the vector of a table stays: whole words and tags are hidden more often than shapes and affixes. */
const KEEP_TABLE = { word: 0.9, suffix: 0.93, prefix: 0.93, shape: 0.93, tag: 0.85 } as const;
const KEEP_UNIT = 0.85;

/** Hides whole vectors and single units of the input; affixes and shape go together. */
export function hideInput(
  f32: Float32Array,
  matrix: Matrix,
  rows: number,
  sizes: ParserSizes,
  random: () => number,
): Float32Array {
  const mask = new Float32Array(rows * matrix.columns);
  const base = matrix.at / 4;
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const form = random() < KEEP_TABLE.suffix ? 1 : 0;
    for (const table of TABLES) {
      const keep = table === 'word' || table === 'tag' ? (random() < KEEP_TABLE[table] ? 1 : 0) : form;
      for (let i = 0; i < sizes[table]; i++, at++) {
        const factor = keep === 1 && random() < KEEP_UNIT ? 1 / KEEP_UNIT : 0;
        mask[at] = factor;
        f32[base + at] = (f32[base + at] as number) * factor;
      }
    }
  }
  return mask;
}

/** Leaves the same units out of all rows of a sentence. */
export function dropUnits(
  f32: Float32Array,
  { at, columns }: Matrix,
  sentences: readonly Rows[],
  rate: number,
  random: () => number,
): Float32Array {
  const last = sentences.at(-1);
  const mask = new Float32Array(((last?.start ?? 0) + (last?.count ?? 0)) * columns);
  for (const { start, count } of sentences) {
    const factors = Float32Array.from({ length: columns }, () => (random() < rate ? 0 : 1 / (1 - rate)));
    for (let row = start; row < start + count; row++) mask.set(factors, row * columns);
  }
  const base = at / 4;
  for (let i = 0; i < mask.length; i++) f32[base + i] = (f32[base + i] as number) * (mask[i] as number);
  return mask;
}
