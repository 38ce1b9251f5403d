import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLeadingDate, isDateLine, parseDate, readDate } from '../../src/ingest/date.ts';

describe('readDate', () => {
  it.each([
    ['2016-02-06', '2016-02-06'],
    ['2016-02-06T23:30:00-05:00', '2016-02-06'],
    ['2016-02-06T10:00:00.000Z', '2016-02-06'],
    ['2016-02-06 10:00', '2016-02-06'],
    ['2016/2/6', '2016-02-06'],
    ['20160206', '2016-02-06'],
    ['20160206T101500Z', '2016-02-06'],
    ['6 February 2016', '2016-02-06'],
    ['6th of February, 2016', '2016-02-06'],
    ['06-Feb-2016', '2016-02-06'],
    ['February 6, 2016', '2016-02-06'],
    ['Feb. 6, 2016 at 10:15 a.m. EST', '2016-02-06'],
    ['Sept. 1 2016', '2016-09-01'],
    ['Sat, 06 Feb 2016 10:15:00 +0000', '2016-02-06'],
    ['Saturday, February 6, 2016', '2016-02-06'],
    ['Sat Feb 6 10:15:00 2016', '2016-02-06'],
    ['Published: 6 February 2016, 10:30 GMT', '2016-02-06'],
    ['13/02/2016', '2016-02-13'],
    ['02/13/2016', '2016-02-13'],
    ['05/05/2016', '2016-05-05'],
    ['6.2.2016', '2016-02-06'],
    ['29 February 2016', '2016-02-29'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)).toEqual({ date });
    expect(parseDate(text)).toBe(date);
  });

  it.each([
    ['06/02/2016', 'ambiguous'],
    ['February 2016', 'no-day'],
    ['2016-02', 'no-day'],
    ['2016', 'no-day'],
    ['Feb. 6', 'none'],
    ['06 Feb 16', 'none'],
    ['Wednesday', 'none'],
    ['', 'none'],
    ['30 February 2016', 'impossible'],
    ['29 February 2015', 'impossible'],
    ['2016-13-01', 'impossible'],
    ['31/31/2016', 'impossible'],
    ['call 12-34-56-7890', 'none'],
  ])('%s is no date: %s', (text, problem) => {
    expect(readDate(text)).toEqual({ problem });
    expect(parseDate(text)).toBeUndefined();
  });

  it('reads every day that it can write', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1500-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          expect(parseDate(iso)).toBe(iso);
          expect(parseDate(date.toUTCString())).toBe(iso);
        },
      ),
    );
  });

  it('gives a real day or a reason for anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 140 }), (text) => {
        const date = parseDate(text);
        if (date !== undefined) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
});

describe('isDateLine', () => {
  it.each([
    '6 February 2016',
    'Published: Saturday, 6 February 2016, 10:30 GMT',
    '2016-02-06T10:30:00Z',
    '06/02/2016',
    'Updated Feb. 6, 2016 at 9:15 pm',
  ])('%s', (line) => expect(isDateLine(line)).toBe(true));
  it.each(['The ministers met on 6 February 2016', 'Feb. 6', 'Weston, 6 February 2016', ''])('not %s', (line) =>
    expect(isDateLine(line)).toBe(false),
  );
});

it('finds a full date before the news', () => {
  expect(findLeadingDate('6 February 2016 – The council met.')).toEqual({ printed: '6 February 2016', end: 18 });
  expect(findLeadingDate('6 February 2016 was a Saturday – The council met.')).toBeUndefined();
});
