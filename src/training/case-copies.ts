import type { GoldSentence, GoldWord } from './conllu.ts';

const SMALL = /^(?:ADP|DET|CCONJ|PART|SCONJ)$/;

const toUpper = (word: GoldWord): string => word.form.toUpperCase();
const toLower = (word: GoldWord): string => word.form.toLowerCase();
/** As headlines do: small words stay small. */
export const toTitle = (word: GoldWord): string =>
  SMALL.test(word.upos) ? word.form.toLowerCase() : word.form.replace(/^\p{Ll}/u, (char) => char.toUpperCase());

export const withForms = (sentence: GoldSentence, form: (word: GoldWord) => string): GoldSentence => ({
  ...sentence,
  words: sentence.words.map((word) => ({ ...word, form: form(word) })),
});

/** Copies of 10% of the sentences in capitals, 10% in Title Case and 5% in lower case, so that headlines are no surprise. */
export function caseCopies(sentences: readonly GoldSentence[]): readonly GoldSentence[] {
  return sentences.flatMap((sentence, i) => {
    if (i % 10 === 0) return [withForms(sentence, toUpper)];
    if (i % 10 === 5) return [withForms(sentence, toTitle)];
    return i % 20 === 3 ? [withForms(sentence, toLower)] : [];
  });
}
