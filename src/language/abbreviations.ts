/** What the full stop after a word means: see the head of `data/lexicon/en/abbreviations.txt`. */
export type AbbreviationKind = 'plain' | 'before-name' | 'before-number';

/**
 * @param word without its stop, in any case
 * @param abbreviations the lines of the file, in lower case
 */
export function abbreviationKind(word: string, abbreviations: ReadonlySet<string>): AbbreviationKind | undefined {
  if (word.length > 12) return undefined;
  const key = `${word.toLowerCase()}.`;
  if (abbreviations.has(key)) return 'plain';
  if (abbreviations.has(`${key} name`)) return 'before-name';
  return abbreviations.has(`${key} 1`) ? 'before-number' : undefined;
}

/** "U.S", "a.m", "e.g": letters with stops between them, the last stop cut off. */
export const isAcronym = (word: string): boolean => /^\p{L}(?:\.\p{L}){1,8}$/u.test(word);

/** "No. 5", "(b. March 1960)": what a stop of the kind `before-number` introduces. */
export const opensNumber = (next: string): boolean =>
  /^\s?(?:\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:\.|[a-z]*\s))/.test(next);
