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
