import type { Office } from '../model/entity.ts';
import type {
  AgentNoun,
  CountryRecord,
  OfficeTitle,
  OrganizationRecord,
  PersonRecord,
  PlaceRecord,
} from './knowledge.ts';
import { parseTsv, type TsvRow, values } from './tsv.ts';

/** Leaves out what a row doesn't know, so that records carry no empty strings. */
function known<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], ''> } {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== '' && v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], ''>;
  };
}

const rowsOf = (text: string): readonly TsvRow['cells'][] => parseTsv(text).rows.map((r) => r.cells);
const dated = (c: TsvRow['cells']) => ({ from: c['from'], to: c['to'], wikidata: c['wikidata'] });

export const readCountries = (text: string): CountryRecord[] =>
  rowsOf(text).map(
    (c) =>
      ({
        id: c['id'] ?? '',
        name: c['name'] ?? '',
        aliases: values(c['aliases']),
        adjectives: values(c['adjectives']),
        people: values(c['people']),
        partial: c['partial'] === 'yes',
        ...known({ official: c['official'], iso2: c['iso2'], capital: c['capital'], ...dated(c) }),
      }) as CountryRecord,
  );

export const readPlaces = (text: string): PlaceRecord[] =>
  rowsOf(text).map(
    (c) =>
      ({
        id: c['id'] ?? '',
        name: c['name'] ?? '',
        kind: c['kind'] ?? '',
        aliases: values(c['aliases']),
        ...known({ country: c['country'], actsFor: c['acts-for'], wikidata: c['wikidata'] }),
      }) as PlaceRecord,
  );

export const readOrganizations = (text: string): OrganizationRecord[] =>
  rowsOf(text).map(
    (c) =>
      ({
        id: c['id'] ?? '',
        name: c['name'] ?? '',
        subkind: c['subkind'] ?? '',
        aliases: values(c['aliases']),
        countries: values(c['country']),
        ...known({ acronym: c['acronym'], sector: c['sector'], parent: c['parent'], ...dated(c) }),
      }) as OrganizationRecord,
  );

export const readPeople = (text: string): PersonRecord[] =>
  rowsOf(text).map(
    (c) =>
      ({
        id: c['id'] ?? '',
        name: c['name'] ?? '',
        aliases: values(c['aliases']),
        offices: values(c['offices']).map(readOffice),
        ...known({
          country: c['country'],
          sector: c['sector'],
          surname: c['surname'],
          gender: c['gender'],
          wikidata: c['wikidata'],
        }),
      }) as PersonRecord,
  );

/** `foreign minister @ IRN 1981-1997`, `adviser to the Supreme Leader @ IRN 1997-`, `chairman @ group:plo`. */
export function readOffice(text: string): Office {
  const [title = '', rest = ''] = text.split(' @ ', 2);
  const [of, years] = rest.trim().split(/\s+(?=\S*$)/);
  const range = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)?(?:[-–](\d{4}(?:-\d\d(?:-\d\d)?)?)?)?$/.exec(years ?? '');
  const [from, to] = /^\d{4}-\d{4}$/.test(years ?? '') ? (years ?? '').split('-') : [range?.[1], range?.[2]];
  return { title: title.trim(), ...(of ? { of } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

export const readAgents = (text: string): AgentNoun[] =>
  rowsOf(text).map((c) => ({
    phrase: c['phrase'] ?? '',
    sector: c['sector'] ?? '',
    number: (c['number'] || 'sg') as AgentNoun['number'],
    acts: (c['acts'] || 'group') as AgentNoun['acts'],
  }));

export const readTitles = (text: string): OfficeTitle[] =>
  rowsOf(text).map((c) => ({ title: c['title'] ?? '', sector: c['sector'] ?? '', rank: c['rank'] ?? '' }));
