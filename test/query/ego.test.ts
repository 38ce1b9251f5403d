import { describe, expect, it } from 'vitest';
import { parseGraph, serializeGraph } from '../../src/graph/file.ts';
import { ego, path } from '../../src/query/ego.ts';
import { QueryOptionError, UnknownNodeError } from '../../src/query/errors.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();

describe('ego', () => {
  it('is the node alone at depth 0', () => {
    expect(ego(graph, 'country:EGY', 0).nodes()).toEqual(['country:EGY']);
  });

  it('has the neighbours and the edges among them, and the articles that these cite', () => {
    const part = ego(graph, 'country:SAU', 1);
    expect(part.nodes()).toEqual(['country:CHN', 'country:IRN', 'country:SAU']);
    expect(part.size).toBe(5);
    expect(Object.keys(part.getAttribute('articles'))).toEqual(['a3', 'a6']);
  });

  it('grows with the depth up to its own part of the graph', () => {
    const orders = [1, 2, 3, 9].map((depth) => ego(graph, 'country:SAU', depth).order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
    expect(ego(graph, 'country:SAU', 9).hasNode('person:anwar-sadat')).toBe(false);
  });

  it('sees only what the filter lets through', () => {
    const part = ego(graph, 'country:IRN', 1, { types: ['attacked'] });
    expect(part.nodes()).toEqual(['country:IRN', 'country:ISR']);
    expect(ego(graph, 'country:IRN', 1, { kinds: ['person'] }).nodes()).toEqual([
      'country:IRN',
      'person:rafael-grossi',
    ]);
  });

  it('is a graph of its own that can be written', () => {
    const part = ego(graph, 'country:IRN', 1);
    part.mergeNodeAttributes('country:IRN', { label: 'changed' });
    part.getNodeAttributes('country:IRN').aliases.push('changed');
    expect(graph.getNodeAttribute('country:IRN', 'label')).toBe('Iran');
    expect(graph.getNodeAttribute('country:IRN', 'aliases')).not.toContain('changed');
    expect(parseGraph(serializeGraph(part)).graph?.size).toBe(part.size);
  });

  it('wants a node and a depth', () => {
    expect(() => ego(graph, 'country:XXX')).toThrow(UnknownNodeError);
    expect(() => ego(graph, 'country:IRN', 1.5)).toThrow(QueryOptionError);
    expect(() => ego(graph, 'country:IRN', -1)).toThrow(QueryOptionError);
  });
});

describe('path', () => {
  it('is a shortest way, with the edges of every step', () => {
    const steps = path(graph, 'person:theresa-may', 'country:CHN');
    expect(steps?.map((s) => s.to)).toEqual(['country:RUS', 'country:IRN', 'country:CHN']);
    expect(steps?.[0]?.edges).toEqual(['person:theresa-may accused country:RUS asserted']);
  });

  it('is empty at the goal and undefined between strangers', () => {
    expect(path(graph, 'country:IRN', 'country:IRN')).toEqual([]);
    expect(path(graph, 'country:IRN', 'person:anwar-sadat')).toBeUndefined();
  });

  it('goes through the wanted kinds only, but reaches any goal', () => {
    expect(path(graph, 'person:theresa-may', 'place:vienna', { kinds: ['country'] })).toBeUndefined();
    expect(path(graph, 'country:FRA', 'event:vienna-talks-2015', { kinds: ['country'] })).toHaveLength(1);
  });
});
