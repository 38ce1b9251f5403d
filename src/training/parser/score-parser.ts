import { type Parser, parseSentence } from '../../language/parse.ts';
import type { Tagger } from '../../language/tag.ts';
import type { GoldSentence } from '../conllu.ts';

/** Shares in [0, 1] of words with the right head, head and label, part of speech, and UD v2 content of a label (no subtype). */
export interface ParseScores {
  readonly uas: number;
  readonly las: number;
  readonly upos: number;
  readonly xpos: number;
  readonly words: number;
}

/** Parses gold tokens with predicted tags; punctuation counts, as in the shared tasks' own scorer. */
export function scoreParser(parser: Parser, tagger: Tagger, sentences: readonly GoldSentence[]): ParseScores {
  let [words, heads, labels, upos, xpos] = [0, 0, 0, 0, 0];
  for (const { words: gold } of sentences) {
    const forms = gold.map((word) => word.form);
    const parse = parseSentence(parser, forms, tagger.tagSentence(forms));
    gold.forEach((word, i) => {
      words++;
      if (parse?.tags[i]?.upos === word.upos) upos++;
      if (parse?.tags[i]?.xpos === word.xpos) xpos++;
      if (parse?.heads[i] !== word.head) return;
      heads++;
      if (parse.deprels[i] === word.deprel) labels++;
    });
  }
  const share = (right: number): number => Math.round((10_000 * right) / Math.max(1, words)) / 10_000;
  return { uas: share(heads), las: share(labels), upos: share(upos), xpos: share(xpos), words };
}
