import { foldName, isAllCaps, isCapitalized, namePieces, plain, slug } from '../base/fold-name.ts';
import { createNamesByFirst, type NamesByFirst } from '../base/names-by-first.ts';
import { once } from '../base/once.ts';
import type {
  CountryRecord,
  Knowledge,
  OrganizationRecord,
  PersonRecord,
  PlaceRecord,
} from '../knowledge/knowledge.ts';
import type { TokenIndex } from '../model/span.ts';
import { firstName, gendersOf } from './first-names.ts';
import { isHyphen, type TextView } from './text-view.ts';

/** What a name may stand for. `surname`: only together with context. */
export type Reading =
  | {
      readonly type: 'country';
      readonly record: CountryRecord;
      readonly via: 'name' | 'adjective' | 'people';
      readonly alias: string;
    }
  | { readonly type: 'place'; readonly record: PlaceRecord; readonly via: 'name'; readonly alias: string }
  | {
      readonly type: 'organization';
      readonly record: OrganizationRecord;
      readonly via: 'name' | 'adjective';
      readonly alias: string;
    }
  | {
      readonly type: 'person';
      readonly record: PersonRecord;
      readonly via: 'name' | 'surname';
      readonly alias: string;
    };

export interface GazetteerMatch {
  readonly start: TokenIndex;
  readonly end: TokenIndex;
  readonly readings: readonly Reading[];
}

/** Folded name, or the first pieces of one (no readings yet), -> readings. One flat map builds faster than nodes. */
type NameMap = Map<string, Reading[] | null>;
type Names = NamesByFirst<Reading, Reading[] | null>;

export interface GazetteerIndex {
  /** The names that begin with a piece, in lower case. */
  readonly namesFrom: (first: string) => ReadonlyMap<string, readonly Reading[] | null> | undefined;
  /** What a folded name may stand for. */
  readonly readingsOf: (folded: string) => readonly Reading[];
  readonly allNames: () => Iterable<readonly [string, readonly Reading[] | null]>;
  readonly countries: ReadonlyMap<string, CountryRecord>;
  readonly places: ReadonlyMap<string, PlaceRecord>;
  readonly organizations: ReadonlyMap<string, OrganizationRecord>;
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** Folded name -> bodies that bear it. */
  readonly organizationsNamed: (folded: string) => readonly OrganizationRecord[];
  /** Place id -> countries whose capital it is or was. */
  readonly capitals: ReadonlyMap<string, readonly CountryRecord[]>;
  /** Lower-case first names of known people: weak evidence that an unknown name is a person's. */
  readonly firstNames: ReadonlySet<string>;
  /** Those of them that only men, or only women, bear: at least two people. */
  readonly gendersOfFirstNames: () => ReadonlyMap<string, 'm' | 'f'>;
  /** Id of a people -> the region of its one state that is called after it: Catalans, Catalonia. */
  readonly regionsOfPeoples: () => ReadonlyMap<string, PlaceRecord>;
}

/** Builds the index of all names. */
export function indexGazetteer(knowledge: Knowledge): GazetteerIndex {
  const names: Names = createNamesByFirst(enter);
  const places = new Map(knowledge.places.map((p) => [p.id, p]));
  const capitals = addCapitals(knowledge, places);
  for (const record of knowledge.countries) addCountry(names, record);
  for (const record of places.values()) {
    for (const alias of namesOf(record)) names.add(alias, { type: 'place', record, via: 'name', alias });
  }
  for (const record of places.values()) addAdjective(names, record);
  for (const record of knowledge.organizations) {
    const all = record.acronym ? [...namesOf(record), record.acronym] : namesOf(record);
    for (const alias of all) names.add(alias, { type: 'organization', record, via: 'name', alias });
  }
  for (const record of knowledge.people) addPerson(names, record);
  const organizations = once(() => organizationsByName(knowledge.organizations));
  return {
    namesFrom: names.from,
    readingsOf: (folded) => names.from(firstWord(folded))?.get(folded) ?? [],
    allNames: names.all,
    countries: new Map(knowledge.countries.map((r) => [r.id, r])),
    places,
    organizations: new Map(knowledge.organizations.map((r) => [r.id, r])),
    people: new Map(knowledge.people.map((r) => [r.id, r])),
    organizationsNamed: (folded) => organizations().get(folded) ?? [],
    capitals,
    firstNames: new Set(knowledge.people.flatMap((p) => firstName(p) ?? [])),
    gendersOfFirstNames: once(() => gendersOf(knowledge.people)),
    regionsOfPeoples: once(() => regionsOf(knowledge)),
  };
}

