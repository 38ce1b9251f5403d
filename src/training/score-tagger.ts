import { createTagger } from '../language/tag.ts';
import { parseTaggerModel } from '../language/tagger-model.ts';
import type { GoldSentence } from './conllu.ts';

/** UPOS and XPOS accuracy on gold tokens, in [0, 1], under the names `PREFIX upos` and `PREFIX xpos`, rounded to four places. */
export function scoreTagger(
  bytes: Uint8Array,
  sentences: readonly GoldSentence[],
  prefix: string,
): Record<string, number> {
  const tagger = createTagger(parseTaggerModel(bytes));
  let upos = 0;
  let xpos = 0;
  let total = 0;
  for (const { words } of sentences) {
    tagger.tagSentence(words.map((word) => word.form)).forEach((tag, i) => {
      total++;
      if (tag.upos === words[i]?.upos) upos++;
      if (tag.xpos === words[i]?.xpos) xpos++;
    });
  }
  const share = (right: number): number => Math.round((10_000 * right) / Math.max(1, total)) / 10_000;
  return { [`${prefix} upos`]: share(upos), [`${prefix} xpos`]: share(xpos) };
}
