import { beforeAll, describe, expect, test } from 'vitest';
import { testReader } from '../support/read.ts';
import { createFind, type Find } from './found.ts';

let find: Find;
beforeAll(async () => {
  find = createFind(await testReader());
});

describe('one person under several names', () => {
  const text =
    "Peru's president, Rosa Quilla Marca, met envoys on Monday. Quilla Marca said Chile had agreed. " +
    'The envoys praised Rosa Quilla.';

  test.each(['Rosa Quilla Marca', 'Quilla Marca', 'Rosa Quilla'])('%s', (words) => {
    expect(find(text).of(words)).toEqual(['person:rosa-quilla-marca']);
  });

  test('the short form may come first, then it is somebody of its own', () => {
    const found = find('Minister Quilla Marca left. The minister, Rosa Quilla Marca, had met Chile.');
    expect(found.own).toContain('person:rosa-quilla-marca');
    expect(found.of('Quilla Marca')).toHaveLength(1);
  });

  test('one more first name before somebody whom the gazetteer knows', () => {
    const found = find('The Iranian president, Mohammad Hassan Rouhani, met envoys in Chile on Monday.');
    expect(found.of('Mohammad Hassan Rouhani')).toEqual(['person:hassan-rouhani']);
    expect(found.own).toEqual([]);
  });
});

describe('capitals that are no people', () => {
  test.each([
    'The two bishops will promote Evangelical Christianity in Chile.',
    'The Senate Trade Affairs committee met in Lima.',
    'The General Prosecutor opened a case.',
    'Deputy Manager of Trade Rupert Cobb met envoys.',
    'The Minister of Civil Defence met envoys.',
  ])('%s', (text) => {
    const people = find(text).own.filter((id) => id.startsWith('person:'));
    expect(people.filter((id) => id !== 'person:rupert-cobb')).toEqual([]);
  });
});

describe('who holds an office in a state', () => {
  const offices = (text: string) =>
    find(text)
      .layer.facts.filter((f) => f.relation === 'holds-office-in')
      .map((f) => `${f.source.replace('person:', '')} ${f.target}`);

  test.each([
    ['The French journalist Paul Durand left Mali.'],
    ['The Peruvian farmer Jose Quilla was arrested.'],
    ['The Swedish citizen Ali Moren was charged.'],
    ['Swiss banker Hans Kellerman left London.'],
    ['Italian bishop Mario Rosso visited Syria.'],
    ['Former Norwegian minister Anna Berglund criticised Russia.'],
    ['The former Austrian foreign minister Karin Hofer visited Moscow.'],
    ['Tom Hale, a former British ambassador to Iran, left.'],
    ['The movement is led from Paris by its leader Massoud Rajavi.'],
  ])('nobody: %s', (text) => {
    expect(offices(text)).toEqual([]);
  });

  test.each([
    ['Norwegian minister Anna Berglund criticised Russia.', 'anna-berglund country:NOR'],
    ['Chadian colonel Idriss Koura met envoys.', 'idriss-koura country:TCD'],
    ['Danish lawmaker Ida Krog met envoys.', 'ida-krog country:DNK'],
    ['Karhu Front commander Idriss Koura met envoys.', 'idriss-koura org:karhu-front'],
  ])('%s', (text, fact) => {
    expect(offices(text)).toEqual([fact]);
  });
});

describe('names of an unusual form', () => {
  test.each([
    [
      'Nikolaus van der Maas met Turkish officials. Van der Maas left.',
      'Van der Maas',
      ['person:nikolaus-van-der-maas'],
    ],
    ['Abu Karim, a commander of the Karhu Front, left. Abu Karim vowed revenge.', 'Abu Karim', ['person:abu-karim']],
    ['Rischler, the EU farm commissioner, met Polish officials.', 'Rischler', ['person:rischler']],
    ['Interior Minister Muammar Gaddafi Ben Laden met envoys.', 'Muammar Gaddafi', undefined],
    [
      'Police said Ataullah Kairan, who was arrested in June, was innocent.',
      'Ataullah Kairan',
      ['person:ataullah-kairan'],
    ],
    ['The leaders of the Christian Democrats met envoys.', 'Democrats', undefined],
    ['Protesters threw Molotov cocktails at envoys.', 'Molotov', undefined],
  ])('%s', (text, words, entities) => {
    expect(find(text).of(words)).toEqual(entities);
  });
});
