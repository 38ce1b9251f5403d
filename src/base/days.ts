const DAY = 86_400_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD`; NaN when it is none. */
export const dayNumber = (date: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? Math.round(Date.parse(`${date}T00:00:00Z`) / DAY) : Number.NaN;
