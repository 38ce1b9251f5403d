import type { DragomanGraph } from '../graph/attributes.ts';
import { articleOf } from '../graph/file.ts';
import type { EventTypeCode, Status } from '../model/event.ts';
import type { EventId } from '../model/ids.ts';
import type { Occurrence, RelationType } from '../model/relation.ts';
import type { CharSpan } from '../model/span.ts';
import type { Interval } from '../model/time.ts';
import { UnknownEdgeError } from './errors.ts';

interface NamedNode {
  readonly node: string;
  readonly name: string;
}

/** One sentence that tells the edge. */
export interface Evidenced {
  readonly quote: string;
  /** Of the quoted sentence and of the words that fired, in the article's text. */
  readonly span: CharSpan;
  readonly trigger: CharSpan;
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly publisher?: string;
    readonly publishedOn?: string;
    readonly url?: string;
  };
  readonly outlet?: string;
  readonly time?: Interval;
  readonly timeText?: string;
  /** Who says so; `name` is the words of the text when they stand for nobody known. */
  readonly speaker?: { readonly name: string; readonly node?: string; readonly verb: string };
  /** The frame or pattern that read it. */
  readonly rule: string;
  readonly confidence: number;
  readonly sourceText: string;
  readonly targetText: string;
  readonly event?: EventId;
}

/** Everything that speaks for one edge. */
export interface Explanation {
  readonly edge: string;
  readonly source: NamedNode;
  readonly target: NamedNode;
  readonly relation: RelationType;
  readonly label: string;
  readonly status: Status;
  readonly eventType?: EventTypeCode;
  readonly mode?: string;
  readonly tone: number;
  readonly articles: number;
  readonly outlets: number;
  readonly occurrences: readonly Evidenced[];
}

/**
 * Says why an edge is drawn: every sentence with its article, its speaker and the rule that read it, in the order of the graph (by date).
 * @throws UnknownEdgeError
 */
export function explain(graph: DragomanGraph, edge: string): Explanation {
  if (!graph.hasEdge(edge)) throw new UnknownEdgeError(edge);
  const [source, target] = graph.extremities(edge);
  const a = graph.getEdgeAttributes(edge);
  return {
    edge,
    source: named(graph, source),
    target: named(graph, target),
    ...{ relation: a.relation, label: a.label, status: a.status },
    ...(a.eventType ? { eventType: a.eventType } : {}),
    ...(a.mode ? { mode: a.mode } : {}),
    ...{ tone: a.tone, articles: a.articles, outlets: a.outlets },
    occurrences: a.occurrences.map((o) => evidenced(graph, o)),
  };
}

const named = (graph: DragomanGraph, node: string): NamedNode => ({
  node,
  name: graph.getNodeAttribute(node, 'label'),
});

function evidenced(graph: DragomanGraph, o: Occurrence): Evidenced {
  const { article: id, quote, span, trigger, rule } = o.evidence;
  const record = articleOf(graph, id);
  const speaker = speakerOf(graph, o);
  return {
    ...{ quote, span, trigger },
    article: {
      id,
      title: record?.title ?? '',
      ...(record?.publisher ? { publisher: record.publisher } : {}),
      ...(record?.publishedOn ? { publishedOn: record.publishedOn } : {}),
      ...(record?.url ? { url: record.url } : {}),
    },
    ...(o.outlet ? { outlet: o.outlet } : {}),
    ...(o.time ? { time: o.time } : {}),
    ...(o.timeText ? { timeText: o.timeText } : {}),
    ...(speaker ? { speaker } : {}),
    ...{ rule, confidence: o.confidence, sourceText: o.sourceText, targetText: o.targetText },
    ...(o.event ? { event: o.event } : {}),
  };
}

function speakerOf(graph: DragomanGraph, { attribution }: Occurrence): Evidenced['speaker'] {
  if (!attribution) return undefined;
  const { speaker, text, verb } = attribution;
  if (speaker === undefined || !graph.hasNode(speaker)) return { name: text, verb };
  return { name: graph.getNodeAttribute(speaker, 'label'), node: speaker, verb };
}
