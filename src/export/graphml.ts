import { byCode } from '../base/order.ts';
import type { DragomanGraph } from '../graph/attributes.ts';
import { sortedEdges } from '../graph/file.ts';
import { countLosses } from './losses.ts';
import { type Cell, type CellType, type Column, EDGE_COLUMNS, edgeRow, NODE_COLUMNS, type NodeRow } from './table.ts';
import { createXmlText, type XmlText } from './xml.ts';

export interface GraphmlExport {
  readonly text: string;
  readonly losses: readonly string[];
}

/** GraphML knows no lists: items are joined by ` | `. */
const TYPES: Readonly<Record<CellType, string>> = {
  string: 'string',
  integer: 'int',
  double: 'double',
  boolean: 'boolean',
  liststring: 'string',
};

const NODE_DATA: readonly Column<NodeRow>[] = [
  { id: 'label', type: 'string', value: (r) => r.attributes.label },
  ...NODE_COLUMNS,
  { id: 'x', type: 'double', value: (r) => r.attributes.x },
  { id: 'y', type: 'double', value: (r) => r.attributes.y },
];

const EDGE_DATA: typeof EDGE_COLUMNS = [
  { id: 'label', type: 'string', value: (r) => r.attributes.label },
  { id: 'weight', type: 'double', value: (r) => Math.max(1, r.attributes.mentions) },
  ...EDGE_COLUMNS,
];

/** GraphML for igraph, networkx and yEd. All edges are directed, since networkx refuses mixed graphs; `symmetric` tells them apart. */
export function writeGraphml(graph: DragomanGraph): GraphmlExport {
  const xml = createXmlText();
  const nodes = graph
    .nodes()
    .sort(byCode)
    .map((key) => {
      const data = values({ key, attributes: graph.getNodeAttributes(key) }, NODE_DATA, 'n', xml);
      return `  <node id="${xml.escape(key.trim())}">\n${data}  </node>\n`;
    });
  const edges = sortedEdges(graph).map((key) => {
    const row = edgeRow(graph, key);
    const ends = `source="${xml.escape(row.source.trim())}" target="${xml.escape(row.target.trim())}"`;
    return `  <edge id="${xml.escape(key.trim())}" ${ends}>\n${values(row, EDGE_DATA, 'e', xml)}  </edge>\n`;
  });
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    keys(NODE_DATA, 'node', 'n'),
    keys(EDGE_DATA, 'edge', 'e'),
    ' <graph id="G" edgedefault="directed">\n',
    ...nodes,
    ...edges,
    ' </graph>\n</graphml>\n',
  ].join('');
  return { text, losses: countLosses(graph, 'table', xml.replaced()) };
}

const keys = <Row>(columns: readonly Column<Row>[], owner: string, prefix: string): string =>
  columns
    .map((c, i) => ` <key id="${prefix}${i}" for="${owner}" attr.name="${c.id}" attr.type="${TYPES[c.type]}"/>\n`)
    .join('');

function values<Row>(row: Row, columns: readonly Column<Row>[], prefix: string, xml: XmlText): string {
  return columns
    .map((column, i) => {
      const text = plainText(column.value(row));
      return text === '' ? '' : `   <data key="${prefix}${i}">${xml.escape(text)}</data>\n`;
    })
    .join('');
}

const plainText = (value: Cell): string =>
  value === undefined ? '' : typeof value === 'object' ? value.join(' | ') : String(value);
