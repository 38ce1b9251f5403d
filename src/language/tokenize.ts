import type { Article } from '../model/article.ts';
import type { Sentence, Token, TokenizedDocument } from '../model/document.ts';
import { cutLongSentence } from './long-sentences.ts';
import { findParagraphs } from './paragraphs.ts';
import { splitSentences } from './sentences.ts';
import { createWordCache } from './word-cache.ts';
import { splitWords } from './words.ts';

/** One string for all that read the same: every later look-up by word finds it faster. */
const shared = createWordCache((word) => word);

/**
 * Cuts an article into sentences and words, as the Universal Dependencies treebanks of English do: hyphenated words are three tokens
 * (`Tehran`, `-`, `Moscow`; but `non-aligned`), clitics stand alone (`Iran`, `'s`; `did`, `n't`; `can`, `not`), a full stop is a
 * token unless it belongs to an abbreviation. Only white space lies between tokens; the title is not part of the text. No sentence has
 * more than 200 tokens: longer ones are cut (`sentenceDiagnostics` names them).
 * `abbreviations` holds the lines of `data/lexicon/en/abbreviations.txt`. Offsets count UTF-16 units of `article.text`.
 */
export function tokenize(article: Article, abbreviations: ReadonlySet<string>): TokenizedDocument {
  const { text } = article;
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  findParagraphs(text).forEach((blocks, paragraph) => {
    for (const block of blocks) {
      for (const sentence of splitSentences(text, block, abbreviations)) {
        const first = tokens.length;
        for (const { start, end } of splitWords(text, sentence, abbreviations)) {
          tokens.push({ text: shared(text.slice(start, end)), start, end });
        }
        if (tokens.length === first) continue;
        for (const { start, end } of cutLongSentence(tokens, { start: first, end: tokens.length })) {
          sentences.push({ start, end, paragraph, ...(end < tokens.length ? { cut: true } : {}) });
        }
      }
    }
  });
  return { article, tokens, sentences };
}
