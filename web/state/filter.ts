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
  readonly undated: number;
  /** Dated passages by year, the years between without any among them. */
  readonly years: readonly YearFacet[];
}

export interface YearFacet {
  readonly year: number;
  readonly cooperation: number;
  readonly conflict: number;
}

export function allEdges(graph: DragomanGraph): Edge[] {
  return graph.mapEdges((key, data, source, target) => ({ key, source, target, data }));
}

type Test = 'kinds' | 'relation' | 'status' | 'time';

function passes(graph: DragomanGraph, edge: Edge, filters: Filters, except?: Test): boolean {
  const { data } = edge;
  if (except !== 'relation' && filters.hiddenRelations.has(data.relation)) return false;
  if (except !== 'status' && !filters.statuses.has(data.status)) return false;
  if (data.confidence < filters.minConfidence) return false;
  if (except !== 'time' && !inTime(data, filters)) return false;
  if (except === 'kinds' || filters.hiddenKinds.size === 0) return true;
  return ends(graph, edge).every((kind) => !filters.hiddenKinds.has(kind));
}

/** An edge touches the years asked for when its first and last day enclose some of them. */
function inTime({ firstDate, lastDate }: EdgeAttributes, { since, until, undated }: Filters): boolean {
  const first = firstDate ?? lastDate;
  if (first === undefined) return undated;
  const last = lastDate ?? first;
  return (since === undefined || yearOf(last) >= since) && (until === undefined || yearOf(first) <= until);
}

export const yearOf = (date: string): number => Number(date.slice(0, 4));

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
  const timed = edges.filter((edge) => passes(graph, edge, filters, 'time'));
  for (const edge of edges) {
    const { data } = edge;
    if (passes(graph, edge, filters, 'kinds')) for (const kind of new Set(ends(graph, edge))) bump(kinds, kind);
    if (passes(graph, edge, filters, 'status')) bump(statuses, data.status);
    const known = relations.get(data.relation) ?? { label: data.label, family: familyOf(data.quad), edges: 0 };
    relations.set(data.relation, known);
    if (passes(graph, edge, filters, 'relation')) known.edges += 1;
  }
  const undated = timed.filter(({ data }) => (data.firstDate ?? data.lastDate) === undefined).length;
  return { kinds, statuses, relations: byFamily(relations), undated, years: byYear(timed) };
}

function byYear(edges: readonly Edge[]): YearFacet[] {
  const counts = new Map<number, { cooperation: number; conflict: number }>();
  for (const { data } of edges) {
    if (data.quad === undefined) continue;
    for (const { time } of data.occurrences) {
      const year = time ? yearOf(time.from) : Number.NaN;
      if (!Number.isInteger(year)) continue;
      const known = counts.get(year) ?? { cooperation: 0, conflict: 0 };
      counts.set(year, known);
      known[data.quad <= 2 ? 'cooperation' : 'conflict'] += 1;
    }
  }
  if (counts.size === 0) return [];
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  // A single wrong year far away must not make the strip endless.
  const length = Math.min(last - first + 1, MOST_YEARS);
  return Array.from({ length }, (_, index) => {
    const year = last - length + 1 + index;
    return { year, ...(counts.get(year) ?? { cooperation: 0, conflict: 0 }) };
  });
}

const MOST_YEARS = 250;

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
