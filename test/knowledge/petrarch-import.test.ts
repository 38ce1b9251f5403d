import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/knowledge/compile.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { lintKnowledge } from '../../src/knowledge/lint.ts';
import { loadKnowledge, readDataFolder } from '../../src/knowledge/load.node.ts';
import { readActorCode } from '../../src/knowledge/petrarch-codes.ts';
import { type Imported, type ImportOptions, importDictionaries } from '../../src/knowledge/petrarch-import.ts';
import { writeName } from '../../src/knowledge/petrarch-names.ts';
import { officeOf } from '../../src/knowledge/petrarch-offices.ts';
import { parseTsv } from '../../src/knowledge/tsv.ts';

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = (await loadKnowledge(DATA)).knowledge;
});

const source = (...lines: readonly string[]) => ({ place: 'my/a.txt', name: 'a.txt', text: lines.join('\n') });
const imported = (lines: readonly string[], options: ImportOptions = {}): Imported =>
  importDictionaries([source(...lines)], knowledge, options);
/** Rows of a table without empty cells and source. */
const rows = ({ files }: Imported, file: string) =>
  parseTsv(files.get(file) ?? '').rows.map(({ cells }) =>
    Object.fromEntries(Object.entries(cells).filter(([column, v]) => v && column !== 'source')),
  );
const PEOPLE = 'gazetteer/people.tsv';
const GROUPS = 'gazetteer/groups.tsv';
const BODIES = 'gazetteer/organizations.tsv';
const said = (result: Imported): readonly string[] => result.diagnostics.map((d) => `${d.place}: ${d.message}`);

describe('codes', () => {
  test.each<[string, 'cameo' | 'plover', object]>([
    ['FJI', 'cameo', { country: 'FJI', unread: [] }],
    ['FJIGOVMIL', 'cameo', { country: 'FJI', sector: 'GOV', unread: [] }],
    ['FJIMED', 'cameo', { country: 'FJI', sector: 'JRN', unread: [] }],
    ['FJIHLH', 'cameo', { country: 'FJI', sector: 'MED', unread: [] }],
    ['FJIMED', 'plover', { country: 'FJI', sector: 'MED', unread: [] }],
    ['FJIJRN', 'plover', { country: 'FJI', sector: 'JRN', unread: [] }],
    ['REBMUS', 'cameo', { sector: 'REB', unread: [] }],
    ['MUS', 'cameo', { country: 'MUS', unread: [] }],
    ['IGOUNO', 'cameo', { sector: 'IGO', parent: 'org:un', unread: [] }],
    ['IGOEUREEC', 'cameo', { sector: 'IGO', parent: 'org:eu', unread: [] }],
    ['MNCUSA', 'cameo', { country: 'USA', sector: 'MNC', unread: [] }],
    ['SASREB', 'cameo', { sector: 'REB', unread: [] }],
    ['TMPGOV', 'cameo', { country: 'TLS', sector: 'GOV', unread: [] }],
    ['FJIREBXQZ', 'cameo', { country: 'FJI', sector: 'REB', unread: ['XQZ'] }],
    ['XQZREB', 'cameo', { unread: ['XQZ'] }],
  ])('%s in %s', (code, scheme, expected) => {
    expect(readActorCode(code, new Set(knowledge.countries.map((c) => c.id)), scheme)).toEqual(expected);
  });

  test('every sector that a code may give is one of the ontology', () => {
    const ids = new Set(knowledge.countries.map((c) => c.id));
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
    const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    for (const scheme of ['cameo', 'plover'] as const)
      for (const code of all) {
        const { sector } = readActorCode(`FJI${code}`, ids, scheme);
        if (sector) expect(knowledge.sectors).toHaveProperty(sector);
      }
  });

  test('the titles of offices give the sector that the code had', () => {
    const words = new Map([...knowledge.agents.map((a) => [a.phrase, a.sector] as const)]);
    for (const t of knowledge.titles) if (!words.has(t.title)) words.set(t.title, t.sector);
    for (const sector of Object.keys(knowledge.sectors)) {
      const office = officeOf({ line: 1, code: '', country: 'FJI', sector, from: '2001-01-01', unread: [] });
      const title = office?.split(' @ ')[0] ?? '';
      if (office && sector !== 'IGO' && sector !== 'NGO') expect([sector, words.get(title)]).toEqual([sector, sector]);
    }
  });
});

