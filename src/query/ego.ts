import { byCode } from '../base/order.ts';
import type { DragomanGraph } from '../graph/attributes.ts';
import { articleOf, createGraph, sortedEdges } from '../graph/file.ts';
import type { EntityKind } from '../model/entity.ts';
import { QueryOptionError } from './errors.ts';
import { type EdgeFilter, type EdgeView, viewEdges } from './filter.ts';
import { requireNode } from './look-up.ts';

export interface ReachOptions extends EdgeFilter {
  /** Kinds of nodes to go through and to show; the asked nodes are always in. */
  readonly kinds?: readonly EntityKind[];
}

/**
 * The part of the graph within `depth` steps of a node, as a graph of its own with the articles that it cites. Attributes are those of
 * the whole graph: counts and dates are not recounted.
 * @throws UnknownNodeError
 * @throws QueryOptionError when depth is no whole number of at least 0 or a date is not a date
 */
export function ego(graph: DragomanGraph, node: string, depth = 1, options: ReachOptions = {}): DragomanGraph {
  requireNode(graph, node);
  if (!Number.isInteger(depth) || depth < 0) throw new QueryOptionError('depth', depth, 'give 0, 1, 2, …');
  const view = viewEdges(graph, options);
  const inside = new Set([node]);
  let rim = [node];
  for (let step = 0; step < depth && rim.length > 0; step++) {
    const next = new Set<string>();
    for (const at of rim) for (const other of stepsFrom(graph, at, view, options).keys()) next.add(other);
    rim = [...next].filter((n) => !inside.has(n));
    for (const n of rim) inside.add(n);
  }
  return cutOut(graph, inside, view);
}

/** Nodes one step away, each with the edges that lead there, in the order of the node keys. */
function stepsFrom(
  graph: DragomanGraph,
  node: string,
  view: EdgeView,
  { kinds }: ReachOptions,
  always?: string,
): Map<string, string[]> {
  const steps = new Map<string, string[]>();
  graph.forEachEdge(node, (edge) => {
    const other = graph.opposite(node, edge);
    if (kinds && other !== always && !kinds.includes(graph.getNodeAttribute(other, 'kind'))) return;
    if (view(edge)) steps.set(other, [...(steps.get(other) ?? []), edge].sort(byCode));
  });
  return new Map([...steps].sort(([a], [b]) => byCode(a, b)));
}

function cutOut(graph: DragomanGraph, nodes: ReadonlySet<string>, view: EdgeView): DragomanGraph {
  const part = createGraph(graph.getAttribute('generator'));
  for (const key of [...nodes].sort(byCode)) part.addNode(key, structuredCopy(graph.getNodeAttributes(key)));
  const cited = new Set<string>();
  for (const edge of sortedEdges(graph)) {
    const [source, target] = graph.extremities(edge);
    if (!nodes.has(source) || !nodes.has(target) || !view(edge)) continue;
    const attributes = structuredCopy(graph.getEdgeAttributes(edge));
    part.addDirectedEdgeWithKey(edge, source, target, attributes);
    for (const { evidence } of attributes.occurrences) cited.add(evidence.article);
  }
  const articles = [...cited].sort(byCode).flatMap((id) => {
    const record = articleOf(graph, id);
    return record ? [[id, record] as const] : [];
  });
  part.setAttribute('articles', Object.fromEntries(articles));
  return part;
}

/** A copy that can be changed without changing the graph from which it was cut. */
const structuredCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** One step of a path: from one node to the next, by any of these edges. */
export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly edges: readonly string[];
}

/**
 * A shortest way between two nodes, whatever the direction of the edges; of several equally short ones always the same. An empty list
 * for one and the same node, undefined when there is no way.
 * @throws UnknownNodeError
 * @throws QueryOptionError when a date is not a date
 */
export function path(graph: DragomanGraph, a: string, b: string, options: ReachOptions = {}): PathStep[] | undefined {
  requireNode(graph, a);
  requireNode(graph, b);
  const view = viewEdges(graph, options);
  const cameBy = new Map<string, PathStep>();
  const seen = new Set([a]);
  const queue = [a];
  for (let i = 0; i < queue.length && !seen.has(b); i++) {
    const at = queue[i] as string;
    for (const [to, edges] of stepsFrom(graph, at, view, options, b)) {
      if (seen.has(to)) continue;
      seen.add(to);
      cameBy.set(to, { from: at, to, edges });
      queue.push(to);
    }
  }
  if (!seen.has(b)) return undefined;
  const steps: PathStep[] = [];
  for (let at = b; at !== a; ) {
    const step = cameBy.get(at);
    if (!step) return undefined;
    steps.push(step);
    at = step.from;
  }
  return steps.reverse();
}
