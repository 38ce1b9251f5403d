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

test('troops that are moved by nobody who is named are moved by whose they are', () => {
  expect(moves("Ghana's army was put on alert because of Togo.")).toEqual(['mobilised-against: org:GHA:army -> TGO']);
});