describe('spelling', () => {
  test.each([
    ['TEVITA MOALA', '', 'Tevita Moala'],
    ['REEF GUARD OF THE SOUTH', '', 'Reef Guard of the South'],
    ['THE REEF GUARD', '', 'Reef Guard'],
    ['UN REEF MISSION', '', 'UN Reef Mission'],
    ['RFGD', '', 'RFGD'],
    ["CHILDREN'S LEAGUE", '', "Children's League"],
    ["SEAN O'REEFE", '', "Sean O'Reefe"],
    ["PORT D'ATOLL", '', "Port d'Atoll"],
    ['PARK SUN-HWI', 'KOR', 'Park Sun-hwi'],
    ['JEAN-LUC ATOLL', 'FRA', 'Jean-Luc Atoll'],
    ['R.K. MOALA', '', 'R.K. Moala'],
    ['MoALA Front', '', 'MoALA Front'],
  ])('%s', (text, country, expected) => {
    expect(writeName(text, new Set(['UN']), country)).toEqual({ name: expected });
  });

  test('an acronym behind the name', () => {
    expect(writeName('REEF FRONT (RFX)', new Set())).toEqual({ name: 'Reef Front', acronym: 'RFX' });
  });
});

describe('rows', () => {
  test('a person, with offices for dated codes and the surname that stands alone', () => {
    const result = imported([
      'TEVITA_MOALAVU_',
      '+MOALAVU_',
      '+PRESIDENT_MOALAVU',
      '+RATU_TEVITA_MOALAVU',
      '\t[FJIELI 870101-910101]',
      '\t[FJIGOV 910102-921231]',
      '\t[FJIMIL >930101]',
    ]);
    expect(rows(result, PEOPLE)).toEqual([
      {
        id: 'person:tevita-moalavu',
        name: 'Tevita Moalavu',
        country: 'FJI',
        sector: 'MIL',
        offices: 'government official @ FJI 1991-01-02-1992-12-31 | military officer @ FJI 1993-01-01-',
        aliases: 'Ratu Tevita Moalavu',
        surname: 'Moalavu',
      },
    ]);
    expect(parseTsv(result.files.get(PEOPLE) ?? '').rows[0]?.cells['source']).toBe('a.txt:1');
    expect(result.diagnostics).toEqual([]);
  });

  test('bodies go to the table of their sector', () => {
    const result = imported([
      'ATOLL_LIBERATION_FRONT_(ALFX)_ [FJIREB 750101-991231]',
      'ATOLL_ENERGY_CORPORATION_ [MNCFJI]',
      'ATOLL_EVENING_HERALD_ [FJIMED]',
      'UN_ATOLL_MISSION_ [IGOUNO]',
    ]);
    expect(rows(result, GROUPS)).toEqual([
      {
        id: 'group:atoll-liberation-front',
        name: 'Atoll Liberation Front',
        acronym: 'ALFX',
        subkind: 'armed-group',
        sector: 'REB',
        country: 'FJI',
        from: '1975-01-01',
        to: '1999-12-31',
      },
    ]);
    expect(rows(result, BODIES)).toEqual([
      {
        id: 'org:atoll-energy-corporation',
        name: 'Atoll Energy Corporation',
        subkind: 'company',
        sector: 'MNC',
        country: 'FJI',
      },
      { id: 'org:un-atoll-mission', name: 'UN Atoll Mission', subkind: 'igo', sector: 'IGO', parent: 'org:un' },
    ]);
    expect(rows(result, 'gazetteer/media.tsv')).toEqual([
      { id: 'media:atoll-evening-herald', name: 'Atoll Evening Herald', sector: 'JRN', country: 'FJI' },
    ]);
  });

  test('under the code of a country: its names in other spellings, and places', () => {
    const result = imported(['FIJI_ [FJI]', '+FIJJI_', '+GREAT_REPUBLIC_OF_FIJI_', '+NAVUTULEVU_', '+SUVA']);
    expect(rows(result, 'gazetteer/aliases.tsv')).toEqual([{ id: 'FJI', aliases: 'Great Republic of Fiji' }]);
    expect(rows(result, 'gazetteer/places.tsv').map((r) => r['name'])).toContain('Navutulevu');
    expect(rows(result, 'gazetteer/places.tsv').at(-1)).toEqual({
      id: 'place:navutulevu',
      name: 'Navutulevu',
      country: 'FJI',
      'acts-for': 'FJI',
    });
  });

  test('people among a group’s synonyms are people of its codes', () => {
    const result = imported(['ATOLL_FRONT_ [FJIREB]', '+MOHAMMED_HASSAN_MOALAVU']);
    expect(rows(result, GROUPS).map((r) => r['name'])).toEqual(['Atoll Front']);
    expect(rows(result, PEOPLE)).toEqual([
      expect.objectContaining({ name: 'Mohammed Hassan Moalavu', sector: 'REB', country: 'FJI' }),
    ]);
  });

  test('the kind can be told', () => {
    const kinds = (kind: 'person' | 'body') => [...imported(['RED_TIDE_ [FJIREB]'], { kind }).files.keys()];
    expect([kinds('person'), kinds('body')]).toEqual([[PEOPLE], [GROUPS]]);
  });

  test('nouns, in either scheme of codes', () => {
    const nouns = (...lines: readonly string[]) => rows(imported(lines), 'lexicon/en/agents.tsv');
    expect(
      nouns(
        'REEF_WARDEN_ [~GOV]',
        'REEF_NEWSMAN [~MED]',
        'MINISTER_OF_REEFS {MINISTERS_OF_REEFS} [~GOV]',
        'REEF_FOLK {} [~CVL]',
      ),
    ).toEqual([
      expect.objectContaining({ phrase: 'reef warden', sector: 'GOV', number: 'sg' }),
      expect.objectContaining({ phrase: 'reef newsman', sector: 'JRN' }),
      { phrase: 'minister of reefs', sector: 'GOV', number: 'sg', acts: 'person' },
      { phrase: 'ministers of reefs', sector: 'GOV', number: 'pl', acts: 'person' },
      expect.objectContaining({ phrase: 'reef folk', number: 'mass' }),
    ]);
    expect(nouns('REEF_NURSE_ [~MED]', 'REEF_NEWSMAN [~JRN]').map((r) => r['sector'])).toEqual(['MED', 'JRN']);
  });
});

