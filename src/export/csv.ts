import { byCode } from '../base/order.ts';
import type { DragomanGraph } from '../graph/attributes.ts';
import { sortedEdges } from '../graph/file.ts';
import { countLosses } from './losses.ts';
import { type Cell, EDGE_COLUMNS, edgeRow, NODE_COLUMNS } from './table.ts';
import { XML_ILLEGAL } from './xml.ts';

export interface CsvExport {
  /** `nodes.csv` and `edges.csv`, with the column names that Gephi's and others' table imports expect. RFC 4180, UTF-8, no BOM. */
  readonly nodes: string;
  readonly edges: string;
  readonly losses: readonly string[];
}

/** Two tables, nodes and edges, with what CSV cannot hold. */
export function writeCsv(graph: DragomanGraph): CsvExport {
  const nodes = graph
    .nodes()
    .sort(byCode)
    .map((key) => {
      const attributes = graph.getNodeAttributes(key);
      return [
        key,
        attributes.label,
        ...NODE_COLUMNS.map((c) => c.value({ key, attributes })),
        attributes.x,
        attributes.y,
      ];
    });
  const edges = sortedEdges(graph).map((key) => {
    const row = edgeRow(graph, key);
    const { label, symmetric, mentions } = row.attributes;
    const type = symmetric ? 'Undirected' : 'Directed';
    return [row.source, row.target, type, key, label, Math.max(1, mentions), ...EDGE_COLUMNS.map((c) => c.value(row))];
  });
  return {
    nodes: table(['Id', 'Label', ...NODE_COLUMNS.map((c) => c.id), 'x', 'y'], nodes),
    edges: table(['Source', 'Target', 'Type', 'Id', 'Label', 'Weight', ...EDGE_COLUMNS.map((c) => c.id)], edges),
    losses: countLosses(graph, 'table', 0),
  };
}

const table = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

/**
 * One cell. Texts that a spreadsheet would run as a formula get an apostrophe in front, which spreadsheets show as plain text; numbers
 * stay numbers. Control characters and lone surrogates go, since no table can show them.
 */
export function csvCell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : value.join(' | ');
  const shown = text.replaceAll(XML_ILLEGAL, '').replaceAll('\u007F', '');
  const safe = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
