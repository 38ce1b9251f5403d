import { expect, test } from 'vitest';
import { datelineWords } from '../../src/base/dateline-words.ts';

test.each<[string, number]>([
  ['LIMA -- Peru ordered raids .', 2],
  ['CAIRO ( AP ) — The president met the king .', 5],
  ['Tehran , Nov. 3 ( Xinhua ) -- Iran condemned it .', 8],
  ['Port Louis – Mauritius summoned the envoy .', 3],
  ['NEW DELHI — “ We agree , ” he said .', 3],
  ['Peru – Chile ’s neighbour – agreed .', 0],
  ['Peru – a close ally – agreed .', 0],
  ['Peru agreed -- at last .', 0],
  ['The minister -- Luis Vega -- agreed .', 0],
  ['-- Peru agreed .', 0],
  ['LIMA --', 0],
  ['', 0],
])('%s', (text, words) => {
  expect(datelineWords(text.split(' ').filter(Boolean))).toBe(words);
});
