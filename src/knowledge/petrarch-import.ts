import { foldName } from '../base/fold-name.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Knowledge } from './knowledge.ts';
import { type CodeScheme, readActorCode, schemeOf } from './petrarch-codes.ts';
import {
  type DictionaryAgent,
  type DictionaryEntry,
  type DictionaryName,
  parseDictionary,
} from './petrarch-dictionary.ts';
import { isDescription, isPersonName, kindOf, resembles } from './petrarch-kind.ts';
import { type Known, type KnownRecord, knownOf } from './petrarch-known.ts';
import { withoutTitle, wordsOf, writeName } from './petrarch-names.ts';
import { currentCode, officesOf, type ReadCode } from './petrarch-offices.ts';
import { createTables, type Tables } from './petrarch-tables.ts';

/** A dictionary to import. */
export interface DictionarySource {
  /** Path for messages. */
  readonly place: string;
  /** Name of the file, for the column `source`. */
  readonly name: string;
  readonly text: string;
}

export interface ImportOptions {
  /** Codes of the dictionaries; told from the codes themselves when absent. */
  readonly codes?: CodeScheme | undefined;
  /** What all names with a sector are; told from their words and codes when absent. */
  readonly kind?: 'person' | 'body' | undefined;
}

export interface Imported {
  /** File name in a folder of the user's own -> content. */
  readonly files: ReadonlyMap<string, string>;
  /** Rows by what they are. */
  readonly counts: Readonly<Record<string, number>>;
  /** Entries that the knowledge has already. */
  readonly known: number;
  /** What was left out, by file and line: errors where the dictionary cannot be read, warnings where Dragoman has no place for it. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns TABARI and PETRARCH dictionaries into rows of a folder of the user's own. Names that the knowledge has stay as they are; what it lacks
 * becomes rows of people, organizations, groups, media, places and agents, and further spellings of rows that are there.
 */
export function importDictionaries(
  sources: readonly DictionarySource[],
  knowledge: Knowledge,
  options: ImportOptions = {},
): Imported {
  const known = knownOf(knowledge);
  const tables = createTables(known);
  const diagnostics: Diagnostic[] = [];
  const names: Names = { taken: new Map(), surnames: new Set() };
  let already = 0;
  for (const source of sources) {
    const { entries, agents, findings } = parseDictionary(source.text);
    const say: Say = (line, message, severity = 'warning') => {
      const code = severity === 'error' ? 'knowledge/unreadable' : 'knowledge/not-imported';
      diagnostics.push({ code, severity, place: `${source.place}:${line}`, message });
    };
    for (const { line, message, severity } of findings) say(line, message, severity);
    if (entries.length + agents.length === 0) say(1, 'there is no name with a code in this file', 'error');
    const all = [...entries.flatMap((e) => e.codes), ...agents].map((c) => c.code);
    const work: Work = { source, known, tables, names, say, scheme: options.codes ?? schemeOf(all), unread: new Map() };
    for (const entry of entries) already += importEntry(work, entry, options.kind) ? 1 : 0;
    for (const agent of agents) already += importAgent(work, agent) ? 1 : 0;
    for (const [part, lines] of work.unread)
      say(lines[0] ?? 1, `"${part}" in a code says nothing that Dragoman keeps (${linesText(lines)})`);
  }
  return { ...tables.finish(), known: already, diagnostics };
}

const linesText = (lines: readonly number[]): string =>
  lines.length === 1
    ? 'here only'
    : `also in ${lines.slice(1, 11).join(', ')}${lines.length > 11 ? ` and ${lines.length - 11} more` : ''}`;

type Say = (line: number, message: string, severity?: 'warning' | 'error') => void;

interface Names {
  /** Folded name -> where it was imported, and with which codes. */
  readonly taken: Map<string, { readonly place: string; readonly codes: string; readonly person: boolean }>;
  readonly surnames: Set<string>;
}

interface Work {
  readonly source: DictionarySource;
  readonly known: Known;
  readonly tables: Tables;
  readonly names: Names;
  readonly say: Say;
  readonly scheme: CodeScheme;
  readonly unread: Map<string, number[]>;
}

/** @returns true when the knowledge has the entry already */
function importEntry(work: Work, entry: DictionaryEntry, forced: ImportOptions['kind']): boolean {
  const { known, say } = work;
  const codes = entry.codes.map(
    (code): ReadCode => ({ ...code, ...readActorCode(code.code, known.countries, work.scheme) }),
  );
  for (const { unread, line } of codes)
    for (const part of unread) work.unread.set(part, [...(work.unread.get(part) ?? []), line]);
  const usable = codes.filter((c) => c.country || c.sector);
  const [first] = entry.names;
  if (!first) return false;
  if (usable.length === 0) {
    say(entry.line, `"${first.text}": [${codes.map((c) => c.code).join('] [')}] gives neither a country nor a sector`);
    return false;
  }
  if (usable.every((c) => !c.sector)) return importCountryNames(work, entry, usable);
  const kind = forced ?? kindOf(known, first.text, usable);
  if (kind === 'person') return importPerson(work, entry, usable);
  if (kind === 'body') return importBodyAndMembers(work, entry, usable, forced !== undefined);
  say(entry.line, `"${first.text}" is no name but a description, which Dragoman reads by its words`);
  return false;
}

/** Names under the code of a country alone: the state, or a place of it. */
function importCountryNames(work: Work, entry: DictionaryEntry, codes: readonly ReadCode[]): boolean {
  const { known, tables } = work;
  const country = currentCode(codes)?.country ?? '';
  const state = known.records.get(country);
  if (state?.kind !== 'country') return false;
  sayChange(work, entry, codes, country, (c) => c.country ?? '');
  const { record } = state;
  const stateNames = [record.name, record.official ?? '', ...record.aliases, ...record.adjectives, ...record.people];
  const found = freeNames(
    work,
    entry.names.filter((n) => !skipDescription(work, n)),
    codes,
    country,
    (r) => belongsTo(r, [country]),
  );
  for (const { name, line } of found.free) {
    const source = sourceOf(work, line);
    if (resembles(name, stateNames)) tables.alias(country, name, source);
    else
      tables.place(name, country, source, () =>
        work.say(line, `"${name}" makes no id: it has letters of another script`),
      );
  }
  return found.free.length === 0 && found.ids.length > 0;
}

function skipDescription(work: Work, { text, line }: DictionaryName): boolean {
  if (!isDescription(work.known, text)) return false;
  work.say(line, `"${text}" is no name but a description, which Dragoman reads by its words`);
  return true;
}

/** Says what is lost where codes change with time and a row can hold one only. */
function sayChange(
  work: Work,
  entry: DictionaryEntry,
  codes: readonly ReadCode[],
  kept: string,
  meaning: (code: ReadCode) => string,
): void {
  const lost = codes.filter((c) => meaning(c) !== kept);
  if (lost.length > 0)
    work.say(
      entry.line,
      `"${entry.names[0]?.text}": only ${kept} is kept, ${[...new Set(lost.map((c) => `[${c.code}]`))].join(' ')} at other times cannot be said`,
    );
}

function importPerson(work: Work, entry: DictionaryEntry, codes: readonly ReadCode[]): boolean {
  const { tables, say } = work;
  const countries = [...new Set(codes.flatMap((c) => c.country ?? []))];
  const { full, single } = personNames(work, entry.names);
  const current = currentCode(codes);
  const found = freeNames(
    work,
    full,
    codes,
    current?.country ?? '',
    (r) => r.kind === 'person' && belongsTo(r, countries),
    true,
  );
  const [id] = found.ids;
  const names = found.free.filter(({ name }) => id === undefined || name.includes(' '));
  if (id !== undefined) {
    for (const { name, line } of names) tables.alias(id, name, sourceOf(work, line));
    return true;
  }
  const [first, ...others] = names;
  if (!first) return false;
  const country = current?.country ?? [...codes].reverse().find((c) => c.country)?.country ?? '';
  const surname = single.find((s) =>
    isSurname(
      work,
      s,
      names.map((n) => n.name),
    ),
  );
  if (surname) work.names.surnames.add(foldName(surname));
  tables.person(
    {
      name: first.name,
      country,
      sector: current?.sector ?? codes.find((c) => c.sector)?.sector ?? '',
      offices: officesOf(codes),
      aliases: others.map((n) => n.name),
      surname: surname ?? '',
      source: sourceOf(work, entry.line),
    },
    () => say(entry.line, `"${first.name}" makes no id: it has letters of another script`),
  );
  return false;
}

/** Names of a person without titles: those of several words, and single words that are parts of them. */
function personNames(work: Work, names: readonly DictionaryName[]) {
  const bare = names.map(({ text, line }) => {
    const rest = withoutTitle(text, work.known.titles);
    const [first = ''] = wordsOf(text);
    return { text, line, rest: work.known.personWords.has(first) ? undefined : rest };
  });
  const long = (text: string): boolean => text.includes(' ');
  const words = new Set(bare.flatMap((n) => (n.rest === undefined || long(n.rest) ? wordsOf(n.rest ?? n.text) : [])));
  const single: string[] = [];
  const full: DictionaryName[] = [];
  for (const { text, line, rest } of bare) {
    const name = rest === undefined ? text : long(rest) || words.has(rest.toLowerCase()) ? rest : text;
    if (!long(name) && bare.some((n) => long(n.rest ?? n.text))) single.push(name);
    else full.push({ text: name, line });
  }
  return {
    full,
    single: single.map((s) =>
      writeName(s, NO_ACRONYMS).name.replace(/^(\p{Lu})(\p{Lu}+)$/u, (_, a, b) => a + b.toLowerCase()),
    ),
  };
}

/** A word of one of the names that is the name of nothing else. */
function isSurname(work: Work, word: string, names: readonly string[]): boolean {
  const folded = foldName(word);
  const claimed = work.known.claims(word).some((c) => !c.surname) || work.names.taken.get(folded)?.person === false;
  return !claimed && folded.length > 2 && names.some((name) => wordsOf(name).includes(folded));
}

/** Dictionaries list a group's men among its synonyms: they are people of its codes. */
function importBodyAndMembers(work: Work, entry: DictionaryEntry, codes: readonly ReadCode[], all: boolean): boolean {
  const [first, ...others] = entry.names;
  const members = all ? [] : others.filter((n) => isPersonName(work.known, n.text));
  for (const name of members) importPerson(work, { ...entry, line: name.line, names: [name] }, codes);
  const names = [first, ...others].filter((n) => n !== undefined && !members.includes(n)) as DictionaryName[];
  return importBody(work, { ...entry, names }, codes);
}

function importBody(work: Work, entry: DictionaryEntry, codes: readonly ReadCode[]): boolean {
  const { tables, say, known } = work;
  const countries = [...new Set(codes.flatMap((c) => c.country ?? []))];
  const current = currentCode(codes.filter((c) => c.sector)) ?? codes[0];
  const meaning = (c: ReadCode): string => [c.country, c.sector].filter(Boolean).join(' ');
  const found = freeNames(
    work,
    entry.names,
    codes,
    current?.country ?? '',
    (r) => r.kind !== 'person' && belongsTo(r, countries),
  );
  const id = found.ids.find((i) => known.records.get(i)?.kind === 'body');
  for (const { name, line } of id === undefined ? [] : found.free) tables.alias(id ?? '', name, sourceOf(work, line));
  const [first, ...others] = found.free;
  if (id !== undefined || !first || !current) return found.ids.length > 0;
  sayChange(work, entry, codes, meaning(current), meaning);
  const dates: Pick<ReadCode, 'from' | 'to'> = codes.length === 1 ? current : {};
  tables.body(
    {
      name: first.name,
      acronym: first.acronym ?? '',
      country: current.country ?? '',
      sector: current.sector ?? '',
      parent: current.parent !== undefined && known.records.has(current.parent) ? current.parent : '',
      aliases: others.flatMap((n) => [n.name, ...(n.acronym ? [n.acronym] : [])]),
      from: dates.from ?? '',
      to: dates.to ?? '',
      source: sourceOf(work, entry.line),
    },
    () => say(entry.line, `"${first.name}" makes no id: it has letters of another script`),
  );
  return false;
}

interface FreeName {
  readonly name: string;
  readonly acronym?: string;
  readonly line: number;
}

/**
 * Parts the names of an entry into those that the knowledge has for the same actor (`ids`), and those that are free; names of others are said.
 * @param isSame whether a row can be the actor that the entry means
 */
function freeNames(
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
    else if (!earlier && folded.length > 1) {
      free.push({ ...written, line, ...acronymOf(work, written.acronym) });
      work.names.taken.set(folded, { place: `${work.source.place}:${line}`, codes: key, person });
    }
  }
  return { ids, free };
}

