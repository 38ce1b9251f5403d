import type { PackedMatrix } from './parser-model.ts';

/** Fixed point of the embeddings. */
export const INPUT_UNIT = 4096;

/** Rows of the five tables for one word, in the order of `TABLES`. */
export type TableRows = readonly number[];

/** An embedding table in fixed point; each row is made when it is first read, since a text needs few of them. */
export interface FixedTable extends PackedMatrix {
  readonly fixed: Int16Array;
  /** 1 for the rows that are made. */
  readonly made: Uint8Array;
}

export const toFixed = (matrix: PackedMatrix): FixedTable => ({
  ...matrix,
  fixed: new Int16Array(matrix.rows * matrix.columns),
  made: new Uint8Array(matrix.rows),
});

function makeRow({ values, scales, columns, fixed, made }: FixedTable, row: number): void {
  const scale = (scales[row] as number) * INPUT_UNIT;
  for (let i = row * columns; i < (row + 1) * columns; i++) fixed[i] = Math.round((values[i] as number) * scale);
  made[row] = 1;
}

/** Writes the vectors of the words, those of all tables side by side, to `out` from `at` on. */
export function writeVectors(
  tables: readonly FixedTable[],
  words: readonly TableRows[],
  out: Int16Array,
  at: number,
): void {
  let to = at;
  for (const rows of words) {
    for (let t = 0; t < tables.length; t++) {
      const table = tables[t] as FixedTable;
      const row = rows[t] as number;
      if (table.made[row] === 0) makeRow(table, row);
      const from = row * table.columns;
      for (let i = 0; i < table.columns; i++) out[to + i] = table.fixed[from + i] as number;
      to += table.columns;
    }
  }
}
