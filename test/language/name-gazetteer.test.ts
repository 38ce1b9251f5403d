import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { createNameGazetteer, isListed } from '../../src/language/name-gazetteer.ts';
import { testReader } from '../support/read.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  ({ knowledge } = await testReader());
});

test.each([
  ['South Korea', 'country'],
  ['U.S.', 'country'],
  ['Côte d’Ivoire', 'country'],
  ['Guinea-Bissau', 'country'],
] as const)('%s is listed', (name, mark) => {
  const words = name.split(' ');
  expect(isListed(createNameGazetteer(knowledge).mark(words), 0, words.length, mark)).toBe(true);
});

test('what was read before makes no difference', () => {
  const used = createNameGazetteer(knowledge);
  const words = 'South North Korea Africa Guinea - Bissau United Nations States of America Arab League the'.split(' ');
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 12 });
  fc.assert(
    fc.property(texts, (text) => {
      expect(used.mark(text)).toEqual(createNameGazetteer(knowledge).mark(text));
    }),
    { numRuns: 25 },
  );
});
