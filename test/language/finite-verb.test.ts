import { expect, test } from 'vitest';
import { mendFinite } from '../../src/language/finite-verb.ts';
import type { Tag } from '../../src/language/tag.ts';

/** `word/TAG` */
const read = (text: string) => {
  const pairs = text.split(' ').map((word) => word.split('/') as [string, string]);
  return { forms: pairs.map(([form]) => form), tags: pairs.map(([, xpos]): Tag => ({ upos: 'X', xpos })) };
};

test.each<[string, string]>([
  ['Oman/NNP exchanged/JJ prisoners/NNS ./.', 'NNP VBD NNS .'],
  ['Troops/NNS seized/VBN the/DT port/NN ./.', 'NNS VBD DT NN .'],
  ['Troops/NNS seized/VBN have/VBP the/DT port/NN ./.', 'NNS VBN VBP DT NN .'],
  ['Troops/NNS seized/VBN the/DT port/NN', 'NNS VBN DT NN'],
  ['Troops/NNS seized/VBN by/IN rebels/NNS ./.', 'NNS VBN IN NNS .'],
  ['No/DT need/NN indeed/JJ men/NNS ./.', 'DT NN JJ NNS .'],
])('%s', (given, expected) => {
  const { forms, tags } = read(given);
  expect(
    mendFinite(forms, tags)
      .map(({ xpos }) => xpos)
      .join(' '),
  ).toBe(expected);
});
