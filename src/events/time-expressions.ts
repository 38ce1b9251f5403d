import { addDays, isoDay, monthBounds, weekdayOf } from '../base/calendar.ts';
import type { Span } from '../model/span.ts';
import type { Interval, IsoDate } from '../model/time.ts';
import { type TimeWords, WEEKDAY_OPENERS } from './time-lexicon.ts';

/** A time expression in the text, not yet tied to a verb. `resolve` needs to know whether what happens then is past or to come. */
export interface TimeExpression {
  readonly span: Span;
  readonly resolve: (future: boolean) => Interval | undefined;
}

interface Scan {
  readonly words: readonly string[];
  readonly at: number;
  readonly limit: number;
  readonly time: TimeWords;
  readonly reference: IsoDate | undefined;
}

type Found = { readonly length: number; readonly resolve: TimeExpression['resolve'] } | undefined;

const DAY_PARTS = new Set(['morning', 'afternoon', 'evening', 'night']);
const plain = (word = ''): string => (word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase();
const day = (iso: IsoDate | undefined): Interval | undefined =>
  iso ? { from: iso, to: iso, precision: 'day' } : undefined;

/** All time expressions of a sentence, longest reading first at each word. */
export function findTimeExpressions(
  words: readonly string[],
  sentence: Span,
  time: TimeWords,
  reference: IsoDate | undefined,
): TimeExpression[] {
  const found: TimeExpression[] = [];
  let at = sentence.start;
  while (at < sentence.end) {
    const hit = mayBegin(words[at], time)
      ? readExpression({ words, at, limit: sentence.end, time, reference })
      : undefined;
    if (hit) {
      found.push({ span: { start: at, end: at + hit.length }, resolve: hit.resolve });
      at += hit.length;
    } else at++;
  }
  return found;
}

const word = (scan: Scan, offset: number): string =>
  scan.at + offset < scan.limit ? plain(scan.words[scan.at + offset]) : '';
const dayNumber = (text: string): number | undefined => {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  const n = match ? Number(match[1]) : 0;
  return n >= 1 && n <= 31 ? n : undefined;
};
const yearNumber = (text: string): number | undefined => (/^(?:1[89]|20)\d\d$/.test(text) ? Number(text) : undefined);

const mayBegin = (text: string | undefined, time: TimeWords): boolean => {
  const first = plain(text);
  return time.openers.has(first) || /^\d/.test(first);
};

const readExpression = (scan: Scan): Found =>
  absolute(scan) ?? relative(scan) ?? counted(scan) ?? weekday(scan) ?? year(scan) ?? vague(scan);

/** "3 February 2016", "February 3, 2016", "Feb. 3", "February 2016", "last February", "2016-02-03". */
function absolute(scan: Scan): Found {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(word(scan, 0));
  if (iso) return { length: 1, resolve: () => day(isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))) };
  const dayFirst = dayNumber(word(scan, 0));
  const monthSecond = dayFirst ? scan.time.months.get(word(scan, 1)) : undefined;
  if (dayFirst && monthSecond) return withYear(scan, 2, monthSecond, dayFirst);
  const month = isMonthName(scan, 0) ? scan.time.months.get(word(scan, 0)) : undefined;
  if (!month) return undefined;
  const dayAfter = dayNumber(word(scan, 1));
  return dayAfter ? withYear(scan, 2, month, dayAfter) : monthAlone(scan, month);
}

/** "may" and "march" are months only with a capital. */
const isMonthName = (scan: Scan, offset: number): boolean => /^\p{Lu}/u.test(scan.words[scan.at + offset] ?? '');

function withYear(scan: Scan, length: number, month: number, dayOfMonth: number): Found {
  const comma = word(scan, length) === ',' ? 1 : 0;
  const explicit = yearNumber(word(scan, length + comma));
  if (explicit) return { length: length + comma + 1, resolve: () => day(isoDay(explicit, month, dayOfMonth)) };
  return { length, resolve: (future) => day(nearestYear(scan.reference, month, dayOfMonth, future)) };
}

/** A day without a year is the last such day, or for what is to come the next one. */
function nearestYear(
  reference: IsoDate | undefined,
  month: number,
  dayOfMonth: number,
  future: boolean,
): IsoDate | undefined {
  if (!reference) return undefined;
  const base = Number(reference.slice(0, 4));
  const order = future ? [base, base + 1] : [base, base - 1];
  return order
    .map((y) => isoDay(y, month, dayOfMonth))
    .find((d) => d !== undefined && (future ? d >= reference : d <= reference));
}

/** "May said", "a March on Rome": alone, a month that is a word or a name too needs a word of time before it. */
const TIME_BEFORE = new Set([
  'in',
  'of',
  'since',
  'until',
  'till',
  'by',
  'last',
  'next',
  'this',
  'early',
  'late',
  'mid',
  'from',
  'during',
  '-',
  'and',
  'before',
  'after',
  'through',
  'to',
]);

