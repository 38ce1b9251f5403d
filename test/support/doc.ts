import { chunk } from '../../src/language/chunk.ts';
import type { Article } from '../../src/model/article.ts';
import type { ChunkedDocument, Morphology, Sentence, TaggedDocument, Token, Upos } from '../../src/model/document.ts';

/** What a test may say about the article round its text. */
export type ArticleFields = Partial<Omit<Article, 'text'>>;

/**
 * Builds a document from `word/UPOS/XPOS` or `word/UPOS/XPOS/lemma` items parted by spaces: one sentence a line, a blank line between
 * paragraphs. `~` before an item glues it to the word before it (`Iran/PROPN/NNP ~'s/PART/POS`); `\/` is a slash inside a word.
 * The text, the offsets and the groups (from the real chunker) follow from the items.
 * @throws Error when an item has no tags: a slip in the test itself.
 */
export function taggedDoc(notation: string, fields: ArticleFields = {}): ChunkedDocument {
  const tokens: Token[] = [];
  const morphology: Morphology[] = [];
  const sentences: Sentence[] = [];
  let text = '';
  const paragraphs = notation.trim().split(/\n\s*\n/);
  paragraphs.forEach((lines, paragraph) => {
    if (paragraph) text += '\n\n';
    lines.split('\n').forEach((line, i) => {
      const start = tokens.length;
      line
        .trim()
        .split(/\s+/)
        .forEach((item, j) => {
          const { word, morph, glued } = readItem(item);
          if ((j || i) && !glued) text += ' ';
          tokens.push({ text: word, start: text.length, end: text.length + word.length });
          morphology.push(morph);
          text += word;
        });
      sentences.push({ start, end: tokens.length, paragraph });
    });
  });
  const doc: TaggedDocument = { article: testArticle(text, fields), tokens, sentences, morphology };
  return chunk(doc);
}

/** An article round a text, with a fixed id unless the test gives one. */
export function testArticle(text: string, fields: ArticleFields = {}): Article {
  return { id: '0123456789abcdef', title: '', language: 'en', ...fields, text };
}

function readItem(item: string): { word: string; morph: Morphology; glued: boolean } {
  const glued = item.startsWith('~') && item.length > 1;
  const parts = (glued ? item.slice(1) : item).split(/(?<!\\)\//).map((p) => p.replaceAll('\\/', '/'));
  const [word, upos, xpos, lemma] = parts;
  if (!word || !upos || !xpos) throw new Error(`"${item}": write word/UPOS/XPOS`);
  return { word, morph: { lemma: lemma ?? plainLemma(word, xpos), upos: upos as Upos, xpos }, glued };
}

/** Good enough for regular words; irregular ones give their lemma in the notation. */
function plainLemma(word: string, xpos: string): string {
  if (xpos.startsWith('NNP')) return word;
  const lower = word.toLowerCase();
  if (xpos === 'NNS') return lower.replace(/(?<=(s|x|ch|sh))es$|(?<=[^s])s$/, '').replace(/ie$/, 'y');
  if (xpos === 'VBZ') return lower.replace(/(?<=(s|x|ch|sh))es$|s$/, '');
  if (xpos === 'VBD' || xpos === 'VBN') return lower.replace(/(?<=e)d$|ed$/, '');
  return xpos === 'VBG' ? lower.replace(/ing$/, '') : lower;
}
