import { expect, test } from 'vitest';
import { who } from '../support/story.ts';

/** Whoever can end the pressure is under it. */
test.each([
  ['Kenyan rebels threatened to strike unless Chad withdrew its troops.', 'threatened: '],
  ['Kenya threatened retaliation if Chad raised the tariffs.', 'threatened: '],
  ['Miners will remain on strike until Chad raises their pay.', 'protested-against: '],
])('%s', (text, start) => {
  expect(who(text).find((line) => line.startsWith(start))).toMatch(/-> TCD$/);
});

test.each([
  'Kenya threatened Mali with war unless Chad withdrew its troops.',
  'Miners will remain on strike if Chad raises their taxes.',
  'Kenya threatened to leave unless the ban is lifted by Friday.',
  'Kenya visited Mali until Chad withdrew its troops.',
])('no other than whom the words name: %s', (text) => {
  expect(who(text).filter((line) => /-> TCD$/.test(line))).toEqual([]);
});
