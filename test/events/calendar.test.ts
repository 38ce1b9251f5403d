import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoDay, lengthOfMonth, monthBounds, weekdayOf } from '../../src/base/calendar.ts';
import { slug } from '../../src/base/fold-name.ts';

const anyDay = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe('calendar', () => {
  test.each([
    ['2023-01-25', 3],
    ['2000-02-29', 2],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1945-05-08', 2],
    ['1914-06-28', 7],
  ])('weekday of %s', (day, number) => expect(weekdayOf(day)).toBe(number));

  test.each([
    ['2023-01-31', 1, '2023-02-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2023-01-01', -1, '2022-12-31'],
    ['1970-01-01', -1, '1969-12-31'],
    ['2023-03-26', 0, '2023-03-26'],
  ])('%s and %i days', (day, n, sum) => {
    expect(addDays(day, n)).toBe(sum);
    expect(addDays(sum, -n)).toBe(day);
  });

  test.each([
    [2023, 2, 3, '2023-02-03'],
    [2024, 2, 29, '2024-02-29'],
    [2023, 2, 29, undefined],
    [2023, 2, 30, undefined],
    [2023, 13, 1, undefined],
    [2023, 0, 1, undefined],
    [2023, 4, 31, undefined],
    [2023, 4, 0, undefined],
    [1848, 3, 18, '1848-03-18'],
  ])('day %i %i %i', (y, m, d, iso) => expect(isoDay(y, m, d)).toBe(iso));

  test.each([
    [2023, 2, '2023-02-01', '2023-02-28'],
    [2024, 2, '2024-02-01', '2024-02-29'],
    [2023, 13, '2024-01-01', '2024-01-31'],
    [2023, 0, '2022-12-01', '2022-12-31'],
    [2023, -1, '2022-11-01', '2022-11-30'],
    [2023, 25, '2025-01-01', '2025-01-31'],
  ])('month %i %i', (y, m, from, to) => expect(monthBounds(y, m)).toEqual({ from, to }));

  test('lengths of months', () => {
    expect(Array.from({ length: 12 }, (_, i) => lengthOfMonth(2023, i + 1)).join(' ')).toBe(
      '31 28 31 30 31 30 31 31 30 31 30 31',
    );
    expect([1900, 2000, 2023, 2024].map((y) => lengthOfMonth(y, 2))).toEqual([28, 29, 28, 29]);
  });

  test('days added and taken away again cancel out, weekdays run in sevens', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (day, n) => {
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
        expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1);
      }),
    );
  });
});

describe('slug', () => {
  test.each([
    ['Geneva peace talks', 'geneva-peace-talks'],
    ['São Tomé’s  election', 'sao-tome-s-election'],
    ['  --2015-- ', '2015'],
    ['Переговоры в Женеве', 'переговоры-в-женеве'],
    ['…', ''],
    ['', ''],
    ['Łódź', 'lodz'],
  ])('%s', (text, id) => expect(slug(text)).toBe(id));

  test('has no spaces, capitals or edges, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const id = slug(text);
        expect(id).toMatch(/^$|^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
        expect(slug(id)).toBe(id);
      }),
    );
  });
});
