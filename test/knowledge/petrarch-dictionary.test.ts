import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDictionary } from '../../src/knowledge/petrarch-dictionary.ts';

const lines = (...text: readonly string[]): string => text.join('\n');
const findings = (...text: readonly string[]): readonly string[] =>
  parseDictionary(lines(...text)).findings.map((f) => `${f.line} ${f.severity}: ${f.message}`);

describe('entries', () => {
  test('names with synonyms and dated codes', () => {
    const { entries, findings: found } = parseDictionary(
      lines(
        '# a dictionary',
        '<!-- of two',
        '  lines -->',
        '',
        'TEVITA_MOALA_ # a chief',
        '+MOALA_',
        '+PRESIDENT_MOALA',
        '\t[FJIELI <870514]',
        '\t[FJIGOV 870514-19921231] [FJIOPP > 020301] ;tm 3 May',
        '',
        'REEF_GUARD_(RG)_ [FJIREB]',
        '+GUARD OF THE_REEF',
      ),
    );
    expect(found).toEqual([]);
    expect(entries).toEqual([
      {
        line: 5,
        names: [
          { line: 5, text: 'TEVITA MOALA' },
          { line: 6, text: 'MOALA' },
          { line: 7, text: 'PRESIDENT MOALA' },
        ],
        codes: [
          { line: 8, code: 'FJIELI', to: '1987-05-14' },
          { line: 9, code: 'FJIGOV', from: '1987-05-14', to: '1992-12-31' },
          { line: 9, code: 'FJIOPP', from: '2002-03-01' },
        ],
      },
      {
        line: 11,
        names: [
          { line: 11, text: 'REEF GUARD (RG)' },
          { line: 12, text: 'GUARD OF THE REEF' },
        ],
        codes: [{ line: 11, code: 'FJIREB' }],
      },
    ]);
  });

  test.each([
    ['<300101', { to: '2030-01-01' }],
    ['>310101', { from: '1931-01-01' }],
    ['000229-000301', { from: '2000-02-29', to: '2000-03-01' }],
    ['18990101-19000101', { from: '1899-01-01', to: '1900-01-01' }],
  ])('the dates %s', (dates, expected) => {
    expect(parseDictionary(`A [FJIGOV ${dates}]`).entries[0]?.codes).toEqual([
      { line: 1, code: 'FJIGOV', ...expected },
    ]);
  });
});

describe('agents', () => {
  test('plurals and substitution sets; plurals of a set make no phrase of their own', () => {
    const { agents, entries } = parseDictionary(
      lines(
        'REEF!PERSON! [~AGR]',
        'HEAD_OF_POST {HEADS_OF_POST } [~GOV]',
        'LIVESTOCK {} [~AGR]',
        'OBSERVER_BODY [IGO~]',
        '!PERSON! = MAN, MEN, WOMAN, WOMEN',
      ),
    );
    expect(entries).toEqual([]);
    expect(agents).toEqual([
      { line: 1, phrase: 'REEFMAN', code: 'AGR' },
      { line: 1, phrase: 'REEFWOMAN', code: 'AGR' },
      { line: 2, phrase: 'HEAD OF POST', code: 'GOV', plural: 'HEADS OF POST' },
      { line: 3, phrase: 'LIVESTOCK', code: 'AGR', plural: '' },
      { line: 4, phrase: 'OBSERVER BODY', code: 'IGO' },
    ]);
  });

  test('sets in sets', () => {
    const { agents } = parseDictionary(lines('!A! = X, !B!', '!B! = Y, Z', 'SEA_!A!_!B! [~AGR]'));
    expect(agents.map((a) => a.phrase)).toEqual(['SEA X Y', 'SEA X Z', 'SEA Y Y', 'SEA Y Z', 'SEA Z Y', 'SEA Z Z']);
  });
});

