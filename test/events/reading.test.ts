import { expect, test } from 'vitest';
import { createReading, participantsOf } from '../../src/events/reading.ts';
import type { NounContext, NounPhrase } from '../../src/syntax/clause.ts';
import { taggedDoc } from '../support/doc.ts';

test('phrases that belong to each other, as a tree gone wrong may have them, stand for nobody', () => {
  const doc = taggedDoc('head/NOUN/NN of/ADP/IN part/NOUN/NN of/ADP/IN head/NOUN/NN');
  const phrase = (group: number): NounPhrase => {
    const { head = 0, start = 0, end = 0 } = doc.groups[group] ?? {};
    return { groups: [group], head, span: { start, end } };
  };
  const of = (group: number): NounContext => ({
    obliques: [{ preposition: 'of', phrase: phrase(group) }],
    appositions: [],
    complements: [],
  });
  const clauses = { predicates: [], nouns: [of(1), of(2), of(0)] };
  const reading = createReading(doc, clauses, { mentions: [], links: [], entities: [] }, new Set());
  expect(participantsOf(reading, phrase(0)).flatMap((p) => p.entities)).toEqual([]);
});

test('a word with a hyphen that frames ask for is one word, others stay two', () => {
  const doc = taggedDoc(
    'the/DET/DT Cease/NOUN/NN -/PUNCT/HYPH fires/NOUN/NNS and/CCONJ/CC war/NOUN/NN -/PUNCT/HYPH game/NOUN/NN',
  );
  const layer = { mentions: [], links: [], entities: [] };
  const reading = createReading(doc, { predicates: [], nouns: [] }, layer, new Set(), new Set(['cease-fire']));
  expect([3, 7].map(reading.lemma)).toEqual([`cease-${doc.morphology[3]?.lemma}`, 'game']);
});