describe('what is known stays, and what is left out is named', () => {
  test('a person who is known gets the spellings that are new', () => {
    const result = imported(['KOFI_ANNAN_', '+KOFFI_ANNANN', '\t[GHAELI]']);
    expect([...result.files.keys()]).toEqual(['gazetteer/aliases.tsv']);
    expect(rows(result, 'gazetteer/aliases.tsv')).toEqual([{ id: 'person:kofi-annan', aliases: 'Koffi Annann' }]);
    expect(result.known).toBe(1);
  });

  test.each<[string, readonly string[], string]>([
    [
      'a name of somebody else',
      ['KOFI_ANNAN_ [FJIMIL]'],
      'my/a.txt:1: "Kofi Annan" is a name of person:kofi-annan already',
    ],
    [
      'a name with two codes',
      ['ATOLL_FRONT_ [FJIREB]', 'ATOLL_FRONT_ [WSMREB]'],
      'my/a.txt:2: "Atoll Front" stands in my/a.txt:1 already',
    ],
    [
      'no country and no sector',
      ['ATOLL_FRONT_ [XQZ]'],
      'my/a.txt:1: "ATOLL FRONT": [XQZ] gives neither a country nor a sector',
    ],
    ['a description', ['FIJIAN_SOLDIERS_ [FJIMIL]'], 'my/a.txt:1: "FIJIAN SOLDIERS" is no name but a description'],
    ['an office', ['PRESIDENT_OF_FIJI_ [FJIGOV]'], 'my/a.txt:1: "PRESIDENT OF FIJI" is no name but a description'],
    [
      'a part of a code',
      ['ATOLL_FRONT_ [FJIREBXQZ]'],
      'my/a.txt:1: "XQZ" in a code says nothing that Dragoman keeps (here only)',
    ],
    [
      'codes that change',
      ['ATOLL_FRONT_', '[FJIREB <990101]', '[FJIGOV >990101]'],
      'my/a.txt:1: "ATOLL FRONT": only FJI GOV is kept, [FJIREB] at other times cannot be said',
    ],
    ['letters of another script', ['МОРЕ_ФРОНТ_ [FJIREB]'], 'my/a.txt:1: "Море Фронт" makes no id'],
    ['a noun of another sector', ['SOLDIER [~AGR]'], 'my/a.txt:1: "soldier" is MIL already; AGR was left out'],
    ['a noun without a sector', ['REEF_JUNK [~XQZ]'], 'my/a.txt:1: "REEF JUNK": [~XQZ] gives no sector'],
    ['a noun twice', ['REEF_MAN [~AGR]', 'REEF_MAN [~GOV]'], 'my/a.txt:2: "reef man" stands in a.txt:1 already'],
    ['a word alone', ['TEVITA_MOALAVU [FJIGOV]', '+REEFMAN'], 'my/a.txt:1: "Reefman" alone may be somebody else'],
    ['a file without a name', ['# nothing'], 'my/a.txt:1: there is no name with a code in this file'],
  ])('%s', (_, lines, expected) => {
    const found = said(imported(lines));
    expect(
      found.filter((f) => f.startsWith(expected)),
      found.join('\n'),
    ).toHaveLength(1);
  });

  test('no row has a Wikidata id', () => {
    const { files } = imported(['ATOLL_FRONT_ [FJIREB]', 'TEVITA_MOALAVU_ [FJIGOV]', 'NAVUTULEVU_ [FJI]']);
    const ids = [...files.values()].flatMap((text) => parseTsv(text).rows.map(({ cells }) => cells['wikidata']));
    expect(ids).toEqual(['', '', '']);
  });
});

