import { isMap, isNode, isSeq, LineCounter, parse, parseDocument } from 'yaml';
import { type Layer, layOver, placeIn } from './layer.ts';

/** A value read from YAML of one or more layers, and where in them its parts stand. */
export interface LayeredYaml {
  readonly value: unknown;
  /** `folder/file:line` of the part at a path of the value, if it comes from a folder of the user's own. */
  readonly ownPlace: (path: readonly PropertyKey[]) => string | undefined;
  /** Keys of list entries that come from the user's own folders -> `folder/file:line`. */
  readonly ownEntries: ReadonlyMap<string, string>;
}

export type Complain = (place: string, message: string) => void;

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields by which an entry of a list is known, in the order in which they are looked for. */
const NAMES = ['id', 'name', 'word', 'phrase', 'verb', 'code'];

/** Key of an entry in a list: a plain word itself, `v threaten` where words are told apart by part of speech, else its name. */
export function entryKey(entry: unknown): string {
  if (!isPlain(entry)) return String(entry);
  const name = NAMES.find((field) => entry[field] !== undefined);
  const key = name === undefined ? JSON.stringify(entry) : String(entry[name]);
  return typeof entry['pos'] === 'string' ? `${entry['pos']} ${key}` : key;
}

/**
 * Reads a YAML file of several layers. Maps are laid into each other, lists of words grow, entries of the same key are replaced.
 * @param isOff whether the entry with this key (`classes diplomat envoy`, `names Georgia`) is switched off by the layer of this number
 */
export function readYamlLayers(
  file: string,
  layers: readonly Layer[],
  isOff: (layer: number, key: string) => boolean,
  complain: Complain,
): LayeredYaml {
  const places = new WeakMap<object, string>();
  const ownEntries = new Map<string, string>();
  let value: unknown;
  layers.forEach((layer, number) => {
    const text = layer.raw.get(file);
    const own = layer.label !== '';
    if (own) value = without(value, [], (key) => isOff(number, key));
    if (text === undefined) return;
    const read = own ? readOwn(text, placeIn(layer, file), places, complain) : readBuiltIn(text, file, complain);
    if (own && value !== undefined) checkFields(value, read, [], places, placeIn(layer, file), complain);
    if (own) collectEntries(read, [], places, ownEntries);
    value = value === undefined ? read : read === undefined ? value : lay(value, read);
  });
  return { value, ownPlace: (path) => placeAt(value, path, places), ownEntries };
}

function readBuiltIn(text: string, place: string, complain: Complain): unknown {
  try {
    return parse(text);
  } catch (error) {
    complain(place, messageOf(error));
    return undefined;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Parses and notes the line of every map and list. */
function readOwn(text: string, place: string, places: WeakMap<object, string>, complain: Complain): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault) {
    complain(`${place}:${fault.linePos?.[0].line ?? 1}`, fault.message.split('\n')[0] ?? '');
    return undefined;
  }
  try {
    const value: unknown = document.toJS();
    notePlaces(document.contents, value, (offset) => `${place}:${lines.linePos(offset).line}`, places);
    return value ?? undefined;
  } catch (error) {
    complain(place, messageOf(error));
    return undefined;
  }
}

function notePlaces(
  node: unknown,
  value: unknown,
  placeOf: (offset: number) => string,
  places: WeakMap<object, string>,
): void {
  if (typeof value !== 'object' || value === null || !isNode(node) || places.has(value)) return;
  places.set(value, placeOf(node.range?.[0] ?? 0));
  if (isSeq(node) && Array.isArray(value))
    value.forEach((v, i) => {
      notePlaces(node.items[i], v, placeOf, places);
    });
  else if (isMap(node) && isPlain(value))
    for (const { key, value: inner } of node.items)
      notePlaces(inner, value[String(isNode(key) ? key.toJSON() : key)], placeOf, places);
}

/** The part of a path that stands deepest and has a place. */
function placeAt(value: unknown, path: readonly PropertyKey[], places: WeakMap<object, string>): string | undefined {
  let at: unknown = value;
  let found: string | undefined;
  for (const step of [undefined, ...path]) {
    if (step !== undefined) at = (at as Record<PropertyKey, unknown> | undefined)?.[step];
    if (typeof at !== 'object' || at === null) break;
    found = places.get(at) ?? found;
  }
  return found;
}

function lay(below: unknown, above: unknown): unknown {
  if (Array.isArray(below) && Array.isArray(above)) return layOver<unknown>(below, above, entryKey);
  if (!isPlain(below) || !isPlain(above)) return above;
  const laid = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(above)) laid.set(key, laid.has(key) ? lay(laid.get(key), value) : value);
  return Object.fromEntries(laid);
}

/** The value without the list entries that are switched off. */
function without(value: unknown, path: readonly string[], isOff: (key: string) => boolean): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((entry) => !isOff([...path, entryKey(entry)].join(' ')));
    return kept.length < value.length ? kept : value;
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, without(v, [...path, k], isOff)]));
}

/** Fields of a user's own file that the built-in one does not use are slips that would be read as nothing. */
function checkFields(
  below: unknown,
  above: unknown,
  path: readonly string[],
  places: WeakMap<object, string>,
  file: string,
  complain: Complain,
): void {
  if (isPlain(below) && !isPlain(above) && above !== undefined && path.length === 0)
    complain(file, `the file must be a map with ${listOf(Object.keys(below))}`);
  if (isPlain(below) && isPlain(above)) {
    for (const [key, value] of Object.entries(above)) {
      if (path.length === 0 && !Object.hasOwn(below, key))
        complain(file, `"${key}" is not read; there are ${listOf(Object.keys(below))}`);
      else
        checkFields(Object.hasOwn(below, key) ? below[key] : undefined, value, [...path, key], places, file, complain);
    }
  }
  if (!Array.isArray(below) || !Array.isArray(above) || !below.some(isPlain)) return;
  const known = new Set([...below.flatMap((e) => (isPlain(e) ? Object.keys(e) : [])), 'note', 'example', 'source']);
  for (const entry of above) {
    const odd = isPlain(entry) ? Object.keys(entry).find((field) => !known.has(field)) : undefined;
    if (odd !== undefined)
      complain(places.get(entry as object) ?? file, `the field "${odd}" is not read; there are ${listOf([...known])}`);
  }
}

const listOf = (words: readonly string[]): string => words.map((w) => `"${w}"`).join(', ');

function collectEntries(
  value: unknown,
  path: readonly string[],
  places: WeakMap<object, string>,
  entries: Map<string, string>,
): void {
  if (Array.isArray(value)) {
    for (const entry of value) {
      const place = places.get(isPlain(entry) ? entry : value);
      if (place) entries.set([...path, entryKey(entry)].join(' '), place);
    }
  } else if (isPlain(value))
    for (const [key, inner] of Object.entries(value)) collectEntries(inner, [...path, key], places, entries);
}
