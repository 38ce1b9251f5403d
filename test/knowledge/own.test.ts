import { describe, expect, test } from 'vitest';
import { type Compiled, compile } from '../../src/knowledge/compile.ts';
import { lintKnowledge } from '../../src/knowledge/lint.ts';
import { smallData } from './small-data.ts';

type Files = Readonly<Record<string, string>>;

/** The small folder with folders of the user's own over it, called `mine0`, `mine1` … */
const over = (...folders: readonly Files[]): Compiled =>
  compile(
    smallData(),
    folders.map((files, i) => ({ label: `mine${i}`, raw: new Map(Object.entries(files)) })),
  );

const found = (...folders: readonly Files[]): readonly string[] => {
  const { knowledge, diagnostics, places, own } = over(...folders);
  const all = diagnostics.length ? diagnostics : lintKnowledge(knowledge, places, own);
  return all.map((d) => `${d.place} | ${d.severity} | ${d.message}`);
};

const head = (file: string): string => smallData().get(file)?.split('\n')[0] ?? '';
const table = (file: string, ...rows: readonly (readonly string[])[]): Files => ({
  [file]: [head(file), ...rows.map((cells) => cells.join('\t'))].join('\n'),
});
const off = (...rows: readonly (readonly [string, string])[]): Files => ({
  'off.tsv': ['file\tkey', ...rows.map((cells) => cells.join('\t'))].join('\n'),
});

const PEOPLE = 'gazetteer/people.tsv';
const CONSULT = 'lexicon/en/frames/CONSULT.tsv';
const NONE = 'lexicon/en/frames/NONE.tsv';
const SALOTE = ['person:salote', 'Salote Vuki', 'FJI', 'GOV', 'envoy @ org:pif 2001-', '', 'Vuki', 'f'];

