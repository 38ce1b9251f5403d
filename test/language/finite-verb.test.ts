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
  ['Peru/NNP and/CC Chad/NNP still/RB back/RB him/PRP ./.', 'NNP CC NNP RB VBP PRP .'],
  ['Members/NNS back/RB the/DT plan/NN ./.', 'NNS VBP DT NN .'],
  ['Members/NNS went/VBD back/RB the/DT day/NN ./.', 'NNS VBD RB DT NN .'],
  ['Chad/NNP sides/NNS with/IN Sudan/NNP ./.', 'NNP VBZ IN NNP .'],
  ['The/DT sides/NNS with/IN arms/NNS ./.', 'DT NNS IN NNS .'],
  ['Peru/NNP held/VBD polls/NNS and/CC lifted/VBN bans/NNS ./.', 'NNP VBD NNS CC VBD NNS .'],
  ['Peru/NNP held/VBD polls/NNS and/CC armed/VBN men/NNS ./.', 'NNP VBD NNS CC VBN NNS .'],
  ['Kuwait/NNP withheld/NNP aid/NN', 'NNP VBD NN'],
  ['No/DT need/NN indeed/JJ men/NNS ./.', 'DT NN JJ NNS .'],
])('%s', (given, expected) => {
  const { forms, tags } = read(given);
  expect(
    mendFinite(forms, tags)
      .map(({ xpos }) => xpos)
      .join(' '),
  ).toBe(expected);
});
