import { expect, test } from 'vitest';
import { formatDay, formatInterval, formatRange, formatSpan } from '../../web/state/dates.ts';

test.each([
  ['1978-09-17', '17 Sep 1978'],
  ['1978-09', 'Sep 1978'],
  ['1978', '1978'],
  ['soon', 'soon'],
])('%s is written %s', (date, written) => expect(formatDay(date)).toBe(written));

test.each([
  [undefined, undefined, 'undated'],
  ['2020-08-03', undefined, '3 Aug 2020'],
  ['2020-08-03', '2020-08-03', '3 Aug 2020'],
  ['2020-08-03', '2020-08-09', '3–9 Aug 2020'],
  ['2020-08-03', '2021-01-09', '3 Aug 2020 – 9 Jan 2021'],
  ['2020-02-01', '2020-02-29', 'Feb 2020'],
  ['2020-01-01', '2020-12-31', '2020'],
])('%s to %s is written %s', (first, last, written) => expect(formatRange(first, last)).toBe(written));

test('a span is no finer than the acts at its ends', () => {
  const month = { firstDate: '1980-04-01', lastDate: '1980-04-30' };
  const day = { firstDate: '2023-03-10', lastDate: '2023-03-10' };
  const year = { firstDate: '2024-01-01', lastDate: '2024-12-31' };
  expect(formatSpan([day, month, {}])).toBe('Apr 1980 – 10 Mar 2023');
  expect(formatSpan([year, day])).toBe('10 Mar 2023 – 2024');
  expect(formatSpan([month])).toBe('Apr 1980');
  expect(formatSpan([{}])).toBe('undated');
});

test('an interval is no finer than the text gave it', () => {
  expect(formatInterval({ from: '2015-07-14', to: '2015-07-14', precision: 'day' })).toBe('14 Jul 2015');
  expect(formatInterval({ from: '2015-07-01', to: '2015-07-31', precision: 'month' })).toBe('Jul 2015');
  expect(formatInterval({ from: '2015-01-01', to: '2016-12-31', precision: 'year' })).toBe('2015 – 2016');
});
