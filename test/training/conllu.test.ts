import { expect, test } from 'vitest';
import { parseConllu } from '../../src/training/conllu.ts';
import { rebuildDocuments } from '../bench/treebank-text.ts';

const SAMPLE = `# newdoc id = one
# newpar
# sent_id = one-1
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
3.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_
4\t!\t!\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
# sent_id = one-2
1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\tFoo=Bar|SpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

`;

test('reads words with their places and leaves empty nodes out', () => {
  const [first, second] = parseConllu(SAMPLE);
  expect(first?.text).toBe("Don't go!");
  expect(first?.words.map((word) => word.form)).toEqual(['Do', "n't", 'go', '!']);
  for (const word of first?.words ?? []) expect(first?.text.slice(word.start, word.end)).toBe(word.form);
  expect(second).toMatchObject({ id: 'one-2', document: 'one', startsParagraph: true, text: 'Stay.' });
});

test('counts heads from zero; the root is its own head', () => {
  const [first] = parseConllu(SAMPLE);
  expect(first?.words.map(({ head, deprel }) => [head, deprel])).toEqual([
    [2, 'aux'],
    [2, 'advmod'],
    [2, 'root'],
    [2, 'punct'],
  ]);
});

test('rebuilds documents with blank lines between paragraphs', () => {
  const [document] = rebuildDocuments(parseConllu(SAMPLE));
  expect(document?.text).toBe("Don't go!\n\nStay.");
  for (const word of document?.words ?? []) expect(document?.text.slice(word.start, word.end)).toBe(word.form);
});
