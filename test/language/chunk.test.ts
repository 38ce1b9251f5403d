import { expect, test } from 'vitest';
import { taggedDoc } from '../support/doc.ts';

/** Groups as `[noun group]` and `{verb group}`, heads marked with `*`. */
function groupsOf(notation: string): string {
  const doc = taggedDoc(notation);
  return doc.groups
    .map(({ kind, start, end, head }) => {
      const words = doc.tokens.slice(start, end).map((t, i) => (start + i === head ? `${t.text}*` : t.text));
      return kind === 'noun' ? `[${words.join(' ')}]` : `{${words.join(' ')}}`;
    })
    .join(' ');
}

test.each([
  ['the/DET/DT senior/ADJ/JJ envoy/NOUN/NN in/ADP/IN Rome/PROPN/NNP', '[the senior envoy*] [Rome*]'],
  [
    'has/AUX/VBZ/have not/PART/RB yet/ADV/RB pulled/VERB/VBN/pull out/ADP/RP of/ADP/IN Mali/PROPN/NNP',
    '{has not yet pulled* out} [Mali*]',
  ],
  ['agreed/VERB/VBD/agree to/PART/TO meet/VERB/VB', '{agreed*} {to meet*}'],
  ['is/AUX/VBZ/be to/PART/TO meet/VERB/VB them/PRON/PRP', '{is to meet*} [them*]'],
  ['Omar/PROPN/NNP bin/X/FW Zayd/PROPN/NNP', '[Omar bin Zayd*]'],
  [
    'Talks/NOUN/NNS Wednesday/PROPN/NNP in/ADP/IN Bonn/PROPN/NNP next/ADJ/JJ week/NOUN/NN',
    '[Talks*] [Wednesday*] [Bonn*] [next week*]',
  ],
  ['the/DET/DT government/NOUN/NN today/NOUN/NN met/VERB/VBD/meet', '[the government*] [today*] {met*}'],
  ['political/ADJ/JJ and/CCONJ/CC economic/ADJ/JJ issues/NOUN/NNS', '[political and economic issues*]'],
  [
    'joint/ADJ/JJ military/ADJ/JJ exercises/VERB/VBZ/exercise this/DET/DT month/NOUN/NN',
    '[joint military exercises*] [this month*]',
  ],
  ['the/DET/DT United/VERB/NNP Nations/PROPN/NNPS', '[the United Nations*]'],
  ['to/PART/TO visit/NOUN/NN the/DET/DT border/NOUN/NN', '{to visit*} [the border*]'],
  ['accused/VERB/VBN/accuse of/ADP/IN bombing/NOUN/NN clinics/NOUN/NNS', '{accused*} {bombing*} [clinics*]'],
  ['for/ADP/IN training/NOUN/NN courses/NOUN/NNS', '[training courses*]'],
  ['met/VERB/VBD/meet visiting/VERB/VBG/visit envoys/NOUN/NNS', '{met*} [visiting envoys*]'],
  [
    'against/ADP/IN visiting/VERB/VBG/visit Saudi/ADJ/JJ Prince/PROPN/NNP Turki/PROPN/NNP',
    '[visiting Saudi Prince Turki*]',
  ],
  ['with/ADP/IN fleeing/VERB/VBG/flee rebels/NOUN/NNS', '[fleeing rebels*]'],
  ['with/ADP/IN visiting/VERB/VBG/visit a/DET/DT camp/NOUN/NN', '{visiting*} [a camp*]'],
  ['a/DET/DT customs/NOUN/NNS official/ADJ/JJ said/VERB/VBD/say', '[a customs official*] {said*}'],
  [
    'a/DET/DT state/NOUN/NN ~-/PUNCT/HYPH ~of/ADP/IN ~-/PUNCT/HYPH ~the/DET/DT ~-/PUNCT/HYPH ~art/NOUN/NN clinic/NOUN/NN',
    '[a state - of - the - art clinic*]',
  ],
  ['at/ADP/IN least/ADJ/JJS ten/NUM/CD people/NOUN/NNS', '[ten people*]'],
  ['they/PRON/PRP did/VERB/VBD/do win/VERB/VB', '[they*] {did win*}'],
  ['Chad/PROPN/NNP three/NUM/CD days/NOUN/NNS ago/ADV/RB', '[Chad*] [three days*]'],
  ['backs/VERB/VBZ/back Senegal/ADJ/JJ ./PUNCT/.', '{backs*} [Senegal*]'],
  ['Fighting/VERB/VBG in/ADP/IN Mali/PROPN/NNP ended/VERB/VBD', '[Fighting*] [Mali*] {ended*}'],
])('%s', (notation, groups) => {
  expect(groupsOf(notation)).toBe(groups);
});
