import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { indexClauses } from '../../src/events/clause-index.ts';
import { type TestReader, testReader } from '../support/read.ts';

let reader: TestReader;
beforeAll(async () => {
  reader = await testReader();
});

const PIECES =
  'Norway|said|that|the threats made by|the envoy|met|to meet|Peru|and|,|.|a plan to leave|was attacked by|rebels|their|talks with'.split(
    '|',
  );
const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));

test('the index answers as a look at all clauses does', () => {
  fc.assert(
    fc.property(text, (t) => {
      const { doc, clauses } = reader.read(t);
      const { predicates, nouns } = clauses;
      const index = indexClauses(doc, clauses);
      predicates.forEach((p, i) => {
        expect(index.indexOf(p)).toBe(i);
        const over = nouns.findLastIndex((n) => n.complements.some((c) => c.predicate === i));
        expect(index.nounOver(i) ?? -1).toBe(over);
      });
      doc.tokens.forEach((_, i) => {
        expect(index.groupFrom(i) ?? -1).toBe(doc.groups.findIndex((g) => g.start >= i));
        expect(index.participlesAt(i)).toEqual(
          predicates.filter((p) => p.form === 'participle' && p.voice === 'passive' && p.span.start === i),
        );
      });
      doc.sentences.forEach((_, s) => {
        expect(index.predicatesIn(s)).toEqual(predicates.filter((p) => p.sentence === s));
        expect(index.groupsIn(s).map((g) => doc.groups[g])).toEqual(doc.groups.filter((g) => g.sentence === s));
      });
    }),
    { numRuns: 60 },
  );
});
