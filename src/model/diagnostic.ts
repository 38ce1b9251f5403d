import type { ArticleId } from './ids.ts';
import type { CharSpan } from './span.ts';

export type Stage =
  | 'ingest'
  | 'language'
  | 'syntax'
  | 'entities'
  | 'events'
  | 'graph'
  | 'query'
  | 'export'
  | 'knowledge'
  | 'cli';

/** A finding about input: what is wrong, where, and what to do. Bad input gives diagnostics, never an exception. */
export interface Diagnostic {
  readonly code: `${Stage}/${string}`;
  readonly severity: 'note' | 'warning' | 'error';
  readonly message: string;
  readonly article?: ArticleId;
  readonly span?: CharSpan;
  /** A file, a line of a file ("data.jsonl:12"), a cell. */
  readonly place?: string;
}
