import { type Layer, placeIn } from './layer.ts';
import { parseTsv } from './tsv.ts';

/** Table of a user's own folder that names what of the layers below it is not to be read. */
export const OFF_FILE = 'off.tsv';
const COLUMNS = ['file', 'key'];

/** What one folder switches off. */
export interface SwitchedOff {
  /** Whether the row is switched off; remembers that it was asked for. */
  readonly has: (file: string, key: string) => boolean;
  /** Entries that nothing was found for, with what is wrong. */
  readonly idle: () => readonly { readonly place: string; readonly message: string }[];
}

/** Spaces count once, so that keys can be copied out of a message or typed. */
const plainKey = (key: string): string => key.replaceAll(/\s+/g, ' ').trim();

/** Reads `off.tsv` of a layer: `file` as in the built-in folder, `key` of the row. */
export function readSwitchedOff(layer: Layer, problem: (place: string, message: string) => void): SwitchedOff {
  const text = layer.raw.get(OFF_FILE);
  const table = parseTsv(text ?? '');
  const file = placeIn(layer, OFF_FILE);
  if (text !== undefined)
    for (const column of COLUMNS)
      if (!table.columns.includes(column)) problem(file, `the column "${column}" is missing`);
  const entries = new Map<string, Map<string, { readonly place: string; used: boolean }>>();
  for (const { line, cells } of table.rows) {
    const [of = '', key = ''] = [cells['file'], cells['key']];
    const place = `${file}:${line}`;
    if (!of || !key) problem(place, 'give the file and the key of the row to switch off');
    else entries.set(of, (entries.get(of) ?? new Map()).set(plainKey(key), { place, used: false }));
  }
  return {
    has(of, key) {
      const entry = entries.get(of)?.get(plainKey(key));
      if (entry) entry.used = true;
      return entry !== undefined;
    },
    idle: () =>
      [...entries].flatMap(([of, keys]) =>
        [...keys].flatMap(([key, { place, used }]) =>
          used ? [] : [{ place, message: `${of} has no row "${key}" to switch off` }],
        ),
      ),
  };
}