test('what is written has no finding, whatever the dictionary does', async () => {
  const lines = [
    ...['FIJI_ [FJI]', '+SUVA_', '+MANDELA_', '+FIJJI_'],
    ...[
      'SUVA_MOALAVU_ [FJIGOV 990101-001231]',
      '+MOALAVU_',
      'MOALAVU_FRONT_ [FJIREB]',
      'MOALAVU_ [FJIBUS]',
      'KABUL_ [FJIREB]',
    ],
    ...[
      'ATOLL_FRONT_(SUVA)_ [FJIREB]',
      'ATOLL__FRONT_ [FJIREB]',
      'ATOLL-FRONT_ [WSMREB]',
      'ZÉRO_ZERO_ [FJIELI]',
      'ZERO_ZERO [FJIELI]',
    ],
    ...[
      'CHINESE_ [CHN]',
      'GEORGIA_ [USAGOV]',
      'WHO_ [IGOUNOHLH]',
      'A_ [FJI]',
      'REEF_MAN {REEF_MEN} [~AGR]',
      'REEF_MEN [~AGR]',
    ],
  ];
  const { files } = imported(lines);
  const {
    diagnostics,
    knowledge: all,
    places,
    own,
  } = compile(await readDataFolder(DATA), [{ label: 'mine', raw: files }]);
  const found = [...diagnostics, ...lintKnowledge(all, places, own)].filter((d) => d.place?.startsWith('mine/'));
  expect(found.filter((d) => d.severity === 'error')).toEqual([]);
});
