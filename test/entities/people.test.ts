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
