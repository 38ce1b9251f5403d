import { beforeAll, describe, expect, test } from 'vitest';
import { testReader } from '../support/read.ts';
import { createFind, type Find } from './found.ts';

let find: Find;
beforeAll(async () => {
  find = createFind(await testReader());
});

describe('a name behind the noun that says what bears it', () => {
  test.each([
    ['The Finnish militia Karhu attacked a base. Karhu left.', 'Karhu', 'org:FIN:karhu'],
    ['The Finnish paramilitary group Karhu attacked a base.', 'Karhu', 'org:FIN:karhu'],
    ['The Irish rock band Cloudbreak criticised Israel.', 'Cloudbreak', 'org:IRL:cloudbreak'],
    ['The Hungarian oil company DUNOL bought a field in Iraq.', 'DUNOL', 'org:HUN:dunol'],
    ['The newspaper Vestnik accused Poland of spying.', 'Vestnik', 'org:vestnik'],
    ['The Karhu militia attacked a base in Estonia. Karhu later withdrew.', 'Karhu', 'org:karhu'],
    ['The militant group Jund al-Karam attacked Lebanese troops.', 'Jund al-Karam', 'org:jund-al-karam'],
  ])('%s', (text, name, entity) => {
    expect(find(text).of(name)).toEqual([entity]);
  });

  test('it stands for the body from then on', () => {
    expect(find('The Finnish militia Karhu left. Estonia blamed Karhu.').of('Karhu', 1)).toEqual(['org:FIN:karhu']);
  });

  test.each([
    ['The company John Hale founded left Peru.', 'a relative clause'],
    ['The police Monday arrested envoys in Peru.', 'a day'],
    ['The French journalist Paul Durand left Mali.', 'a person'],
  ])('%s: %s', (text) => {
    expect(find(text).own.filter((id) => id.startsWith('org:') && !id.includes('police'))).toEqual([]);
  });
});

describe('an acronym in brackets', () => {
  test.each([
    'The Balkan Review Network (BRNX) accused Serbia of fraud. Police raided BRNX.',
    'A court in Serbia fined the Balkan Review Network (BRNX) for fraud. The BRNX accused Serbia of lying.',
  ])('%s', (text) => {
    const found = find(text);
    expect(found.of('BRNX', 1)).toEqual(found.of('Balkan Review Network'));
    expect(found.of('BRNX', 1)).toHaveLength(1);
  });
});

test.each([
  ['Farmers in Kenya fear that Bovine Spongiform Encephalopathy (BSE) will spread.', 'a disease'],
  ['Iraq lost the Gulf War in the desert.', 'a war'],
])('no body and no place: %s', (text) => {
  expect(find(text).own.filter((id) => !id.startsWith('group:'))).toEqual([]);
});
