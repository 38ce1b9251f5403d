import type { TsvRow } from './tsv.ts';

/** File name relative to a data folder -> content. */
export type RawData = ReadonlyMap<string, string>;

/** A folder that is read over the built-in `data/`: rows of it are added, or replace those of the same key. */
export interface Layer {
  /** Stands before its files in messages: the folder as the user wrote it. Empty for the built-in one. */
  readonly label: string;
  readonly raw: RawData;
}

/** A row of a table with where it comes from. */
export interface LayeredRow {
  readonly file: string;
  /** `file:line`, in a folder of the user's own with the folder before it. */
  readonly place: string;
  /** Comes from a folder of the user's own. */
  readonly own: boolean;
  readonly cells: TsvRow['cells'];
}

/** Where a file of a layer stands. */
export const placeIn = (layer: Layer, file: string): string => (layer.label ? `${layer.label}/${file}` : file);

/**
 * Lays rows over others: those of a key that stood there before are replaced in their place, the rest is added behind. Several rows of one
 * key in the same layer stay together.
 */
export function layOver<T>(below: readonly T[], above: readonly T[], keyOf: (row: T) => string): readonly T[] {
  if (above.length === 0) return below;
  const over = new Map<string, T[]>();
  for (const row of above) {
    const rows = over.get(keyOf(row));
    if (rows) rows.push(row);
    else over.set(keyOf(row), [row]);
  }
  const replaced = new Set<string>();
  const kept = below.flatMap((row) => {
    const key = keyOf(row);
    const rows = over.get(key);
    if (!rows) return [row];
    if (replaced.has(key)) return [];
    replaced.add(key);
    return rows;
  });
  return [...kept, ...above.filter((row) => !replaced.has(keyOf(row)))];
}
