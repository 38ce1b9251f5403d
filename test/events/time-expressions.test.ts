import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTimeExpressions } from '../../src/events/time-expressions.ts';
import { readTimeWords } from '../../src/events/time-lexicon.ts';
import { extractor } from '../support/story.ts';

const time = readTimeWords(extractor.knowledge.time);
/** A Wednesday. */
const DATE = '2023-01-25';

/** `words = from..to precision` for every expression; `future` as for a planned event. */
function find(text: string, options: { readonly future?: boolean; readonly date?: string | undefined } = {}): string[] {
  const date = 'date' in options ? options.date : DATE;
  const words = text.split(' ');
  return findTimeExpressions(words, { start: 0, end: words.length }, time, date).map(({ span, resolve }) => {
    const found = resolve(options.future ?? false);
    const days = found && (found.from === found.to ? found.from : `${found.from}..${found.to}`);
    return `${words.slice(span.start, span.end).join(' ')} = ${found ? `${days} ${found.precision}` : 'open'}`;
  });
}

describe('days', () => {
  test.each([
    ['on 3 February 2016', '3 February 2016 = 2016-02-03 day'],
    ['on 3rd February 2016', '3rd February 2016 = 2016-02-03 day'],
    ['on February 3 , 2016', 'February 3 , 2016 = 2016-02-03 day'],
    ['on February 3 2016', 'February 3 2016 = 2016-02-03 day'],
    ['on Feb. 3 , 2016', 'Feb. 3 , 2016 = 2016-02-03 day'],
    ['on Sept. 9 , 1993', 'Sept. 9 , 1993 = 1993-09-09 day'],
    ['on 2016-02-03', '2016-02-03 = 2016-02-03 day'],
    ['on 3 February', '3 February = 2022-02-03 day'],
    ['on January 25', 'January 25 = 2023-01-25 day'],
    ['on January 26', 'January 26 = 2022-01-26 day'],
    ['on 30 February', '30 February = open'],
    ['on 2016-02-31', '2016-02-31 = open'],
    ['in 1987 , February 3 was cold', '1987 = 1987-01-01..1987-12-31 year', 'February 3 = 2022-02-03 day'],
  ])('%s', (text, ...lines) => expect(find(text)).toEqual(lines));

  test('a day without a year lies ahead for what is planned', () => {
    expect(find('on 3 February', { future: true })).toEqual(['3 February = 2023-02-03 day']);
    expect(find('on 3 January', { future: true })).toEqual(['3 January = 2024-01-03 day']);
  });
});

describe('months and years', () => {
  test.each([
    ['in February 2016', 'February 2016 = 2016-02-01..2016-02-29 month'],
    ['in February , 2016', 'February , 2016 = 2016-02-01..2016-02-29 month'],
    ['in March', 'March = 2022-03-01..2022-03-31 month'],
    ['in January', 'January = 2023-01-01..2023-01-31 month'],
    ['in May', 'May = 2022-05-01..2022-05-31 month'],
    ['in 2015', '2015 = 2015-01-01..2015-12-31 year'],
    ['since 1848', '1848 = 1848-01-01..1848-12-31 year'],
    ['during 2015', '2015 = 2015-01-01..2015-12-31 year'],
    ['( 2015 )', '2015 = 2015-01-01..2015-12-31 year'],
  ])('%s', (text, ...lines) => expect(find(text)).toEqual(lines));
});

describe('weekdays', () => {
  test.each([
    ['on Wednesday', 'Wednesday = 2023-01-25 day'],
    ['on Tuesday', 'Tuesday = 2023-01-24 day'],
    ['on Thursday', 'Thursday = 2023-01-19 day'],
    ['last Wednesday', 'last Wednesday = 2023-01-18 day'],
    ['last Friday', 'last Friday = 2023-01-20 day'],
    ['on Sunday night', 'Sunday night = 2023-01-22 day'],
    ['Thursday morning', 'Thursday morning = 2023-01-19 day'],
    ['next Monday', 'next Monday = 2023-01-30 day'],
  ])('%s', (text, ...lines) => expect(find(text)).toEqual(lines));

  test.each([
    ['on Wednesday', 'Wednesday = 2023-01-25 day'],
    ['on Tuesday', 'Tuesday = 2023-01-31 day'],
    ['on Thursday', 'Thursday = 2023-01-26 day'],
    ['next Wednesday', 'next Wednesday = 2023-02-01 day'],
    ['last Friday', 'last Friday = 2023-01-20 day'],
  ])('%s, of what is planned', (text, ...lines) => expect(find(text, { future: true })).toEqual(lines));
});

