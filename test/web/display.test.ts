import { describe, expect, test } from 'vitest';
import { drawnGraph } from '../../web/render/drawn-graph.ts';
import { paletteFor } from '../../web/render/palette.ts';
import { buildDisplay, positionsOf, widthOf } from '../../web/state/display.ts';
import { balanceOf, dyadKey, foldDyads, strengths } from '../../web/state/dyads.ts';
import { allEdges, visibleEdges } from '../../web/state/filter.ts';
import { DEFAULT_FILTERS, STATUS_ALL } from '../../web/state/view.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
const visible = visibleEdges(graph, allEdges(graph), DEFAULT_FILTERS);
const dyads = foldDyads(visible);
const positions = positionsOf(graph, dyads);
const display = (limit: number, focus: readonly string[] = []) =>
  buildDisplay({ graph, dyads, positions, limit, focus });

describe('dyads', () => {
  test('one a pair, both directions together, the busiest first', () => {
    const pair = dyads.find(({ key }) => key === dyadKey('country:ISR', 'country:IRN'));
    expect(pair?.edges.map(({ source }) => source).sort()).toEqual(['country:IRN', 'country:ISR']);
    expect(dyads.reduce((sum, { edges }) => sum + edges.length, 0)).toBe(visible.length);
    const volumes = dyads.map(({ volume }) => volume);
    expect(volumes).toEqual([...volumes].sort((a, b) => b - a));
  });

  test('what is denied is no conflict and no cooperation', () => {
    const all = foldDyads(visibleEdges(graph, allEdges(graph), { ...DEFAULT_FILTERS, statuses: STATUS_ALL }));
    const armed = all.find(({ key }) => key === dyadKey('country:RUS', 'country:IRN'));
    const usual = dyads.find(({ key }) => key === dyadKey('country:RUS', 'country:IRN'));
    expect(armed?.volume).toBeGreaterThan(usual?.volume ?? 0);
    expect(armed?.cooperation).toBe(usual?.cooperation);
  });

  test('a pair with nothing but standing relations is a tie', () => {
    expect(dyads.find(({ key }) => key === dyadKey('event:vienna-talks-2015', 'place:vienna'))?.balance).toBe('tie');
  });

  test.each([
    [0, 0, 'even'],
    [5, 0, 'friendly'],
    [3, 1, 'rather-friendly'],
    [1, 1, 'even'],
    [1, 3, 'rather-hostile'],
    [0, 2, 'hostile'],
    [4, 3, 'contested'],
    [20, 3, 'friendly'],
  ] as const)('%i of cooperation and %i of conflict is %s', (cooperation, conflict, balance) => {
    expect(balanceOf(cooperation, conflict)).toBe(balance);
  });
});

describe('the map', () => {
  test('draws a straight line a pair, and says how much of the graph that is', () => {
    const whole = display(300);
    expect(whole.edges).toHaveLength(dyads.length);
    expect(whole.edges.every(({ curve, arrow }) => curve === 0 && arrow === 'none')).toBe(true);
    expect([whole.shownPairs, whole.allPairs]).toEqual([dyads.length, dyads.length]);
    expect(whole.shownNodes).toBe(strengths(dyads).size);
  });

  test('keeps to its budget, the most active first', () => {
    const small = display(3);
    expect(small.nodes.map(({ key }) => key)).toContain('country:IRN');
    expect(small.nodes).toHaveLength(3);
    expect(small.shownPairs).toBeLessThan(small.allPairs);
  });

  test('draws the relations of the selected node by family, also beyond the budget', () => {
    const ego = display(2, ['country:IRN']);
    const near = ego.nodes.filter(({ emphasis }) => emphasis === 'near').map(({ key }) => key);
    expect(near).toEqual(expect.arrayContaining(['country:ISR', 'country:FRA', 'person:rafael-grossi']));
    expect(ego.nodes.find(({ key }) => key === 'country:IRN')?.emphasis).toBe('focus');
    const france = ego.edges.filter(({ a, b }) => [a, b].includes('country:FRA'));
    expect(france.map(({ tone, label }) => [tone, label])).toEqual([
      ['talk', 'spoke with'],
      ['dispute', 'criticised'],
    ]);
  });

  test('a family bends to the same side whichever end acts', () => {
    const seen = new Map<string, Set<number>>();
    for (const focus of graph.nodes()) {
      for (const edge of display(300, [focus]).edges.filter(({ faded }) => !faded)) {
        const fromFocus = edge.source === focus ? edge.curve : -edge.curve;
        seen.set(edge.tone, (seen.get(edge.tone) ?? new Set()).add(Math.round(fromFocus * 100) + 0));
      }
    }
    expect(Object.fromEntries([...seen].map(([tone, curves]) => [tone, curves.size]))).toEqual(
      Object.fromEntries([...seen].map(([tone]) => [tone, 1])),
    );
  });

  test('acts in both directions have two arrow heads', () => {
    const pair = display(300, ['country:IRN', 'country:ISR']).edges.filter(({ faded }) => !faded);
    expect(pair.map(({ arrow, tone }) => [arrow, tone])).toEqual([['both', 'force']]);
  });

  test('a node that the filters have left alone can still be looked at', () => {
    expect(display(300, ['org:iaea']).nodes.find(({ key }) => key === 'org:iaea')?.emphasis).toBe('focus');
  });
});

test('the drawn graph holds no attribute that sigma would misread', () => {
  const programs = new Set(['shape', 'line', 'lineArrow', 'lineBoth', 'curveArrow', 'curveBoth']);
  for (const dark of [false, true]) {
    const drawn = drawnGraph(display(300, ['country:IRN']), paletteFor(dark), 1);
    drawn.forEachNode((_, { type, x, y, size, color }) => {
      expect(programs.has(type)).toBe(true);
      expect([x, y, size].every(Number.isFinite)).toBe(true);
      expect(color).toMatch(/^#[0-9a-f]{6}$/);
    });
    drawn.forEachEdge((_, { type, size, color, curvature }) => {
      expect(programs.has(type)).toBe(true);
      expect(String(type).startsWith('curve')).toBe(curvature !== 0);
      expect(size).toBeGreaterThan(0);
      expect(color).toMatch(/^#[0-9a-f]{6}$/);
    });
  }
});

test('width grows with the logarithm of the volume, in five bins', () => {
  const widths = [1, 2, 3, 4, 8, 16, 500].map(widthOf);
  expect(new Set(widths).size).toBe(5);
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
});
