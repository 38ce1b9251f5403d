import { foldName } from '../base/fold-name.ts';
import type { AmbiguousName, Knowledge, PersonRecord } from './knowledge.ts';
import type { Finding } from './lint.ts';

const AMBIGUOUS = 'gazetteer/ambiguous.yaml';

/** Who claims a name. `surname`: only as the last name of a person. */
export interface Claim {
  readonly id: string;
  readonly name: string;
  readonly surname: boolean;
}

/** Names that several rows claim must be listed with the context that decides; what is listed must be claimed and must be able to win. */
export function lintNames(knowledge: Knowledge, own: ReadonlySet<string>): Finding[] {
  const claims = claimsByKey(knowledge);
  const listed = new Map<string, AmbiguousName[]>();
  for (const entry of knowledge.ambiguous) {
    const key = foldName(entry.name);
    listed.set(key, [...(listed.get(key) ?? []), entry]);
  }
  const findings: Finding[] = [];
  for (const [key, found] of claims) {
    const rivals = rivalsOf(found);
    const [first] = rivals;
    if (first && !listed.has(key))
      findings.push({
        id: first.id,
        rivals: rivals.map((r) => r.id),
        message: `"${first.name}" is claimed by ${idsOf(rivals)}: list it in ${AMBIGUOUS}`,
      });
    findings.push(...unreachable(found, listed.get(key) ?? [], own));
  }
  const ids = idsOfRows(knowledge);
  for (const entries of listed.values())
    for (const entry of entries) findings.push(...lintEntry(entry, entries, claims, ids));
  return findings;
}

/** Names of the user's own rows that are listed with readings of which none is theirs: they would never be read so. */
function unreachable(
  claims: readonly Claim[],
  entries: readonly AmbiguousName[],
  own: ReadonlySet<string>,
): readonly Finding[] {
  if (own.size === 0 || entries.length === 0) return [];
  const readings = new Set(entries.flatMap((e) => [e.fallback, ...e.readings.map((r) => r.id)]));
  return claims.flatMap(({ id, name, surname }) =>
    surname || !own.has(id) || readings.has(id)
      ? []
      : [
          {
            id,
            kind: 'useless',
            message: `"${name}" never means this row: ${AMBIGUOUS} lists it without such a reading`,
          },
        ],
  );
}

const idsOf = (claims: readonly Claim[]): string => [...new Set(claims.map((c) => c.id))].join(', ');

/** Two people of one surname are told apart by what the article says of them; a surname that is the name of something else is not. */
function rivalsOf(claims: readonly Claim[]): readonly Claim[] {
  const full = claims.filter((c) => !c.surname);
  const others = full.filter((c) => !c.id.startsWith('person:'));
  if (new Set(full.map((c) => c.id)).size > 1) return full;
  return others.length && claims.some((c) => c.surname) ? claims : [];
}

export function claimsByKey(knowledge: Knowledge): ReadonlyMap<string, readonly Claim[]> {
  const claims = new Map<string, Claim[]>();
  const claim = (id: string, names: readonly (string | undefined)[], surname = false): void => {
    for (const name of names) {
      if (!name) continue;
      const key = foldName(name);
      const list = claims.get(key) ?? [];
      if (!list.some((c) => c.id === id)) list.push({ id, name, surname });
      claims.set(key, list);
    }
  };
  for (const r of knowledge.countries) claim(r.id, [r.name, r.official, ...r.aliases, ...r.adjectives, ...r.people]);
  for (const r of knowledge.places) claim(r.id, [r.name, ...r.aliases]);
  for (const r of knowledge.organizations) claim(r.id, [r.name, r.acronym, ...r.aliases]);
  for (const r of knowledge.people) {
    claim(r.id, fullNames(r));
    claim(r.id, [r.surname], true);
  }
  return claims;
}

/** An alias that is the surname, or one of its spellings, is looked up like the surname. */
const fullNames = (person: PersonRecord): readonly string[] =>
  [person.name, ...person.aliases].filter((n) => n !== person.surname);

const idsOfRows = (k: Knowledge): ReadonlySet<string> =>
  new Set([k.countries, k.places, k.organizations, k.people].flatMap((rows) => rows.map((r) => r.id)));

function lintEntry(
  entry: AmbiguousName,
  twins: readonly AmbiguousName[],
  claims: ReadonlyMap<string, readonly Claim[]>,
  ids: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  const say = (message: string): void => {
    findings.push({ id: '', place: `${AMBIGUOUS}: ${entry.name}`, message });
  };
  if (twins.some((t) => t !== entry && (t.name === entry.name || !(t.caseSensitive && entry.caseSensitive))))
    say('the name is listed twice');
  if (!claims.has(foldName(entry.name))) say('no row has this name, so it is never looked up');
  for (const id of [entry.fallback, ...entry.readings.map((r) => r.id)])
    if (id !== 'word' && id !== 'person' && !ids.has(id)) say(`there is no row "${id}"`);
  for (const r of entry.readings) {
    const words = [...r.before, ...r.after, ...r.near, ...r.article];
    if (!words.length) say(`the reading "${r.id}" has no context, so it never holds`);
    if (words.some((w) => !w.trim())) say(`the reading "${r.id}" has an empty word`);
  }
  return findings;
}
