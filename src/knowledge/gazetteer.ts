import type { Office } from '../model/entity.ts';
import type {
  AgentNoun,
  CountryRecord,
  Headed,
  IrregularForm,
  OfficeTitle,
  OrganizationRecord,
  PersonRecord,
  PlaceRecord,
  Towns,
} from './knowledge.ts';
import { type TsvRow, values } from './tsv.ts';

type Cells = TsvRow['cells'];

/** Columns without which a table cannot be read; others (source, note) may stand beside them. */
export const COLUMNS = {
  countries: 'id name official iso2 adjectives people capital aliases from to partial wikidata'.split(' '),
  places: ['id', 'name', 'kind', 'country', 'aliases', 'acts-for', 'wikidata'],
  organizations: 'id name acronym subkind sector country aliases parent from to wikidata'.split(' '),
  people: 'id name country sector offices aliases surname gender wikidata'.split(' '),
  towns: ['country', 'towns'],
  agents: ['phrase', 'sector', 'number', 'acts'],
  titles: ['title', 'sector', 'rank'],
  frames: ['pos', 'frame', 'relation', 'mode', 'example'],
  lemmas: ['form', 'upos', 'lemma'],
  goldstein: ['cameo', 'goldstein'],
} as const satisfies Record<string, readonly string[]>;

/** Leaves out what a row doesn't know, so that records carry no empty strings. */
function known<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], ''> } {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== '' && v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], ''>;
  };
}

const dated = (c: Cells) => ({ from: c['from'], to: c['to'], wikidata: c['wikidata'] });

/** A row of `countries.tsv`. */
export const toCountry = (c: Cells): CountryRecord =>
  ({
    id: c['id'] ?? '',
    name: c['name'] ?? '',
    aliases: values(c['aliases']),
    adjectives: values(c['adjectives']),
    people: values(c['people']),
    partial: c['partial'] === 'yes',
    ...known({ official: c['official'], iso2: c['iso2'], capital: c['capital'], ...dated(c) }),
  }) as CountryRecord;

/** A row of `places.tsv`. */
export const toPlace = (c: Cells): PlaceRecord =>
  ({
    id: c['id'] ?? '',
    name: c['name'] ?? '',
    kind: c['kind'] ?? '',
    aliases: values(c['aliases']),
    ...known({ country: c['country'], actsFor: c['acts-for'], wikidata: c['wikidata'] }),
  }) as PlaceRecord;

/** A row of `organizations.tsv`, `groups.tsv` or `media.tsv`. */
export const toOrganization = (c: Cells): OrganizationRecord =>
  ({
    id: c['id'] ?? '',
    name: c['name'] ?? '',
    subkind: c['subkind'] ?? '',
    aliases: values(c['aliases']),
    countries: values(c['country']),
    ...known({ acronym: c['acronym'], sector: c['sector'], parent: c['parent'], ...dated(c) }),
  }) as OrganizationRecord;

/** @param complain is told of every office that cannot be read; such an office is left out. */
export const toPerson = (c: Cells, complain: (message: string) => void): PersonRecord =>
  ({
    id: c['id'] ?? '',
    name: c['name'] ?? '',
    aliases: values(c['aliases']),
    offices: values(c['offices']).flatMap((text) => {
      const office = parseOffice(text);
      if (typeof office === 'object') return [office];
      complain(office);
      return [];
    }),
    ...known({
      country: c['country'],
      sector: c['sector'],
      surname: c['surname'],
      gender: c['gender'],
      wikidata: c['wikidata'],
    }),
  }) as PersonRecord;

const DAY = String.raw`\d{4}(?:-\d\d(?:-\d\d)?)?`;
const OFFICE = new RegExp(String.raw`^(.*\S) @ (\S+)(?: +(${DAY})?[-–](${DAY})?)?$`);

/**
 * Reads `foreign minister @ IRN 1981-1997`, `adviser to the Supreme Leader @ IRN 1997-`, `chairman @ group:plo`. Years may have a month and a
 * day (`1979-11-04-1981-01-20`); an open side is not known, or still lasts.
 * @returns the office, or a message that says what is wrong with the text.
 */
export function parseOffice(text: string): Office | string {
  const [, title = '', of = '', from, to] = OFFICE.exec(text.trim()) ?? [];
  if (!title) return `the office "${text}" is not written "title @ COUNTRY-or-id from-to"`;
  return { title, of, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/** A row of `towns.tsv`. */
export const toTowns = (c: Cells): Towns => ({ country: c['country'] ?? '', names: c['towns'] ?? '' });

/** A row of `agents.tsv`. */
export const toAgent = (c: Cells): AgentNoun => ({
  phrase: c['phrase'] ?? '',
  sector: c['sector'] ?? '',
  number: (c['number'] || 'sg') as AgentNoun['number'],
  acts: (c['acts'] || 'group') as AgentNoun['acts'],
});

/** A row of `titles.tsv`. */
export const toTitle = (c: Cells): OfficeTitle => ({
  title: c['title'] ?? '',
  sector: c['sector'] ?? '',
  rank: c['rank'] ?? '',
  ...(c['heads'] ? { heads: values(c['heads']) as Headed[] } : {}),
});

/** A row of `lemmas.tsv`. */
export const toIrregularForm = (c: Cells): IrregularForm => [c['form'] ?? '', c['upos'] ?? '', c['lemma'] ?? ''];
