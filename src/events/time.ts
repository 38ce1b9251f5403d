import { datelineLength } from '../base/dateline-words.ts';
import type { TimeLexicon } from '../knowledge/knowledge.ts';
import type { ChunkedDocument } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import type { Interval } from '../model/time.ts';
import type { ClauseStructure, Predicate } from '../syntax/clause.ts';
import { predicatesBySentence } from './clause-index.ts';
import { findTimeExpressions, type TimeExpression } from './time-expressions.ts';
import { readTimeWords } from './time-lexicon.ts';

export interface EventTime {
  readonly time?: Interval;
  /** The words of the expression, kept also when they could not be resolved to days. */
  readonly timeText?: string;
}

/** Time of an event: the expression nearest to its verb, resolved against publication date or dateline; never an invented day. */
export type DocumentTimes = (predicate: Predicate | undefined, trigger: Span, sentence: number) => EventTime;

/** Words before an expression that make it an end, a start or a length and not the day of the event. */
const LIMITS = new Set(['until', 'till', 'before', 'after', 'by', 'since', 'from', 'for', 'ahead', 'than', 'of']);

export function createTimeReader(
  lexicon: TimeLexicon,
): (doc: ChunkedDocument, clauses: ClauseStructure) => DocumentTimes {
  const words = readTimeWords(lexicon);
  return (doc, clauses) => {
    const forms = doc.tokens.map((t) => t.text);
    const reference = doc.article.publishedOn;
    const predicates = predicatesBySentence(clauses.predicates);
    const bySentence = doc.sentences.map((s) =>
      behindDateline(findTimeExpressions(forms, s, words, reference), doc, s),
    );
    return (predicate, trigger, sentence) => {
      const candidates = (bySentence[sentence] ?? []).filter(
        (e) => !isLimit(doc, e) && !isForeign(e, predicate, predicates.get(sentence) ?? []),
      );
      const best = nearest(candidates, trigger, predicate);
      if (!best) return {};
      const future = predicate?.tense === 'future' || predicate?.form === 'infinitive' || !!predicate?.modal;
      const time = best.resolve(future);
      const start = doc.tokens[best.span.start]?.start ?? 0;
      const end = doc.tokens[best.span.end - 1]?.end ?? start;
      return { ...(time ? { time } : {}), timeText: doc.article.text.slice(start, end) };
    };
  };
}

/** "LIMA, May 3 - Peru left the talks on Friday": the day of the report tells of an event only where no other is named. */
function behindDateline(
  found: readonly TimeExpression[],
  { tokens }: ChunkedDocument,
  { start, end }: Span,
): readonly TimeExpression[] {
  const news = found.length > 1 ? start + datelineLength(tokens.slice(start, end)) : start;
  const told = found.filter((e) => e.span.start >= news);
  return told.length > 0 ? told : found;
}

const isLimit = (doc: ChunkedDocument, e: TimeExpression): boolean =>
  LIMITS.has(doc.tokens[e.span.start - 1]?.text.toLowerCase() ?? '');

const holds = (p: Predicate, e: TimeExpression): boolean =>
  p.obliques.some((o) => o.phrase.span.start < e.span.end && e.span.start < o.phrase.span.end);

/** The time of another clause ("agreed to leave the land that it took [in 1967]") says nothing of this one. */
const isForeign = (e: TimeExpression, predicate: Predicate | undefined, others: readonly Predicate[]): boolean =>
  !!predicate && !holds(predicate, e) && others.some((p) => p !== predicate && holds(p, e));

/** Expressions in the predicate's own phrases first, then by distance; another verb's time in a long sentence is too far. */
function nearest(
  candidates: readonly TimeExpression[],
  trigger: Span,
  predicate: Predicate | undefined,
): TimeExpression | undefined {
  const own = predicate ? candidates.filter((e) => holds(predicate, e)) : [];
  const pool = own.length ? own : candidates;
  const distance = (e: TimeExpression): number =>
    e.span.start >= trigger.end ? e.span.start - trigger.end : trigger.start - e.span.end + 2;
  const sorted = [...pool].sort((a, b) => distance(a) - distance(b));
  const best = sorted[0];
  return best && (own.length || candidates.length === 1 || distance(best) <= 12) ? best : undefined;
}
