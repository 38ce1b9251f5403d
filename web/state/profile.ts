import type { DragomanGraph } from '../../src/graph/attributes.ts';
import type { EntityKind } from '../../src/model/entity.ts';
import { type Flag, flagsOf } from './evidence.ts';
import type { Edge } from './filter.ts';
import { FAMILIES, type Family, familyOf } from './words.ts';

export type Direction = 'out' | 'in' | 'both';

/** One edge as the panel of one of its ends lists it. */
export interface RelationItem {
  readonly edge: Edge;
  /** The node at the other end. */
  readonly other: string;
  readonly label: string;
  readonly kind: EntityKind;
  readonly flags: readonly Flag[];
}

/** Edges of one type and direction, seen from one node: "accused →", "was accused by ←". */
export interface RelationGroup {
  readonly key: string;
  readonly phrase: string;
  readonly direction: Direction;
  readonly family: Family;
  readonly mentions: number;
  readonly items: readonly RelationItem[];
}

/** Seen from `node`: the phrase, the direction and the other end of an edge. */
export function seenFrom(edge: Edge, node: string): { phrase: string; direction: Direction; other: string } {
  const outgoing = edge.source === node;
  const other = outgoing ? edge.target : edge.source;
  const { label, inverseLabel, symmetric } = edge.data;
  if (symmetric) return { phrase: label, direction: 'both', other };
  return outgoing ? { phrase: label, direction: 'out', other } : { phrase: inverseLabel, direction: 'in', other };
}

/** Edges of a node grouped by type and direction; acts before standing ties, within a family the busiest group first. */
export function relationGroups(graph: DragomanGraph, edges: readonly Edge[], node: string): RelationGroup[] {
  const groups = new Map<string, { phrase: string; direction: Direction; family: Family; items: RelationItem[] }>();
  for (const edge of edges) {
    if (edge.source !== node && edge.target !== node) continue;
    const { phrase, direction, other } = seenFrom(edge, node);
    const key = `${edge.data.relation} ${direction}`;
    const group = groups.get(key) ?? { phrase, direction, family: familyOf(edge.data.quad), items: [] };
    groups.set(key, group);
    const { label, kind } = graph.getNodeAttributes(other);
    group.items.push({ edge, other, label, kind, flags: flagsOf(edge.data) });
  }
  return [...groups].map(([key, group]) => finish(key, group)).sort(byFamilyThenSize);
}

function finish(key: string, group: Omit<RelationGroup, 'key' | 'mentions'>): RelationGroup {
  const items = [...group.items].sort(
    (a, b) =>
      b.edge.data.mentions - a.edge.data.mentions ||
      a.label.localeCompare(b.label) ||
      (a.edge.key < b.edge.key ? -1 : 1),
  );
  return { key, ...group, items, mentions: items.reduce((sum, item) => sum + item.edge.data.mentions, 0) };
}

const byFamilyThenSize = (a: RelationGroup, b: RelationGroup): number =>
  FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) ||
  b.mentions - a.mentions ||
  a.phrase.localeCompare(b.phrase);

/** Number of the node's edges, and of those the filters hide. */
export function hiddenCount(graph: DragomanGraph, visible: readonly Edge[], node: string): number {
  return graph.degree(node) - visible.filter((edge) => edge.source === node || edge.target === node).length;
}

export interface EventFacts {
  readonly participants: readonly string[];
  readonly places: readonly string[];
  readonly topics: readonly string[];
}

/** Who took part in an event node, where it was, what it was about; over all its edges, whatever the filters. */
export function eventFacts(graph: DragomanGraph, node: string): EventFacts {
  const others = (relation: string): string[] => {
    const found = graph
      .mapEdges(node, (_, data, source, target) => ({ data, other: source === node ? target : source }))
      .filter(({ data }) => data.relation === relation && data.status !== 'negated');
    return [...new Set(found.map(({ other }) => other))];
  };
  return { participants: others('took-part-in'), places: others('took-place-in'), topics: others('concerns') };
}
