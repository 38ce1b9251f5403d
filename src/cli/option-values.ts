import { InvalidArgumentError } from 'commander';
import { isDay, lastDayOf } from './days.ts';

/** @throws InvalidArgumentError, which commander turns into a message and exit code 2 */
export function dayOption(value: string): string {
  if (isDay(value)) return value;
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
}

export function wholeNumber(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a whole number.');
}

/** How many rows to show: at least one. */
export function countOption(value: string): number {
  const count = wholeNumber(value);
  if (count > 0) return count;
  throw new InvalidArgumentError('Give a whole number from 1 on.');
}

export function portOption(value: string): number {
  const port = wholeNumber(value);
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('Give a port between 0 and 65535.');
}

/** A number in [0, 1]. */
export function shareOption(value: string): number {
  const share = Number(value);
  if (value.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('Give a number between 0 and 1.');
}

/** First day of a year, month or day. */
export const sinceOption = (value: string): string => bound(value, '-01', (month) => `${month}-01`);

/** Last day of a year, month or day. */
export const untilOption = (value: string): string => bound(value, '-12', lastDayOf);

function bound(value: string, month: string, day: (month: string) => string): string {
  const full = /^\d{4}$/.test(value) ? day(value + month) : /^\d{4}-\d{2}$/.test(value) ? day(value) : value;
  if (isDay(full)) return full;
  throw new InvalidArgumentError('Give a day, month or year: YYYY-MM-DD, YYYY-MM or YYYY.');
}

/** Collects an option that may be given several times or with commas, each checked against what there is. */
export const listOption =
  <T extends string>(allowed?: readonly T[]) =>
  (value: string, before: readonly T[] = []): readonly T[] => {
    const parts = value
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter(Boolean);
    for (const part of parts)
      if (allowed && !(allowed as readonly string[]).includes(part))
        throw new InvalidArgumentError(`"${part}" is none of ${allowed.join(', ')}.`);
    return [...before, ...(parts as T[])];
  };
