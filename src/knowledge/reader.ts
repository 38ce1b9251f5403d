import { parse } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import { parseTsv, type TsvRow } from './tsv.ts';

/** Row id or frame id -> `file:line`. */
export type RowPlaces = ReadonlyMap<string, string>;

/** Reads the text files of a data folder and collects what is wrong in them, so that one run names everything. */
export interface Reader {
  readonly diagnostics: readonly Diagnostic[];
  readonly places: Map<string, string>;
  /** @param place file, `file:line`, or `file: path of the value`. */
  problem(place: string, message: string): void;
  /** The value of a YAML file; undefined when the file is missing or not of that shape. */
  yaml<T>(file: string, schema: z.ZodType<T>): T | undefined;
  /** The rows of a TSV file that has all of these columns, and whose rows have no more cells than columns. */
  table(file: string, columns: readonly string[]): readonly TsvRow[];
  /** The rows of a TSV file with a column `id`; a row without an id, or with one that was read before, is left out. */
  records<T>(
    file: string,
    columns: readonly string[],
    read: (cells: TsvRow['cells'], complain: (message: string) => void) => T,
  ): T[];
  /** Lines that are neither empty nor comments. */
  lines(file: string): string[];
}

/** No more findings of one YAML file than this: a file of another kind would give hundreds. */
const MOST_ISSUES = 20;

/** @param raw file name relative to the data folder -> content */
export function createReader(raw: ReadonlyMap<string, string>): Reader {
  const diagnostics: Diagnostic[] = [];
  const reader: Reader = {
    diagnostics,
    places: new Map(),
    problem(place, message) {
      diagnostics.push({ code: 'knowledge/invalid', severity: 'error', place, message });
    },
    yaml: (file, schema) => readYaml(reader, textOf(reader, raw, file), file, schema),
    table: (file, columns) => readTable(reader, textOf(reader, raw, file), file, columns),
    records: (file, columns, read) =>
      reader.table(file, columns).flatMap(({ line, cells }) => {
        const [id, place] = [cells['id'] ?? '', `${file}:${line}`];
        const earlier = reader.places.get(id);
        if (!id || earlier) reader.problem(place, id ? `the id "${id}" stands in ${earlier} too` : 'the row has no id');
        else reader.places.set(id, place);
        return id && !earlier ? [read(cells, (message) => reader.problem(place, message))] : [];
      }),
    lines: (file) =>
      (textOf(reader, raw, file) ?? '')
        .split(/\r?\n/)
        .map((l) => l.trim())
        .filter((l) => l && !l.startsWith('#')),
  };
  return reader;
}

function textOf(reader: Reader, raw: ReadonlyMap<string, string>, file: string): string | undefined {
  const text = raw.get(file);
  if (text === undefined) reader.problem(file, 'the file is missing');
  // A byte order mark would become part of the first column's name.
  return text?.replace(/^\uFEFF/, '');
}

function readYaml<T>(reader: Reader, text: string | undefined, file: string, schema: z.ZodType<T>): T | undefined {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    reader.problem(file, error instanceof Error ? error.message : String(error));
    return undefined;
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  for (const issue of read.error.issues.slice(0, MOST_ISSUES))
    reader.problem(issue.path.length ? `${file}: ${issue.path.join('.')}` : file, issue.message);
  return undefined;
}

function readTable(
  reader: Reader,
  text: string | undefined,
  file: string,
  columns: readonly string[],
): readonly TsvRow[] {
  if (text === undefined) return [];
  const table = parseTsv(text);
  const missing = columns.filter((c) => !table.columns.includes(c));
  for (const column of missing) reader.problem(file, `the column "${column}" is missing`);
  for (const line of table.ragged) reader.problem(`${file}:${line}`, 'the row has more cells than there are columns');
  return missing.length ? [] : table.rows;
}
