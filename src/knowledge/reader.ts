import type { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Layer, type LayeredRow, layOver, placeIn, type RawData } from './layer.ts';
import { OFF_FILE, readSwitchedOff, type SwitchedOff } from './switched-off.ts';
import { parseTsv, values } from './tsv.ts';
import { readYamlLayers } from './yaml-layers.ts';

/** Row id, frame id, or `file: key` -> `file:line`. */
export type RowPlaces = ReadonlyMap<string, string>;

/** Reads the text files of data folders laid over each other, and collects what is wrong in them, so that one run names everything. */
export interface Reader {
  readonly diagnostics: readonly Diagnostic[];
  readonly places: Map<string, string>;
  /** Row ids, frame ids and `file: key` that come from folders of the user's own. */
  readonly own: Set<string>;
  /** Names of the files of all layers, sorted. */
  readonly files: readonly string[];
  /** @param place file, `file:line`, or `file: path of the value`. */
  problem(place: string, message: string): void;
  /** The value of a YAML file; undefined when the file is missing or not of that shape. */
  yaml<T>(file: string, schema: z.ZodType<T>): T | undefined;
  /**
   * The rows of TSV files that have all of these columns, and whose rows have no more cells than columns; of two layers the upper one's row
   * where both have the key.
   */
  table(files: string | readonly string[], columns: readonly string[], keyOf: KeyOf): readonly LayeredRow[];
  /** The rows of a TSV file with a column `id`; a row without an id, or with one that was read before, is left out. */
  records<T>(
    file: string,
    columns: readonly string[],
    read: (cells: LayeredRow['cells'], complain: (message: string) => void) => T,
  ): T[];
  /** Lines that are neither empty nor comments. */
  lines(file: string): string[];
  /** Complains of what the user's own folders hold and nothing has asked for; to be called when everything is read. */
  finish(): void;
}

type KeyOf = (cells: LayeredRow['cells']) => string;

/** Table of a user's own folder that gives further names to rows of the layers below. */
const ALIASES_FILE = 'gazetteer/aliases.tsv';

/** No more findings of one YAML file than this: a file of another kind would give hundreds. */
const MOST_ISSUES = 20;

/**
 * @param raw file name relative to the data folder -> content
 * @param over folders of the user's own, the uppermost last; each may hold any of the files
 */
export function createReader(raw: RawData, over: readonly Layer[] = []): Reader {
  const layers = [{ label: '', raw }, ...over];
  const diagnostics: Diagnostic[] = [];
  const asked = new Set([OFF_FILE, ALIASES_FILE]);
  const problem = (place: string, message: string): void => {
    diagnostics.push({ code: 'knowledge/invalid', severity: 'error', place, message });
  };
  const off = layers.map((layer) => readSwitchedOff(layer, problem));
  const textsOf = (file: string) => {
    asked.add(file);
    return textsIn(layers, file, problem);
  };
  const table: Reader['table'] = (files, columns, keyOf) => {
    const tables = [files].flat().map((file) => ({ file, texts: textsOf(file) }));
    return layOverTables(tables, off, keyOf, (layer, file, text) => readTable(layer, file, text, columns, problem));
  };
  const aliases = readAliases(layers, problem);
  const reader: Reader = {
    diagnostics,
    places: new Map(),
    own: new Set(),
    files: [...new Set(layers.flatMap((layer) => [...layer.raw.keys()]))].sort(),
    problem,
    table,
    yaml(file, schema) {
      const texts = textsOf(file).map(([layer, text]) => ({
        ...layer,
        raw: new Map(text === undefined ? [] : [[file, text]]),
      }));
      return readYaml(reader, file, texts, (layer, key) => off[layer]?.has(file, key) ?? false, schema);
    },
    records: (file, columns, read) =>
      table(file, columns, (cells) => cells['id'] ?? '').flatMap((row) => readRecord(reader, aliases, row, read)),
    lines: (file) =>
      textsOf(file).reduce<string[]>(
        (below, [, text], number) => [
          ...below.filter((line) => !(number > 0 && off[number]?.has(file, line))),
          ...linesOf(text),
        ],
        [],
      ),
    finish() {
      for (const layer of over)
        for (const file of layer.raw.keys())
          if (!asked.has(file)) problem(placeIn(layer, file), 'no file of this name is read: see data/README.md');
      for (const { place, message } of [...off.flatMap((o) => o.idle()), ...aliases.idle()]) problem(place, message);
    },
  };
  return reader;
}

type LayerTexts = readonly (readonly [Layer, string | undefined])[];

