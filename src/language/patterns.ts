/** A pattern that matches at one place only; see `matchAt`. */
export const sticky = (source: string): RegExp => new RegExp(source, 'uy');

/** Where the match of a sticky pattern that starts at `at` ends; `at` when it does not match. */
export function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
