import type { Frame } from '../knowledge/knowledge.ts';
import type { Reading } from './reading.ts';

/** For each word that a frame cannot do without, the forms that it may have; of a phrase the last word. */
export type FixedWords = readonly (readonly string[])[];

/** Words that have no slot to fill: `hold @talks with B` has "talks". */
export const fixedWordsOf = (frame: Frame): FixedWords =>
  frame.elements.flatMap((e) => {
    const fixed = e.kind === 'argument' && !e.optional && !e.slot && e.position.at !== 'possessor';
    return fixed && e.heads ? [e.heads.map((h) => h.slice(h.lastIndexOf(' ') + 1))] : [];
  });

/**
 * A cheap first look: whether the fixed words of a frame stand in a sentence at all. Most frames of a verb ask for words that no other
 * look would find either.
 */
export function createFirstLook(reading: Reading): (words: FixedWords, sentence: number) => boolean {
  const seen = new Map<number, ReadonlySet<string>>();
  const wordsIn = (sentence: number): ReadonlySet<string> => {
    const known = seen.get(sentence);
    if (known) return known;
    const { start = 0, end = 0 } = reading.doc.sentences[sentence] ?? {};
    const words = new Set<string>();
    // A fixed word may stand right behind the verb that ends the sentence.
    for (let i = start; i <= end; i++) {
      const text = reading.doc.tokens[i]?.text.toLowerCase() ?? '';
      words.add(reading.lemma(i)).add(text);
      if (text.endsWith('s')) words.add(text.slice(0, -1));
    }
    // The reader of clauses may know a verb's lemma better than the tagger.
    for (const p of reading.index.predicatesIn(sentence)) words.add(p.lemma);
    seen.set(sentence, words);
    return words;
  };
  return (fixed, sentence) => {
    if (fixed.length === 0) return true;
    const words = wordsIn(sentence);
    return fixed.every((forms) => forms.some((form) => words.has(form)));
  };
}
