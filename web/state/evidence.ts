import type { ArticleRecord, DragomanGraph, EdgeAttributes } from '../../src/graph/attributes.ts';
import { articleOf } from '../../src/graph/file.ts';
import type { Occurrence } from '../../src/model/relation.ts';
import type { CharSpan } from '../../src/model/span.ts';
import { formatInterval } from './dates.ts';
import type { Edge } from './filter.ts';
import { type Mark, paragraphs, type Segment, segments } from './segments.ts';

/** What a reader should know before believing an edge. */
export type Flag = 'single-source' | 'reported-only' | 'planned' | 'hypothetical' | 'denied';

export const FLAG_WORDS: Readonly<Record<Flag, readonly [label: string, meaning: string]>> = {
  'single-source': ['One outlet', 'Only one publisher tells this'],
  'reported-only': ['Reported', 'Told on the word of somebody quoted, not stated as a fact'],
  planned: ['Planned', 'Announced or expected, not done'],
  hypothetical: ['Hypothetical', 'A condition, a wish or a possibility'],
  denied: ['Denied', 'The text says that it did not happen'],
};

const STATUS_FLAGS: Readonly<Partial<Record<EdgeAttributes['status'], Flag>>> = {
  reported: 'reported-only',
  planned: 'planned',
  hypothetical: 'hypothetical',
  negated: 'denied',
};

export function flagsOf(edge: Pick<EdgeAttributes, 'status' | 'outlets' | 'articles'>): Flag[] {
  const flag = STATUS_FLAGS[edge.status];
  return [...(flag ? [flag] : []), ...(edge.outlets <= 1 && edge.articles > 0 ? (['single-source'] as const) : [])];
}

/** One telling as the panel shows it. */
export interface Telling {
  readonly index: number;
  readonly when: string;
  readonly dated: boolean;
  /** "according to Russian officials", with the entity when it is a node. */
  readonly speaker?: { readonly text: string; readonly node?: string };
  /** The quote, the trigger marked `trigger`. */
  readonly quote: readonly Segment[];
  readonly article: string;
  readonly source?: ArticleRecord;
  readonly outlet?: string;
  readonly rule: string;
  readonly confidence: number;
  readonly canOpen: boolean;
}

export function tellings(graph: DragomanGraph, edge: EdgeAttributes): Telling[] {
  return edge.occurrences.map((occurrence, index) => toTelling(graph, occurrence, index));
}

function toTelling(graph: DragomanGraph, occurrence: Occurrence, index: number): Telling {
  const { evidence, time, timeText, confidence } = occurrence;
  const source = articleOf(graph, evidence.article);
  const outlet = occurrence.outlet ?? source?.publisher;
  const speaker = speakerOf(graph, occurrence);
  return {
    index,
    when: time ? formatInterval(time) : timeText ? `“${timeText}”` : 'undated',
    dated: time !== undefined,
    quote: quoteSegments(occurrence),
    article: evidence.article,
    rule: evidence.rule,
    confidence,
    canOpen: source?.text !== undefined,
    ...(source ? { source } : {}),
    ...(outlet ? { outlet } : {}),
    ...(speaker ? { speaker } : {}),
  };
}

function speakerOf(graph: DragomanGraph, { attribution }: Occurrence): Telling['speaker'] {
  if (!attribution) return undefined;
  const { speaker, text } = attribution;
  if (speaker === undefined || !graph.hasNode(speaker)) return text ? { text } : undefined;
  return { text: graph.getNodeAttribute(speaker, 'label') || text, node: speaker };
}

function quoteSegments({ evidence: { quote, span, trigger } }: Occurrence): Segment[] {
  const shift = (at: number): number => at - span.start;
  const mark: Mark = { name: 'trigger', start: shift(trigger.start), end: shift(trigger.end) };
  return segments(quote, { start: 0, end: quote.length }, [mark]);
}

/** Paragraphs of an article cut at its marks: `quote` and `trigger` of the passage looked at, `cited` for other evidence. */
export function articleSegments(
  article: ArticleRecord,
  cited: readonly CharSpan[],
  occurrence?: Occurrence,
): Segment[][] {
  const text = article.text ?? '';
  const marks: Mark[] = cited.map(({ start, end }) => ({ name: 'cited', start, end }));
  if (occurrence) {
    const { span, trigger } = occurrence.evidence;
    marks.push({ name: 'quote', ...span }, { name: 'trigger', ...trigger });
  }
  return paragraphs(text).map((range) => segments(text, range, marks));
}

/** Every passage of an article that some edge of the graph rests on. */
export function citedSpans(graph: DragomanGraph, article: string): CharSpan[] {
  const spans = new Map<string, CharSpan>();
  graph.forEachEdge((_, { occurrences }) => {
    for (const { evidence } of occurrences) {
      if (evidence.article === article) spans.set(`${evidence.span.start}-${evidence.span.end}`, evidence.span);
    }
  });
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Visible relations that rest on an article, in the order of its text; one entry a passage. */
export function relationsOf(edges: readonly Edge[], article: string): { edge: Edge; occurrence: number }[] {
  const found = edges.flatMap((edge) =>
    edge.data.occurrences.flatMap(({ evidence }, occurrence) =>
      evidence.article === article ? [{ edge, occurrence, at: evidence.trigger.start }] : [],
    ),
  );
  return found
    .sort((a, b) => a.at - b.at || (a.edge.key < b.edge.key ? -1 : 1))
    .map(({ edge, occurrence }) => ({ edge, occurrence }));
}

/** The address of an article when it is one that a browser may follow. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}
