import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acronym, lookUp, resolveNode } from '../../src/query/look-up.ts';
import { testGraph } from '../support/graph.ts';
import { anyGraph, hostileText } from '../support/graph-arbitrary.ts';

const graph = testGraph();

describe('looking up a name', () => {
  it.each([
    ['id', 'country:IRN', 'country:IRN'],
    ['name', 'Iran', 'country:IRN'],
    ['other case', 'iRAN', 'country:IRN'],
    ['alias', 'Persia', 'country:IRN'],
    ['code', 'GBR', 'country:GBR'],
    ['dotted alias', 'U.S.', 'country:USA'],
    ['acronym in the aliases', 'iaea', 'org:iaea'],
    ['acronym of the name', 'UK', 'country:GBR'],
    ['accents', 'Sérgeï Lavrov', 'person:sergei-lavrov'],
    ['hyphens for spaces', 'anwar-sadat', 'person:anwar-sadat'],
    ['spaces round it', '  Saudi   Arabia ', 'country:SAU'],
  ])('by %s', (_, name, node) => {
    expect(resolveNode(graph, name)).toEqual({ node });
  });

  it.each([
    ['a beginning', 'Saud', 'country:SAU'],
    ['a later word', 'kingdom', 'country:GBR'],
    ['a slip', 'Isreal', 'country:ISR'],
    ['a slip in a longer name', 'Rafael Grosi', 'person:rafael-grossi'],
    ['a surname with a slip', 'lavrof', 'person:sergei-lavrov'],
  ])('offers what is nearly right: %s', (_, name, node) => {
    const { suggestions } = resolveNode(graph, name);
    expect(suggestions?.[0]?.node).toBe(node);
  });

  it('offers nothing for what is like nothing', () => {
    for (const name of ['Xyzzy', '', '   ', '!?']) expect(resolveNode(graph, name)).toEqual({ suggestions: [] });
  });

  it('puts the most mentioned first and asks when two are alike', () => {
    const own = testGraph();
    own.mergeNodeAttributes('country:EGY', { label: 'Twin', mentions: 3 });
    own.mergeNodeAttributes('country:CHN', { label: 'Twin', mentions: 2 });
    expect(lookUp(own, 'twin').map((m) => m.node)).toEqual(['country:EGY', 'country:CHN']);
    expect(resolveNode(own, 'Twin').suggestions).toHaveLength(2);
    own.mergeNodeAttributes('country:EGY', { mentions: 5 });
    expect(resolveNode(own, 'Twin')).toEqual({ node: 'country:EGY' });
  });

  it('says which name fitted', () => {
    expect(lookUp(graph, 'persia')[0]).toEqual({ node: 'country:IRN', score: 0.98, matched: 'Persia' });
  });

  it('finds every node of any graph by its key and bears any name', () => {
    fc.assert(
      fc.property(anyGraph, hostileText, (any, name) => {
        for (const node of any.nodes()) expect(resolveNode(any, node)).toEqual({ node });
        for (const { score } of lookUp(any, name)) expect(score > 0 && score <= 1).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('acronyms', () => {
  it('are made of several words', () => {
    expect(acronym('organization for security and co operation in europe')).toBe('oscoe');
    expect(acronym('international atomic energy agency')).toBe('iaea');
    expect(acronym('iran')).toBeUndefined();
  });
});
