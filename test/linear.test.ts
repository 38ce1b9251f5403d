import { beforeAll, expect, test } from 'vitest';
import { createEntityFinder, type EntityFinder } from '../src/entities/find.ts';
import { createEventCoder, type EventCoder } from '../src/events/coder.ts';
import type { ChunkedDocument } from '../src/model/document.ts';
import type { ClauseStructure } from '../src/syntax/clause.ts';
import { type TestReader, testReader } from './support/read.ts';

let reader: TestReader;
let finder: EntityFinder;
let coder: EventCoder;
beforeAll(async () => {
  reader = await testReader();
  finder = createEntityFinder(reader.knowledge);
  coder = createEventCoder(reader.knowledge);
});

/** How often the finder and the coder look at a token, a group, a clause. */
function countLooks(text: string): number {
  let looks = 0;
  const counted = <T>(items: readonly T[]): readonly T[] =>
    new Proxy(items, {
      get(target, key) {
        looks++;
        return Reflect.get(target, key);
      },
    });
  const { doc, clauses } = reader.read(text, { publishedOn: '2015-03-02' });
  const watched: ChunkedDocument = {
    ...doc,
    tokens: counted(doc.tokens),
    morphology: counted(doc.morphology),
    sentences: counted(doc.sentences),
    groups: counted(doc.groups),
  };
  const told: ClauseStructure = { predicates: counted(clauses.predicates), nouns: counted(clauses.nouns) };
  coder.code(watched, told, finder.find(watched, told));
  return looks;
}

/** A capitalised word that is in no list. */
const word = (i: number): string => `${['Bel', 'Dor', 'Fen'][i % 3]}${i.toString(20).replace(/\d/g, 'q')}ax`;
const numbered = (make: (i: number) => string, count: number): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

// Work that grew with the square would take four times the looks; sentences of different lengths make it a little more than twice.
test.each<[string, (i: number) => string]>([
  ['infinitives', () => 'to meet '],
  ['brackets', () => '( envoy '],
  ['pronouns', () => 'they met; '],
  ['nouns of nouns', () => 'envoy of '],
  ['a list of states', () => 'Peru, Chile, '],
  ['pairs', () => 'Iran and Peru met. The two countries agreed. '],
  ['chains of pronouns', () => 'He met them. '],
  ['owners', () => "Iran's minister's envoy's aide left. "],
  ['owners by pronoun', () => 'its army met their envoy, '],
  ['offices', () => 'The president met the official. '],
  ['hyphens', () => 'Iran-Peru-'],
  ['groups', () => 'militants in Syria attacked rebels, '],
  ['crimes', () => 'the raid that killed three people and '],
  ['quotations', () => '"We met him," said Erik Solvang. '],
  ['quoted events', () => '“Iran attacked Peru. ” '],
  ['names', (i) => `Foreign Minister ${word(i)} of Iran met ${word(i)}. `],
  ['bodies', (i) => `the Ministry of ${word(i)} (${word(i).toUpperCase()}) met. `],
  ['events', (i) => `the ${word(i)} talks between Iran and Peru, `],
  ['days', () => 'on Tuesday 3 May 2011 Iran attacked Peru, '],
])('twice the text takes twice the looks: %s', (_, make) => {
  const once = countLooks(numbered(make, 300));
  const twice = countLooks(numbered(make, 600));
  expect(twice / once).toBeLessThan(2.7);
});
