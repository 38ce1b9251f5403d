/** Calendar arithmetic on `YYYY-MM-DD` in the proleptic Gregorian calendar; no clock and no time zone is involved. */

const MS_PER_DAY = 86_400_000;

const toDays = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY);
const fromDays = (days: number): string => new Date(days * MS_PER_DAY).toISOString().slice(0, 10);

/** The day `days` later; earlier when negative. */
export const addDays = (iso: string, days: number): string => fromDays(toDays(iso) + days);

/** ISO weekday: Monday 1 … Sunday 7. */
export const weekdayOf = (iso: string): number => ((((toDays(iso) + 3) % 7) + 7) % 7) + 1;

/** The day, or undefined when there is no such day (30 February). `month` is 1-12. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  return day > lengthOfMonth(year, month) ? undefined : `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Days of a month, 28-31. `month` is 1-12. */
export const lengthOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** First and last day of a month; months beyond 1-12 roll into the neighbouring years. */
export function monthBounds(year: number, month: number): { from: string; to: string } {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  return { from: `${pad(y, 4)}-${pad(m, 2)}-01`, to: `${pad(y, 4)}-${pad(m, 2)}-${pad(lengthOfMonth(y, m), 2)}` };
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
