import type { CharSpan } from '../../src/model/span.ts';

/** A stretch of text and the names of the marks that cover it. */
export interface Segment {
  readonly text: string;
  readonly marks: readonly string[];
}

export interface Mark extends CharSpan {
  readonly name: string;
}

/**
 * Cuts `text.slice(start, end)` at the borders of the marks. The texts of the segments joined are that slice again,
 * whatever the marks are; marks may nest, overlap or lie outside.
 */
export function segments(text: string, range: CharSpan, marks: readonly Mark[]): Segment[] {
  const start = Math.max(0, Math.min(range.start, text.length));
  const end = Math.max(start, Math.min(range.end, text.length));
  const inside = (at: number): boolean => at > start && at < end;
  const cuts = new Set([start, end, ...marks.flatMap((mark) => [mark.start, mark.end]).filter(inside)]);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end;
    const covering = marks.filter((mark) => mark.start <= from && mark.end >= to && mark.end > mark.start);
    return { text: text.slice(from, to), marks: [...new Set(covering.map((mark) => mark.name))] };
  });
}

/** Spans of the paragraphs of an article text, which a blank line parts. */
export function paragraphs(text: string): CharSpan[] {
  const spans: CharSpan[] = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    if (part !== '') spans.push({ start, end: start + part.length });
    start += part.length + 2;
  }
  return spans;
}
