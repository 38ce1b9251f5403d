import { expect, test } from 'vitest';
import { taggedDoc } from './doc.ts';

test('items become tokens whose offsets cut out their words', () => {
  const doc = taggedDoc(`
    Iran/PROPN/NNP ~'s/PART/POS envoys/NOUN/NNS left/VERB/VBD/leave ~./PUNCT/.
    He/PRON/PRP stayed/VERB/VBD ~./PUNCT/.

    End/NOUN/NN ~./PUNCT/.`);
  expect(doc.article.text).toBe("Iran's envoys left. He stayed.\n\nEnd.");
  for (const token of doc.tokens) expect(doc.article.text.slice(token.start, token.end)).toBe(token.text);
  expect(doc.sentences.map((s) => s.paragraph)).toEqual([0, 0, 1]);
  expect(doc.morphology.map((m) => m.lemma).slice(2, 4)).toEqual(['envoy', 'leave']);
  expect(doc.groups.filter((g) => g.kind === 'noun').map((g) => [g.start, g.end])).toEqual([
    [0, 1],
    [2, 3],
    [5, 6],
    [8, 9],
  ]);
});
