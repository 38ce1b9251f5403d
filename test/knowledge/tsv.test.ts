import { describe, expect, test } from 'vitest';
import { parseOffice, toCountry, toOrganization, toPerson } from '../../src/knowledge/gazetteer.ts';
import { parseTsv, values } from '../../src/knowledge/tsv.ts';

describe('parseTsv', () => {
  test('header, comments before and between, empty lines, line numbers', () => {
    const table = parseTsv('# source: own\nid\tname\n\n# more\na\tAlpha\nb\tBeta\n');
    expect(table.columns).toEqual(['id', 'name']);
    expect(table.rows).toEqual([
      { line: 5, cells: { id: 'a', name: 'Alpha' } },
      { line: 6, cells: { id: 'b', name: 'Beta' } },
    ]);
    expect(table.ragged).toEqual([]);
  });

  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['Windows line ends', 'a\tb\r\n1\t2\r\n', { a: '1', b: '2' }],
    ['no line end at the end', 'a\tb\n1\t2', { a: '1', b: '2' }],
    ['missing cells are empty', 'a\tb\tc\n1', { a: '1', b: '', c: '' }],
    ['empty cells in the middle', 'a\tb\tc\n1\t\t3', { a: '1', b: '', c: '3' }],
    ['spaces round a cell', 'a\tb\n 1 \t 2 3 ', { a: '1', b: '2 3' }],
    ['a # inside a cell', 'a\tb\nx\t#1', { a: 'x', b: '#1' }],
  ])('%s', (_, text, cells) => {
    expect(parseTsv(text).rows.map((r) => r.cells)).toEqual([cells]);
  });

  test('rows with more cells than columns are named', () => {
    expect(parseTsv('a\tb\n1\t2\n1\t2\t3\n').ragged).toEqual([3]);
  });

  test('nothing in it', () => {
    expect(parseTsv('# only a comment\n')).toEqual({ columns: [], rows: [], ragged: [] });
  });
});

test.each<[string | undefined, readonly string[]]>([
  ['Britain | UK | U.K.', ['Britain', 'UK', 'U.K.']],
  ['one', ['one']],
  ['a||b | ', ['a', 'b']],
  ['', []],
  [undefined, []],
])('values of %j', (cell, expected) => {
  expect(values(cell)).toEqual(expected);
});

describe('parseOffice', () => {
  test.each<[string, object]>([
    ['foreign minister @ IRN 1981-1997', { title: 'foreign minister', of: 'IRN', from: '1981', to: '1997' }],
    ['adviser to the Supreme Leader @ IRN 1997-', { title: 'adviser to the Supreme Leader', of: 'IRN', from: '1997' }],
    ['foreign minister @ IRN', { title: 'foreign minister', of: 'IRN' }],
    ['president @ EGY -1970', { title: 'president', of: 'EGY', to: '1970' }],
    ['chairman @ group:plo 1969–2004', { title: 'chairman', of: 'group:plo', from: '1969', to: '2004' }],
    ['envoy @ org:un 2014-07-10-2018-11', { title: 'envoy', of: 'org:un', from: '2014-07-10', to: '2018-11' }],
    ['envoy @ org:un 2014-07-', { title: 'envoy', of: 'org:un', from: '2014-07' }],
    ['  king @ JOR  1999- ', { title: 'king', of: 'JOR', from: '1999' }],
  ])('%s', (text, office) => {
    expect(parseOffice(text)).toEqual(office);
  });

  test.each([
    'foreign minister',
    'minister @',
    '@ IRN 1981',
    'minister @ IRN 1981',
    'minister @ IRN 81-85',
    'minister @ IRN in 1981-',
    '',
  ])('unreadable: %j', (text) => {
    expect(parseOffice(text)).toMatch(/is not written/);
  });
});

describe('rows', () => {
  test('empty cells leave no field', () => {
    expect(toCountry({ id: 'SUN', name: 'Soviet Union', aliases: 'USSR | U.S.S.R.', to: '1991-12-26' })).toEqual({
      id: 'SUN',
      name: 'Soviet Union',
      aliases: ['USSR', 'U.S.S.R.'],
      adjectives: [],
      people: [],
      partial: false,
      to: '1991-12-26',
    });
  });

  test('a body of several countries', () => {
    expect(toOrganization({ id: 'group:x', name: 'X', subkind: 'movement', country: 'IRQ | SYR' })).toMatchObject({
      countries: ['IRQ', 'SYR'],
    });
  });

  test('an unreadable office is told and left out', () => {
    const complaints: string[] = [];
    const person = toPerson({ id: 'person:x', name: 'X', offices: 'king @ JOR 1999- | mayor' }, (m) =>
      complaints.push(m),
    );
    expect(person.offices).toEqual([{ title: 'king', of: 'JOR', from: '1999' }]);
    expect(complaints).toHaveLength(1);
  });
});
