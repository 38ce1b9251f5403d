import type { CharSpan } from '../../src/model/span.ts';
import type { GoldSentence, GoldWord } from '../../src/training/conllu.ts';

/** A document of a treebank as running text, with the places of its sentences and words in it. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly CharSpan[];
  readonly words: readonly GoldWord[];
}

/** Joins the sentences of each document: a blank line before a new paragraph, a space otherwise. */
export function rebuildDocuments(sentences: readonly GoldSentence[]): readonly GoldDocument[] {
  const groups: GoldSentence[][] = [];
  let last: string | undefined;
  for (const sentence of sentences) {
    if (sentence.document !== last) groups.push([]);
    last = sentence.document;
    groups.at(-1)?.push(sentence);
  }
  return groups.map((group) => {
    let text = '';
    const spans: CharSpan[] = [];
    const words: GoldWord[] = [];
    group.forEach((sentence, i) => {
      if (i > 0) text += sentence.startsParagraph ? '\n\n' : ' ';
      const at = text.length;
      text += sentence.text;
      spans.push({ start: at, end: text.length });
      words.push(...sentence.words.map((word) => ({ ...word, start: word.start + at, end: word.end + at })));
    });
    return { id: group[0]?.document ?? '', text, sentences: spans, words };
  });
}
