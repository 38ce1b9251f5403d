import type { DragomanGraph, EdgeAttributes } from '../../src/graph/attributes.ts';
import type { EntityKind } from '../../src/model/entity.ts';
import type { Status } from '../../src/model/event.ts';
import type { Filters } from './view.ts';
import { FAMILIES, type Family, familyOf } from './words.ts';

/** One edge of the graph with its ends, as the viewer passes it around. */
export interface Edge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly data: EdgeAttributes;
}

export interface RelationFacet {
  readonly relation: string;
  readonly label: string;
  readonly family: Family;
  readonly edges: number;
}

/** How many edges each switch would show, the other filters being as they are. */
export interface Facets {
  readonly kinds: ReadonlyMap<EntityKind, number>;
  readonly statuses: ReadonlyMap<Status, number>;
  /** Grouped by family in fixed order, most frequent first. */
  readonly relations: ReadonlyMap<Family, readonly RelationFacet[]>;
}

export function allEdges(graph: DragomanGraph): Edge[] {
  return graph.mapEdges((key, data, source, target) => ({ key, source, target, data }));
}

type Test = 'kinds' | 'relation' | 'status' | 'confidence';

function passes(graph: DragomanGraph, edge: Edge, filters: Filters, except?: Test): boolean {
  const { data } = edge;
  if (except !== 'relation' && filters.hiddenRelations.has(data.relation)) return false;
  if (except !== 'status' && !filters.statuses.has(data.status)) return false;
  if (data.confidence < filters.minConfidence) return false;
  if (except === 'kinds' || filters.hiddenKinds.size === 0) return true;
  return ends(graph, edge).every((kind) => !filters.hiddenKinds.has(kind));
}

const ends = (graph: DragomanGraph, edge: Edge): [EntityKind, EntityKind] => [
  graph.getNodeAttribute(edge.source, 'kind'),
  graph.getNodeAttribute(edge.target, 'kind'),
];

/** The edges that the filters let through, in the order of the graph. */
export function visibleEdges(graph: DragomanGraph, edges: readonly Edge[], filters: Filters): Edge[] {
  return edges.filter((edge) => passes(graph, edge, filters));
}

/** Counts for the filter panel. */
export function facets(graph: DragomanGraph, edges: readonly Edge[], filters: Filters): Facets {
  const kinds = new Map<EntityKind, number>();
  const statuses = new Map<Status, number>();
  const relations = new Map<string, { label: string; family: Family; edges: number }>();
  for (const edge of edges) {
    const { data } = edge;
    if (passes(graph, edge, filters, 'kinds')) for (const kind of new Set(ends(graph, edge))) bump(kinds, kind);
    if (passes(graph, edge, filters, 'status')) bump(statuses, data.status);
    const known = relations.get(data.relation) ?? { label: data.label, family: familyOf(data.quad), edges: 0 };
    relations.set(data.relation, known);
    if (passes(graph, edge, filters, 'relation')) known.edges += 1;
  }
  return { kinds, statuses, relations: byFamily(relations) };
}

function byFamily(relations: ReadonlyMap<string, Omit<RelationFacet, 'relation'>>): Map<Family, RelationFacet[]> {
  const all = [...relations].map(([relation, facet]) => ({ relation, ...facet }));
  all.sort((a, b) => b.edges - a.edges || a.label.localeCompare(b.label));
  const groups = new Map<Family, RelationFacet[]>();
  for (const family of FAMILIES) {
    const members = all.filter((facet) => facet.family === family);
    if (members.length > 0) groups.set(family, members);
  }
  return groups;
}

function bump<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
