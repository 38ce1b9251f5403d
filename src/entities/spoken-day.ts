const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Later than every day that the gazetteer knows: who holds an office then has not left it. */
const END = '9999';

/** The day that somebody gave with an actor phrase. */
export interface SpokenDay {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** The day whose office-holders count: the date, for "today" the end of what is known. */
  readonly standing: string | undefined;
}

/** Reads `2022-01-01`, `1 January 2018`, `October 1, 2021` and `today`; anything else is no day. */
export function dayOf(text: string | undefined): SpokenDay {
  const date = isoDate(text);
  return { date, standing: date ?? (/^today$/i.test(text?.trim() ?? '') ? END : undefined) };
}

function isoDate(text: string | undefined): string | undefined {
  const iso = /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(text ?? '')?.[0];
  if (iso) return iso;
  const m = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(text ?? '') ?? /^()(\p{L}+) \d{1,2}, (\d{4})$/u.exec(text ?? '');
  const month = m ? MONTHS.indexOf((m[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0;
  return m && month ? `${m[3]}-${String(month).padStart(2, '0')}-${(m[1] || '1').padStart(2, '0')}` : undefined;
}
