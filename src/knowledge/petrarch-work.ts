import { foldName } from '../base/fold-name.ts';
import type { CodeScheme } from './petrarch-codes.ts';
import type { DictionaryName } from './petrarch-dictionary.ts';
import type { Known, KnownRecord } from './petrarch-known.ts';
import { writeName } from './petrarch-names.ts';
import type { ReadCode } from './petrarch-offices.ts';
import type { Tables } from './petrarch-tables.ts';

export type Say = (line: number, message: string, severity?: 'warning' | 'error') => void;

export interface Names {
  /** Folded name -> where it was imported, and with which codes. */
  readonly taken: Map<string, { readonly place: string; readonly codes: string; readonly person: boolean }>;
  readonly surnames: Set<string>;
}

/** What the import of one dictionary works with. */
export interface Work {
  readonly source: { readonly place: string; readonly name: string };
  readonly known: Known;
  readonly tables: Tables;
  readonly names: Names;
  readonly say: Say;
  readonly scheme: CodeScheme;
  readonly unread: Map<string, number[]>;
}

/** `file:line`, for the column `source`. */
export const sourceOf = (work: Work, line: number): string => `${work.source.name}:${line}`;

export interface FreeName {
  readonly name: string;
  readonly acronym?: string;
  readonly line: number;
}

/**
 * Parts the names of an entry into those that the knowledge has for the same actor (`ids`), and those that are free; names of others are said.
 * @param isSame whether a row can be the actor that the entry means
 */
export function freeNames(
  work: Work,
  names: readonly DictionaryName[],
  codes: readonly ReadCode[],
  country: string,
  isSame: (record: KnownRecord) => boolean,
  person = false,
): { readonly ids: readonly string[]; readonly free: readonly FreeName[] } {
  const { known, say } = work;
  const ids: string[] = [];
  const free: FreeName[] = [];
  const key = [...new Set(codes.map((c) => c.code))].sort().join(' ');
  for (const { text, line } of names) {
    const written = writeName(text, person ? NO_ACRONYMS : known.acronyms, country);
    const claims = known.claims(written.name);
    const same = claims.filter((c) => !c.surname).find(({ id }) => isSame(known.records.get(id) as KnownRecord));
    const folded = foldName(written.name);
    const earlier = work.names.taken.get(folded);
    if (same) ids.push(same.id);
    else if (claims[0])
      say(line, `"${written.name}" is a name of ${claims[0].id} already, with other codes; it was left out`);
    else if (earlier && (earlier.codes !== key || earlier.person !== person))
      say(line, `"${written.name}" stands in ${earlier.place} already, with other codes; it was left out`);
    else if (!person && work.names.surnames.has(folded))
      say(line, `"${written.name}" is a surname of somebody imported before; it was left out`);
    else if (folded.length < 2) say(line, `"${written.name}" is too short for a name; it was left out`);
    else if (!earlier) {
      free.push({ ...written, line, ...acronymOf(work, written.acronym, line) });
      work.names.taken.set(folded, { place: `${work.source.place}:${line}`, codes: key, person });
    }
  }
  return { ids, free };
}

export const NO_ACRONYMS: ReadonlySet<string> = new Set();

/** An acronym in parentheses, unless it is the name of something else. */
function acronymOf(work: Work, acronym: string | undefined, line: number): { readonly acronym?: string } {
  if (!acronym) return {};
  if (work.known.claims(acronym).length === 0 && !work.names.taken.has(foldName(acronym))) return { acronym };
  work.say(line, `"${acronym}" is the name of something else already; it was left out`);
  return { acronym: '' };
}

/** Whether a row is of one of these countries, or one of the two is of none. */
export function belongsTo(known: KnownRecord, countries: readonly string[]): boolean {
  const own =
    known.kind === 'country'
      ? [known.record.id]
      : known.kind === 'body'
        ? known.record.countries
        : known.kind === 'place'
          ? [known.record.country ?? '', known.record.actsFor ?? '']
          : [known.record.country ?? '', ...known.record.offices.map((o) => o.of ?? '')];
  return countries.length === 0 || own.filter(Boolean).length === 0 || own.some((c) => countries.includes(c));
}
