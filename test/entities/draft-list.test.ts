import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byPosition, type Draft } from '../../src/entities/draft.ts';
import { createDraftList, nested } from '../../src/entities/draft-list.ts';

const TOKENS = 30;
const SENTENCE = 5;
const sentenceAt = Int32Array.from({ length: TOKENS }, (_, i) => Math.floor(i / SENTENCE));

const drafts = fc.array(
  fc
    .record({
      start: fc.nat(TOKENS - 4),
      length: fc.integer({ min: 1, max: 4 }),
      origin: fc.constantFrom<Draft['origin'][]>('person', 'country', 'nominal'),
      country: fc.constantFrom('NOR', 'ISL', undefined),
      entity: fc.constantFrom('person:a', 'person:b', undefined),
    })
    .map(
      ({ start, length, origin, country, entity }): Draft => ({
        span: { start, end: start + length },
        head: start + length - 1,
        form: 'name',
        kind: 'person',
        use: 'actor',
        origin,
        links: entity ? [{ entity, confidence: 1, rule: 'test' }] : [],
        ...(country ? { country } : {}),
      }),
    ),
  { maxLength: 40 },
);

test('a list finds what a look at all drafts finds, in the same order', () => {
  fc.assert(
    fc.property(drafts, (all) => {
      const list = createDraftList(sentenceAt);
      for (const d of all) list.add(d);
      expect(list.all).toEqual(all);
      for (let i = 0; i <= TOKENS; i++) {
        expect(list.headedBy(i)).toEqual(all.filter((d) => d.head === i));
        expect(list.startingAt(i)).toEqual(all.filter((d) => d.span.start === i));
        expect(list.endingAt(i)).toEqual(all.filter((d) => d.span.end === i));
      }
      for (let first = -1; first < TOKENS / SENTENCE; first++) {
        const inside = (d: Draft): boolean => d.head >= first * SENTENCE && Math.floor(d.head / SENTENCE) <= first + 2;
        expect(list.inSentences(first, first + 2)).toEqual(all.filter(inside));
      }
      for (const id of ['person:a', 'person:b']) {
        const own = all.filter((d) => d.origin === 'person' && d.links[0]?.entity === id);
        expect(list.firstMention(id) ?? Infinity).toBe(Math.min(...own.map((d) => d.span.start)));
      }
      for (const country of ['NOR', 'ISL'])
        expect(list.hasCountry(country)).toBe(all.some((d) => d.origin !== 'person' && d.country === country));
    }),
  );
});

test('of mentions that cross or coincide the first one stays', () => {
  const crosses = ({ span: a }: Draft, { span: b }: Draft): boolean =>
    (a.start < b.start && b.start < a.end && a.end < b.end) ||
    (b.start < a.start && a.start < b.end && b.end < a.end) ||
    (a.start === b.start && a.end === b.end);
  fc.assert(
    fc.property(drafts, (all) => {
      const list = createDraftList(sentenceAt);
      for (const d of all) list.add(d);
      const kept: Draft[] = [];
      for (const d of all) if (!kept.some((k) => crosses(k, d))) kept.push(d);
      expect(nested(list)).toEqual(kept.sort(byPosition));
    }),
  );
});
