import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEvents } from '../../src/events/merge.ts';
import type { EventMention } from '../../src/model/event.ts';
import { day, eventMention, plainArticle } from '../support/analysis.ts';

const ONE = plainArticle('a-one', ['Kenya met Ghana.', 'They met again.'], { publishedOn: '2020-03-03' });
const TWO = plainArticle('a-two', ['Ghana and Kenya met.'], { publishedOn: '2020-03-05' });
const LATE = plainArticle('a-late', ['Ghana and Kenya met.'], { publishedOn: '2020-05-20' });
const UNDATED = plainArticle('a-undated', ['Ghana and Kenya met.']);
const articles = new Map([ONE, TWO, LATE, UNDATED].map(({ article }) => [article.id, article]));

const KEN_GHA = {
  relation: 'met-with',
  actors: ['country:KEN'],
  recipients: ['country:GHA'],
  reciprocal: true,
} as const;
const BOTH = { relation: 'met-with', actors: ['country:GHA', 'country:KEN'], reciprocal: true } as const;
const on = (date: string): { fields: Partial<EventMention> } => ({ fields: { time: day(date) } });
const sizes = (mentions: readonly EventMention[]): number[] =>
  mergeEvents(mentions, articles)
    .map((e) => e.mentions.length)
    .sort();

describe('mergeEvents joins', () => {
  it('mutual events, whoever stands first', () => {
    const mentions = [eventMention(ONE, KEN_GHA), eventMention(TWO, BOTH)];
    const [event, ...rest] = mergeEvents(mentions, articles);
    expect(rest).toEqual([]);
    expect(event).toMatchObject({ actors: ['country:GHA', 'country:KEN'], recipients: [], reciprocal: true });
    expect([...(event?.mentions ?? [])].sort()).toEqual(mentions.map((m) => m.id).sort());
    expect(event?.merged).toHaveLength(1);
    expect(event?.merged[0]).toContain('published 2 days apart');
  });

  it('keeps the sides when all tellings agree on them', () => {
    expect(mergeEvents([eventMention(ONE, KEN_GHA)], articles)[0]).toMatchObject({
      actors: ['country:KEN'],
      recipients: ['country:GHA'],
    });
  });

  it.each([
    ['the same day', '2020-03-02', '2020-03-02', 1],
    ['two days apart', '2020-03-02', '2020-03-04', 1],
    ['three days apart', '2020-03-02', '2020-03-05', 2],
  ])('dated mentions: %s', (_, a, b, events) => {
    expect(sizes([eventMention(ONE, { ...KEN_GHA, ...on(a) }), eventMention(TWO, { ...BOTH, ...on(b) })])).toHaveLength(
      events,
    );
  });

  it('a day with the month in which it lies', () => {
    const month = { from: '2020-03-01', to: '2020-03-31', precision: 'month' } as const;
    const mentions = [
      eventMention(ONE, { ...KEN_GHA, ...on('2020-03-20') }),
      eventMention(TWO, { ...BOTH, fields: { time: month } }),
    ];
    const [event, ...rest] = mergeEvents(mentions, articles);
    expect(rest).toEqual([]);
    expect(event?.time).toEqual(day('2020-03-20'));
  });

  it('never a chain of daily events into one', () => {
    const days = ['2020-03-01', '2020-03-03', '2020-03-05', '2020-03-07'];
    expect(
      sizes(days.map((d, i) => eventMention(ONE, { ...KEN_GHA, sentence: i % 2, fields: { ...on(d).fields, id: d } }))),
    ).toEqual([2, 2]);
  });

  it('mentions without a date only inside one news cycle', () => {
    expect(sizes([eventMention(ONE, KEN_GHA), eventMention(LATE, BOTH)])).toEqual([1, 1]);
    expect(sizes([eventMention(ONE, KEN_GHA), eventMention(UNDATED, BOTH)])).toEqual([1, 1]);
    expect(sizes([eventMention(ONE, KEN_GHA), eventMention(ONE, { ...KEN_GHA, sentence: 1 })])).toEqual([2]);
  });

  it('no undated report with a date far from its publication', () => {
    const old = eventMention(ONE, { ...KEN_GHA, ...on('1999-05-05') });
    expect(sizes([old, eventMention(TWO, BOTH)])).toEqual([1, 1]);
  });
});

describe('mergeEvents keeps apart', () => {
  const first = eventMention(ONE, KEN_GHA);
  it.each([
    ['another status', eventMention(TWO, { ...BOTH, fields: { status: 'planned' } })],
    ['another relation', eventMention(TWO, { ...BOTH, relation: 'spoke-with' })],
    ['other participants', eventMention(TWO, { ...BOTH, actors: ['country:KEN', 'country:TGO'] })],
    ['a participant that nobody knows', eventMention(TWO, { ...BOTH, recipients: [''] })],
  ])('%s', (_, second) => {
    expect(sizes([first, second])).toEqual([1, 1]);
  });

  it('two acts of different direction', () => {
    const act = { relation: 'accused', actors: ['country:KEN'], recipients: ['country:GHA'] };
    const back = { relation: 'accused', actors: ['country:GHA'], recipients: ['country:KEN'] };
    expect(sizes([eventMention(ONE, act), eventMention(ONE, { ...back, sentence: 1 })])).toEqual([1, 1]);
  });

  it('two named events, but not for an event node that one article only describes', () => {
    const named = (name: string) => ({ ...BOTH, fields: { eventEntity: name } });
    const a = eventMention(ONE, named('event:lomé-talks-2020'));
    expect(sizes([a, eventMention(TWO, named('event:accra-talks-2020'))])).toEqual([1, 1]);
    expect(sizes([a, eventMention(TWO, named('event:talks-a-two'))])).toEqual([2]);
  });
});

describe('mergeEvents as a whole', () => {
  const date = fc.option(fc.integer({ min: 1, max: 28 }).map((d) => day(`2020-03-${String(d).padStart(2, '0')}`)));
  const mention = fc
    .record({
      home: fc.constantFrom(ONE, TWO, LATE, UNDATED),
      shape: fc.constantFrom(KEN_GHA, BOTH, { ...KEN_GHA, recipients: [''] }),
      status: fc.constantFrom('asserted' as const, 'reported' as const),
      time: date,
      node: fc.option(fc.constantFrom('event:accra-talks-2020', 'event:talks-a-two')),
      id: fc.uuid(),
    })
    .map(({ home, shape, status, time, node, id }) =>
      eventMention(home, {
        ...shape,
        fields: { id, status, ...(time ? { time } : {}), ...(node ? { eventEntity: node } : {}) },
      }),
    );

  it('does not depend on the order of its input and loses no mention', () => {
    const lists = fc.uniqueArray(mention, { selector: (m) => m.id, maxLength: 12 });
    fc.assert(
      fc.property(
        lists.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const events = mergeEvents(list, articles);
          expect(mergeEvents(shuffled, articles)).toEqual(events);
          expect(events.flatMap((e) => e.mentions).sort()).toEqual(list.map((m) => m.id).sort());
          expect(events.every((e) => e.merged.length === e.mentions.length - 1)).toBe(true);
          expect(new Set(events.map((e) => e.id)).size).toBe(events.length);
        },
      ),
    );
  });

  it('counts a mention given twice once', () => {
    const m = eventMention(ONE, KEN_GHA);
    expect(mergeEvents([m, m], articles)).toHaveLength(1);
    expect(mergeEvents([], articles)).toEqual([]);
  });
});