describe('relative phrases', () => {
  test.each([
    ['today', 'today = 2023-01-25 day'],
    ['yesterday', 'yesterday = 2023-01-24 day'],
    ['the day before yesterday', 'the day before yesterday = 2023-01-23 day'],
    ['tomorrow', 'tomorrow = 2023-01-26 day'],
    ['the day after tomorrow', 'the day after tomorrow = 2023-01-27 day'],
    ['tonight', 'tonight = 2023-01-25 day'],
    ['last night', 'last night = 2023-01-24 day'],
    ['this week', 'this week = 2023-01-23..2023-01-29 week'],
    ['last week', 'last week = 2023-01-16..2023-01-22 week'],
    ['next week', 'next week = 2023-01-30..2023-02-05 week'],
    ['last weekend', 'last weekend = 2023-01-21..2023-01-22 week'],
    ['this month', 'this month = 2023-01-01..2023-01-31 month'],
    ['last month', 'last month = 2022-12-01..2022-12-31 month'],
    ['next month', 'next month = 2023-02-01..2023-02-28 month'],
    ['last year', 'last year = 2022-01-01..2022-12-31 year'],
    ['next year', 'next year = 2024-01-01..2024-12-31 year'],
    ['the year before last', 'the year before last = 2021-01-01..2021-12-31 year'],
    ['three days ago', 'three days ago = 2023-01-22 day'],
    ['10 days ago', '10 days ago = 2023-01-15 day'],
    ['a week ago', 'a week ago = 2023-01-16..2023-01-22 week'],
    ['two months ago', 'two months ago = 2022-11-01..2022-11-30 month'],
    ['five years ago', 'five years ago = 2018-01-01..2018-12-31 year'],
  ])('%s', (text, ...lines) => expect(find(text)).toEqual(lines));
});

describe('words that name no day stay open', () => {
  test.each([
    ['recently', 'recently = open'],
    ['in recent weeks', 'in recent weeks = open'],
    ['the next day', 'the next day = open'],
    ['the same day', 'the same day = open'],
    ['in the coming months', 'in the coming months = open'],
  ])('%s', (text, ...lines) => expect(find(text)).toEqual(lines));

  test.each([
    ['on Monday'],
    ['yesterday'],
    ['last week'],
    ['3 February'],
    ['in March'],
    ['two days ago'],
    ['next month'],
  ])('%s, without a day of publication', (text) =>
    expect(find(text, { date: undefined })).toEqual([expect.stringMatching(/ = open$/)]),
  );
});

describe('what is no time', () => {
  test.each([
    ['May said no'],
    ['they may go'],
    ['a march on Rome'],
    ['the Sun rose'],
    ['1500 soldiers'],
    ['2015 soldiers died'],
    ['chapter 3'],
    ['3 ministers'],
    ['sat down'],
    ['room 2016'],
  ])('%s', (text) => expect(find(text)).toEqual([]));
});

test('finds apart, in order and never throws on any words', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '3',
      'February',
      '2016',
      ',',
      'last',
      'Monday',
      'two',
      'weeks',
      'ago',
      'in',
      'the',
      'day',
      'May',
      'next',
      'of',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), fc.boolean(), (words, future) => {
      const found = findTimeExpressions(words, { start: 0, end: words.length }, time, DATE);
      found.forEach(({ span, resolve }, i) => {
        expect(span.start).toBeGreaterThanOrEqual(found[i - 1]?.span.end ?? 0);
        expect(span.end).toBeLessThanOrEqual(words.length);
        const interval = resolve(future);
        if (interval) expect(interval.from <= interval.to).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
});
