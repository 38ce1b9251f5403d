import { describe, expect, test } from 'vitest';
import { compile } from '../../src/knowledge/compile.ts';
import { lintKnowledge } from '../../src/knowledge/lint.ts';
import { smallData } from './small-data.ts';

/** Findings of a small folder with some files changed, as `place | message`. */
function findings(changes: Readonly<Record<string, string>> = {}): readonly string[] {
  const { knowledge, places, diagnostics } = compile(smallData(changes));
  expect(diagnostics).toEqual([]);
  return lintKnowledge(knowledge, places).map((d) => `${d.place} | ${d.message}`);
}

/** A file of the small folder with one more line. */
const more = (file: string, ...cells: readonly string[]): Readonly<Record<string, string>> => ({
  [file]: `${smallData().get(file)?.trimEnd()}\n${cells.join('\t')}`,
});
const names = (...lines: readonly string[]): Readonly<Record<string, string>> => ({
  'gazetteer/ambiguous.yaml': `names:\n${lines.map((l) => `  - ${l}\n`).join('')}`,
});

const MARA = '{ name: Mara, default: person, readings: [] }';
const ORGS = 'gazetteer/organizations.tsv';
const PEOPLE = 'gazetteer/people.tsv';
const CONSULT = 'lexicon/en/frames/CONSULT.tsv';

test('a small folder has nothing to find', () => {
  expect(findings()).toEqual([]);
});

describe('rows', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'an id of another form',
      more(ORGS, 'org:Big_Bank', 'Big Bank', '', 'bank', 'IGO'),
      `${ORGS}:3 | org:Big_Bank: the id is not well formed`,
    ],
    ['an id of another table', more(PEOPLE, 'org:x', 'X'), `${PEOPLE}:3 | org:x: the id is not well formed`],
    ['no name', more(ORGS, 'org:x', '', '', 'bank', 'IGO'), `${ORGS}:3 | org:x: the row has no name`],
    [
      'a kind of body that there is not',
      more(ORGS, 'org:x', 'Xenia', '', 'kiosk', 'IGO'),
      expect.stringContaining(`${ORGS}:3 | org:x: "kiosk" is none of the kinds igo, ngo`) as unknown as string,
    ],
    [
      'a kind of place that there is not',
      more('gazetteer/places.tsv', 'place:x', 'Xenia', 'moon', 'FJI'),
      expect.stringContaining(
        'gazetteer/places.tsv:3 | place:x: "moon" is none of the kinds city',
      ) as unknown as string,
    ],
    ['no sector', more(ORGS, 'org:x', 'Xenia', '', 'bank', ''), `${ORGS}:3 | org:x: the row has no sector`],
    [
      'an unknown sector',
      more(PEOPLE, 'person:x', 'Xenia', 'FJI', 'XXX'),
      `${PEOPLE}:3 | person:x: "XXX" is no sector`,
    ],
    [
      'a country that is no row',
      more(ORGS, 'org:x', 'Xenia', '', 'bank', 'IGO', 'FJI | NRU'),
      `${ORGS}:3 | org:x: country "NRU" is no row`,
    ],
    [
      'a parent that is no row',
      more(ORGS, 'org:x', 'Xenia', '', 'bank', 'IGO', '', '', 'org:y'),
      `${ORGS}:3 | org:x: parent "org:y" is no row`,
    ],
    [
      'an office at nothing',
      more(PEOPLE, 'person:x', 'Xenia', 'FJI', 'GOV', 'envoy @ org:y'),
      `${PEOPLE}:3 | person:x: office at "org:y" is no row`,
    ],
    [
      'acts for nothing',
      more('gazetteer/places.tsv', 'place:x', 'Xenia', 'city', 'FJI', '', 'NRU'),
      'gazetteer/places.tsv:3 | place:x: acts-for "NRU" is no row',
    ],
    [
      'towns of nobody',
      more('gazetteer/towns.tsv', 'NRU', 'Yaren', 'own'),
      'gazetteer/towns.tsv:3 | NRU: country "NRU" is no row',
    ],
    [
      'dates that run backwards',
      more(ORGS, 'org:x', 'Xenia', '', 'bank', 'IGO', '', '', '', '1990', '1985'),
      `${ORGS}:3 | org:x: 1990 is after 1985`,
    ],
    [
      'no date',
      more(ORGS, 'org:x', 'Xenia', '', 'bank', 'IGO', '', '', '', '1990-13'),
      `${ORGS}:3 | org:x: "1990-13" is no date`,
    ],
    [
      'a year out of reach',
      more(ORGS, 'org:x', 'Xenia', '', 'bank', 'IGO', '', '', '', '', '2999'),
      `${ORGS}:3 | org:x: "2999" is no date`,
    ],
    [
      'office years backwards',
      more(PEOPLE, 'person:x', 'Xenia', 'FJI', 'GOV', 'king @ FJI 1999-1990'),
      `${PEOPLE}:3 | person:x: 1999 is after 1990`,
    ],
    [
      'an agent of unknown number',
      more('lexicon/en/agents.tsv', 'sailor', 'GOV', 'dual', 'group'),
      'lexicon/en/agents.tsv:3 | sailor: number "dual", acts "group"',
    ],
    [
      'an agent twice',
      more('lexicon/en/agents.tsv', 'diplomat', 'GOV', 'sg', 'group'),
      'lexicon/en/agents.tsv:3 | diplomat: the words stand twice',
    ],
    [
      'a title of unknown rank',
      more('lexicon/en/titles.tsv', 'king', 'GOV', 'monarch'),
      'lexicon/en/titles.tsv:3 | king: "monarch" is no rank',
    ],
  ])('%s', (_, changes, expected) => {
    expect(findings(changes)).toEqual([expected]);
  });

  test('the same year at both ends, or a finer date at one, is no fault', () => {
    expect(findings(more(ORGS, 'org:x', 'Xenia', '', 'bank', 'IGO', '', '', '', '1990-05-01', '1990'))).toEqual([]);
  });
});

