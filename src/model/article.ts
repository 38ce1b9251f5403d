import type { ArticleId } from './ids.ts';
import type { IsoDate } from './time.ts';

/** One article as it was read. Every offset in the project points into `text`, which never changes again. */
export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  /** NFC; a blank line (`\n\n`) between paragraphs; no headline repeated, no boilerplate. */
  readonly text: string;
  /** BCP 47; only `en` is read for now. */
  readonly language: string;
  readonly publishedOn?: IsoDate;
  readonly url?: string;
  readonly publisher?: string;
  readonly byline?: string;
  readonly license?: string;
  /** What the dateline says: "TEHRAN (Tasnim) –" gives place TEHRAN and agency Tasnim. */
  readonly dateline?: Dateline;
  /** Where it came from, for messages: a file name, a line of a file, `stdin`. */
  readonly origin?: string;
}

export interface Dateline {
  readonly place: string;
  readonly agency?: string;
  /** Day of the month and month as printed ("Feb 6"), when the dateline has them. */
  readonly date?: string;
}
