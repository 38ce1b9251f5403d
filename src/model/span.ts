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

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
/** True when `inner` lies inside `outer` (or is equal to it). */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
export const contains = (span: Span, index: number): boolean => span.start <= index && index < span.end;
export const spanLength = (span: Span): number => span.end - span.start;
