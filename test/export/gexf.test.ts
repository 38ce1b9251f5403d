import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { type GexfOptions, writeGexf } from '../../src/export/gexf.ts';
import { XML_ILLEGAL } from '../../src/export/xml.ts';
import type { DragomanGraph } from '../../src/graph/attributes.ts';
import { createGraph } from '../../src/graph/file.ts';
import { testGraph } from '../support/graph.ts';
import { anyGraph } from '../support/graph-arbitrary.ts';

/** The part of the DOM that these tests read. */
interface XmlElement {
  readonly tagName: string;
  readonly children: Iterable<XmlElement>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<XmlElement>;
}

const parse = (text: string): XmlElement => new DOMParser().parseFromString(text, 'text/xml') as unknown as XmlElement;
const all = (root: XmlElement, selector: string): XmlElement[] => [...root.querySelectorAll(selector)];
const write = (graph: DragomanGraph, profile: GexfOptions['profile'] = 'interop') => {
  const { text, losses } = writeGexf(graph, { profile });
  return { text, losses, root: parse(text) };
};
const columnOf = (element: XmlElement | undefined, column: string): string | null | undefined =>
  element &&
  all(element, 'attvalue')
    .find((v) => v.getAttribute('for') === column)
    ?.getAttribute('value');

describe('GEXF', () => {
  it.each(['interop', 'strict'] as const)('%s has every node and edge, with declared columns', (profile) => {
    const graph = testGraph();
    const { root } = write(graph, profile);
    expect(all(root, 'node').map((n) => n.getAttribute('id'))).toEqual(graph.nodes().sort());
    expect(all(root, 'edge')).toHaveLength(graph.size);
    const declared = new Set(all(root, 'attribute').map((a) => a.getAttribute('id')));
    for (const value of all(root, 'attvalue')) expect(declared).toContain(value.getAttribute('for'));
    expect(all(root, 'attribute').map((a) => a.getAttribute('type'))).not.toContain('anyURI');
  });

  it('keeps what a node and an edge say', () => {
    const { root } = write(testGraph());
    const iran = all(root, 'node').find((n) => n.getAttribute('id') === 'country:IRN');
    expect(iran?.getAttribute('label')).toBe('Iran');
    expect(columnOf(iran, 'aliases')).toBe('["Islamic Republic of Iran", "Persia"]');
    expect(columnOf(iran, 'wikidata')).toBe('Q794');
    const edge = all(root, 'edge').find((e) => e.getAttribute('kind') === 'expelled-diplomats-of asserted');
    expect(edge?.getAttribute('label')).toBe('expelled diplomats of');
    expect(edge?.getAttribute('weight')).toBe('1');
    expect(columnOf(edge, 'tone')).toBe('-5.5');
    expect(columnOf(edge, 'firstDate')).toBe('2018-03-14');
    expect(columnOf(edge, 'quote')).toContain('expelled 23 Russian diplomats');
    expect(columnOf(edge, 'source-url')).toBe('https://example.org/a5');
  });

  it('writes colours as integers, both coordinates, and the value of a size first', () => {
    const { text } = write(testGraph());
    expect(text.match(/<viz:color r="\d+" g="\d+" b="\d+"\/>/g)).toHaveLength(19);
    expect(text.match(/<viz:position x="-?[\d.]+" y="-?[\d.]+" z="0"\/>/g)).toHaveLength(19);
    expect(text.match(/<viz:size value="[\d.]+"\/>/g)).toHaveLength(19);
  });

  it('strict types each edge of a mixed graph and names no default', () => {
    const { text, root } = write(testGraph(), 'strict');
    expect(text).toContain('<gexf xmlns="http://gexf.net/1.3" version="1.3">');
    expect(text).not.toContain('viz:');
    expect(text).not.toContain('defaultedgetype');
    const types = all(root, 'edge').map((e) => e.getAttribute('type'));
    expect(types.filter((t) => t === 'undirected')).toHaveLength(6);
    expect(types.filter((t) => t === 'directed')).toHaveLength(23);
  });

  it('interop has one direction, says so, and keeps the difference in a column', () => {
    const { text, root, losses } = write(testGraph());
    expect(text).toContain('defaultedgetype="directed"');
    expect(new Set(all(root, 'edge').map((e) => e.getAttribute('type')))).toEqual(new Set(['directed']));
    expect(all(root, 'edge').filter((e) => columnOf(e, 'symmetric') === 'true')).toHaveLength(6);
    expect(losses).toContainEqual(expect.stringContaining('6 symmetric edges'));
    expect(losses).toContainEqual(expect.stringContaining('8 article texts'));
  });

  it('says nothing was lost when nothing was', () => {
    const empty = createGraph('test');
    const { root, losses } = write(empty);
    expect(losses).toEqual([]);
    expect(all(root, 'node')).toEqual([]);
  });

  it('keeps one of two edges with the same ends and kind', () => {
    const graph = testGraph();
    const [first] = graph.edges();
    const [source, target] = graph.extremities(first);
    graph.addDirectedEdgeWithKey('again', source, target, graph.getEdgeAttributes(first));
    const { root, losses } = write(graph);
    expect(all(root, 'edge')).toHaveLength(graph.size - 1);
    expect(losses).toContainEqual(expect.stringMatching(/^1 edges were left out/));
  });

  it('is well-formed for any graph: nothing illegal, no weight of 0, unique kinds, ends that exist', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom('interop' as const, 'strict' as const), (graph, profile) => {
        const { text, root } = write(graph, profile);
        expect(text.match(XML_ILLEGAL)).toBeNull();
        // Nothing but the writer's own markup: every text stands escaped inside an attribute or the creator.
        const bare = text.replace(/<creator>[^<]*<\/creator>/, '').replaceAll(/"[^"<>]*"/g, '""');
        expect(
          bare
            .replaceAll(/<[/?]?[a-z][a-z:]*(?: [a-z:]+="")*[/?]?>/g, '')
            .replaceAll(/Relations read.*?sentence/g, '')
            .trim(),
        ).toBe('');
        const nodes = new Set(all(root, 'node').map((n) => n.getAttribute('id')));
        expect(nodes.size).toBe(graph.order);
        const kinds = all(root, 'edge').map((e) =>
          ['source', 'target', 'kind'].map((a) => e.getAttribute(a)).join('\u0000'),
        );
        expect(new Set(kinds).size).toBe(kinds.length);
        for (const edge of all(root, 'edge')) {
          expect(Number(edge.getAttribute('weight'))).toBeGreaterThan(0);
          expect(nodes).toContain(edge.getAttribute('source'));
          expect(nodes).toContain(edge.getAttribute('target'));
        }
      }),
    );
  });

  it('replaces what XML cannot hold and counts it', () => {
    const graph = testGraph();
    graph.mergeNodeAttributes('country:FRA', { label: 'F\u0000\ud800<b>"&\n🕊️' });
    const { text, losses } = write(graph);
    expect(text).toContain('label="F\ufffd\ufffd&lt;b&gt;&quot;&amp;&#10;🕊️"');
    expect(losses).toContainEqual(expect.stringMatching(/^2 characters/));
  });
});
