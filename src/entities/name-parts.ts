/** Longer names are no names of people; keeps the parts of one few. */
const MAX_WORDS = 7;

/** Two or more words with which a longer name begins or ends: "Medina Castro" and "Ana Medina" of "Ana Medina Castro". */
export function partsOfName(words: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (let n = 2; n < Math.min(words.length, MAX_WORDS); n++)
    parts.push(words.slice(0, n).join(' '), words.slice(-n).join(' '));
  return parts;
}
