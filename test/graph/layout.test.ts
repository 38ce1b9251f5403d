import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { DragomanGraph, EdgeAttributes } from '../../src/graph/attributes.ts';
import { createGraph } from '../../src/graph/file.ts';
import { layOut } from '../../src/graph/layout.ts';
import { packBoxes } from '../../src/graph/pack.ts';
import { pushApart } from '../../src/graph/push-apart.ts';
import { testGraph } from '../support/graph.ts';
import { anyGraph } from '../support/graph-arbitrary.ts';

const positions = (graph: DragomanGraph) =>
  Object.fromEntries(graph.mapNodes((node, { x, y }) => [node, { x, y }] as const).sort());

const edgeLike = (mentions: number): EdgeAttributes => ({
  ...{ relation: 'met-with', label: 'met with', inverseLabel: 'met with', symmetric: true, status: 'asserted' },
  ...{ tone: -9, mentions, articles: 1, outlets: 1, confidence: 1, occurrences: [], events: [] },
});

/** Nodes n0 … and edges between the given pairs. */
function small(order: number, pairs: readonly (readonly [number, number])[]): DragomanGraph {
  const graph = createGraph('test');
  for (let i = 0; i < order; i++) {
    graph.addNode(`n${i}`, {
      ...{ label: `n${i}`, kind: 'country', aliases: [], known: true, mentions: 1, articles: 1, x: 0, y: 0 },
    });
  }
  pairs.forEach(([a, b], i) => {
    graph.addDirectedEdgeWithKey(`e${i}`, `n${a}`, `n${b}`, edgeLike(i % 7));
  });
  return graph;
}

describe('the layout', () => {
  it('is the same for the same seed, and another for another', () => {
    const [one, again, other] = [testGraph(), testGraph(), testGraph()];
    layOut(one, 7);
    layOut(again, 7);
    layOut(other, 8);
    expect(positions(again)).toEqual(positions(one));
    expect(positions(other)).not.toEqual(positions(one));
  });

  it.each([0, 1, 2, 3, 5])('gives %i nodes without edges places of their own', (order) => {
    const graph = small(order, []);
    layOut(graph, 1);
    const places = new Set(graph.mapNodes((_, { x, y }) => `${x} ${y}`));
    expect(places.size).toBe(order);
  });

  it('tells neighbours apart', () => {
    for (const pairs of [
      [[0, 1]],
      [
        [0, 1],
        [1, 2],
      ],
      [
        [0, 1],
        [1, 0],
        [0, 1],
      ],
    ] as const) {
      const graph = small(3, pairs);
      layOut(graph, 1);
      expect(new Set(graph.mapNodes((_, { x, y }) => `${x} ${y}`)).size).toBe(3);
    }
  });

  it('keeps unconnected parts from lying upon each other', () => {
    const star = Array.from({ length: 9 }, (_, i) => [0, i + 1] as const);
    const ring = Array.from({ length: 8 }, (_, i) => [10 + i, 10 + ((i + 1) % 8)] as const);
    const graph = small(20, [...star, ...ring]);
    layOut(graph, 3);
    const box = (from: number, to: number) => {
      const part = graph.filterNodes((n) => Number(n.slice(1)) >= from && Number(n.slice(1)) < to);
      const [xs, ys] = [
        part.map((n) => graph.getNodeAttribute(n, 'x')),
        part.map((n) => graph.getNodeAttribute(n, 'y')),
      ];
      return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
    };
    const [a, b] = [box(0, 10), box(10, 18)];
    expect(a.right < b.left || b.right < a.left || a.top < b.bottom || b.top < a.bottom).toBe(true);
  });

  it('gives any graph finite positions with two decimals', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(), (graph, seed) => {
        layOut(graph, seed);
        graph.forEachNode((_, { x, y }) => {
          for (const value of [x, y]) {
            expect(Number.isFinite(value)).toBe(true);
            expect(Object.is(value, -0)).toBe(false);
            expect(Math.abs(value * 100 - Math.round(value * 100))).toBeLessThan(1e-6);
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('spreads a bigger graph', () => {
    const random = seededRandom(5);
    const pairs = Array.from(
      { length: 400 },
      () => [Math.floor(random() ** 2 * 150), Math.floor(random() * 150)] as const,
    );
    const graph = small(
      150,
      pairs.filter(([a, b]) => a !== b),
    );
    layOut(graph, 1);
    const xs = graph.mapNodes((_, { x }) => x);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(400);
    expect(new Set(graph.mapNodes((_, { x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBeGreaterThan(145);
  });
});

describe('pushing apart', () => {
  it('leaves no two points too near, and far ones where they are', () => {
    const points = [...Array.from({ length: 12 }, () => ({ x: 5, y: 5 })), { x: 900, y: 900 }];
    pushApart(points, 10);
    points.forEach((a, i) => {
      for (const b of points.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(9);
    });
    expect(points.at(-1)).toEqual({ x: 900, y: 900 });
  });
});

describe('packing', () => {
  it('never lets boxes overlap', () => {
    const size = fc.record({ width: fc.nat(100), height: fc.nat(100) });
    fc.assert(
      fc.property(fc.array(size, { maxLength: 20 }), (boxes) => {
        const placed = packBoxes(boxes, 5);
        expect(placed).toHaveLength(boxes.length);
        placed.forEach((a, i) => {
          for (const b of placed.slice(i + 1)) {
            const apart =
              a.x + a.item.width < b.x ||
              b.x + b.item.width < a.x ||
              a.y + a.item.height < b.y ||
              b.y + b.item.height < a.y;
            expect(apart).toBe(true);
          }
        });
      }),
    );
  });
});
