import { describe, expect, it } from 'vitest';
import { createGraph } from '../../src/graph/file.ts';
import { dateSpan, degrees, graphMetrics, summarize } from '../../src/graph/metrics.ts';
import { testGraph } from '../support/graph.ts';

describe('metrics', () => {
  it('count nodes, edges and acts', () => {
    const m = graphMetrics(testGraph());
    expect(m).toMatchObject({ nodes: 19, edges: 29, actors: 15, articles: 8, outlets: 3 });
    expect(m.kinds).toEqual({ country: 9, person: 5, organization: 1, event: 1, place: 1, issue: 2 });
    expect(m.statuses).toEqual({ asserted: 24, reported: 1, planned: 1, hypothetical: 2, negated: 1 });
    expect(Object.values(m.quads).reduce((a, b) => a + b)).toBe(m.acts);
    expect(m.datedActs).toBeLessThan(m.acts);
  });

  it('count an act once, however many edges tell it', () => {
    const graph = testGraph();
    const one = graphMetrics(graph);
    // Russia and Iran cooperate with each other and on the Syrian crisis: three edges, one sentence.
    expect(one.quads[2]).toBe(1);
    graph.dropEdge('country:RUS cooperates-on issue:syrian-crisis asserted');
    expect(graphMetrics(graph).acts).toBe(one.acts);
  });

  it('sort nodes by the number of their neighbours', () => {
    expect(degrees(testGraph())[0]).toEqual({ node: 'country:IRN', degree: 9 });
  });

  it('make one line', () => {
    expect(summarize(testGraph())).toBe(
      '15 actors, 10 dated acts (and 8 undated), Sep 1978 – Apr 2024, 3 outlets; 50% cooperation',
    );
    expect(summarize(createGraph('test'))).toBe('no relation was found in 0 articles');
  });

  it('shorten one month to one', () => {
    expect(dateSpan('2024-04-01', '2024-04-30')).toBe('Apr 2024');
    expect(dateSpan('2023-12-31', '2024-01-01')).toBe('Dec 2023 – Jan 2024');
  });
});