describe('rows of the own folder', () => {
  test('new ones are added, and say where they stand', () => {
    const { knowledge, diagnostics, places, own } = over(table(PEOPLE, SALOTE));
    expect(diagnostics).toEqual([]);
    expect(knowledge.people.map((p) => p.id)).toEqual(['person:ratu-mara', 'person:salote']);
    expect(places.get('person:salote')).toBe('mine0/gazetteer/people.tsv:2');
    expect([...own]).toEqual(['person:salote']);
  });

  test('those of a known key replace the built-in row as a whole, in its place', () => {
    const { knowledge } = over(
      table('gazetteer/countries.tsv', ['FJI', 'Viti', '', 'FJ', 'Viti', 'Vitians', 'Suva']),
      table(PEOPLE, ['person:ratu-mara', 'Ratu Mara', 'FJI', 'ELI', '', '', 'Mara', 'm']),
    );
    expect(knowledge.countries.map((c) => c.name)).toEqual(['Viti', 'Samoa']);
    expect(knowledge.people).toEqual([
      expect.objectContaining({ name: 'Ratu Mara', sector: 'ELI', offices: [], aliases: [] }),
    ]);
  });

  test('a frame is known by part of speech and text, in whatever file it stands', () => {
    const { knowledge, diagnostics } = over(table(NONE, ['v', 'A phone B', '', '', 'Fiji phoned Samoa.']));
    expect(diagnostics).toEqual([]);
    expect(knowledge.frames.map((f) => f.id)).toEqual([
      'CONSULT: A meet (with) B',
      'NONE: A phone B',
      'NONE: A meet {deadline|target}',
    ]);
  });

  test('the last folder wins', () => {
    const title = (rank: string): Files => table('lexicon/en/titles.tsv', ['prime minister', 'GOV', rank]);
    const rankAfter = (...folders: readonly Files[]) => over(...folders).knowledge.titles.map((t) => t.rank);
    expect(rankAfter(title('minister'), title('official'))).toEqual(['official']);
    expect(rankAfter(title('official'), title('minister'))).toEqual(['minister']);
  });

  test('further names go to rows that are there', () => {
    const { knowledge, own } = over({ 'gazetteer/aliases.tsv': 'id\taliases\nFJI\tViti | Feejee\norg:pif\tThe Forum' });
    expect(knowledge.countries[0]?.aliases).toEqual(['Viti', 'Feejee']);
    expect(knowledge.organizations[0]?.aliases).toEqual(['South Pacific Forum', 'The Forum']);
    expect([...own].sort()).toEqual(['FJI', 'org:pif']);
  });

  test('word lists and maps grow, entries of a key are replaced', () => {
    const { knowledge, diagnostics } = over({
      'lexicon/en/classes.yaml': 'classes: { diplomat: [legate] }',
      [CONSULT]: `${head(CONSULT)}\nv\tA {greet|meet} B:@diplomat\tmet-with\t\tFiji met the legate.`,
      'lexicon/en/event-nouns.yaml': 'events: { talks: [parley], war: [raid] }',
      'lexicon/en/reporting.yaml':
        'verbs: [{ word: say, class: doubtful, takes: [that] }, { word: chirp, class: neutral }]',
      'lexicon/en/abbreviations.txt': 'ratu. name',
    });
    expect(diagnostics).toEqual([]);
    const frame = knowledge.frames.find((f) => f.text.includes('greet'));
    expect(frame?.elements).toContainEqual(expect.objectContaining({ heads: ['diplomat', 'envoy', 'legate'] }));
    expect(knowledge.eventNouns.events).toEqual({ talks: ['talk', 'parley'], war: ['raid'] });
    expect(knowledge.reporting.map((v) => [v.phrase, v.class])).toEqual([
      ['say', 'doubtful'],
      ['chirp', 'neutral'],
    ]);
    expect(knowledge.abbreviations).toEqual(['mr. name', 'ratu. name']);
  });

  test('nothing of one’s own changes nothing; the hash follows the files, not the name of the folder', () => {
    expect(over()).toEqual(compile(smallData()));
    const hash = (...folders: readonly Files[]) => over(...folders).knowledge.own;
    expect(hash()).toBeUndefined();
    expect(hash(table(PEOPLE, SALOTE))).toMatch(/^[0-9a-f]{16}$/);
    expect(hash(table(PEOPLE, SALOTE))).toBe(hash(table(PEOPLE, SALOTE)));
    expect(hash(table(PEOPLE, SALOTE))).not.toBe(hash(table(PEOPLE, ['person:x', ...SALOTE.slice(1)])));
  });
});

describe('switching off', () => {
  test.each<[string, readonly [string, string], (c: Compiled) => unknown, unknown]>([
    [
      'a frame',
      [CONSULT, 'v  A meet (with) B'],
      ({ knowledge }) => knowledge.frames.map((f) => f.text),
      ['A phone B', 'A meet {deadline|target}'],
    ],
    ['a person', [PEOPLE, 'person:ratu-mara'], ({ knowledge }) => knowledge.people, []],
    ['a title', ['lexicon/en/titles.tsv', 'prime minister'], ({ knowledge }) => knowledge.titles, []],
    [
      'a word of a class',
      ['lexicon/en/event-nouns.yaml', 'events talks talk'],
      ({ knowledge }) => knowledge.eventNouns.events,
      { talks: [] },
    ],
    ['a verb of saying', ['lexicon/en/reporting.yaml', 'verbs say'], ({ knowledge }) => knowledge.reporting, []],
    ['a modal', ['lexicon/en/modality.yaml', 'modality planned m will'], ({ knowledge }) => knowledge.modality, []],
    ['an ambiguous name', ['gazetteer/ambiguous.yaml', 'names Mara'], ({ knowledge }) => knowledge.ambiguous, []],
    ['an abbreviation', ['lexicon/en/abbreviations.txt', 'mr. name'], ({ knowledge }) => knowledge.abbreviations, []],
  ])('%s', (_, row, read, expected) => {
    const compiled = over(off(row));
    expect(compiled.diagnostics).toEqual([]);
    expect(read(compiled)).toEqual(expected);
  });

  test('what an upper folder switches off, a row of the same folder may say anew', () => {
    const { knowledge } = over({ ...off([PEOPLE, 'person:ratu-mara']), ...table(PEOPLE, SALOTE) });
    expect(knowledge.people.map((p) => p.id)).toEqual(['person:salote']);
  });

  test('what is not there cannot be switched off', () => {
    expect(found(off([PEOPLE, 'person:nobody'], ['gazetteer/nothing.tsv', 'x'], [PEOPLE, '']))).toEqual([
      'mine0/off.tsv:4 | error | give the file and the key of the row to switch off',
      'mine0/off.tsv:2 | error | gazetteer/people.tsv has no row "person:nobody" to switch off',
      'mine0/off.tsv:3 | error | gazetteer/nothing.tsv has no row "x" to switch off',
    ]);
  });
});