function monthAlone(scan: Scan, month: number): Found {
  const ambiguous = word(scan, 0) === 'may' || word(scan, 0) === 'march';
  if (
    ambiguous &&
    (!TIME_BEFORE.has(plain(scan.words[scan.at - 1])) || plain(scan.words[scan.at - 1]) === 'and') &&
    !yearNumber(word(scan, 1))
  )
    return undefined;
  const comma = word(scan, 1) === ',' ? 1 : 0;
  const explicit = yearNumber(word(scan, 1 + comma));
  const interval = (y: number): Interval => ({ ...monthBounds(y, month), precision: 'month' });
  if (explicit) return { length: 2 + comma, resolve: () => interval(explicit) };
  return {
    length: 1,
    resolve: (future) => {
      if (!scan.reference) return undefined;
      const base = Number(scan.reference.slice(0, 4));
      const now = Number(scan.reference.slice(5, 7));
      return interval(future ? (month >= now ? base : base + 1) : month <= now ? base : base - 1);
    },
  };
}

/** "yesterday", "last week", "earlier this month". */
function relative(scan: Scan): Found {
  const phrase = scan.time.relative.get(word(scan, 0))?.find((r) => r.words.every((w, i) => word(scan, i) === w));
  if (!phrase) return undefined;
  const resolve = () => (phrase.fromContext ? undefined : shift(scan.reference, phrase.unit, phrase.offset));
  return { length: phrase.words.length, resolve };
}

/** "three days ago", "two weeks earlier". */
function counted(scan: Scan): Found {
  const n =
    scan.time.numbers.get(word(scan, 0)) ?? (/^\d{1,3}$/.test(word(scan, 0)) ? Number(word(scan, 0)) : undefined);
  const unit = scan.time.units.get(word(scan, 1).replace(/s$/, ''));
  if (n === undefined || !unit || word(scan, 2) !== 'ago') return undefined;
  return { length: 3, resolve: () => shift(scan.reference, unit.unit, -n * unit.count) };
}

/** "Wednesday", "on Wednesday night", "last Friday", "next Monday". */
function weekday(scan: Scan): Found {
  const opener = WEEKDAY_OPENERS.includes(word(scan, 0)) ? word(scan, 0) : '';
  const skip = opener ? 1 : 0;
  const number = scan.time.weekdays.get(word(scan, skip));
  const form = scan.words[scan.at + skip] ?? '';
  if (!number || !/^\p{Lu}/u.test(form) || form.length < 4) return undefined;
  const part = DAY_PARTS.has(word(scan, skip + 1)) ? 1 : 0;
  return {
    length: skip + 1 + part,
    resolve: (future) => {
      if (!scan.reference) return undefined;
      const back = (weekdayOf(scan.reference) - number + 7) % 7;
      if (opener === 'next' || (future && opener !== 'last'))
        return day(addDays(scan.reference, back === 0 ? (opener ? 7 : 0) : 7 - back));
      return day(addDays(scan.reference, opener === 'last' && back === 0 ? -7 : -back));
    },
  };
}

/** A bare year behind "in", "of", "since", "during". */
function year(scan: Scan): Found {
  const value = yearNumber(word(scan, 0));
  const before = plain(scan.words[scan.at - 1]);
  if (
    !value ||
    !['in', 'of', 'since', 'during', 'by', 'until', 'from', 'to', 'early', 'late', 'mid', '-', '('].includes(before)
  )
    return undefined;
  return { length: 1, resolve: () => ({ from: `${value}-01-01`, to: `${value}-12-31`, precision: 'year' }) };
}

function vague(scan: Scan): Found {
  const phrase = scan.time.vague.get(word(scan, 0))?.find((words) => words.every((w, i) => word(scan, i) === w));
  return phrase ? { length: phrase.length, resolve: () => undefined } : undefined;
}

/** The unit of the reference day, moved by `offset` units. */
function shift(reference: IsoDate | undefined, unit: string, offset: number): Interval | undefined {
  if (!reference) return undefined;
  const y = Number(reference.slice(0, 4));
  const m = Number(reference.slice(5, 7));
  if (unit === 'day') return day(addDays(reference, offset));
  if (unit === 'week') {
    const monday = addDays(reference, 1 - weekdayOf(reference) + offset * 7);
    return { from: monday, to: addDays(monday, 6), precision: 'week' };
  }
  if (unit === 'weekend') {
    const saturday = addDays(reference, 6 - weekdayOf(reference) + offset * 7);
    return { from: saturday, to: addDays(saturday, 1), precision: 'week' };
  }
  if (unit === 'month') return { ...monthBounds(y, m + offset), precision: 'month' };
  if (unit === 'year') return { from: `${y + offset}-01-01`, to: `${y + offset}-12-31`, precision: 'year' };
  return undefined;
}
