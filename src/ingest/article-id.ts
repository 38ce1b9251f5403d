import { hashFields } from '../base/hash.ts';
import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ArticleId } from '../model/ids.ts';
import { finding, type ReadArticle } from './ingested.ts';

/** Longest id that is taken over from a source; ids end up in file names, URLs and graph formats. */
const LONGEST_ID = 80;

/** Hash of what makes an article that article; the same article read again, from another file too, has the same id. */
export function articleId(article: Pick<Article, 'title' | 'text' | 'url' | 'publishedOn'>): ArticleId {
  return hashFields([article.title, article.text, article.url, article.publishedOn]);
}

/** A given id with only letters, digits and `. _ ~ : -`; the empty string when nothing of it is left. */
export function safeId(given: string): ArticleId {
  return given
    .normalize('NFC')
    .replace(/[^\p{Letter}\p{Number}._~:-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_ID)
    .replace(/[\ud800-\udbff]$/, '');
}

/** Remembers which articles were read; one registry for everything that is to have unique ids. */
export interface ArticleRegistry {
  /** The article, under another id when its own is taken; undefined when it was read before. */
  admit(article: ReadArticle): { readonly article?: ReadArticle; readonly diagnostics: readonly Diagnostic[] };
}

export function createArticleRegistry(): ArticleRegistry {
  const origins = new Map<string, string>();
  const ids = new Set<ArticleId>();
  return {
    admit(article) {
      const content = articleId(article);
      const earlier = origins.get(content);
      const place = article.origin;
      if (earlier !== undefined) {
        const where = earlier === '' ? 'before' : `in ${earlier}`;
        return {
          diagnostics: [finding('note', 'duplicate', `The same article was read ${where}; it counts once.`, place)],
        };
      }
      origins.set(content, place ?? '');
      if (!ids.has(article.id)) {
        ids.add(article.id);
        return { article, diagnostics: [] };
      }
      const id = freeId(article.id, content, ids);
      ids.add(id);
      const message = `Another article has the id "${article.id}" with a different text; this one is called "${id}". Give each article its own id.`;
      return {
        article: { ...article, id, givenId: article.givenId ?? article.id },
        diagnostics: [{ ...finding('warning', 'duplicate-id', message, place), article: id }],
      };
    },
  };
}

/** The suffix comes from the content, so that it does not depend on how many other articles claim the id. */
function freeId(id: ArticleId, content: string, taken: ReadonlySet<ArticleId>): ArticleId {
  for (let length = 6; length <= content.length; length++) {
    const candidate = `${id}~${content.slice(0, length)}`;
    if (!taken.has(candidate)) return candidate;
  }
  return `${id}~${content}~`;
}
