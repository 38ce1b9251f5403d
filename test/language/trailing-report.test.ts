import { expect, test } from 'vitest';
import type { SentenceParse } from '../../src/language/parse.ts';
import type { Tag } from '../../src/language/tag.ts';
import { foldReport, splitReport } from '../../src/language/trailing-report.ts';

/** `word/TAG` */
const read = (text: string) => {
  const pairs = text.split(' ').map((word) => word.split('/') as [string, string]);
  return { forms: pairs.map(([form]) => form), tags: pairs.map(([, xpos]): Tag => ({ upos: 'X', xpos })) };
};

test.each<[string, string | undefined]>([
  [
    'Togo/NNP halted/VBD talks/NNS with/IN Mali/NNP ,/, officials/NNS said/VBD on/IN Monday/NNP ./.',
    'Togo halted talks with Mali .',
  ],
  ['Oman/NNP freed/VBD two/CD men/NNS ,/, he/PRP added/VBD ./.', 'Oman freed two men .'],
  // A participle may be the verb.
  ['Togo/NNP halted/VBN talks/NNS ,/, a/DT minister/NN told/VBD Reuters/NNP ./.', 'Togo halted talks .'],
  // No sentence stands before the comma.
  ['In/IN talks/NNS that/WDT failed/VBD ,/, the/DT envoy/NN said/VBD little/JJ ./.', undefined],
  ['When/WRB talks/NNS failed/VBD ,/, officials/NNS said/VBD little/JJ ./.', undefined],
  ['Chad/NNP ,/, Mali/NNP and/CC Togo/NNP said/VBD no/DT ./.', undefined],
  // What was said comes behind.
  ['Oman/NNP freed/VBD two/CD ,/, officials/NNS said/VBD they/PRP were/VBD Danes/NNS ./.', undefined],
  ['Oman/NNP freed/VBD two/CD men/NNS ,/, and/CC officials/NNS said/VBD so/RB ./.', undefined],
  ['Oman/NNP freed/VBD two/CD men/NNS ,/, officials/NNS said/VBD', undefined],
])('%s', (given, main) => {
  const { forms, tags } = read(given);
  expect(splitReport(forms, tags)?.main.forms.join(' ')).toBe(main);
});

test('both trees become one: the report hangs beside what it reports', () => {
  const tag: Tag = { upos: 'X', xpos: 'NN' };
  const parse = (heads: number[], deprels: string[]): SentenceParse => ({ heads, deprels, tags: heads.map(() => tag) });
  const main = parse([1, 1, 1, 1], ['nsubj', 'root', 'obj', 'punct']);
  const tail = parse([1, 1, 1], ['nsubj', 'root', 'punct']);
  const { heads, deprels, tags } = foldReport(main, tail, tag);
  expect(heads).toEqual([1, 1, 1, 5, 5, 1, 5]);
  expect(deprels).toEqual(['nsubj', 'root', 'obj', 'punct', 'nsubj', 'parataxis', 'punct']);
  expect(tags).toHaveLength(7);
});
