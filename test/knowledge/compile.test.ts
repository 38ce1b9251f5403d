import { describe, expect, test } from 'vitest';
import { compile } from '../../src/knowledge/compile.ts';
import { loadKnowledge } from '../../src/knowledge/load.node.ts';
import { smallData } from './small-data.ts';

const findings = (changes: Readonly<Record<string, string | undefined>>): readonly string[] =>
  compile(smallData(changes)).diagnostics.map((d) => `${d.place}: ${d.message}`);

test('a small folder compiles without a finding', () => {
  const { knowledge, diagnostics, places } = compile(smallData());
  expect(diagnostics).toEqual([]);
  expect(knowledge.countries.map((c) => c.id)).toEqual(['FJI', 'WSM']);
  expect(knowledge.organizations.map((o) => o.id)).toEqual(['org:pif', 'group:mau', 'media:fiji-times']);
  expect(knowledge.frames.map((f) => f.id)).toEqual([
    'CONSULT: A meet (with) B',
    'CONSULT: A phone B',
    'NONE: A meet {deadline|target}',
  ]);
  expect(knowledge.ambiguous).toEqual([{ name: 'Mara', caseSensitive: false, fallback: 'person', readings: [] }]);
  expect(knowledge.lemmas).toEqual([['met', 'VERB', 'meet']]);
  expect(knowledge.abbreviations).toEqual(['mr. name']);
  expect(places.get('person:ratu-mara')).toBe('gazetteer/people.tsv:2');
  expect(places.get('CONSULT: A phone B')).toBe('lexicon/en/frames/CONSULT.tsv:3');
});

test('plain JSON: it survives being written and read', () => {
  const { knowledge } = compile(smallData());
  expect(JSON.parse(JSON.stringify(knowledge))).toEqual(knowledge);
});

test('every file that is missing is named', () => {
  const { diagnostics, knowledge } = compile(new Map());
  const places = diagnostics.map((d) => d.place);
  for (const file of smallData().keys()) if (!/frames\/|ontology\/events\//.test(file)) expect(places).toContain(file);
  expect(diagnostics.every((d) => d.code === 'knowledge/invalid' && d.severity === 'error')).toBe(true);
  expect(knowledge.frames).toEqual([]);
});

const COUNTRIES = 'id\tname\tofficial\tiso2\tadjectives\tpeople\tcapital\taliases\tfrom\tto\tpartial\twikidata\n';
const FRAMES = 'pos\tframe\trelation\tmode\texample\n';

describe('what is wrong is named with file and line', () => {
  test.each<[string, string, string | undefined, string]>([
    ['a missing file', 'gazetteer/people.tsv', undefined, 'gazetteer/people.tsv: the file is missing'],
    ['an empty table', 'gazetteer/groups.tsv', '', 'gazetteer/groups.tsv: the column "id" is missing'],
    [
      'a missing column',
      'lexicon/en/titles.tsv',
      'title\tsector\nking\tGOV',
      'lexicon/en/titles.tsv: the column "rank" is missing',
    ],
    [
      'a cell too many',
      'lexicon/en/titles.tsv',
      'title\tsector\trank\nking\tGOV\tx\ty',
      'lexicon/en/titles.tsv:2: the row has more cells',
    ],
    [
      'a row without an id',
      'gazetteer/countries.tsv',
      `${COUNTRIES}\tNauru`,
      'gazetteer/countries.tsv:2: the row has no id',
    ],
    [
      'an id twice',
      'gazetteer/countries.tsv',
      `${COUNTRIES}NRU\tNauru\nNRU\tNaoero`,
      'gazetteer/countries.tsv:3: the id "NRU" stands in gazetteer/countries.tsv:2 too',
    ],
    ['broken YAML', 'lexicon/en/time.yaml', 'months: [\n  - {', 'lexicon/en/time.yaml: '],
    ['YAML of another shape', 'lexicon/en/time.yaml', 'just text', 'lexicon/en/time.yaml: '],
    [
      'a value of another kind',
      'ontology/relations.yaml',
      'relations:\n  - { id: met-with, inverse: x }',
      'ontology/relations.yaml: relations.0.label: ',
    ],
    [
      'an unknown effect',
      'lexicon/en/support-verbs.yaml',
      'support:\n  - { verb: hold, effect: doo }',
      'lexicon/en/support-verbs.yaml: support.0.effect: ',
    ],
    [
      'a class twice',
      'lexicon/en/classes-coop.yaml',
      'classes:\n  diplomat: [x]\n',
      'lexicon/en/classes-coop.yaml: word class "diplomat" is defined twice',
    ],
    [
      'an unreadable frame',
      'lexicon/en/frames/CONSULT.tsv',
      `${FRAMES}v\tA meet @nobody\tmet-with`,
      'lexicon/en/frames/CONSULT.tsv:2: unknown word class "@nobody"',
    ],
    [
      'a relation of another type',
      'lexicon/en/frames/CONSULT.tsv',
      `${FRAMES}v\tA meet B\tattacked`,
      'lexicon/en/frames/CONSULT.tsv:2: relation "attacked" is not one of CONSULT',
    ],
    [
      'a frame twice',
      'lexicon/en/frames/NONE.tsv',
      `${FRAMES}v\tA phone B`,
      'lexicon/en/frames/NONE.tsv:2: the frame stands in lexicon/en/frames/CONSULT.tsv:3 too',
    ],
    [
      'a type under another name',
      'ontology/events/CONSULT.yaml',
      smallData().get('ontology/events/CONSULT.yaml')?.replace('CONSULT', 'AGREE'),
      'ontology/events/CONSULT.yaml: the file is named otherwise',
    ],
    [
      'a CAMEO code',
      'ontology/goldstein.tsv',
      'cameo\tgoldstein\n4\t1',
      'ontology/goldstein.tsv:2: "4" is no CAMEO code',
    ],
    [
      'a CAMEO code twice',
      'ontology/goldstein.tsv',
      'cameo\tgoldstein\n04\t1\n04\t2',
      'ontology/goldstein.tsv:3: CAMEO code 04 stands here twice',
    ],
    ['no number', 'ontology/goldstein.tsv', 'cameo\tgoldstein\n04\t', 'ontology/goldstein.tsv:2: "" is no number'],
    [
      'an unreadable office',
      'gazetteer/people.tsv',
      'id\tname\tcountry\tsector\toffices\taliases\tsurname\tgender\twikidata\nperson:x\tX\tFJI\tGOV\tking of Fiji',
      'gazetteer/people.tsv:2: the office "king of Fiji"',
    ],
  ])('%s', (_, file, content, expected) => {
    expect(findings({ [file]: content }).filter((f) => f.startsWith(expected))).toHaveLength(1);
  });
});

test('a byte order mark and Windows line ends do no harm', () => {
  const text = smallData().get('gazetteer/people.tsv') ?? '';
  expect(findings({ 'gazetteer/people.tsv': `\uFEFF${text.replaceAll('\n', '\r\n')}` })).toEqual([]);
});

test('a file of another kind gives a bounded number of findings', () => {
  const many = `verbs:\n${'  - { word: 1 }\n'.repeat(500)}`;
  expect(findings({ 'lexicon/en/reporting.yaml': many }).length).toBeLessThanOrEqual(20);
});

test('a folder that is not there', async () => {
  await expect(loadKnowledge('/no/such/folder')).rejects.toThrow('no data folder');
});