describe('names', () => {
  test.each<[string, readonly string[]]>([
    ['another case', ['org:x', 'FIJI', '', 'bank', 'IGO']],
    ['an acronym', ['org:x', 'Xenia', 'P.I.F.', 'bank', 'IGO']],
    ['an alias with an accent', ['org:x', 'Xenia', '', 'bank', 'IGO', '', 'Súva']],
    ['an adjective', ['org:x', 'Fijian', '', 'bank', 'IGO']],
    ['the surname of a person who is not listed', ['org:x', 'Ratu-Mara', '', 'bank', 'IGO']],
  ])('two rows claim a name: %s', (_, cells) => {
    expect(findings(more(ORGS, ...cells))).toEqual([expect.stringMatching(/is claimed by .*org:x.*list it in/)]);
  });

  test('one row may claim a name in several columns', () => {
    expect(findings(more(ORGS, 'org:x', 'Xenia', 'XENIA', 'bank', 'IGO', '', 'Xénia'))).toEqual([]);
  });

  test('people of one surname need no entry, a place of that name does', () => {
    const twoMaras = more(PEOPLE, 'person:other', 'Other Mara', 'FJI', 'GOV', '', '', 'Mara');
    expect(findings({ ...twoMaras, 'gazetteer/ambiguous.yaml': 'names: []\n' })).toEqual([]);
    const place = more('gazetteer/places.tsv', 'place:mara', 'Mara', 'river', 'FJI');
    expect(findings({ ...place, 'gazetteer/ambiguous.yaml': 'names: []\n' })).toHaveLength(1);
    expect(findings({ ...place, ...names(MARA) })).toEqual([]);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['listed twice', [MARA, '{ name: mara, default: word, readings: [] }'], /mara \| the name is listed twice/],
    ['claimed by no row', ['{ name: Nauru, default: word, readings: [] }'], /Nauru \| no row has this name/],
    [
      'a default that is no row',
      ['{ name: Mara, default: "place:mara", readings: [] }'],
      /Mara \| there is no row "place:mara"/,
    ],
    [
      'a reading that is no row',
      ['{ name: Mara, readings: [{ id: NRU, when: { near: [x] } }] }'],
      /Mara \| there is no row "NRU"/,
    ],
    [
      'a reading without context',
      ['{ name: Mara, readings: [{ id: FJI }] }'],
      /Mara \| the reading "FJI" has no context/,
    ],
    [
      'an empty context word',
      ['{ name: Mara, readings: [{ id: FJI, when: { near: [""] } }] }'],
      /Mara \| the reading "FJI" has an empty word/,
    ],
  ])('an entry of ambiguous.yaml: %s', (_, lines, expected) => {
    expect(findings(names(...lines)).filter((f) => expected.test(f))).toHaveLength(1);
  });

  test('the same word in two spellings that matter', () => {
    const acronym = more(ORGS, 'org:mara', 'Xenia', 'MARA', 'bank', 'IGO');
    const lines = [
      '{ name: Mara, case-sensitive: true, default: person, readings: [] }',
      '{ name: MARA, case-sensitive: true, default: "org:mara", readings: [] }',
    ];
    expect(findings({ ...acronym, ...names(...lines) })).toEqual([]);
  });
});

