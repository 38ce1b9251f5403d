import type { Interval } from '../../src/model/time.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1978-09-17` -> `17 Sep 1978`, `1978-09` -> `Sep 1978`; anything else is given back as it is. */
export function formatDay(date: string): string {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  if (!name) return year ?? date;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** An interval no finer than the text gave it. */
export function formatInterval(time: Interval): string {
  if (time.precision === 'year') return range(time.from.slice(0, 4), time.to.slice(0, 4));
  if (time.precision === 'month') return range(time.from.slice(0, 7), time.to.slice(0, 7));
  return range(time.from, time.to);
}

/** `first – last`, one day when both are the same, `undated` when there is none; a whole month or year by its name. */
export function formatRange(first: string | undefined, last: string | undefined): string {
  const from = first ?? last;
  if (from === undefined) return 'undated';
  const to = last ?? from;
  const whole = wholePeriod(from, to);
  return whole ? formatDay(whole) : range(from, to);
}

/** `1978` or `1978-09` when two days are the first and last of that year or month. */
function wholePeriod(from: string, to: string): string | undefined {
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const month = from.slice(0, 7);
  return from === `${month}-01` && to === lastDayOf(month) ? month : undefined;
}

/** What edges and nodes carry of time: first and last day. */
export interface Dated {
  readonly firstDate?: string;
  readonly lastDate?: string;
}

/** From the earliest to the latest of several acts, each end no finer than its act: `Apr 1980 – 10 Mar 2023`. */
export function formatSpan(acts: readonly Dated[]): string {
  const stretches = acts.flatMap(({ firstDate, lastDate = firstDate }) =>
    firstDate === undefined || lastDate === undefined ? [] : [{ from: firstDate, to: lastDate }],
  );
  const [first] = stretches.toSorted((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  const last = stretches.toSorted((a, b) => compare(a.to, b.to) || compare(a.from, b.from)).at(-1);
  if (first === undefined || last === undefined) return 'undated';
  return range(wholePeriod(first.from, first.to) ?? first.from, wholePeriod(last.from, last.to) ?? last.to);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10);
}

function range(from: string, to: string): string {
  const [a, b] = [formatDay(from), formatDay(to)];
  if (a === b) return a;
  const [partsA, partsB] = [a.split(' '), b.split(' ')];
  if (partsA.length === 3 && partsA.slice(1).join() === partsB.slice(1).join()) return `${partsA[0]}–${b}`;
  return `${a} – ${b}`;
}
