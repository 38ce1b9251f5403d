import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { IsoDate } from '../model/time.ts';

/** An article as ingest hands it on; `givenId` is the id that the source gave, when it had to be made safe. */
export interface ReadArticle extends Article {
  readonly givenId?: string;
}

/** What every reader returns: bad input is a diagnostic, never an exception. */
export interface Ingested {
  readonly articles: readonly ReadArticle[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known about an article before its text is read; `undefined` and the empty string both mean "not known". */
export interface SourceMeta {
  /** A file name, a line of a file ("data.jsonl:12"), `stdin`: goes into `Article.origin` and every diagnostic. */
  readonly origin?: string | undefined;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly publishedOn?: IsoDate | undefined;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
  readonly byline?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  readonly license?: string | undefined;
  /** Used only where the source itself is silent. */
  readonly fallback?:
    | { readonly publishedOn?: IsoDate | undefined; readonly publisher?: string | undefined }
    | undefined;
}

/** Sizes above which input is refused, so that a wrong file costs a message and not minutes. */
export interface IngestLimits {
  /** Largest text of one article, in UTF-16 code units (bytes before decoding). */
  readonly articleChars: number;
  /** Largest file, in bytes. */
  readonly fileBytes: number;
  /** Largest HTML page, in UTF-16 code units (bytes before decoding). */
  readonly htmlChars: number;
  /** Deepest nesting of elements that is given to the HTML parser. */
  readonly htmlDepth: number;
  /** Most tags and character references of a page that is given to the HTML parser. */
  readonly htmlPieces: number;
}

/** Limits that every source keeps unless the caller sets others. */
export const DEFAULT_LIMITS: IngestLimits = {
  articleChars: 5_000_000,
  fileBytes: 64_000_000,
  htmlChars: 10_000_000,
  htmlDepth: 500,
  htmlPieces: 60_000,
};

/** Makes a diagnostic of this stage; `place` is left out when there is none. */
export function finding(
  severity: Diagnostic['severity'],
  code: string,
  message: string,
  place?: string | undefined,
): Diagnostic {
  return { code: `ingest/${code}`, severity, message, ...(place ? { place } : {}) };
}

/** `5000000` -> `5 MB`, `51200` -> `51 kB`. */
export function formatSize(size: number): string {
  if (size >= 1_000_000) return `${Number((size / 1_000_000).toFixed(1))} MB`;
  return size >= 1_000 ? `${Math.round(size / 1_000)} kB` : `${size} bytes`;
}

/** The diagnostic for an article or page that is larger than its limit; both in bytes or code units. */
export function tooLarge(what: string, size: number, limit: number, place?: string | undefined): Diagnostic {
  return finding(
    'error',
    'too-large',
    `This ${what} has ${formatSize(size)}; the limit is ${formatSize(limit)}. Split it, one article to a file or to a line of a .jsonl file.`,
    place,
  );
}
