import type { Office } from '../model/entity.ts';

/**
 * How well a validity fits a day: 2 inside, 1 not known or no day given, 0 outside. Dates may be years; they compare as text, an end year
 * counts until its end.
 */
export function timeFit(span: { readonly from?: string; readonly to?: string }, date: string | undefined): 0 | 1 | 2 {
  if (!date || (!span.from && !span.to)) return 1;
  if (span.from && date < span.from) return 0;
  if (span.to && date.slice(0, span.to.length) > span.to) return 0;
  return 2;
}

/** Offices that run on the day; without a day, the latest one as it stands. */
export function officesAt(offices: readonly Office[], date: string | undefined): readonly Office[] {
  if (!date) return offices.slice(-1);
  return offices.filter((o) => timeFit(o, date) === 2);
}

/** Years between the day and the nearest office: 0 while in office, 50 when nothing is known. */
export function officeDistance(offices: readonly Office[], date: string | undefined): number {
  if (!date) return 0;
  const year = Number(date.slice(0, 4));
  let best = 50;
  for (const o of offices) {
    if (!o.from && !o.to) continue;
    const from = Number((o.from ?? o.to ?? '').slice(0, 4));
    const to = o.to ? Number(o.to.slice(0, 4)) : 9999;
    best = Math.min(best, year < from ? from - year : year > to ? year - to : 0);
  }
  return best;
}
