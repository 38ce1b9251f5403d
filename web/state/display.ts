import type { DragomanGraph } from '../../src/graph/attributes.ts';
import type { EntityKind } from '../../src/model/entity.ts';
import { type Balance, type Dyad, strengths } from './dyads.ts';
import type { Edge } from './filter.ts';
import { type Position, spread, squared } from './spread.ts';
import { NODE_BUDGET } from './view.ts';
import { FAMILIES, type Family, familyOf } from './words.ts';

export interface DisplayNode {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Radius in pixels. */
  readonly size: number;
  readonly kind: EntityKind;
  readonly label: string;
  readonly emphasis: 'normal' | 'focus' | 'near' | 'faded';
  /** 0 for the most active one; labels are placed in this order. */
  readonly rank: number;
}

export interface DisplayEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  /** Pixels. */
  readonly width: number;
  readonly tone: Balance | Family;
  /** Curvature seen from source to target; 0 is straight. */
  readonly curve: number;
  readonly arrow: 'none' | 'target' | 'both';
  readonly label: string;
  readonly faded: boolean;
  readonly a: string;
  readonly b: string;
  /** Mentions, for the tooltip. */
  readonly volume: number;
}

/** What the map draws: a small graph of its own, rebuilt whenever a filter or the selection changes. */
export interface Display {
  readonly nodes: readonly DisplayNode[];
  readonly edges: readonly DisplayEdge[];
  readonly shownPairs: number;
  readonly allPairs: number;
  readonly shownNodes: number;
  readonly allNodes: number;
  /** The budget with which it was built; the frame of the map changes only with it. */
  readonly limit: number;
}

export const EDGE_BUDGET = 1_500;
/** Neighbours that are drawn at most when one node is looked at. */
export const EGO_BUDGET = 60;

/** Nodes whose relations are drawn in full: the selected one, or both ends of a pair. */
export type Focus = readonly string[];

/** Cooperation bends to one side, conflict to the other, each family always at the same place. */
const SLOTS: Readonly<Record<Family, number>> = { talk: 0.12, help: 0.3, dispute: -0.12, force: -0.3, tie: 0 };

/** Places of the nodes that could stand on the map, moved apart where they cover each other; the filters don't change them. */
export function positionsOf(graph: DragomanGraph, dyads: readonly Dyad[]): Map<string, Position> {
  const strength = strengths(dyads);
  const ranked = rankNodes(graph, strength).slice(0, NODE_BUDGET);
  const top = strength.get(ranked[0] ?? '') ?? 1;
  const discs = ranked.map((key) => {
    const { x, y } = graph.getNodeAttributes(key);
    return { key, x, y, radius: radius(strength.get(key) ?? 0, top) };
  });
  return spread(squared(discs));
}

export interface DisplayInput {
  readonly graph: DragomanGraph;
  /** Visible pairs, the busiest first. */
  readonly dyads: readonly Dyad[];
  readonly positions: ReadonlyMap<string, Position>;
  /** Most active nodes to draw at most; what is in focus comes on top. */
  readonly limit: number;
  readonly focus: Focus;
}

export function buildDisplay({ graph, dyads, positions, limit, focus }: DisplayInput): Display {
  const strength = strengths(dyads);
  const ranked = rankNodes(graph, strength);
  const chosen = new Set([...ranked.slice(0, limit), ...focus.filter((key) => graph.hasNode(key))]);
  const near = nearFocus(dyads, focus);
  for (const key of near) chosen.add(key);
  const drawn = dyads.filter(({ a, b }) => chosen.has(a) && chosen.has(b)).slice(0, EDGE_BUDGET);
  const paired = new Set([...focus, ...drawn.flatMap(({ a, b }) => [a, b])]);
  const kept = [...chosen].filter((key) => paired.has(key));
  const inFocus = (dyad: Dyad): boolean => isFocused(dyad, focus);
  const top = Math.max(1, strength.get(ranked[0] ?? '') ?? 1);
  const rank = new Map(ranked.map((key, index) => [key, index]));
  return {
    nodes: kept.map((key) => {
      const { kind, label, ...given } = graph.getNodeAttributes(key);
      const { x, y } = positions.get(key) ?? given;
      const size = radius(strength.get(key) ?? 0, top);
      return {
        key,
        x,
        y,
        kind,
        label,
        size,
        rank: rank.get(key) ?? ranked.length,
        emphasis: emphasis(key, focus, near),
      };
    }),
    edges: drawn.flatMap((dyad) => (inFocus(dyad) ? familyEdges(dyad, focus) : [pairEdge(dyad, focus.length > 0)])),
    shownPairs: drawn.length,
    allPairs: dyads.length,
    shownNodes: kept.length,
    allNodes: strength.size,
    limit,
  };
}

