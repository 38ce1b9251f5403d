import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DragomanGraph } from '../../src/graph/attributes.ts';
import { articleOf, parseGraph, serializeGraph } from '../../src/graph/file.ts';
import { articleRecord, edgeLine, FIELD_ORDER, nodeLine } from '../../src/graph/file-schema.ts';
import { testGraph } from '../support/graph.ts';
import { anyGraph } from '../support/graph-arbitrary.ts';

/** The test graph's file as data, to be broken. */
interface FileData {
  format: unknown;
  version: unknown;
  generator: string;
  articles: Record<string, unknown>;
  nodes: { key: string; attributes: Record<string, unknown> }[];
  edges: { key: string; source: string; target: string; attributes: Record<string, unknown> }[];
}

const broken = (breakIt: (data: FileData) => void): string => {
  const data = JSON.parse(serializeGraph(testGraph())) as FileData;
  breakIt(data);
  return JSON.stringify(data);
};

const codesOf = (text: string): string[] => (parseGraph(text).diagnostics ?? []).map((d) => d.code);
const read = (text: string): DragomanGraph => {
  const { graph, diagnostics } = parseGraph(text);
  if (!graph) throw new Error(JSON.stringify(diagnostics));
  return graph;
};

describe('the graph file', () => {
  it('gives back what was written', () => {
    const graph = testGraph();
    const text = serializeGraph(graph);
    const again = read(text);
    expect(again.export()).toMatchObject({ attributes: graph.getAttributes() });
    expect([again.order, again.size]).toEqual([graph.order, graph.size]);
    expect(serializeGraph(again)).toBe(text);
  });

  it('gives back any graph, hostile names included', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const text = serializeGraph(graph);
        const again = read(text);
        expect(serializeGraph(again)).toBe(text);
        expect(again.getAttributes()).toEqual(graph.getAttributes());
        for (const node of graph.nodes()) expect(again.getNodeAttributes(node)).toEqual(graph.getNodeAttributes(node));
        for (const edge of graph.edges()) {
          expect(again.getEdgeAttributes(edge)).toEqual(graph.getEdgeAttributes(edge));
          expect(again.extremities(edge)).toEqual(graph.extremities(edge));
        }
      }),
    );
    expect(Object.getPrototypeOf({})).not.toHaveProperty('title');
  });

  it('has one node or edge a line, in an order of its own', () => {
    const graph = testGraph();
    const lines = serializeGraph(graph).split('\n');
    expect(lines.filter((l) => l.startsWith('{"key":'))).toHaveLength(graph.order + graph.size);
    const backwards = testGraph();
    const edges = backwards
      .edges()
      .map((e) => [e, ...backwards.extremities(e), backwards.getEdgeAttributes(e)] as const);
    for (const [edge] of edges) backwards.dropEdge(edge);
    for (const [edge, source, target, attributes] of edges.reverse()) {
      const turned = Object.fromEntries(Object.entries(attributes).reverse()) as typeof attributes;
      backwards.addDirectedEdgeWithKey(edge, source, target, turned);
    }
    expect(serializeGraph(backwards).split('\n')).toEqual(lines);
  });

  it('names every field of its schema in the order of fields', () => {
    const fields = new Set<string>();
    const visit = (schema: unknown): void => {
      if (schema instanceof z.ZodObject) {
        for (const [name, inner] of Object.entries(schema.shape)) {
          fields.add(name);
          visit(inner);
        }
      } else if (schema instanceof z.ZodArray) visit(schema.element);
      else if (schema instanceof z.ZodExactOptional) visit(schema.unwrap());
    };
    for (const schema of [nodeLine, edgeLine, articleRecord]) visit(schema);
    expect(fields.size).toBeGreaterThan(50);
    expect([...FIELD_ORDER].sort()).toEqual([...fields].sort());
  });

  it('finds articles by their own ids only', () => {
    expect(articleOf(testGraph(), 'a1')?.title).toBe('Camp David accords signed');
    expect(articleOf(testGraph(), 'constructor')).toBeUndefined();
  });
});

describe('a broken graph file', () => {
  it.each([
    ['no JSON', '{"format":', 'graph/not-json'],
    ['nothing', '', 'graph/not-json'],
    ['other JSON', '[1, 2]', 'graph/other-format'],
    ['null', 'null', 'graph/other-format'],
    ['a newer version', broken((d) => (d.version = 2)), 'graph/other-version'],
    ['no version', broken((d) => (d.version = undefined)), 'graph/other-version'],
    ['no list of nodes', broken((d) => Object.assign(d, { nodes: {} })), 'graph/invalid'],
    ['no articles', broken((d) => Object.assign(d, { articles: [] })), 'graph/invalid'],
    ['a broken article', broken((d) => (d.articles['a1'] = { id: 1 })), 'graph/invalid'],
    ['a node without position', broken((d) => delete d.nodes[0]?.attributes['x']), 'graph/no-position'],
    ['an unknown kind', broken((d) => Object.assign(d.nodes[0]?.attributes ?? {}, { kind: 'dog' })), 'graph/invalid'],
    ['a node twice', broken((d) => d.nodes.push(...d.nodes.slice(0, 1))), 'graph/duplicate-node'],
    ['an edge twice', broken((d) => d.edges.push(...d.edges.slice(0, 1))), 'graph/duplicate-edge'],
    [
      'an edge into nothing',
      broken((d) => Object.assign(d.edges[0] ?? {}, { target: 'country:XXX' })),
      'graph/dangling-edge',
    ],
    [
      'an edge back to its source',
      broken((d) => Object.assign(d.edges[0] ?? {}, { target: d.edges[0]?.source })),
      'graph/self-loop',
    ],
  ])('%s', (_, text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  it('says where and what to do', () => {
    const { diagnostics } = parseGraph(broken((d) => delete d.nodes[4]?.attributes['y']));
    expect(diagnostics?.[0]).toMatchObject({ place: 'nodes[4] (country:IRN)', severity: 'error' });
    const newer = parseGraph(broken((d) => Object.assign(d, { version: 3, generator: 'Dragoman 9.1' }))).diagnostics;
    expect(newer?.[0]?.message).toContain('made by a newer Dragoman (Dragoman 9.1)');
  });

  it('is not listed without end', () => {
    const text = broken((d) => {
      for (const e of d.edges) e.source = 'country:XXX';
    });
    expect(codesOf(text)).toHaveLength(21);
    expect(codesOf(text).at(-1)).toBe('graph/more');
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => parseGraph(text).graph === undefined));
  });

  it.each(['__proto__', 'constructor', 'toString'])('has no node called %s', (key) => {
    const text = broken((d) => {
      d.nodes.push({ key, attributes: { ...d.nodes[0]?.attributes } });
      d.edges.push({ ...(d.edges[0] as FileData['edges'][number]), key: 'e', target: key });
    });
    expect(codesOf(text)).toEqual(['graph/reserved-key']);
    expect(codesOf(serializeGraph(testGraph()))).toEqual([]);
  });

  it('keeps out fields named like prototypes', () => {
    const text = serializeGraph(testGraph()).replace(
      '"label":"China"',
      '"__proto__":{"polluted":true},"label":"China"',
    );
    const graph = read(text);
    expect(graph.getNodeAttributes('country:CHN')).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('polluted');
  });
});
