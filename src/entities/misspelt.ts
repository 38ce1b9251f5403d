import { foldName } from '../base/fold-name.ts';
import type { GazetteerIndex, Reading } from './gazetteer-index.ts';

/**
 * Names that the gazetteer has in another spelling: "Dehli", "Mumbay", "Al-Jaber" for "Al-Jabir". Transliterations differ in vowels, doubled
 * letters and silent consonants, so names are looked up by the consonants that remain and then compared letter by letter.
 */
export type SpellingIndex = ReadonlyMap<string, readonly (readonly [string, readonly Reading[]])[]>;

/** A single word must be this long: of short words too many are alike. */
const SHORTEST = 5;
/** From this length on a word may differ in two letters. */
const LONG = 8;

/** Consonants of a folded name: without vowels, "h", "w" and "y", one letter for those that transliterations exchange, doubled ones once. */
const skeleton = (name: string): string =>
  name
    .replaceAll(/[aeiouhwy]/g, '')
    .replaceAll(/[cq]/g, 'k')
    .replaceAll('z', 's')
    .replaceAll('v', 'f')
    .replaceAll(/([a-z])\1+/g, '$1');

/** Names by skeleton, some 25,000 of them; built when the first name is looked for. */
export function indexSpellings({ allNames }: GazetteerIndex): SpellingIndex {
  const index = new Map<string, [string, readonly Reading[]][]>();
  for (const [name, readings] of allNames()) {
    const bearers = readings?.filter((r) => r.via !== 'surname' && (name.includes(' ') || r.type !== 'person'));
    if (!bearers?.length || name.length < SHORTEST) continue;
    const key = skeleton(name);
    const same = index.get(key);
    if (same) same.push([name, bearers]);
    else index.set(key, [[name, bearers]]);
  }
  return index;
}

/** The one whom a name in another spelling means; undefined when the gazetteer has nobody, or several, of a name so like it. */
export function misspelt(index: SpellingIndex, text: string): Reading | undefined {
  const name = foldName(text);
  const words = name.split(' ');
  if (words.every((word) => word.length < SHORTEST)) return undefined;
  const found = (index.get(skeleton(name)) ?? []).filter(([other]) => isLike(words, other.split(' ')));
  const readings = found.flatMap(([, r]) => r);
  const [first] = readings;
  return first && readings.every((r) => r.record.id === first.record.id) ? first : undefined;
}

/** The same number of words, the same first letter of each, and few other letters. */
const isLike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length &&
  a.every((word, i) => {
    const other = b[i] ?? '';
    const allowed = word.length < SHORTEST && a.length === 1 ? 0 : word.length < LONG ? 1 : 2;
    return word[0] === other[0] && distance(word, other) <= allowed;
  });

/** Letters to change, add, drop or exchange with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost, swapped));
    }
  }
  return at(a.length, b.length);
}