const NO_ACRONYMS: ReadonlySet<string> = new Set();

/** An acronym in parentheses, unless it is the name of something else. */
function acronymOf(work: Work, acronym: string | undefined): { readonly acronym?: string } {
  if (!acronym) return {};
  const isFree = work.known.claims(acronym).length === 0 && !work.names.taken.has(foldName(acronym));
  return isFree ? { acronym } : { acronym: '' };
}

/** Whether a row is of one of these countries, or one of the two is of none. */
function belongsTo(known: KnownRecord, countries: readonly string[]): boolean {
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

const sourceOf = (work: Work, line: number): string => `${work.source.name}:${line}`;

/** @returns true when the lexicon has the noun already */
function importAgent(work: Work, agent: DictionaryAgent): boolean {
  const { known, say, tables } = work;
  const phrase = agent.phrase.toLowerCase();
  const { sector } = readActorCode(agent.code, new Set(), work.scheme);
  if (!sector) {
    say(agent.line, `"${agent.phrase}": [~${agent.code}] gives no sector`);
    return false;
  }
  const there = known.agents.get(phrase);
  if (there) {
    if (there.sector !== sector) say(agent.line, `"${phrase}" is ${there.sector} already; ${sector} was left out`);
    return there.sector === sector;
  }
  const clash = tables.agent(phrase, sector, agent.plural?.toLowerCase(), sourceOf(work, agent.line));
  if (clash) say(agent.line, `"${phrase}" stands in ${clash} already, with another code; it was left out`);
  return false;
}
