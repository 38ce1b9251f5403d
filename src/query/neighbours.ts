import { byCode } from '../base/order.ts';
import type { DragomanGraph } from '../graph/attributes.ts';
import type { EntityKind } from '../model/entity.ts';
import type { QuadClass, Status } from '../model/event.ts';
import type { RelationType } from '../model/relation.ts';
import { datesOf, type EdgeFilter, type SeenEdge, viewEdges } from './filter.ts';
import { requireNode } from './look-up.ts';

export interface NeighbourOptions extends EdgeFilter {
  /** `out`: what the node does; `in`: what is done to it. Symmetric relations are both. Default `both`. */
  readonly direction?: 'in' | 'out' | 'both';
  /** Kinds of neighbours. */
  readonly kinds?: readonly EntityKind[];
}

/** An edge as one of its ends sees it. */
export interface EdgeLine {
  readonly edge: string;
  readonly source: string;
  readonly target: string;
  readonly relation: RelationType;
  /** Read from the asked node: "met with", "was accused by". */
  readonly label: string;
  readonly direction: 'in' | 'out' | 'both';
  readonly status: Status;
  readonly quad?: QuadClass;
  readonly tone: number;
  /** Tellings, articles and outlets that pass the filter. */
  readonly mentions: number;
  readonly articles: number;
  readonly outlets: number;
  readonly firstDate?: string;
  readonly lastDate?: string;
  readonly confidence: number;
}

/** A relation as seen from one of its ends. */
export interface Neighbour extends EdgeLine {
  /** The node at the other end. */
  readonly node: string;
  readonly name: string;
  readonly kind: EntityKind;
}

/**
 * Edges of a node with the nodes at their other ends, the most told first, then by name. One line an edge: a neighbour with several
 * relations stands several times.
 * @throws UnknownNodeError
 * @throws QueryOptionError when a date is not a date
 */
export function neighbours(graph: DragomanGraph, node: string, options: NeighbourOptions = {}): Neighbour[] {
  requireNode(graph, node);
  const view = viewEdges(graph, options);
  const kinds = options.kinds && new Set(options.kinds);
  const found: Neighbour[] = [];
  graph.forEachEdge(node, (edge) => {
    const other = graph.opposite(node, edge);
    const { label: name, kind } = graph.getNodeAttributes(other);
    if (kinds && !kinds.has(kind)) return;
    const seen = view(edge);
    const line = seen && lineFrom(graph, seen, node);
    if (line && goes(line.direction, options.direction ?? 'both')) found.push({ ...line, node: other, name, kind });
  });
  return found.sort((a, b) => b.mentions - a.mentions || byCode(a.name, b.name) || byRelation(a, b));
}

/**
 * Edges between two nodes in both directions, labels read from `a`, the most told first.
 * @throws UnknownNodeError
 * @throws QueryOptionError when a date is not a date
 */
export function between(graph: DragomanGraph, a: string, b: string, options: NeighbourOptions = {}): EdgeLine[] {
  requireNode(graph, a);
  requireNode(graph, b);
  const view = viewEdges(graph, options);
  const edges = a === b ? [] : graph.edges(a, b).concat(graph.edges(b, a));
  return [...new Set(edges)]
    .flatMap((edge) => view(edge) ?? [])
    .map((seen) => lineFrom(graph, seen, a))
    .filter((line) => goes(line.direction, options.direction ?? 'both'))
    .sort((x, y) => y.mentions - x.mentions || byRelation(x, y));
}

const goes = (has: EdgeLine['direction'], wanted: EdgeLine['direction']): boolean =>
  has === 'both' || wanted === 'both' || has === wanted;

const byRelation = (a: EdgeLine, b: EdgeLine): number =>
  byCode(a.relation, b.relation) ||
  byCode(a.direction, b.direction) ||
  byCode(a.status, b.status) ||
  byCode(a.edge, b.edge);

function lineFrom(graph: DragomanGraph, { edge, attributes, occurrences }: SeenEdge, node: string): EdgeLine {
  const [source, target] = graph.extremities(edge);
  const { relation, label, inverseLabel, symmetric, status, quad, tone } = attributes;
  const outgoing = source === node;
  return {
    ...{ edge, source, target, relation },
    label: outgoing ? label : inverseLabel,
    direction: symmetric ? 'both' : outgoing ? 'out' : 'in',
    ...{ status, tone },
    ...(quad === undefined ? {} : { quad }),
    mentions: occurrences.length,
    articles: new Set(occurrences.map((o) => o.evidence.article)).size,
    outlets: new Set(occurrences.flatMap((o) => o.outlet ?? [])).size,
    ...datesOf(occurrences),
    confidence: occurrences.reduce((most, o) => Math.max(most, o.confidence), 0),
  };
}