describe('what cannot be read is named with its line', () => {
  test.each<[string, readonly string[], string]>([
    ['codes without a name', ['[FJIGOV]'], '1 error: codes without a name before them'],
    ['a synonym without a name', ['+MOALA [FJIGOV]'], '1 error: a synonym without a name before it'],
    ['a name without a code', ['MOALA', 'B [FJI]'], '1 error: "MOALA" has no code that can be read'],
    ['no code', ['A [fiji] [FJI]'], '1 error: [fiji] is no code'],
    ['no actor', ['A [---] [FJI]'], '1 warning: [---] says that this is no actor'],
    ['no day', ['A [FJI] [FJIGOV 991301-000101]'], '1 error: "991301-000101" is no date restriction'],
    ['a day of seven digits', ['A [FJI] [FJIGOV >2004017]'], '1 error: ">2004017" is no date restriction'],
    ['dates that run backwards', ['A [FJI] [FJIGOV 990101-980101]'], '1 error: "990101-980101" is no date restriction'],
    ['an open bracket', ['A [FJI] [FJIGOV'], '1 error: "[FJIGOV" cannot be read'],
    ['text behind a code', ['A [FJI] and B'], '1 error: "and B" cannot be read'],
    [
      'a line end that is missing',
      ['A [FJI]', '+REEF_GUARD_+_GUARD'],
      '2 error: the name "REEF GUARD + GUARD" has a mark',
    ],
    ['a name without letters', ['A [FJI]', '+313_'], '2 error: the name "313" has no letter'],
    ['bytes that are no UTF-8', ['A [FJI]', '+C\uFFFDTE_'], '2 error: the name has bytes that are not UTF-8'],
    ['an unknown set', ['SEA!X! [~AGR]'], '1 error: there is no set !X!'],
    ['a set that holds itself', ['!A! = X, !B!', '!B! = !A!', 'SEA!A! [~AGR]'], '3 error: the set !'],
    ['a set twice', ['!A! = X', '!A! = Y'], '2 error: the set !A! is defined a second time'],
    [
      'too many phrases',
      ['!A! = B, C, D, E, F, G, H', 'X_!A!!A!!A! [~AGR]'],
      '2 error: it stands for more than 200 phrases',
    ],
    ['a huge line', [`A${'_B'.repeat(6_000)} [FJI]`, 'B [FJI]'], '1 error: the line is longer than 10000 characters'],
  ])('%s', (_, text, expected) => {
    const found = findings(...text);
    expect(
      found.filter((f) => f.startsWith(expected)),
      found.join('\n'),
    ).toHaveLength(1);
  });

  test('the rest of an entry is kept', () => {
    const { entries } = parseDictionary(lines('C\uFFFDTE_ [FJI]', '+COTE_', '+313', '\t[FJIGOV >999999]'));
    expect(entries).toEqual([{ line: 1, names: [{ line: 2, text: 'COTE' }], codes: [{ line: 1, code: 'FJI' }] }]);
  });

  test('sets that hold each other end quickly', () => {
    const sets = Array.from({ length: 40 }, (_, i) => `!S${i}! = !S${(i + 1) % 40}!, !S${(i + 7) % 40}!`);
    expect(findings(...sets, 'X!S0! [~AGR]')).toHaveLength(1);
  });
});

describe('properties', () => {
  const word = fc.stringMatching(/^[A-Z]{2,8}$/);
  const name = fc.array(word, { minLength: 1, maxLength: 4 });
  const day = fc.record({
    year: fc.integer({ min: 1931, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  const iso = (d: { year: number; month: number; day: number }): string =>
    `${d.year}-${String(d.month).padStart(2, '0')}-${String(d.day).padStart(2, '0')}`;
  const code = fc.record({ code: fc.stringMatching(/^[A-Z]{6}$/), from: day });

  test('what was written is read, with all its lines', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            names: fc.array(name, { minLength: 1, maxLength: 3 }),
            codes: fc.array(code, { minLength: 1, maxLength: 3 }),
          }),
          { maxLength: 5 },
        ),
        (given) => {
          const text = given.flatMap(({ names, codes }) => [
            ...names.map((n, i) => `${i ? '+' : ''}${n.join('_')}_`),
            ...codes.map((c) => `\t[${c.code} >${iso(c.from).slice(2).replaceAll('-', '')}]`),
          ]);
          const { entries, findings: found } = parseDictionary(text.join('\n'));
          expect(found).toEqual([]);
          expect(entries.map((e) => e.names.map((n) => n.text))).toEqual(
            given.map((g) => g.names.map((n) => n.join(' '))),
          );
          expect(entries.map((e) => e.codes.map((c) => [c.code, c.from]))).toEqual(
            given.map((g) => g.codes.map((c) => [c.code, iso(c.from)])),
          );
          for (const { line } of entries.flatMap((e) => e.codes)) expect(text[line - 1]).toMatch(/^\t\[/);
        },
      ),
    );
  });

  test('any text gives entries that are whole, and findings on lines that are there', () => {
    const piece = fc.constantFrom(
      'A',
      '_',
      '+',
      '[',
      ']',
      '{',
      '}',
      '!',
      '=',
      ',',
      '<',
      '>',
      '-',
      '~',
      '#',
      ';',
      '\n',
      '\t',
      ' ',
      '9',
      'FJIGOV',
      '990101',
      '<!--',
      '-->',
      '\uFFFD',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
          fc.string(),
        ),
        (text) => {
          const { entries, agents, findings: found } = parseDictionary(text);
          const count = text.split(/\r\n|\n|\r/).length;
          for (const { line } of [...entries, ...agents, ...found]) expect(line >= 1 && line <= count).toBe(true);
          for (const entry of entries) expect(Math.min(entry.names.length, entry.codes.length)).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
