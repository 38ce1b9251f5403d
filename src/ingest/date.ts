import type { IsoDate } from '../model/time.ts';

/** A date as printed: the day it names, or why none can be told. */
export type DateReading =
  | { readonly date: IsoDate }
  | { readonly problem: 'none' | 'no-day' | 'ambiguous' | 'impossible' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

/** "6 February 2016", "6th of Feb., 2016", "06-Feb-2016" */
const DAY_MONTH_YEAR = new RegExp(`(?<![\\d.])${DAY}(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})(?!\\d)`, 'i');
/** "February 6, 2016", "Feb. 6 2016" */
const MONTH_DAY_YEAR = new RegExp(`\\b${MONTH}\\s+${DAY}(?:,\\s*|\\s+)(\\d{4})(?!\\d)`, 'i');
/** "2016 February 6" */
const YEAR_MONTH_DAY = new RegExp(`(?<!\\d)(\\d{4}),?\\s+${MONTH}\\s+${DAY}(?!\\d)`, 'i');
/** "2016-02-06", also with a time and a zone after it; "2016/2/6" */
const ISO = /(?<![\d/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/;
const COMPACT_ISO = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?=$|T\d|\s)/;
/** "06/02/2016": which number is the month depends on the country; with full stops it is always the second. */
const NUMERIC = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])/;
const YEAR_MONTH = new RegExp(`^\\d{4}(?:-\\d{1,2})?$|${MONTH},?\\s+\\d{4}|^\\d{4}$`, 'i');

/** Text longer than this is prose that mentions a day, not a date. */
const MAX_LENGTH = 120;

/**
 * The first date that `text` names. The day is the one printed: "2016-02-06T23:30:00-05:00" is 6 February, where it was written.
 * Nothing is filled in: no year, no day, and no choice between day and month when both readings are possible.
 */
export function readDate(text: string): DateReading {
  const source = text.trim();
  if (source === '' || source.length > MAX_LENGTH) return { problem: 'none' };
  return readWritten(source) ?? readDigits(source) ?? { problem: YEAR_MONTH.test(source) ? 'no-day' : 'none' };
}

/** The day as `YYYY-MM-DD`, or undefined when the text does not name exactly one; `readDate` says why. */
export function parseDate(text: string): IsoDate | undefined {
  const reading = readDate(text);
  return 'date' in reading ? reading.date : undefined;
}

function readWritten(source: string): DateReading | undefined {
  const first = DAY_MONTH_YEAR.exec(source);
  if (first) return toDate(Number(first[3]), monthNumber(first[2]), Number(first[1]));
  const second = MONTH_DAY_YEAR.exec(source);
  if (second) return toDate(Number(second[3]), monthNumber(second[1]), Number(second[2]));
  const third = YEAR_MONTH_DAY.exec(source);
  if (third) return toDate(Number(third[1]), monthNumber(third[2]), Number(third[3]));
  return readRfcStyle(source);
}

/** "Sat Feb 6 10:15:00 2016", as `ctime` and `Date` print it: the year stands after the time. */
function readRfcStyle(source: string): DateReading | undefined {
  const match = new RegExp(
    `\\b${MONTH}\\s+${DAY}\\s+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s+[A-Z]{2,5})?\\s+(\\d{4})\\b`,
    'i',
  ).exec(source);
  return match ? toDate(Number(match[3]), monthNumber(match[1]), Number(match[2])) : undefined;
}

function readDigits(source: string): DateReading | undefined {
  const iso = ISO.exec(source);
  if (iso) return toDate(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const compact = COMPACT_ISO.exec(source);
  if (compact) return toDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const numeric = NUMERIC.exec(source);
  if (!numeric) return undefined;
  const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])];
  const dayFirst = toDate(year, second, first);
  if (numeric[2] === '.') return dayFirst;
  const monthFirst = toDate(year, first, second);
  if (!('date' in dayFirst)) return monthFirst;
  if (!('date' in monthFirst) || monthFirst.date === dayFirst.date) return dayFirst;
  return { problem: 'ambiguous' };
}

const monthNumber = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

function toDate(year: number, month: number, day: number): DateReading {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return { problem: 'impossible' };
  return { date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** What stands beside the day in a line that is only a date: labels, weekdays, times, zones. */
const BESIDE_DATE =
  /\b(?:published|posted|updated|last|modified|created|issued|date|first|on|at|of|the|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|gmt|utc|est|edt|pst|pdt|cet|cest|bst|ist|irst|msk|local|time|hrs?|hours|am|pm|a\.m|p\.m)\b|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|[+-]\d{2}:?\d{2}|[TZ]/gi;

/** "Published: Saturday, 6 February 2016, 10:30 GMT": a line that says nothing but a date, be it one that can be read two ways. */
export function isDateLine(line: string): boolean {
  if (line.length > 80) return false;
  const reading = readDate(line);
  if ('problem' in reading && reading.problem !== 'ambiguous') return false;
  let rest = line;
  for (const pattern of [DAY_MONTH_YEAR, MONTH_DAY_YEAR, YEAR_MONTH_DAY, ISO, COMPACT_ISO, NUMERIC])
    rest = rest.replace(pattern, ' ');
  return !/[\p{Letter}\p{Number}]/u.test(rest.replace(BESIDE_DATE, ' '));
}

/** "6 February 2016 – The council met": a full date before the news; the printed date and where the news begins. */
export function findLeadingDate(paragraph: string): { readonly printed: string; readonly end: number } | undefined {
  const match = /^((?:\p{L}+day, )?[\p{L}\d., ]{8,24}\d)\s*(?:--+|[–—―]|\s-\s)\s*(?=["“‘«]?\p{Lu})/u.exec(paragraph);
  return match?.[1] && isDateLine(match[1]) ? { printed: match[1], end: match[0].length } : undefined;
}
