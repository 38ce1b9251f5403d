import { BUCKETS, FIRST_WORD, wordKey, wordRows } from '../../language/parser-features.ts';
import type { GoldSentence } from '../conllu.ts';
import type { TagRow } from '../jackknife.ts';

/** What words, tags and labels are called by number. */
export interface Vocabulary {
  /** Row of a word by its key; rows begin at `FIRST_WORD`. */
  readonly words: ReadonlyMap<number, number>;
  /** How often each row was seen. */
  readonly counts: Int32Array;
  /** `UPOS|XPOS`; number 0 is kept for the root and for unknown tags. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
}

/** Fields of a word in `Examples.words`. */
export const FIELDS = 8;
export const FIELD = { word: 0, suffix: 1, prefix: 2, shape: 3, tag: 4, head: 5, label: 6, gold: 7 } as const;

/** Sentences as numbers: sentence i has the words `starts[i]` to `starts[i + 1]`, each `FIELDS` numbers; heads count from 1, 0 is the root. */
export interface Examples {
  readonly starts: Int32Array;
  readonly words: Int32Array;
}

const tagOf = (word: { readonly upos: string; readonly xpos: string }): string => `${word.upos}|${word.xpos}`;

/** Labels seen less often than this are learned as their first part ("nmod:npmod" as "nmod"). */
const MIN_LABEL = 5;

/** @param rows predicted tags of all sentences */
export function buildVocabulary(
  sentences: readonly GoldSentence[],
  rows: readonly TagRow[],
  minWord: number,
): Vocabulary {
  const seen = new Map<number, number>();
  const labelCounts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const { form, deprel } of words) {
      const key = wordKey(form);
      seen.set(key, (seen.get(key) ?? 0) + 1);
      labelCounts.set(deprel, (labelCounts.get(deprel) ?? 0) + 1);
    }
  }
  const kept = [...seen].filter(([, count]) => count >= minWord).sort((a, b) => a[0] - b[0]);
  const counts = new Int32Array(kept.length + FIRST_WORD);
  kept.forEach(([, count], i) => {
    counts[i + FIRST_WORD] = count;
  });
  const tags = new Set([...rows.flat(), ...sentences.flatMap(({ words }) => words.map(tagOf))]);
  return {
    words: new Map(kept.map(([key], i) => [key, i + FIRST_WORD])),
    counts,
    tags: ['', ...[...tags].sort()],
    labels: [...labelCounts].flatMap(([label, count]) => (count >= MIN_LABEL ? [label] : [])).sort(),
  };
}

/** @param rows predicted tags, parallel to `sentences` */
export function encode(sentences: readonly GoldSentence[], rows: readonly TagRow[], vocabulary: Vocabulary): Examples {
  const tagIds = new Map(vocabulary.tags.map((tag, i) => [tag, i]));
  const labelIds = new Map(vocabulary.labels.map((label, i) => [label, i]));
  const starts = new Int32Array(sentences.length + 1);
  const words: number[] = [];
  sentences.forEach((sentence, s) => {
    sentence.words.forEach((word, i) => {
      const at = wordRows(word.form, vocabulary.words);
      const head = word.head === i ? 0 : word.head + 1;
      const label = labelIds.get(word.deprel) ?? labelIds.get(word.deprel.split(':')[0] ?? '') ?? 0;
      const tag = tagIds.get(rows[s]?.[i] ?? '') ?? 0;
      words.push(at.word, at.suffix, at.prefix, at.shape, tag, head, label, tagIds.get(tagOf(word)) ?? 0);
    });
    starts[s + 1] = words.length / FIELDS;
  });
  return { starts, words: Int32Array.from(words) };
}

/** Rows of the five tables, in the order of the input. */
export const tableRows = ({ counts, tags }: Vocabulary): readonly number[] => [
  counts.length,
  BUCKETS.suffix,
  BUCKETS.prefix,
  BUCKETS.shape,
  tags.length,
];
