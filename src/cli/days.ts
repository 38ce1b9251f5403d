import { isoDay, lengthOfMonth } from '../base/calendar.ts';

/** True for a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  return year !== undefined && month !== undefined && day !== undefined && isoDay(year, month, day) !== undefined;
}

/** Last day of a month, `YYYY-MM` -> `YYYY-MM-DD`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${lengthOfMonth(year, number)}`;
}
