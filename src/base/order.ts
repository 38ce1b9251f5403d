/** Order of strings by code unit: the same in every locale, which `localeCompare` is not. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The value that occurs most often; the smaller one on a tie. Undefined for an empty list. */
export function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | undefined;
  for (const [value, count] of counts) {
    const top = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (best === undefined || count > top || (count === top && value < best)) best = value;
  }
  return best;
}
