import { expect, test } from 'vitest';
import type { GoldWord } from '../../src/training/conllu.ts';
import { deriveLemmas, updateLemmaFile } from '../../src/training/lemma-exceptions.ts';

const word = (form: string, upos: string, xpos: string, lemma: string): GoldWord => ({
  form,
  upos,
  xpos,
  lemma,
  start: 0,
  end: form.length,
  head: 0,
  deprel: 'root',
  misc: '',
});
const twice = (item: GoldWord): readonly GoldWord[] => [item, item];

const WORDS = [
  ...twice(word('blorped', 'VERB', 'VBD', 'blorpe')),
  word('blorpe', 'VERB', 'VB', 'blorpe'),
  word('zimped', 'VERB', 'VBD', 'zimpe'), // once only
  word('zimpe', 'VERB', 'VB', 'zimpe'),
  ...twice(word('ranged', 'VERB', 'VBD', 'rang')), // a slip: nobody rangs
  ...twice(word('walked', 'VERB', 'VBD', 'walk')), // by rule
];

test('keeps what the rules get wrong, is seen twice and leads to a word in use', () => {
  expect(deriveLemmas(WORDS, [])).toEqual([{ form: 'blorped', upos: 'VERB', lemma: 'blorpe' }]);
  expect(deriveLemmas(WORDS, [['blorped', 'VERB', 'blorp']])).toEqual([]);
});

test('rewrites the derived part only', () => {
  const hand = '# ours\nform\tupos\tlemma\nwent\tVERB\tgo\n';
  const once = updateLemmaFile(hand, WORDS, 'a treebank');
  expect(once).toBe(`${hand}# from the treebanks: a treebank\nblorped\tVERB\tblorpe\n`);
  expect(updateLemmaFile(once, WORDS, 'a treebank')).toBe(once);
});
