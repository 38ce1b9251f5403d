/** Offset into `Article.text`, counted in UTF-16 code units. */
export type CharOffset = number;
/** Index into `TokenizedDocument.tokens`. */
export type TokenIndex = number;

/** Half-open stretch of characters of `Article.text`. */
export interface CharSpan {
  readonly start: CharOffset;
  readonly end: CharOffset;
}

/** Half-open stretch of tokens. */
export interface Span {
  readonly start: TokenIndex;
  readonly end: TokenIndex;
}

/** Whether two spans share a token or character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
/** Whether the index lies in the half-open span. */
export const contains = (span: Span, index: number): boolean => span.start <= index && index < span.end;
