/** Words that are kept; news repeats itself. */
const LIMIT = 50_000;
/** Longer ones are not kept: an article can hold a word of any length. */
const LONGEST = 40;

/** Keeps what is made of each word. */
export function createWordCache<T extends object | string | number>(make: (word: string) => T): (word: string) => T {
  const kept = new Map<string, T>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const made = make(word);
    if (kept.size < LIMIT && word.length <= LONGEST) kept.set(word, made);
    return made;
  };
}
