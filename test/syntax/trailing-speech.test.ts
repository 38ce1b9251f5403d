import { expect, test } from 'vitest';
import { printClauses } from '../support/print-clauses.ts';
import { testReader } from '../support/read.ts';

/** Whose deeds the last ones of a list are, and which of two conjuncts a clause describes. */
const CASES: readonly (readonly [sentence: string, ...clauses: readonly string[]])[] = [
  [
    'These strikes hit two tactical units; damaged a bridge; and sank three boats, he added.',
    'sink | S strikes | O boats | < hit coordinate',
    'add | S he',
  ],
  [
    'The strikes hit a depot, burned a bridge and sank two boats, Vega said.',
    'sink | S strikes | O boats | < burn coordinate',
    'say | S Vega',
  ],
  ['Chad and Mali, which holds the fort, met.', 'hold | S Mali | O fort | < meet relative which'],
  ['Chad and Mali, which hold the forts, met.', 'hold | S Chad+Mali | O forts | < meet relative which'],
];

const reader = await testReader();

test.each(CASES)('%s', (sentence, ...clauses) => {
  const { doc, clauses: found } = reader.read(sentence);
  expect(printClauses(doc, found)).toEqual(expect.arrayContaining([...clauses]));
});
