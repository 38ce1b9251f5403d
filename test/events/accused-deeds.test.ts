import { expect, test } from 'vitest';
import { who } from '../support/story.ts';

const judged = (text: string): string[] => who(text).filter((line) => /^(?:criticised|accused)/.test(line));

/** Deeds of those who rule somewhere are theirs. */
test.each([
  'Ghana condemned the arrest of journalists in Togo.',
  'Ghana deplored a wave of arrests in Togo.',
  'Ghana criticised the election in Togo.',
])('%s', (text) => {
  expect(judged(text)).toEqual(['criticised: GHA -> TGO']);
});

test.each(['Ghana condemned the bombing in Togo.', 'Ghana condemned the arrest of journalists by Benin in Togo.'])(
  'what others may have done there is not: %s',
  (text) => {
    expect(judged(text).filter((line) => line.endsWith('TGO'))).toEqual([]);
  },
);