function rankNodes(graph: DragomanGraph, strength: ReadonlyMap<string, number>): string[] {
  const mentions = (key: string): number => graph.getNodeAttribute(key, 'mentions');
  return [...strength.keys()].sort(
    (a, b) => (strength.get(b) ?? 0) - (strength.get(a) ?? 0) || mentions(b) - mentions(a) || (a < b ? -1 : 1),
  );
}

/** With one node in focus: every pair it is part of; with two: the pair between them. */
function isFocused({ a, b }: Dyad, focus: Focus): boolean {
  if (focus.length === 0) return false;
  return focus.length === 1 ? focus.includes(a) || focus.includes(b) : focus.includes(a) && focus.includes(b);
}

function nearFocus(dyads: readonly Dyad[], focus: Focus): Set<string> {
  if (focus.length !== 1) return new Set();
  const ego = dyads.filter((dyad) => isFocused(dyad, focus)).slice(0, EGO_BUDGET);
  return new Set(ego.map(({ a, b }) => (focus.includes(a) ? b : a)));
}

function emphasis(key: string, focus: Focus, near: ReadonlySet<string>): DisplayNode['emphasis'] {
  if (focus.length === 0) return 'normal';
  if (focus.includes(key)) return 'focus';
  return near.has(key) ? 'near' : 'faded';
}

function radius(strength: number, top: number): number {
  return 4 + 13 * (strength / Math.max(1, top)) ** 0.6;
}

/** Width by the logarithm of the volume, in five bins. */
export function widthOf(volume: number): number {
  const bin = Math.min(4, Math.floor(Math.log2(Math.max(1, volume))));
  return [1.8, 2.6, 3.6, 4.8, 6.4][bin] ?? 1.8;
}

function pairEdge(dyad: Dyad, faded: boolean): DisplayEdge {
  const { key, a, b, volume, balance } = dyad;
  const width = balance === 'tie' ? 1.2 : widthOf(volume);
  return { key, source: a, target: b, width, tone: balance, curve: 0, arrow: 'none', label: '', faded, a, b, volume };
}

function familyEdges(dyad: Dyad, focus: Focus): DisplayEdge[] {
  const origin = focus.includes(dyad.a) ? dyad.a : dyad.b;
  return FAMILIES.flatMap((family) => {
    const edges = dyad.edges.filter((edge) => familyOf(edge.data.quad) === family);
    return edges.length === 0 ? [] : [familyEdge(dyad, family, edges, origin)];
  });
}

/** One curve for all edges of a family; the arrow points both ways when the acts do. */
function familyEdge(dyad: Dyad, family: Family, edges: readonly Edge[], origin: string): DisplayEdge {
  const { a, b } = dyad;
  const sorted = [...edges].sort((x, y) => y.data.mentions - x.data.mentions || (x.key < y.key ? -1 : 1));
  const main = sorted[0] as Edge;
  const volume = edges.reduce((sum, edge) => sum + edge.data.mentions, 0);
  const bothWays = edges.some((edge) => edge.data.symmetric) || new Set(edges.map((edge) => edge.source)).size > 1;
  const more = new Set(edges.map((edge) => edge.data.relation)).size - 1;
  return {
    key: `${dyad.key}\u001f${family}`,
    source: main.source,
    target: main.target,
    width: family === 'tie' ? 1.6 : Math.max(2.2, widthOf(volume)),
    tone: family,
    curve: SLOTS[family] * (main.source === origin ? 1 : -1),
    arrow: bothWays ? 'both' : 'target',
    label: more > 0 ? `${main.data.label} +${more}` : main.data.label,
    faded: false,
    a,
    b,
    volume,
  };
}
