import type { TimeLexicon } from '../knowledge/knowledge.ts';
import type { ChunkedDocument } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import type { Interval } from '../model/time.ts';
import type { Predicate } from '../syntax/clause.ts';

export interface EventTime {
  readonly time?: Interval;
  readonly timeText?: string;
}

/** Time of an event: the expression nearest to its verb in the same clause, resolved against publication date or dateline. */
export type DocumentTimes = (predicate: Predicate | undefined, trigger: Span, sentence: number) => EventTime;

export function createTimeReader(_lexicon: TimeLexicon): (doc: ChunkedDocument) => DocumentTimes {
  return () => () => ({});
}
