/** One line of a TSV file: cells by column name, with its line number for messages. */
export interface TsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface TsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly TsvRow[];
  /** Lines whose number of cells doesn't fit the header. */
  readonly ragged: readonly number[];
}

/** Reads a TSV file with a header; `#` lines are comments. Missing cells at the end of a line count as empty. */
export function parseTsv(text: string): TsvTable {
  let columns: string[] | undefined;
  const rows: TsvRow[] = [];
  const ragged: number[] = [];
  text.split(/\r?\n/).forEach((raw, i) => {
    if (!raw.trim() || raw.startsWith('#')) return;
    const values = raw.split('\t').map((v) => v.trim());
    if (!columns) {
      columns = values;
      return;
    }
    if (values.length > columns.length) ragged.push(i + 1);
    rows.push({ line: i + 1, cells: Object.fromEntries(columns.map((c, k) => [c, values[k] ?? ''])) });
  });
  return { columns: columns ?? [], rows, ragged };
}

/** Splits a cell of several values at ` | `. */
export const values = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((v) => v.trim())
    .filter(Boolean);