describe('frames and ontology', () => {
  const RELATIONS = 'ontology/relations.yaml';
  const relation = (text: string): Readonly<Record<string, string>> => ({
    [RELATIONS]: `${smallData().get(RELATIONS)}  - ${text}\n`,
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'no example',
      more(CONSULT, 'v', 'A ring B', 'met-with', 'phone'),
      `${CONSULT}:4 | CONSULT: A ring B: the frame has no example`,
    ],
    [
      'an unknown mode',
      more(CONSULT, 'v', 'A ring B', 'met-with', 'radio', 'Fiji rang Samoa.'),
      `${CONSULT}:4 | CONSULT: A ring B: CONSULT has no mode "radio"`,
    ],
    [
      'a control character',
      more(CONSULT, 'v', 'A ring B', 'met-with', 'phone', 'Fiji \u0007 rang.'),
      `${CONSULT}:4 | CONSULT: A ring B: the example has a control character`,
    ],
    [
      'a non-event with a relation',
      more('lexicon/en/frames/NONE.tsv', 'v', 'A ring bell', 'met-with', '', 'Fiji rang bells.'),
      'lexicon/en/frames/NONE.tsv:3 | NONE: A ring bell: a reading that is no event has no relation and no mode',
    ],
    [
      'twins that differ',
      more(CONSULT, 'v', 'A {phone|ring} B', 'met-with', '', 'Fiji rang Samoa.'),
      `${CONSULT}:4 | CONSULT: A {phone|ring} B: "phone" is read by "CONSULT: A phone B" too, which says otherwise: keep one of them`,
    ],
    [
      'a row that adds nothing',
      more(CONSULT, 'v', 'A {phone} B', 'met-with', 'phone', 'Fiji rang Samoa.'),
      `${CONSULT}:4 | CONSULT: A {phone} B: it reads nothing that "CONSULT: A phone B" doesn't`,
    ],
    [
      'a mode without a frame',
      {
        'ontology/events/CONSULT.yaml':
          smallData()
            .get('ontology/events/CONSULT.yaml')
            ?.replace('modes:\n', 'modes:\n  - { id: letter, definition: By post. }\n') ?? '',
      },
      'lexicon/en/frames/CONSULT.tsv | mode "letter" has no frame',
    ],
    [
      'a relation twice',
      relation('{ id: met-with, label: x, inverse: y, event: CONSULT }'),
      `${RELATIONS}: met-with | the relation is defined twice`,
    ],
    [
      'a relation id',
      relation('{ id: Met, label: x, inverse: y }'),
      `${RELATIONS}: Met | a relation id is lower-case words with hyphens`,
    ],
    [
      'a one-way symmetric relation',
      relation('{ id: x, label: x, inverse: y, symmetric: true }'),
      `${RELATIONS}: x | a symmetric relation has one label for both ways`,
    ],
    [
      'an unknown CAMEO code',
      relation('{ id: x, label: x, inverse: y, cameo: "99" }'),
      `${RELATIONS}: x | CAMEO code 99 has no Goldstein value`,
    ],
    [
      'an unknown type',
      relation('{ id: x, label: x, inverse: y, event: CHAT }'),
      `${RELATIONS}: x | there is no event type "CHAT"`,
    ],
    [
      'a mode of another type',
      relation('{ id: x, label: x, inverse: y, event: CONSULT, mode: radio }'),
      `${RELATIONS}: x | CONSULT has no mode "radio"`,
    ],
  ])('%s', (_, changes, expected) => {
    expect(findings(changes)).toEqual([expected]);
  });

  test('a type without any frame', () => {
    const consult = smallData().get('ontology/events/CONSULT.yaml') ?? '';
    const agree = consult.replace('CONSULT', 'AGREE').replace(/modes:\n.*\n/, '');
    expect(findings({ 'ontology/events/AGREE.yaml': agree })).toEqual([
      'lexicon/en/frames/AGREE.tsv | AGREE has no frame',
    ]);
  });

  test('a written-out word may say otherwise than a class that holds it', () => {
    const rows = [
      ['v', 'A @diplomat B', 'met-with', '', 'Fiji met Samoa.'],
      ['v', 'A envoy B', 'met-with', 'phone', 'Fiji met Samoa.'],
    ];
    const text = `${smallData().get(CONSULT)}\n${rows.map((r) => r.join('\t')).join('\n')}`;
    expect(findings({ [CONSULT]: text })).toEqual([]);
  });
});

test('findings without places name the id', () => {
  const { knowledge } = compile(smallData(more(ORGS, 'org:x', '', '', 'bank', 'IGO')));
  expect(lintKnowledge(knowledge)).toEqual([
    { code: 'knowledge/inconsistent', severity: 'error', place: 'org:x', message: 'the row has no name' },
  ]);
});
