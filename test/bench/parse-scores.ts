import { type Parser, parseSentence } from '../../src/language/parse.ts';
import type { Tagger } from '../../src/language/tag.ts';
import type { GoldSentence } from '../../src/training/conllu.ts';

/** The labels that say who does what to whom. */
export const CORE_LABELS = ['nsubj', 'obj', 'nsubj:pass', 'obl:agent'] as const;

/** Counts of a parser's answers on gold tokens with predicted tags; punctuation counts, as in the shared tasks' own scorer. */
export interface ParseCounts {
  words: number;
  heads: number;
  labelled: number;
  upos: number;
  xpos: number;
  /** Arcs with each core label: right (head and label), found, in gold. */
  readonly core: Map<string, [number, number, number]>;
}

export const newCounts = (): ParseCounts => ({ words: 0, heads: 0, labelled: 0, upos: 0, xpos: 0, core: new Map() });

/** Adds the sentences of one treebank. */
export function countParses(
  counts: ParseCounts,
  sentences: readonly GoldSentence[],
  parser: Parser,
  tagger: Tagger,
): void {
  const core = (label: string): [number, number, number] => {
    const entry = counts.core.get(label) ?? [0, 0, 0];
    counts.core.set(label, entry);
    return entry;
  };
  for (const { words } of sentences) {
    const forms = words.map((word) => word.form);
    const found = parseSentence(parser, forms, tagger.tagSentence(forms));
    words.forEach((word, i) => {
      const label = found?.deprels[i] ?? '';
      const headRight = found?.heads[i] === word.head;
      counts.words++;
      if (found?.tags[i]?.upos === word.upos) counts.upos++;
      if (found?.tags[i]?.xpos === word.xpos) counts.xpos++;
      if (headRight) counts.heads++;
      if (headRight && label === word.deprel) {
        counts.labelled++;
        core(label)[0]++;
      }
      core(label)[1]++;
      core(word.deprel)[2]++;
    });
  }
}

/** F1 of arcs with this label, in percent. */
export function labelF1({ core }: ParseCounts, label: string): string {
  const [right, found, wanted] = core.get(label) ?? [0, 0, 0];
  return ((200 * right) / Math.max(1, found + wanted)).toFixed(1);
}
