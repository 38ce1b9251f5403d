import type { Frame } from '../knowledge/knowledge.ts';
import type { Reading } from './reading.ts';

/** For each word that a frame cannot do without, the forms that it may have; of a phrase the last word. */
type FixedWords = readonly (readonly string[])[];

/** Words that have no slot to fill: `hold @talks with B` has "talks"; of nouns of several words ("peace talk") the first one. */
export const fixedWordsOf = (frame: Frame): FixedWords => {
  const fixed = frame.elements.flatMap((e) => {
    const must = e.kind === 'argument' && !e.optional && !e.slot && e.position.at !== 'possessor';
    return must && e.heads ? [e.heads.map((h) => h.slice(h.lastIndexOf(' ') + 1))] : [];
  });
  const several = frame.pos === 'noun' && frame.triggers.every((t) => t.includes(' '));
  return several ? [...fixed, [...new Set(frame.triggers.map((t) => t.slice(0, t.indexOf(' '))))]] : fixed;
};

/** Lists of forms by number, the same for the same forms: many frames share theirs. */
export interface WordLists {
  readonly numberOf: (forms: readonly string[]) => number;
  readonly forms: readonly (readonly string[])[];
  /** Numbers of the lists in which a word stands. */
  readonly withWord: (word: string) => readonly number[];
}

export function createWordLists(): WordLists {
  const numbers = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  const byWord = new Map<string, number[]>();
  return {
    forms: lists,
    withWord: (word) => byWord.get(word) ?? [],
    numberOf(forms) {
      const key = forms.join('|');
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = lists.push(forms) - 1;
      numbers.set(key, number);
      for (const word of forms) {
        const list = byWord.get(word);
        if (list) list.push(number);
        else byWord.set(word, [number]);
      }
      return number;
    },
  };
}

/** Tells whether a word of each list stands in a sentence. */
export type FirstLook = (numbers: readonly number[], sentence: number) => boolean;

/**
 * A cheap first look: whether the fixed words of a frame stand in a sentence at all. Most frames of a verb ask for words that no other
 * look would find either.
 */
export function createFirstLook(reading: Reading, lists: WordLists): FirstLook {
  const seen = new Map<number, Sight>();
  const look = (sentence: number): Sight => {
    const known = seen.get(sentence);
    if (known) return known;
    const words = wordsIn(reading, sentence);
    const found = new Uint8Array(lists.forms.length);
    for (const word of words) for (const number of lists.withWord(word)) found[number] = 1;
    const sight = { words, found };
    seen.set(sentence, sight);
    return sight;
  };
  // Lists that were numbered since are asked for themselves.
  const stands = ({ words, found }: Sight, number: number): boolean =>
    number < found.length ? found[number] === 1 : !!lists.forms[number]?.some((form) => words.has(form));
  return (numbers, sentence) => {
    if (numbers.length === 0) return true;
    const sight = look(sentence);
    return numbers.every((number) => stands(sight, number));
  };
}

interface Sight {
  readonly words: ReadonlySet<string>;
  /** By number of the list: 1 when a word of it stands in the sentence. */
  readonly found: Uint8Array;
}

function wordsIn(reading: Reading, sentence: number): ReadonlySet<string> {
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
  return words;
}
