import { expect, test } from 'vitest';
import { who } from '../support/story.ts';

const moves = (text: string): string[] => who(text).filter((line) => line.startsWith('mobilised-against'));

/** Troops that are moved face somebody. */
test.each([
  'Ghana put its air force on high alert amid tension with Togo.',
  'Ghana mobilised its reservists amid a dispute with Togo.',
  'Ghana put its army on alert because of Togo.',
])('%s', (text) => {
  expect(moves(text)).toEqual(['mobilised-against: GHA -> TGO']);
});

test('not those for whom they are moved', () => {
  expect(moves("Ghana put its army on alert with Togo's approval.")).toEqual(['mobilised-against: GHA -> ?']);
});
