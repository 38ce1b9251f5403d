import { describe, expect, test } from 'vitest';
import type { EntityKind } from '../../src/model/entity.ts';
import type { Status } from '../../src/model/event.ts';
import { allEdges, facets, visibleEdges } from '../../web/state/filter.ts';
import { DEFAULT_FILTERS, isDefault, STATUS_ALL, toggled } from '../../web/state/view.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
const edges = allEdges(graph);
const shown = (change: Partial<typeof DEFAULT_FILTERS>) =>
  visibleEdges(graph, edges, { ...DEFAULT_FILTERS, ...change });

describe('visible edges', () => {
  test('without asking, what is told as done', () => {
    const statuses = new Set(shown({}).map(({ data }) => data.status));
    expect(statuses).toEqual(new Set(['asserted', 'reported']));
  });

  test('with every status, all', () => expect(shown({ statuses: STATUS_ALL })).toHaveLength(graph.size));

  test('a hidden kind takes its edges along', () => {
    const without = shown({ hiddenKinds: new Set<EntityKind>(['person']) });
    expect(without.length).toBeLessThan(shown({}).length);
    const kinds = without.flatMap(({ source, target }) =>
      [source, target].map((n) => graph.getNodeAttribute(n, 'kind')),
    );
    expect(kinds).not.toContain('person');
  });

  test('a hidden edge type is gone, the others stay', () => {
    const types = shown({ hiddenRelations: new Set(['attacked']) }).map(({ data }) => data.relation);
    expect(types).not.toContain('attacked');
    expect(types).toContain('criticised');
  });

  test('years bound what is dated; what is not stays until it is switched off', () => {
    const recent = shown({ since: 2018, until: 2019 });
    const dated = recent.filter(({ data }) => data.firstDate !== undefined);
    expect(dated.map(({ data }) => data.relation)).toEqual(
      expect.arrayContaining(['sanctioned', 'expelled-diplomats-of']),
    );
    expect(dated.every(({ data }) => data.firstDate?.startsWith('2018'))).toBe(true);
    expect(recent.length).toBeGreaterThan(dated.length);
    expect(shown({ since: 2018, until: 2019, undated: false })).toEqual(dated);
  });

  test('confidence is a lower bound', () => {
    const best = Math.max(...edges.map(({ data }) => data.confidence));
    expect(shown({ minConfidence: best }).every(({ data }) => data.confidence >= best)).toBe(true);
    expect(shown({ minConfidence: 1.01 })).toEqual([]);
  });
});

describe('facets', () => {
  test('a switch counts what it would show, whether it is on or off', () => {
    const on = facets(graph, edges, DEFAULT_FILTERS);
    const off = facets(graph, edges, { ...DEFAULT_FILTERS, hiddenKinds: new Set<EntityKind>(['person']) });
    expect(off.kinds.get('person')).toBe(on.kinds.get('person'));
    expect(on.statuses.get('planned' satisfies Status)).toBe(edges.filter((e) => e.data.status === 'planned').length);
  });

  test('years are counted without a gap, whatever the bounds', () => {
    const { years, undated } = facets(graph, edges, { ...DEFAULT_FILTERS, since: 2020 });
    expect([years[0]?.year, years.at(-1)?.year, years.length]).toEqual([1978, 2024, 47]);
    expect(years.find(({ year }) => year === 1978)).toMatchObject({ conflict: 0 });
    expect(undated).toBe(shown({}).filter(({ data }) => data.firstDate === undefined).length);
  });

  test('edge types stand under their family, the most frequent first', () => {
    const { relations } = facets(graph, edges, { ...DEFAULT_FILTERS, statuses: STATUS_ALL });
    expect([...relations.keys()]).toEqual(['talk', 'help', 'dispute', 'force', 'tie']);
    expect(relations.get('force')?.map((facet) => facet.relation)).toContain('expelled-diplomats-of');
    const all = [...relations.values()].flat();
    expect(all.reduce((sum, facet) => sum + facet.edges, 0)).toBe(graph.size);
    for (const group of relations.values()) {
      const counts = group.map((facet) => facet.edges);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
  });
});

test('toggling is a copy, and twice is nothing', () => {
  const set = toggled(DEFAULT_FILTERS.hiddenKinds, 'place' as const);
  expect(DEFAULT_FILTERS.hiddenKinds.size).toBe(0);
  expect(isDefault({ ...DEFAULT_FILTERS, hiddenKinds: set })).toBe(false);
  expect(isDefault({ ...DEFAULT_FILTERS, hiddenKinds: toggled(set, 'place' as const) })).toBe(true);
});
