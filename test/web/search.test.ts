import { expect, test } from 'vitest';
import { createSearch, fold } from '../../web/state/search.ts';
import { testGraph } from '../support/graph.ts';

const search = createSearch(testGraph());
const first = (query: string): string | undefined => search(query)[0]?.label;

test.each([
  ['Iran', 'Iran'],
  ['ira', 'Iran'],
  ['PERSIA', 'Iran'],
  ['moscow', 'Russia'],
  ['uk', 'United Kingdom'],
  ['sergey lavrov', 'Sergei Lavrov'],
  ['lavrv', 'Sergei Lavrov'],
  ['saudi', 'Saudi Arabia'],
  ['atomic', 'International Atomic Energy Agency'],
  ['iaea', 'International Atomic Energy Agency'],
])('%s finds %s', (query, label) => expect(first(query)).toBe(label));

test.each(['', '   ', 'zzzzqqqq', '"', '*', '\u0000'])('%j finds nothing and breaks nothing', (query) => {
  expect(search(query)).toEqual([]);
});

test('says what matched when it was not the name, and where somebody belongs', () => {
  expect(search('persia')[0]).toMatchObject({ alias: 'Persia', kind: 'country' });
  expect(search('lavrov')[0]).toMatchObject({ country: 'Russia', kind: 'person' });
  expect(search('iran')[0]).not.toHaveProperty('alias');
});

test('accents don’t matter', () => expect(fold('Erdoğan Łódź Ørsted ÉTÉ')).toBe('erdogan lodz orsted ete'));
