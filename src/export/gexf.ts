import { byCode } from '../base/order.ts';
import type { DragomanGraph } from '../graph/attributes.ts';
import { sortedEdges } from '../graph/file.ts';
import type { EntityKind } from '../model/entity.ts';
import { countLosses } from './losses.ts';
import { type Cell, type Column, EDGE_COLUMNS, type EdgeRow, edgeRow, NODE_COLUMNS, type NodeRow } from './table.ts';
import { createXmlText, type XmlText } from './xml.ts';

/**
 * `strict`: GEXF 1.3, valid against its schema, directed and undirected edges side by side. `interop`: what Gephi, networkx and others all
 * read: the 1.2 namespaces with the `viz:` prefix (networkx knows 1.3 only since 2025) and one direction for all edges (networkx refuses
 * mixed graphs, Gephi drops edges that contradict the default), with the column `symmetric` to tell them apart.
 */
export interface GexfOptions {
  readonly profile: 'interop' | 'strict';
}

export interface GexfExport {
  readonly text: string;
  /** What the file could not keep, one sentence each. */
  readonly losses: readonly string[];
}

interface Profile {
  readonly root: string;
  readonly viz: string;
}

const PROFILES: Readonly<Record<GexfOptions['profile'], Profile>> = {
  strict: { root: '<gexf xmlns="http://gexf.net/1.3" version="1.3">', viz: '' },
  interop: {
    root: '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">',
    viz: 'viz:',
  },
};

/** Colour-blind-safe colours (Okabe and Ito), as integers: hexadecimal ones stop networkx, decimals stop Gephi. */
const COLOURS: Readonly<Record<EntityKind, readonly [number, number, number]>> = {
  country: [0, 114, 178],
  person: [230, 159, 0],
  organization: [0, 158, 115],
  event: [204, 121, 167],
  place: [86, 180, 233],
  issue: [213, 94, 0],
};

/** What all elements of one file share. */
interface Writer {
  readonly xml: XmlText;
  readonly viz: string;
  readonly directionOf: (edge: EdgeRow) => 'directed' | 'undirected';
}

/** The whole file as a string; see `gexfChunks` for graphs whose file should not stand in memory. */
export function writeGexf(graph: DragomanGraph, options: GexfOptions): GexfExport {
  const xml = createXmlText();
  const text = [...gexfChunks(graph, options, xml)].join('');
  return { text, losses: countLosses(graph, options.profile, xml.replaced()) };
}

/** The file in pieces of a node or an edge each, in file order. */
export function* gexfChunks(graph: DragomanGraph, options: GexfOptions, xml = createXmlText()): Generator<string> {
  const profile = PROFILES[options.profile];
  const mixed = isMixed(graph);
  const undirected = !mixed && graph.size > 0 && graph.everyEdge((_, a) => a.symmetric);
  const uniform = options.profile === 'interop' ? (undirected ? 'undirected' : 'directed') : undefined;
  const fallback = uniform ?? (mixed ? undefined : undirected ? 'undirected' : 'directed');
  const writer: Writer = {
    xml,
    viz: profile.viz,
    directionOf: (e) => uniform ?? (e.attributes.symmetric ? 'undirected' : 'directed'),
  };
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${profile.root}\n`;
  yield ` <meta>\n  <creator>${xml.escape(graph.getAttribute('generator'))}</creator>\n`;
  yield '  <description>Relations read from news articles, each with its sentence</description>\n </meta>\n';
  yield ` <graph mode="static"${fallback ? ` defaultedgetype="${fallback}"` : ''}>\n`;
  yield declarations('node', NODE_COLUMNS);
  yield declarations('edge', EDGE_COLUMNS);
  yield `  <nodes count="${graph.order}">\n`;
  for (const key of graph.nodes().sort(byCode))
    yield nodeElement({ key, attributes: graph.getNodeAttributes(key) }, writer);
  yield '  </nodes>\n';
  const edges = uniqueEdges(graph);
  yield `  <edges count="${edges.length}">\n`;
  for (const edge of edges) yield edgeElement(edge, writer);
  yield '  </edges>\n </graph>\n</gexf>\n';
}

const isMixed = (graph: DragomanGraph): boolean =>
  graph.someEdge((_, a) => a.symmetric) && graph.someEdge((_, a) => !a.symmetric);

function declarations<Row>(owner: 'node' | 'edge', columns: readonly Column<Row>[]): string {
  const lines = columns.map((c) => `   <attribute id="${columnId(c)}" title="${c.id}" type="${c.type}"/>\n`);
  return `  <attributes class="${owner}" mode="static">\n${lines.join('')}  </attributes>\n`;
}

const columnId = ({ id }: { readonly id: string }): string => id.replaceAll(' ', '-');

function nodeElement(row: NodeRow, { xml, viz }: Writer): string {
  const { label, kind, x, y, mentions } = row.attributes;
  const [r, g, b] = COLOURS[kind];
  const size = 8 + Math.round(60 * Math.log2(1 + mentions)) / 10;
  return [
    `   <node id="${xml.escape(row.key.trim())}" label="${xml.escape(label)}">\n`,
    attributeValues(row, NODE_COLUMNS, xml),
    `    <${viz}color r="${r}" g="${g}" b="${b}"/>\n`,
    `    <${viz}position x="${decimal(x)}" y="${decimal(y)}" z="0"/>\n`,
    `    <${viz}size value="${decimal(size)}"/>\n   </node>\n`,
  ].join('');
}

function edgeElement(row: EdgeRow, { xml, directionOf }: Writer): string {
  const { label, relation, status, mentions } = row.attributes;
  const attributes: readonly (readonly [string, string])[] = [
    ['id', row.key.trim()],
    ['source', row.source.trim()],
    ['target', row.target.trim()],
    ['type', directionOf(row)],
    ['kind', `${relation} ${status}`],
    ['label', label],
    // A weight of 0 would remove the edge.
    ['weight', decimal(Math.max(1, mentions))],
  ];
  const text = attributes.map(([name, value]) => ` ${name}="${xml.escape(value)}"`).join('');
  return `   <edge${text}>\n${attributeValues(row, EDGE_COLUMNS, xml)}   </edge>\n`;
}

function attributeValues<Row>(row: Row, columns: readonly Column<Row>[], xml: XmlText): string {
  const lines = columns.flatMap((column) => {
    const value = cellText(column.value(row));
    return value === undefined ? [] : [`     <attvalue for="${columnId(column)}" value="${xml.escape(value)}"/>\n`];
  });
  return lines.length === 0 ? '' : `    <attvalues>\n${lines.join('')}    </attvalues>\n`;
}

/** Lists as `["a", "b"]`, so that a comma or a quotation mark inside an item stays inside. */
function cellText(value: Cell): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'number') return decimal(value);
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (value.length === 0) return undefined;
  return `[${value.map((item) => `"${item.replaceAll(/["\\]/g, '\\$&')}"`).join(', ')}]`;
}

/** Plain decimals: XML schema floats know exponents, but not every reader does. */
const decimal = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(6) : text;
};

/** (source, target, kind) must be unique: of edges that share it, as only a graph that wasn't built here can have, the first stays. */
function uniqueEdges(graph: DragomanGraph): EdgeRow[] {
  const seen = new Set<string>();
  return sortedEdges(graph)
    .map((key) => edgeRow(graph, key))
    .filter(({ source, target, attributes: { relation, status } }) => {
      const key = [source, target, relation, status].join('\u0000');
      return !seen.has(key) && seen.add(key);
    });
}
