import type { ArticleId } from './ids.ts';
import type { CharSpan } from './span.ts';

/** Where it stands. Invariant: `article.text.slice(span.start, span.end) === quote`. */
export interface Evidence {
  readonly article: ArticleId;
  /** The sentence. */
  readonly span: CharSpan;
  readonly quote: string;
  /** The words that fired, inside `span`. */
  readonly trigger: CharSpan;
  /** The frame or pattern that read it, as written in the lexicon. */
  readonly rule: string;
}