describe('what is wrong in it is named with folder, file and line', () => {
  test.each<[string, Files, string]>([
    [
      'a file that nobody reads',
      { 'gazetteer/peoples.tsv': '' },
      'mine0/gazetteer/peoples.tsv | error | no file of this name is read',
    ],
    [
      'a type of event that there is not',
      { 'lexicon/en/frames/GREET.tsv': `${head(CONSULT)}\nv\tA hail B\tmet-with` },
      'mine0/lexicon/en/frames/GREET.tsv:2 | error | there is no event type "GREET"',
    ],
    [
      'a missing column',
      { [PEOPLE]: 'id\tname\nperson:x\tX' },
      'mine0/gazetteer/people.tsv | error | the column "country" is missing',
    ],
    [
      'an id twice',
      table(PEOPLE, SALOTE, SALOTE),
      'mine0/gazetteer/people.tsv:3 | error | the id "person:salote" stands in mine0/gazetteer/people.tsv:2 too',
    ],
    [
      'an id of another table',
      table('gazetteer/groups.tsv', ['org:pif', 'Forum', '', 'igo', 'IGO']),
      'mine0/gazetteer/groups.tsv:2 | error | the id "org:pif" stands in gazetteer/organizations.tsv:2 too',
    ],
    [
      'a frame that cannot be read',
      table(CONSULT, ['v', 'A meet @nobody', 'met-with']),
      'mine0/lexicon/en/frames/CONSULT.tsv:2 | error | unknown word class',
    ],
    [
      'a relation of another type',
      table(CONSULT, ['v', 'A hail B', 'attacked']),
      'mine0/lexicon/en/frames/CONSULT.tsv:2 | error | relation "attacked" is not one of CONSULT: met-with',
    ],
    [
      'names for nobody',
      { 'gazetteer/aliases.tsv': 'id\taliases\nperson:x\tX' },
      'mine0/gazetteer/aliases.tsv:2 | error | there is no row "person:x"',
    ],
    [
      'broken YAML',
      { 'lexicon/en/classes.yaml': 'classes:\n  diplomat: [a\n' },
      'mine0/lexicon/en/classes.yaml:3 | error | ',
    ],
    [
      'YAML of another shape',
      { 'lexicon/en/reporting.yaml': '- say' },
      'mine0/lexicon/en/reporting.yaml | error | the file must be a map with "verbs"',
    ],
    [
      'a key that nobody reads',
      { 'lexicon/en/reporting.yaml': 'verb:\n  - { word: chirp }' },
      'mine0/lexicon/en/reporting.yaml | error | "verb" is not read; there are "verbs"',
    ],
    [
      'a field that nobody reads',
      {
        'lexicon/en/reporting.yaml':
          'verbs:\n  - { word: chirp, class: neutral }\n  - { word: coo, class: neutral, take: [quote] }',
      },
      'mine0/lexicon/en/reporting.yaml:3 | error | the field "take" is not read',
    ],
    [
      'a value of another kind',
      { 'lexicon/en/reporting.yaml': 'verbs:\n\n  - { word: chirp, class: nice }' },
      'mine0/lexicon/en/reporting.yaml:3 | error | class: ',
    ],
    [
      'too many aliases in YAML',
      {
        'lexicon/en/time.yaml': `a: &a [x]\n${'bcdefgh'
          .split('')
          .map((c, i) => `${c}: &${c} [${`*${'abcdefg'[i]}, `.repeat(9)}]\n`)
          .join('')}`,
      },
      'mine0/lexicon/en/time.yaml | error | ',
    ],
    [
      'an unknown sector',
      table(PEOPLE, ['person:x', 'Xenia', 'FJI', 'XXX']),
      'mine0/gazetteer/people.tsv:2 | error | person:x: "XXX" is no sector',
    ],
    [
      'a name that a built-in row has',
      table(PEOPLE, ['person:x', 'Samoa', 'FJI', 'GOV']),
      'mine0/gazetteer/people.tsv:2 | error | WSM: "Samoa" is claimed by WSM, person:x',
    ],
    [
      'the same name by an alias',
      { 'gazetteer/aliases.tsv': 'id\taliases\nFJI\tWestern Samoa' },
      'mine0/gazetteer/aliases.tsv:2 | error | FJI: "Western Samoa" is claimed by FJI, WSM',
    ],
    [
      'a frame that says otherwise than a built-in one',
      table(NONE, ['v', 'A {phone|fax} B', '', '', 'Fiji faxed Samoa.']),
      'mine0/lexicon/en/frames/NONE.tsv:2 | error | NONE: A {phone|fax} B: "phone" is read by "CONSULT: A phone B" too',
    ],
    [
      'a reading of a name for nobody',
      { 'gazetteer/ambiguous.yaml': 'names:\n  - { name: Suva, default: place:nowhere, readings: [] }' },
      'mine0/gazetteer/ambiguous.yaml:2 | error | Suva: there is no row "place:nowhere"',
    ],
    [
      'a word without a sector',
      table('lexicon/en/agents.tsv', ['chieftain', 'XXX', 'sg', 'person']),
      'mine0/lexicon/en/agents.tsv:2 | error | chieftain: "XXX" is no sector',
    ],
    [
      'a row of which others stand in need',
      off(['gazetteer/countries.tsv', 'WSM']),
      'gazetteer/groups.tsv:2 | error | group:mau: country "WSM" is no row',
    ],
  ])('%s', (_, files, expected) => {
    const findings = found(files);
    expect(
      findings.filter((f) => f.startsWith(expected)),
      findings.join('\n'),
    ).toHaveLength(1);
  });

  test('what only does nothing is a warning; gaps of the whole are nobody’s fault', () => {
    expect(found(off([CONSULT, 'v A phone B']))).toEqual([]);
    expect(found(table(PEOPLE, ['person:mara', 'Mara', 'FJI', 'GOV']))).toEqual([
      'mine0/gazetteer/people.tsv:2 | warning | person:mara: "Mara" never means this row: gazetteer/ambiguous.yaml lists it without such a reading',
    ]);
  });
});

test('a frame of what holds stands beside one of what happens', () => {
  const standing = 'lexicon/en/frames/STANDING.tsv';
  const relations = '  - { id: controls, label: controls, inverse: is controlled by }\n';
  const raw = new Map(smallData()).set(
    'ontology/relations.yaml',
    `${smallData().get('ontology/relations.yaml')}${relations}`,
  );
  const rows = new Map([[standing, `${head(CONSULT)}\nv\tA phone B\tcontrols\t\tFiji phones Samoa.\n`]]);
  const { knowledge, diagnostics, places, own } = compile(raw, [{ label: 'mine0', raw: rows }]);
  expect(diagnostics).toEqual([]);
  expect(knowledge.frames.filter((f) => f.text === 'A phone B').map((f) => f.type)).toEqual(['CONSULT', 'STANDING']);
  expect(lintKnowledge(knowledge, places, own)).toEqual([]);
});
