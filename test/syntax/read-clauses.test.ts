import { expect, test } from 'vitest';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { taggedDoc } from '../support/doc.ts';
import { printClauses, printNouns } from '../support/print-clauses.ts';

const SPEECH = new Set(['say', 'tell']);

function read(notation: string) {
  const doc = taggedDoc(notation);
  const clauses = readClauses(doc, SPEECH);
  return { doc, clauses, lines: printClauses(doc, clauses), nouns: printNouns(doc, clauses) };
}

/** Hand-tagged, so that a case stands or falls with the reader alone. */
const CASES: readonly { readonly name: string; readonly text: string; readonly clauses: readonly string[] }[] = [
  {
    name: 'a past form with "by" behind its noun is a participle, whatever its tag',
    text: 'Troops/NOUN/NNS left/VERB/VBD/leave villages/NOUN/NNS held/VERB/VBD/hold by/ADP/IN rebels/NOUN/NNS ./PUNCT/.',
    clauses: ['leave | S Troops | O villages', 'hold | S villages | by rebels | < leave relative'],
  },
  {
    name: 'a participle that is the only verb of its subject is a past tense, whatever its tag',
    text: 'Delegates/NOUN/NNS blamed/VERB/VBN/blame Chad/PROPN/NNP ./PUNCT/.',
    clauses: ['blame | S Delegates | O Chad'],
  },
  {
    name: 'an auxiliary before its subject: tense and negation come along',
    text: "Did/AUX/VBD/do ~n't/PART/RB/not Iran/PROPN/NNP sign/VERB/VB it/PRON/PRP ~?/PUNCT/.",
    clauses: ['not sign | S Iran | O it'],
  },
  {
    name: '"for" with a noun before an infinitive gives its subject',
    text: 'They/PRON/PRP waited/VERB/VBD/wait for/ADP/IN Oman/PROPN/NNP to/PART/TO answer/VERB/VB ./PUNCT/.',
    clauses: ['wait | S They | for Oman | to answer', 'answer | S Oman | < wait complement to'],
  },
  {
    name: 'the object controls after "urge", the subject after "promise"',
    text: `
      Fiji/PROPN/NNP urged/VERB/VBD/urge Niue/PROPN/NNP to/PART/TO join/VERB/VB ./PUNCT/.
      Fiji/PROPN/NNP promised/VERB/VBD/promise Niue/PROPN/NNP to/PART/TO join/VERB/VB ./PUNCT/.`,
    clauses: [
      'urge | S Fiji | O Niue | to join',
      'join | S Niue | < urge complement to',
      'promise | S Fiji | O Niue | to join',
      'join | S Fiji | < promise complement to',
    ],
  },
  {
    name: 'a relative clause describes the nearest noun that agrees with its verb',
    text: 'Envoys/NOUN/NNS from/ADP/IN the/DET/DT bloc/NOUN/NN that/SCONJ/IN were/AUX/VBD/be present/ADJ/JJ left/VERB/VBD/leave ./PUNCT/.',
    clauses: ['present | S Envoys | < leave relative that', 'leave | S Envoys'],
  },
  {
    name: 'a parenthesis interrupts and is left again',
    text: 'The/DET/DT bloc/NOUN/NN (/PUNCT/-LRB- ~it/PRON/PRP met/VERB/VBD/meet ~)/PUNCT/-RRB- backed/VERB/VBD/back Mali/PROPN/NNP ./PUNCT/.',
    clauses: ['meet | S it', 'back | S bloc | O Mali'],
  },
  {
    name: 'a quotation goes on in the next sentence and ends with the paragraph',
    text: `
      “/PUNCT/\`\` ~We/PRON/PRP won/VERB/VBD/win ~./PUNCT/.
      They/PRON/PRP lost/VERB/VBD/lose ~./PUNCT/.

      Talks/NOUN/NNS ended/VERB/VBD/end ~./PUNCT/.`,
    clauses: ['win “” | S We', 'lose “” | S They', 'end | S Talks'],
  },
  {
    name: 'a time phrase is neither subject nor object',
    text: 'On/ADP/IN Monday/PROPN/NNP Peru/PROPN/NNP met/VERB/VBD/meet Chile/PROPN/NNP last/ADJ/JJ week/NOUN/NN ./PUNCT/.',
    clauses: ['meet | S Peru | O Chile | on Monday; week'],
  },
  {
    name: 'a participle joined to a passive is passive too',
    text: 'They/PRON/PRP were/AUX/VBD/be seized/VERB/VBN/seize and/CCONJ/CC jailed/VERB/VBN/jail ./PUNCT/.',
    clauses: ['seize passive | S They', 'jail passive | S They | < seize coordinate'],
  },
  {
    name: 'no verb, no predicate',
    text: 'A/DET/DT new/ADJ/JJ crisis/NOUN/NN ./PUNCT/.',
    clauses: [],
  },
];

test.each(CASES)('$name', ({ text, clauses }) => {
  expect(read(text).lines).toEqual(clauses);
});

test('a noun group lists its owner, prepositional phrases, appositions and complements', () => {
  const { nouns } = read(
    `
    Iran/PROPN/NNP ~'s/PART/POS envoy/NOUN/NN ,/PUNCT/, Sadr/PROPN/NNP ,/PUNCT/, met/VERB/VBD/meet experts/NOUN/NNS from/ADP/IN Mali/PROPN/NNP
  `
      .trim()
      .replace(/\n\s*/g, ' '),
  );
  expect(nouns).toEqual(['envoy | of Iran | = Sadr', 'experts | from Mali']);
});

test('roles point back from the noun group to its predicate', () => {
  const { doc, clauses } = read(
    'Peru/PROPN/NNP thanked/VERB/VBD/thank Fiji/PROPN/NNP for/ADP/IN aid/NOUN/NN ./PUNCT/.',
  );
  const slots = doc.groups.map((_, i) => clauses.nouns[i]?.role?.slot);
  expect(slots).toEqual(['subject', undefined, 'object', 'oblique']);
});