/** Letters that the name of a people and that of its region begin with alike. */
const STEM = 4;

function regionsOf({ organizations, places }: Knowledge): ReadonlyMap<string, PlaceRecord> {
  const keyOf = (name: string, country: string | undefined): string => `${country} ${foldName(name).slice(0, STEM)}`;
  const regions = new Map<string, PlaceRecord[]>();
  for (const place of places) {
    if (place.kind !== 'region') continue;
    const key = keyOf(place.name, place.country);
    regions.set(key, [...(regions.get(key) ?? []), place]);
  }
  const found = new Map<string, PlaceRecord>();
  for (const people of organizations) {
    if (people.subkind !== 'tribe-or-ethnic' || people.countries.length !== 1) continue;
    const [region, other] = regions.get(keyOf(people.name, people.countries[0])) ?? [];
    if (region && !other) found.set(people.id, region);
  }
  return found;
}

const firstWord = (folded: string): string => folded.split(' ', 1)[0] ?? '';

const namesOf = (record: { readonly name: string; readonly aliases: readonly string[] }): readonly string[] => [
  record.name,
  ...record.aliases,
];

function organizationsByName(
  records: readonly OrganizationRecord[],
): ReadonlyMap<string, readonly OrganizationRecord[]> {
  const map = new Map<string, OrganizationRecord[]>();
  for (const record of records) {
    for (const key of new Set(namesOf(record).map(foldName))) map.set(key, [...(map.get(key) ?? []), record]);
  }
  return map;
}

/** "the [Bavarian] police": regions in -ia have an adjective in -ian, where no other name or word takes it. */
function addAdjective(names: Names, record: PlaceRecord): void {
  const alias = `${record.name}n`;
  if (record.kind !== 'region' || !/^\p{Lu}\p{Ll}+ian$/u.test(alias) || /^(?:Victorian|Columbian)$/.test(alias)) return;
  const key = foldName(alias);
  if (!names.from(key)?.has(key)) names.add(alias, { type: 'place', record, via: 'name', alias });
}

function addCountry(names: Names, record: CountryRecord): void {
  const all = [...namesOf(record), ...(record.official ? [record.official] : [])];
  for (const alias of all) names.add(alias, { type: 'country', record, via: 'name', alias });
  for (const alias of record.adjectives) names.add(alias, { type: 'country', record, via: 'adjective', alias });
  const adjectives = new Set(record.adjectives);
  for (const alias of record.people) {
    if (!adjectives.has(alias)) names.add(alias, { type: 'country', record, via: 'people', alias });
  }
}

function addPerson(names: Names, record: PersonRecord): void {
  for (const alias of namesOf(record)) {
    // A surname among the aliases is safe alone; the surname column isn't.
    names.add(alias, { type: 'person', record, via: 'name', alias });
  }
  // "He praised Tokyo": a surname that is a pronoun names nobody alone.
  if (record.surname && !PRONOUNS.has(record.surname))
    names.add(record.surname, { type: 'person', record, via: 'surname', alias: record.surname });
}

const PRONOUNS = new Set(
  'He She It We You My Me Her His Our They Them Who This That So An No To In On Do As At'.split(' '),
);

/** Capitals that no place row names get a place of their own, so that "in Oslo" is a place. */
function addCapitals(knowledge: Knowledge, places: Map<string, PlaceRecord>): Map<string, CountryRecord[]> {
  const byName = new Map<string, PlaceRecord>();
  for (const place of places.values())
    for (const name of namesOf(place)) if (!byName.has(plainName(name))) byName.set(plainName(name), place);
  const capitals = new Map<string, CountryRecord[]>();
  for (const country of knowledge.countries) {
    for (const name of country.capital?.split(/\s*\|\s*/) ?? []) {
      const known = byName.get(plainName(name));
      // A capital that shares its country's name ("Singapore") is read as the country.
      if (!known && plainName(name) === plainName(country.name)) continue;
      const place = known ?? { id: `place:${slug(name)}`, name, kind: 'city', country: country.id, aliases: [] };
      byName.set(plainName(name), place);
      places.set(place.id, place);
      capitals.set(place.id, [...(capitals.get(place.id) ?? []), country]);
    }
  }
  return capitals;
}

