import { DEFAULT_CONFIDENCE, DEFAULT_STATUSES, type DragomanGraph, type EdgeAttributes } from '../graph/attributes.ts';
import type { Status } from '../model/event.ts';
import type { Occurrence, RelationType } from '../model/relation.ts';
import { QueryOptionError } from './errors.ts';

/** Which edges a query sees. */
export interface EdgeFilter {
  /** Relation ids (`met-with`); all when absent. */
  readonly types?: readonly RelationType[];
  /** First and last day, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; an act counts when its stretch of time touches theirs. */
  readonly since?: string;
  readonly until?: string;
  /** Statuses to see; asserted and reported when absent. */
  readonly status?: readonly Status[];
  /** [0, 1]; `DEFAULT_CONFIDENCE` when absent. */
  readonly minConfidence?: number;
  /** With `since` or `until`: leave out what has no date. Undated tellings are kept otherwise. */
  readonly datedOnly?: boolean;
}

/** What a filter leaves of one edge. */
export interface SeenEdge {
  readonly edge: string;
  readonly attributes: EdgeAttributes;
  /** Tellings that pass; never empty. */
  readonly occurrences: readonly Occurrence[];
}

export type EdgeView = (edge: string) => SeenEdge | undefined;

/**
 * Makes the view that a filter gives of a graph's edges.
 * @throws QueryOptionError when a date is not a date
 */
export function viewEdges(graph: DragomanGraph, filter: EdgeFilter): EdgeView {
  const types = filter.types && new Set(filter.types);
  const statuses = new Set(filter.status ?? DEFAULT_STATUSES);
  const since = filter.since === undefined ? undefined : dayBound(filter.since, 'since');
  const until = filter.until === undefined ? undefined : dayBound(filter.until, 'until');
  const { datedOnly, minConfidence = DEFAULT_CONFIDENCE } = filter;
  const passes = ({ time, confidence }: Occurrence): boolean => {
    if (confidence < minConfidence) return false;
    if (!time) return !datedOnly;
    return (since === undefined || time.to >= since) && (until === undefined || time.from <= until);
  };
  return (edge) => {
    const attributes = graph.getEdgeAttributes(edge);
    if ((types && !types.has(attributes.relation)) || !statuses.has(attributes.status)) return undefined;
    const occurrences = attributes.occurrences.filter(passes);
    return occurrences.length > 0 ? { edge, attributes, occurrences } : undefined;
  };
}

/** First day of a year or month for `since`, last day for `until`. Throws QueryOptionError for anything else. */
export function dayBound(text: string, side: 'since' | 'until'): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim()) ?? [];
  const valid =
    year !== undefined &&
    (month === undefined || (Number(month) >= 1 && Number(month) <= 12)) &&
    (day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))));
  if (!valid) throw new QueryOptionError(side, text, 'write a date as YYYY, YYYY-MM or YYYY-MM-DD');
  if (side === 'since') return `${year}-${month ?? '01'}-${day ?? '01'}`;
  return `${year}-${month ?? '12'}-${day ?? String(daysIn(Number(year), Number(month ?? 12)))}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** First and last day of some tellings. */
export function datesOf(occurrences: readonly Occurrence[]): {
  readonly firstDate?: string;
  readonly lastDate?: string;
} {
  let first: string | undefined;
  let last: string | undefined;
  for (const { time } of occurrences) {
    if (!time) continue;
    if (first === undefined || time.from < first) first = time.from;
    if (last === undefined || time.to > last) last = time.to;
  }
  return { ...(first === undefined ? {} : { firstDate: first }), ...(last === undefined ? {} : { lastDate: last }) };
}
