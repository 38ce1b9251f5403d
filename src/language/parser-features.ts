import { hashString } from './hash.ts';
import { normalizeForm, wordShape } from './tagger-features.ts';

/** Rows of the parser's embedding tables for one word. */
export interface WordRows {
  readonly word: number;
  readonly suffix: number;
  readonly prefix: number;
  readonly shape: number;
}

/** Number of rows of the hashed tables; row 0 stands for the root of the sentence. */
export const BUCKETS = { suffix: 4096, prefix: 2048, shape: 256 } as const;

/** Rows of `word` that stand for no word of the vocabulary. */
export const UNKNOWN_WORD = 0;
export const ROOT_WORD = 1;
/** Rows below this are not words of the vocabulary. */
export const FIRST_WORD = 2;

/** Key of a word in the parser's vocabulary: hash of its normalised form. */
export const wordKey = (form: string): number => hashString(normalizeForm(form));

const bucket = (name: string, size: number): number => 1 + (hashString(name) % (size - 1));

/** @param vocabulary row of each word by its key */
export function wordRows(form: string, vocabulary: ReadonlyMap<number, number>): WordRows {
  const normal = normalizeForm(form);
  return {
    word: vocabulary.get(hashString(normal)) ?? UNKNOWN_WORD,
    suffix: bucket(`S${normal.slice(-3)}`, BUCKETS.suffix),
    prefix: bucket(`P${normal.slice(0, 3)}`, BUCKETS.prefix),
    shape: bucket(`H${wordShape(form)}`, BUCKETS.shape),
  };
}
