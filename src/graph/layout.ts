import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { byCode } from '../base/order.ts';
import { seededRandom } from '../base/seeded-random.ts';
import type { DragomanGraph } from './attributes.ts';
import { type Box, packBoxes } from './pack.ts';
import { pushApart } from './push-apart.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room that one node takes, in units of the layout: positions are spread so that this much lies between neighbours on average. */
const SPACING = 40;

/** From this number of nodes on, Barnes-Hut pays (measured: slower than exact at 200 nodes, 2.3-3.3 times faster with θ 1.2 from 1,000). */
const BARNES_HUT_FROM = 1000;

/**
 * Gives every node a position: ForceAtlas2 for each connected part from a seeded start, the parts packed side by side, rounded to
 * 2 decimals. The same graph and seed give the same positions, whatever the order in which nodes and edges were added.
 */
export function layOut(graph: DragomanGraph, seed: number): void {
  const volume = volumes(graph);
  const parts = components(graph, volume);
  const placed = parts.map((part) => boxOf(placePart(part, volume, seed)));
  for (const { item, x, y } of packBoxes(placed, SPACING)) {
    for (const [node, point] of item.points) {
      graph.mergeNodeAttributes(node, { x: round(point.x + x), y: round(point.y + y) });
    }
  }
}

/** Two decimals; `+ 0` turns -0 into 0, which JSON could not give back. */
const round = (value: number): number => Math.round(value * 100) / 100 + 0;

type Volumes = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Number of tellings between two nodes, in both directions and of all kinds: never negative, as a layout by balance would be. */
function volumes(graph: DragomanGraph): Volumes {
  const all = new Map<string, Map<string, number>>();
  const add = (a: string, b: string, mentions: number): void => {
    const row = all.get(a) ?? new Map<string, number>();
    all.set(a, row);
    row.set(b, (row.get(b) ?? 0) + mentions);
  };
  graph.forEachEdge((_, { mentions }, a, b) => {
    add(a, b, mentions);
    add(b, a, mentions);
  });
  return all;
}

/** Connected parts, the greatest first, their nodes sorted. */
function components(graph: DragomanGraph, volume: Volumes): string[][] {
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const start of graph.nodes().sort(byCode)) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (let i = 0; i < part.length; i++) {
      for (const other of volume.get(part[i] as string)?.keys() ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        part.push(other);
      }
    }
    parts.push(part.sort(byCode));
  }
  return parts.sort((a, b) => b.length - a.length || byCode(a[0] ?? '', b[0] ?? ''));
}

function placePart(nodes: readonly string[], volume: Volumes, seed: number): Map<string, Point> {
  const [first, second] = nodes;
  if (first === undefined) return new Map();
  if (second === undefined) return new Map([[first, { x: 0, y: 0 }]]);
  if (nodes.length === 2) {
    return new Map([
      [first, { x: 0, y: 0 }],
      // Aslant, so that a row of pairs does not look like a chain.
      [second, { x: SPACING * 1.2, y: -SPACING * 1.2 }],
    ]);
  }
  return spread(force(nodes, volume, seed));
}

function force(nodes: readonly string[], volume: Volumes, seed: number): Map<string, Point> {
  const random = seededRandom(seed);
  const simple = new UndirectedGraph<Point, { weight: number }>();
  const width = Math.sqrt(nodes.length) * 10;
  for (const node of nodes) simple.addNode(node, { x: (random() - 0.5) * width, y: (random() - 0.5) * width });
  for (const a of nodes) {
    for (const [b, mentions] of [...(volume.get(a) ?? [])].sort(([x], [y]) => byCode(x, y))) {
      if (a < b) simple.addEdge(a, b, { weight: Math.log(1 + mentions) });
    }
  }
  const positions = forceAtlas2(simple, {
    iterations: iterationsFor(nodes.length),
    getEdgeWeight: 'weight',
    settings: {
      ...{ gravity: 0.5, scalingRatio: 10, slowDown: 1 + Math.log(nodes.length), edgeWeightInfluence: 0.5 },
      barnesHutOptimize: nodes.length >= BARNES_HUT_FROM,
      barnesHutTheta: 1.2,
    },
  });
  return new Map(nodes.map((node) => [node, positions[node] ?? { x: 0, y: 0 }]));
}

/** Measured on graphs of news with 30 to 160 nodes: distances correlate with those after 600 iterations at .998 and more. */
const iterationsFor = (order: number): number => (order <= 100 ? 400 : order <= 1000 ? 240 : order <= 5000 ? 150 : 60);

/** Turned so that it is wider than high, moved to its centre and scaled to the room that its nodes need. */
function spread(positions: ReadonlyMap<string, Point>): Map<string, Point> {
  const points = [...positions.values()].filter((p) => Number.isFinite(p.x) && Number.isFinite(p.y));
  const n = Math.max(1, points.length);
  const mean = { x: sum(points.map((p) => p.x)) / n, y: sum(points.map((p) => p.y)) / n };
  const xx = sum(points.map((p) => (p.x - mean.x) ** 2));
  const yy = sum(points.map((p) => (p.y - mean.y) ** 2));
  const xy = sum(points.map((p) => (p.x - mean.x) * (p.y - mean.y)));
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const deviation = Math.sqrt((xx + yy) / n) || 1;
  const scale = (SPACING * Math.sqrt(n)) / deviation;
  const turned = new Map<string, { x: number; y: number }>();
  for (const [node, p] of positions) {
    const [dx, dy] = [(p.x - mean.x) * scale, (p.y - mean.y) * scale];
    const point = { x: dx * cos + dy * sin, y: dy * cos - dx * sin };
    turned.set(node, Number.isFinite(point.x) && Number.isFinite(point.y) ? point : { x: 0, y: 0 });
  }
  pushApart([...turned.values()], SPACING * 0.8);
  return turned;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

interface Part extends Box {
  readonly points: ReadonlyMap<string, Point>;
}

/** The part with its lower left corner at the origin. */
function boxOf(points: ReadonlyMap<string, Point>): Part {
  const all = [...points.values()];
  const left = all.reduce((m, p) => Math.min(m, p.x), Number.POSITIVE_INFINITY);
  const bottom = all.reduce((m, p) => Math.min(m, p.y), Number.POSITIVE_INFINITY);
  const moved = new Map([...points].map(([node, p]) => [node, { x: p.x - left, y: p.y - bottom }] as const));
  const placed = [...moved.values()];
  return {
    points: moved,
    width: placed.reduce((m, p) => Math.max(m, p.x), 0),
    height: placed.reduce((m, p) => Math.max(m, p.y), 0),
  };
}
