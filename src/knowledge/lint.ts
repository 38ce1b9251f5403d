import type { Diagnostic } from '../model/diagnostic.ts';
import type { Knowledge } from './knowledge.ts';
import { lintFrames } from './lint-frames.ts';
import { lintNames } from './lint-names.ts';
import type { RowPlaces } from './reader.ts';

/** A finding about a row or a frame, or about the `place` itself. */
export interface Finding {
  readonly id: string;
  readonly place?: string;
  readonly message: string;
}

/**
 * Checks knowledge for what no single row can show: references that lead nowhere, names that two rows claim, dates that run backwards, unknown
 * sectors, frames that contradict the ontology.
 * @param places where rows and frames stand, from `compile`; without it findings name the id
 */
export function lintKnowledge(knowledge: Knowledge, places: RowPlaces = new Map()): Diagnostic[] {
  const findings = [
    ...lintIds(knowledge),
    ...lintReferences(knowledge),
    ...lintDates(knowledge),
    ...lintSectors(knowledge),
    ...lintWords(knowledge),
    ...lintNames(knowledge),
    ...lintFrames(knowledge),
  ];
  return findings.map(({ id, place, message }) => {
    const row = places.get(id);
    return {
      code: 'knowledge/inconsistent',
      severity: 'warning',
      place: place ?? row ?? id,
      message: id && row ? `${id}: ${message}` : message,
    };
  });
}

const WORDS = '[a-z0-9]+(?:-[a-z0-9]+)*';
const IDS = {
  countries: /^[A-Z]{3}$/,
  places: new RegExp(`^place:${WORDS}$`),
  organizations: new RegExp(`^(?:org|group|media):${WORDS}$`),
  people: new RegExp(`^person:${WORDS}$`),
} as const;
const TABLES = ['countries', 'places', 'organizations', 'people'] as const;

function lintIds(knowledge: Knowledge): Finding[] {
  const seen = new Set<string>();
  return TABLES.flatMap((table) =>
    knowledge[table].flatMap(({ id, name }) => {
      const messages: string[] = [];
      if (!IDS[table].test(id)) messages.push('the id is not well formed');
      if (seen.has(id)) messages.push('the id stands twice');
      if (!name) messages.push('the row has no name');
      seen.add(id);
      return messages.map((message) => ({ id, message }));
    }),
  );
}

function lintReferences(k: Knowledge): Finding[] {
  const countries = new Set(k.countries.map((c) => c.id));
  const bodies = new Set(k.organizations.map((o) => o.id));
  const known = (id: string): boolean => countries.has(id) || bodies.has(id);
  const check = (id: string, what: string, target: string | undefined, exists: (id: string) => boolean): Finding[] =>
    target === undefined || exists(target) ? [] : [{ id, message: `${what} "${target}" is no row` }];
  const isCountry = (id: string): boolean => countries.has(id);
  return [
    ...k.places.flatMap((p) => [
      ...check(p.id, 'country', p.country, isCountry),
      ...check(p.id, 'acts-for', p.actsFor, known),
    ]),
    ...k.organizations.flatMap((o) => [
      ...o.countries.flatMap((c) => check(o.id, 'country', c, isCountry)),
      ...check(o.id, 'parent', o.parent, (p) => bodies.has(p) && p !== o.id),
    ]),
    ...k.people.flatMap((p) => [
      ...check(p.id, 'country', p.country, isCountry),
      ...p.offices.flatMap((o) => check(p.id, 'office at', o.of, known)),
    ]),
  ];
}

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
/** Years of the rows that the gazetteer may know: the oldest churches and towns to the near future. */
const YEARS = { first: 300, last: 2030 } as const;

function lintDates(k: Knowledge): Finding[] {
  return [
    ...[...k.countries, ...k.organizations].flatMap((r) => dateFindings(r.id, r.from, r.to)),
    ...k.people.flatMap((p) => p.offices.flatMap((o) => dateFindings(p.id, o.from, o.to))),
  ];
}

function dateFindings(id: string, from: string | undefined, to: string | undefined): Finding[] {
  const messages: string[] = [];
  for (const date of [from, to]) {
    if (date === undefined) continue;
    const year = Number(DATE.exec(date)?.[1] ?? Number.NaN);
    if (!(year >= YEARS.first && year <= YEARS.last)) messages.push(`"${date}" is no date`);
  }
  // Dates of unlike precision are compared by what both give: 1990 may end on 1990-05.
  const length = Math.min(from?.length ?? 0, to?.length ?? 0);
  if (from && to && from.slice(0, length) > to.slice(0, length)) messages.push(`${from} is after ${to}`);
  return messages.map((message) => ({ id, message }));
}

function lintSectors(k: Knowledge): Finding[] {
  const bad = (sector: string | undefined): boolean => !!sector && !(sector in k.sectors);
  const message = (sector: string | undefined): string => `"${sector}" is no sector`;
  const place = (file: string, phrase: string): string => `lexicon/en/${file}: ${phrase}`;
  return [
    ...[...k.organizations, ...k.people].flatMap((r) =>
      bad(r.sector) ? [{ id: r.id, message: message(r.sector) }] : [],
    ),
    ...k.organizations.flatMap((o) => (o.sector ? [] : [{ id: o.id, message: 'the row has no sector' }])),
    ...k.agents.flatMap((a) =>
      bad(a.sector) || !a.sector ? [{ id: '', place: place('agents.tsv', a.phrase), message: message(a.sector) }] : [],
    ),
    ...k.titles.flatMap((t) =>
      bad(t.sector) ? [{ id: '', place: place('titles.tsv', t.title), message: message(t.sector) }] : [],
    ),
  ];
}

const NUMBERS: readonly string[] = ['sg', 'pl', 'mass'];
const ACTS: readonly string[] = ['country', 'body', 'group', 'person', 'thing'];
const RANKS: readonly string[] =
  'head-of-state head-of-government minister envoy official legislator military religious party judge honorific other'.split(
    ' ',
  );

function lintWords(k: Knowledge): Finding[] {
  const findings: Finding[] = [];
  const table = (file: string, words: readonly { word: string; bad: string | undefined }[]): void => {
    const seen = new Set<string>();
    for (const { word, bad } of words) {
      const place = `lexicon/en/${file}: ${word}`;
      if (!word) findings.push({ id: '', place, message: 'a row has no words' });
      if (seen.has(word)) findings.push({ id: '', place, message: 'the words stand twice' });
      if (bad) findings.push({ id: '', place, message: bad });
      seen.add(word);
    }
  };
  table(
    'agents.tsv',
    k.agents.map((a) => ({
      word: a.phrase,
      bad: NUMBERS.includes(a.number) && ACTS.includes(a.acts) ? undefined : `number "${a.number}", acts "${a.acts}"`,
    })),
  );
  table(
    'titles.tsv',
    k.titles.map((t) => ({ word: t.title, bad: RANKS.includes(t.rank) ? undefined : `"${t.rank}" is no rank` })),
  );
  return findings;
}