/** The rows of tables of one kind, those of each layer laid over what lies below and is not switched off. */
function layOverTables(
  tables: readonly { readonly file: string; readonly texts: LayerTexts }[],
  off: readonly SwitchedOff[],
  keyOf: (cells: LayeredRow['cells']) => string,
  rowsOf: (layer: Layer, file: string, text: string) => readonly LayeredRow[],
): readonly LayeredRow[] {
  return off.reduce<readonly LayeredRow[]>((below, switchedOff, number) => {
    const kept = number === 0 ? below : below.filter((row) => !switchedOff.has(row.file, keyOf(row.cells)));
    const rows = tables.flatMap(({ file, texts }) => {
      const [layer, text] = texts[number] ?? [];
      return layer && text !== undefined ? rowsOf(layer, file, text) : [];
    });
    return layOver(kept, rows, (row) => keyOf(row.cells));
  }, []);
}

/** What each layer has of a file; a file that none has is missing. */
function textsIn(layers: readonly Layer[], file: string, problem: Reader['problem']): LayerTexts {
  if (!layers.some((layer) => layer.raw.has(file))) problem(file, 'the file is missing');
  // A byte order mark would become part of the first column's name.
  return layers.map((layer) => [layer, layer.raw.get(file)?.replace(/^\uFEFF/, '')]);
}

/** Lines without blanks and comments. */
const linesOf = (text = ''): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));

function readRecord<T>(
  reader: Reader,
  aliases: Aliases,
  { place, own, cells }: LayeredRow,
  read: (cells: LayeredRow['cells'], complain: (message: string) => void) => T,
): T[] {
  const id = cells['id'] ?? '';
  const earlier = reader.places.get(id);
  if (!id || earlier) {
    reader.problem(place, id ? `the id "${id}" stands in ${earlier} too` : 'the row has no id');
    return [];
  }
  const more = aliases.of(id);
  reader.places.set(id, more?.place ?? place);
  if (own || more) reader.own.add(id);
  const all = more ? { ...cells, aliases: [...values(cells['aliases']), ...more.names].join(' | ') } : cells;
  return [read(all, (message) => reader.problem(place, message))];
}

function readTable(
  layer: Layer,
  file: string,
  text: string,
  columns: readonly string[],
  problem: (place: string, message: string) => void,
): readonly LayeredRow[] {
  const where = placeIn(layer, file);
  const table = parseTsv(text);
  const missing = columns.filter((c) => !table.columns.includes(c));
  for (const column of missing) problem(where, `the column "${column}" is missing`);
  for (const line of table.ragged) problem(`${where}:${line}`, 'the row has more cells than there are columns');
  if (missing.length) return [];
  return table.rows.map(({ line, cells }) => ({ file, place: `${where}:${line}`, own: layer.label !== '', cells }));
}

function readYaml<T>(
  reader: Reader,
  file: string,
  layers: readonly Layer[],
  isOff: (layer: number, key: string) => boolean,
  schema: z.ZodType<T>,
): T | undefined {
  const { value, ownPlace, ownEntries } = readYamlLayers(file, layers, isOff, reader.problem);
  if (value === undefined) return undefined;
  for (const [key, place] of ownEntries) {
    // Lints name an entry of a list by what stands behind the name of the list.
    const entry = `${file}: ${key.slice(key.indexOf(' ') + 1)}`;
    reader.places.set(entry, place);
    reader.own.add(entry);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  for (const issue of read.error.issues.slice(0, MOST_ISSUES)) {
    const place = ownPlace(issue.path) ?? (issue.path.length ? `${file}: ${issue.path.join('.')}` : file);
    reader.problem(place, ownPlace(issue.path) ? `${String(issue.path.at(-1))}: ${issue.message}` : issue.message);
  }
  return undefined;
}

interface Aliases {
  readonly of: (id: string) => { readonly names: readonly string[]; readonly place: string } | undefined;
  readonly idle: () => readonly { readonly place: string; readonly message: string }[];
}

/** `gazetteer/aliases.tsv` of the user's own folders: `id`, `aliases`. */
function readAliases(layers: readonly Layer[], problem: (place: string, message: string) => void): Aliases {
  const byId = new Map<string, { names: readonly string[]; place: string; used: boolean }>();
  for (const layer of layers) {
    const text = layer.raw.get(ALIASES_FILE);
    if (text === undefined) continue;
    for (const { place, cells } of readTable(layer, ALIASES_FILE, text, ['id', 'aliases'], problem)) {
      const id = cells['id'] ?? '';
      const names = [...(byId.get(id)?.names ?? []), ...values(cells['aliases'])];
      byId.set(id, { names, place, used: false });
    }
  }
  return {
    of(id) {
      const found = byId.get(id);
      if (found) found.used = true;
      return found;
    },
    idle: () =>
      [...byId].flatMap(([id, { place, used }]) =>
        used ? [] : [{ place, message: `there is no row "${id}" to which these names could be added` }],
      ),
  };
}
