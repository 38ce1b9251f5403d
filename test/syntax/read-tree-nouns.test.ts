import { expect, test } from 'vitest';
import { read } from './read-parsed.ts';

const NOUNS: readonly { readonly name: string; readonly text: string; readonly nouns: readonly string[] }[] = [
  {
    name: 'a phrase stands at the noun on which the tree hangs it, first, and at the others of its chain',
    text: `Mali/PROPN/NNP>2:nsubj held/VERB/VBD/hold>0:root talks/NOUN/NNS>2:obj with/ADP/IN>5:case Chad/PROPN/NNP>3:nmod on/ADP/IN>7:case trade/NOUN/NN>3:nmod
      in/ADP/IN>9:case Rome/PROPN/NNP>2:obl ./PUNCT/.>2:punct`,
    nouns: ['talks | with Chad; on trade; in Rome', 'Chad | on trade; in Rome', 'trade | in Rome'],
  },
  {
    name: '"of" belongs to one noun',
    text: `Mali/PROPN/NNP>2:nsubj backed/VERB/VBD/back>0:root talks/NOUN/NNS>2:obj on/ADP/IN>5:case release/NOUN/NN>3:nmod of/ADP/IN>7:case soldiers/NOUN/NNS>5:nmod ./PUNCT/.>2:punct`,
    nouns: ['talks | on release', 'release | of soldiers'],
  },
  {
    name: 'owners, also "whose"',
    text: `
      Mali/PROPN/NNP>3:nmod:poss ~'s/PART/POS>1:case envoy/NOUN/NN>4:nsubj left/VERB/VBD/leave>0:root ./PUNCT/.>4:punct
      The/DET/DT>2:det king/NOUN/NN>6:nsubj whose/PRON/WP$>4:nmod:poss army/NOUN/NN>5:nsubj fled/VERB/VBD/flee>2:acl:relcl wept/VERB/VBD/weep>0:root ./PUNCT/.>6:punct`,
    nouns: ['envoy | of Mali', 'army | of king'],
  },
  {
    name: 'appositions, also where the tree has two subjects or a list of two without "and"',
    text: `
      The/DET/DT>2:det envoy/NOUN/NN>6:nsubj ,/PUNCT/,>4:punct Sadr/PROPN/NNP>2:appos ,/PUNCT/,>4:punct left/VERB/VBD/leave>0:root ./PUNCT/.>6:punct
      The/DET/DT>2:det envoy/NOUN/NN>6:nsubj ,/PUNCT/,>4:punct Sadr/PROPN/NNP>6:nsubj ,/PUNCT/,>4:punct left/VERB/VBD/leave>0:root ./PUNCT/.>6:punct
      The/DET/DT>2:det envoy/NOUN/NN>6:nsubj ,/PUNCT/,>4:punct Sadr/PROPN/NNP>2:conj ,/PUNCT/,>4:punct left/VERB/VBD/leave>0:root ./PUNCT/.>6:punct
      Chad/PROPN/NNP>4:nsubj ,/PUNCT/,>3:punct Mali/PROPN/NNP>1:conj sign/VERB/VBP>0:root pact/NOUN/NN>4:obj`,
    nouns: ['envoy | = Sadr', 'envoy | = Sadr', 'envoy | = Sadr'],
  },
  {
    name: 'content of a noun',
    text: `It/PRON/PRP>2:nsubj denied/VERB/VBD/deny>0:root claims/NOUN/NNS>2:obj of/SCONJ/IN>5:mark bombing/VERB/VBG/bomb>3:acl towns/NOUN/NNS>5:obj ./PUNCT/.>2:punct`,
    nouns: ['claims | of bomb'],
  },
];

test.each(NOUNS)('$name', ({ text, nouns }) => {
  expect(read(text).nouns).toEqual(nouns);
});

test('roles point back from the noun group to the predicate of its own clause', () => {
  const { doc, clauses } =
    read(`Peru/PROPN/NNP>5:nsubj ,/PUNCT/,>4:punct which/PRON/WDT>4:nsubj won/VERB/VBD/win>1:acl:relcl thanked/VERB/VBD/thank>0:root
    Fiji/PROPN/NNP>5:obj for/ADP/IN>8:case aid/NOUN/NN>5:obl ./PUNCT/.>5:punct`);
  const roles = doc.groups.map((_, i) => {
    const role = clauses.nouns[i]?.role;
    return role && `${clauses.predicates[role.predicate]?.lemma} ${role.slot} ${role.preposition ?? ''}`.trim();
  });
  expect(roles).toEqual(['thank subject', undefined, undefined, 'thank object', 'thank oblique for']);
});
