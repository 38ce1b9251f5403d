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
import { knownOf } from './petrarch-known.ts';
import { currentCode, type ReadCode } from './petrarch-offices.ts';
import { importPerson } from './petrarch-people.ts';
import { createTables } from './petrarch-tables.ts';
import { belongsTo, freeNames, type Names, type Say, sourceOf, type Work } from './petrarch-work.ts';

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
