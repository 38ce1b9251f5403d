import { foldName, isAllCaps } from '../base/fold-name.ts';
import type {
  AgentNoun,
  CountryRecord,
  Knowledge,
  OrganizationRecord,
  PersonRecord,
  PlaceRecord,
} from './knowledge.ts';
import { type Claim, claimsByKey } from './lint-names.ts';
import { wordsOf } from './petrarch-names.ts';

export type KnownRecord =
  | { readonly kind: 'country'; readonly record: CountryRecord }
  | { readonly kind: 'place'; readonly record: PlaceRecord }
  | { readonly kind: 'body'; readonly record: OrganizationRecord }
  | { readonly kind: 'person'; readonly record: PersonRecord };

/** What the knowledge that is there already says of names and words, for deciding what a dictionary's names are. */
export interface Known {
  readonly countries: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
  readonly records: ReadonlyMap<string, KnownRecord>;
  /** Rows that bear a name; surnames apart. */
  readonly claims: (name: string) => readonly Claim[];
  readonly titles: ReadonlySet<string>;
  readonly agents: ReadonlyMap<string, AgentNoun>;
  readonly acronyms: ReadonlySet<string>;
  /** Words of which names of bodies, and not of people, are made. */
  readonly bodyWords: ReadonlySet<string>;
  /** Last words of names of bodies: "Front", "Council". */
  readonly bodyHeads: ReadonlySet<string>;
  /** Words that stand in names of people and not in names of bodies. */
  readonly personWords: ReadonlySet<string>;
}

export function knownOf(knowledge: Knowledge): Known {
  const { countries, places, organizations, people } = knowledge;
  const claims = claimsByKey(knowledge);
  const inBodies = countWords(organizations.map((o) => o.name));
  const inPeople = countWords(people.map((p) => p.name));
  const geographic = new Set(
    countries
      .flatMap((c) => [c.name, ...c.adjectives, ...c.people].flatMap(wordsOf))
      .concat(places.flatMap((p) => wordsOf(p.name))),
  );
  const most = (words: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): ReadonlySet<string> =>
    new Set(
      [...words].flatMap(([w, n]) => (n > 3 * (others.get(w) ?? 0) && w.length > 2 && !geographic.has(w) ? [w] : [])),
    );
  const frequent = new Map([...inBodies].filter(([, n]) => n > 1));
  return {
    countries: new Set(countries.map((c) => c.id)),
    sectors: new Set(Object.keys(knowledge.sectors)),
    records: new Map<string, KnownRecord>([
      ...countries.map((record) => [record.id, { kind: 'country', record }] as const),
      ...places.map((record) => [record.id, { kind: 'place', record }] as const),
      ...organizations.map((record) => [record.id, { kind: 'body', record }] as const),
      ...people.map((record) => [record.id, { kind: 'person', record }] as const),
    ]),
    claims: (name) => claims.get(foldName(name)) ?? [],
    titles: new Set(knowledge.titles.map((t) => t.title.toLowerCase())),
    agents: new Map(knowledge.agents.map((a) => [a.phrase.toLowerCase(), a])),
    acronyms: acronymsOf(knowledge),
    bodyWords: most(frequent, inPeople),
    bodyHeads: new Set(
      [...countWords(organizations.map((o) => wordsOf(o.name).at(-1) ?? ''))].flatMap(([w, n]) =>
        n > 2 && !inPeople.has(w) && !geographic.has(w) ? [w] : [],
      ),
    ),
    personWords: most(inPeople, inBodies),
  };
}

/** In how many names each word stands. */
function countWords(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names)
    for (const word of new Set(wordsOf(name)))
      if (!/^(?:of|the|and|for|in)$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const acronymsOf = ({ countries, organizations }: Knowledge): ReadonlySet<string> =>
  new Set(
    [
      ...countries.flatMap((c) => c.aliases),
      ...organizations.flatMap((o) => (o.acronym ? [o.acronym, ...o.aliases] : o.aliases)),
    ].filter((name) => !name.includes(' ') && name.length < 8 && isAllCaps(name)),
  );
