import type { Diagnostic } from '../model/diagnostic.ts';
import type { Knowledge, OfficeTitle } from './knowledge.ts';
import { lintFrames } from './lint-frames.ts';
import { lintNames } from './lint-names.ts';
import type { RowPlaces } from './reader.ts';

/** A finding about a row or a frame, or about the `place` itself. */
export interface Finding {
  readonly id: string;
  readonly place?: string;
  readonly message: string;
  /** Other rows that take part in it. */
  readonly rivals?: readonly string[];
  /** `useless`: does no harm. `gap`: of no interest in knowledge that is not meant to be complete. */
  readonly kind?: 'useless' | 'gap';
}

/**
 * Checks knowledge for what no single row can show: references that lead nowhere, names that two rows claim, dates that run backwards, unknown
 * sectors, frames that contradict the ontology. Errors, and warnings where a row only does nothing.
 * @param places where rows and frames stand, from `compile`; without it findings name the id
 * @param own what comes from folders of the user's own, from `compile`: findings are placed there, gaps in the whole are left out
 */
export function lintKnowledge(
  knowledge: Knowledge,
  places: RowPlaces = new Map(),
  own: ReadonlySet<string> = new Set(),
): Diagnostic[] {
  const findings = [
    ...lintIds(knowledge),
    ...lintKinds(knowledge),
    ...lintReferences(knowledge),
    ...lintDates(knowledge),
    ...lintSectors(knowledge),
    ...lintWords(knowledge),
    ...lintNames(knowledge, own),
    ...lintFrames(knowledge),
  ];
  return findings.flatMap((finding) => {
    if (knowledge.own !== undefined && finding.kind === 'gap') return [];
    const id = [finding.id, ...(finding.rivals ?? [])].find((i) => own.has(i)) ?? finding.id;
    const row = places.get(id);
    const word = finding.place === undefined ? undefined : places.get(finding.place);
    return {
      code: 'knowledge/inconsistent',
      severity: finding.kind === 'useless' ? 'warning' : 'error',
      place: word ?? finding.place ?? row ?? id,
      message: `${word ? wordOf(finding.place) : finding.id && row ? `${finding.id}: ` : ''}${finding.message}`,
    };
  });
}

/** `lexicon/en/agents.tsv: envoy` -> `envoy: ` */
const wordOf = (place = ''): string => `${place.slice(place.indexOf(' ') + 1)}: `;

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

const PLACES = 'city region river sea mountain strait island border site'.split(' ');
const BODIES = (
  'igo ngo company party ministry parliament court army intelligence police armed-group movement tribe-or-ethnic agency newspaper ' +
  'broadcaster university bank alliance treaty-body un-body eu-body'
).split(' ');

/** Kinds of place and of body as `data/README.md` has them; an empty one is not known. */
function lintKinds(k: Knowledge): Finding[] {
  const odd = (id: string, kind: string, kinds: readonly string[]): Finding[] =>
    !kind || kinds.includes(kind) ? [] : [{ id, message: `"${kind}" is none of the kinds ${kinds.join(', ')}` }];
  return [
    ...k.places.flatMap((p) => odd(p.id, p.kind, PLACES)),
    ...k.organizations.flatMap((o) => odd(o.id, o.subkind, BODIES)),
  ];
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
    ...k.towns.flatMap(({ country }) =>
      isCountry(country)
        ? []
        : [{ id: '', place: `gazetteer/towns.tsv: ${country}`, message: `country "${country}" is no row` }],
    ),
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

const HEADED: readonly string[] = ['state', 'body', 'place'];

function problemOfTitle({ rank, heads }: OfficeTitle): string | undefined {
  const odd = heads?.find((h) => !HEADED.includes(h));
  if (odd !== undefined) return `heads: "${odd}" is none of ${HEADED.join(', ')}`;
  return RANKS.includes(rank) ? undefined : `"${rank}" is no rank`;
}

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
    k.titles.map((t) => ({ word: t.title, bad: problemOfTitle(t) })),
  );
  return findings;
}
