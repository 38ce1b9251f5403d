import type { Matrix } from './layers.ts';
import type { Parameter } from './parameters.ts';

/** The embedding tables and the rows of each that this step looked up. */
export type Lookups = readonly { readonly table: Parameter; readonly touched: Set<number> }[];

/** Writes the vectors of all tables side by side. @param ids [rows][tables] */
export function lookUp(f32: Float32Array, lookups: Lookups, ids: Int32Array, rows: number, out: Matrix): void {
  let at = out.at / 4;
  for (let row = 0; row < rows; row++) {
    lookups.forEach(({ table: { value, columns } }, t) => {
      const from = value / 4 + (ids[row * lookups.length + t] as number) * columns;
      f32.copyWithin(at, from, from + columns);
      at += columns;
    });
  }
}

/** Adds the gradients of the input to those of the vectors that it was made of. */
export function addLookups(
  f32: Float32Array,
  lookups: Lookups,
  ids: Int32Array,
  rows: number,
  gradient: Matrix,
  worker: number,
): void {
  let from = gradient.at / 4;
  for (let row = 0; row < rows; row++) {
    lookups.forEach(({ table: { gradients, columns }, touched }, t) => {
      const id = ids[row * lookups.length + t] as number;
      touched.add(id);
      const to = (gradients[worker] ?? 0) / 4 + id * columns;
      for (let i = 0; i < columns; i++) f32[to + i] = (f32[to + i] as number) + (f32[from + i] as number);
      from += columns;
    });
  }
}
