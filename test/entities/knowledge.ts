import type { Knowledge } from '../../src/knowledge/knowledge.ts';

/** A small world of our own for tests that must not depend on the data. */
export const smallWorld: Knowledge = {
  format: 'dragoman-knowledge',
  version: 1,
  countries: [
    country('IRN', 'Iran', 'IR', ['Iranian'], ['Iranian', 'Iranians'], 'Tehran'),
    country('RUS', 'Russia', 'RU', ['Russian'], ['Russian', 'Russians'], 'Moscow'),
    { ...country('SUN', 'Soviet Union', 'SU', ['Soviet'], ['Soviets'], 'Moscow'), from: '1922', to: '1991-12-26' },
    country('USA', 'United States', 'US', ['American'], ['American', 'Americans'], 'Washington', [
      'U.S.',
      'US',
      'United States of America',
    ]),
    country('FRA', 'France', 'FR', ['French'], ['Frenchman', 'French'], 'Paris'),
    country('TUR', 'Turkey', 'TR', ['Turkish'], ['Turk', 'Turks'], 'Ankara'),
    country('SYR', 'Syria', 'SY', ['Syrian'], ['Syrian', 'Syrians'], 'Damascus'),
    { ...country('YUG', 'Yugoslavia', 'YU', ['Yugoslav'], [], 'Belgrade'), from: '1945', to: '1992-04-27' },
    { ...country('SCG', 'Yugoslavia', 'CS', ['Yugoslav'], [], 'Belgrade'), from: '1992-04-28', to: '2006-06-03' },
  ],
  places: [
    { id: 'place:aleppo', name: 'Aleppo', kind: 'city', country: 'SYR', aliases: [] },
    { id: 'place:kremlin', name: 'Kremlin', kind: 'site', country: 'RUS', aliases: ['the Kremlin'], actsFor: 'RUS' },
  ],
  towns: [],
  organizations: [
    organization('org:un', 'United Nations', 'igo', 'IGO', [], 'UN'),
    organization('org:bank-of-france', 'Bank of France', 'bank', 'BUS', ['FRA']),
    organization('org:farmers-bank', "Farmers' Bank", 'bank', 'BUS', []),
    organization('org:arab-league', 'Arab League', 'igo', 'IGO', []),
  ],
  people: [
    person('person:george-h-w-bush', 'George H. W. Bush', 'USA', 'Bush', [
      { title: 'president', of: 'USA', from: '1989', to: '1993' },
    ]),
    person('person:george-w-bush', 'George W. Bush', 'USA', 'Bush', [
      { title: 'president', of: 'USA', from: '2001', to: '2009' },
    ]),
    person('person:ali-velayati', 'Ali Velayati', 'IRN', 'Velayati', [
      { title: 'adviser to the leader', of: 'IRN', from: '1997' },
    ]),
  ],
  ambiguous: [
    {
      name: 'Jersey',
      caseSensitive: true,
      fallback: 'word',
      readings: [],
    },
  ],
  agents: [
    agent('official', 'GOV', 'country'),
    agent('government', 'GOV', 'country'),
    agent('army', 'MIL', 'body'),
    agent('foreign ministry', 'GOV', 'body'),
    agent('embassy', 'GOV', 'body'),
    agent('militant', 'UAF', 'group'),
    agent('rebel', 'REB', 'group'),
    agent('opposition group', 'OPP', 'body'),
    { phrase: 'opposition', sector: 'OPP', number: 'mass', acts: 'body' },
    agent('foreign minister', 'GOV', 'person'),
    agent('president', 'GOV', 'person'),
    agent('country', 'GOV', 'country'),
    agent('spokeswoman', 'GOV', 'person'),
  ],
  titles: [
    { title: 'president', sector: 'GOV', rank: 'head-of-state' },
    { title: 'foreign minister', sector: 'GOV', rank: 'minister' },
    { title: 'Gen.', sector: 'MIL', rank: 'military' },
    { title: 'Mr.', sector: '', rank: 'honorific' },
    { title: 'special envoy', sector: 'GOV', rank: 'envoy' },
  ],
  frames: [],
  relations: [],
  eventTypes: [],
  sectors: {},
  reporting: [],
  modality: [],
  supportVerbs: [],
  abbreviations: [],
  lemmas: [],
  goldstein: {},
} as unknown as Knowledge;

function country(
  id: string,
  name: string,
  iso2: string,
  adjectives: string[],
  people: string[],
  capital: string,
  aliases: string[] = [],
) {
  return { id, name, iso2, adjectives, people, capital, aliases, partial: false };
}

function organization(
  id: string,
  name: string,
  subkind: string,
  sector: string,
  countries: string[],
  acronym?: string,
) {
  return { id, name, subkind, sector, countries, aliases: [], ...(acronym ? { acronym } : {}) };
}

function person(id: string, name: string, code: string, surname: string, offices: object[]) {
  return { id, name, country: code, sector: 'GOV', surname, offices, aliases: [], gender: 'm' };
}

function agent(phrase: string, sector: string, acts: string) {
  return { phrase, sector, number: 'sg', acts };
}