const plainName = (name: string): string => plain(name).toLowerCase();

function enter(names: NameMap, name: string, reading: Reading): void {
  const parts = namePieces(name);
  let key = '';
  for (let i = 0; i < parts.length; i++) {
    key = i ? `${key} ${parts[i]?.toLowerCase()}` : (parts[i]?.toLowerCase() ?? '');
    if (i < parts.length - 1 && !names.has(key)) names.set(key, null);
  }
  if (!key) return;
  const readings = names.get(key);
  if (!readings) {
    names.set(key, [reading]);
    return;
  }
  const same = readings.findIndex(
    (r) => r.record === reading.record && (r.via === reading.via || reading.via === 'surname'),
  );
  if (same < 0) readings.push(reading);
  // "Scottish government" may be written with fewer capitals than "Scottish Government", "anti-balaka" without.
  else if (SMALL.test(reading.alias) && !SMALL.test(readings[same]?.alias ?? '')) readings[same] = reading;
}

/** A word of a name that has no capital. */
const SMALL = /(?:^| )\p{Ll}/u;

const NONE: readonly GazetteerMatch[] = [];

/** Gazetteer names that start at the token, shortest first. Never crosses `limit` (the end of the sentence). */
export function matchesAt(
  index: GazetteerIndex,
  view: TextView,
  start: TokenIndex,
  limit: TokenIndex,
): readonly GazetteerMatch[] {
  const names = index.namesFrom(view.keys[start]?.[0] ?? '');
  if (!names) return NONE;
  const found: GazetteerMatch[] = [];
  let key = '';
  for (let i = start; i < limit; i++) {
    const parts = view.keys[i] ?? [];
    if (!parts.length && (!key || !isInsideName(view.words[i]))) break;
    let known: readonly Reading[] | null | undefined = null;
    for (const part of parts) {
      key = key ? `${key} ${part}` : part;
      known = names.get(key);
      if (known === undefined) return found;
    }
    if (!known) continue;
    const readings = known.filter((r) => caseFits(view, start, i + 1, r.alias));
    if (readings.length) found.push({ start, end: i + 1, readings });
  }
  return found;
}

/** A mark that can stand between the words of a name: "Guinea-Bissau", "St. Lucia", "Workers' Party". */
const isInsideName = (word: string | undefined): boolean =>
  isHyphen(word) || word === '.' || word === "'" || word === '’';

/** Words that capitals make look like acronyms ("WHO SAID"). */
const WORDLIKE = new Set([
  'us',
  'who',
  'it',
  'is',
  'in',
  'am',
  'as',
  'at',
  'an',
  'aid',
  'pas',
  'car',
  'can',
  'no',
  'so',
  'to',
  'all',
  'are',
  'for',
  'and',
]);

/** Capitals where the name has them; short acronyms exactly as written; "Nato" and "Unicef" for longer ones. */
function caseFits(view: TextView, start: TokenIndex, end: TokenIndex, alias: string): boolean {
  const wanted = namePieces(alias);
  const only = wanted[0] ?? '';
  const word = view.pieces[start]?.[0] ?? '';
  if (wanted.length === 1 && only.length <= 6 && isAllCaps(only)) {
    if (isAllCaps(word)) {
      const shouted = view.shouted[view.sentenceAt[start] ?? 0] ?? false;
      return !(shouted && only !== 'US' && WORDLIKE.has(only.toLowerCase()));
    }
    return only.length >= 4 && word === only.charAt(0) + only.slice(1).toLowerCase();
  }
  let k = 0;
  for (let i = start; i < end; i++) {
    for (const part of view.pieces[i] ?? []) {
      const want = wanted[k++] ?? '';
      if (isCapitalized(want) && !isCapitalized(part) && !/^\d/.test(part) && !isLowerTail(want, k)) return false;
    }
  }
  return true;
}

/** "Lil-Wayne" style second pieces ("Chou En-lai" printed "En-Lai") may differ; particles too ("Al-", "Bin"). */
const isLowerTail = (want: string, position: number): boolean =>
  /^(Al|El|Ad|An|As|Ash|Ar)$/.test(want) || (position > 1 && /^(Bin|Ibn|De|Von|Van|The|Of|And)$/.test(want));
