import type { DragomanGraph, EdgeAttributes, NodeAttributes } from '../graph/attributes.ts';
import { articleOf } from '../graph/file.ts';

/** The flat fields that exports of tables and graphs share. */
export type CellType = 'string' | 'integer' | 'double' | 'boolean' | 'liststring';
/** Value of a cell; undefined is an empty cell. */
export type Cell = string | number | boolean | readonly string[] | undefined;

export interface Column<Row> {
  readonly id: string;
  readonly type: CellType;
  readonly value: (row: Row) => Cell;
}

export interface NodeRow {
  readonly key: string;
  readonly attributes: NodeAttributes;
}

export interface EdgeRow {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: EdgeAttributes;
  /** Address of the article with the first telling. */
  readonly url?: string;
}

export const NODE_COLUMNS: readonly Column<NodeRow>[] = [
  { id: 'kind', type: 'string', value: (r) => r.attributes.kind },
  { id: 'subkind', type: 'string', value: (r) => r.attributes.subkind },
  { id: 'country', type: 'string', value: (r) => r.attributes.country },
  { id: 'sector', type: 'string', value: (r) => r.attributes.sector },
  { id: 'iso3166', type: 'string', value: (r) => r.attributes.iso3166 },
  { id: 'wikidata', type: 'string', value: (r) => r.attributes.wikidata },
  { id: 'aliases', type: 'liststring', value: (r) => r.attributes.aliases },
  { id: 'mentions', type: 'integer', value: (r) => r.attributes.mentions },
  { id: 'articles', type: 'integer', value: (r) => r.attributes.articles },
  { id: 'firstDate', type: 'string', value: (r) => r.attributes.firstDate },
  { id: 'lastDate', type: 'string', value: (r) => r.attributes.lastDate },
  { id: 'known', type: 'boolean', value: (r) => r.attributes.known },
];

export const EDGE_COLUMNS: readonly Column<EdgeRow>[] = [
  { id: 'relation', type: 'string', value: (r) => r.attributes.relation },
  { id: 'status', type: 'string', value: (r) => r.attributes.status },
  { id: 'symmetric', type: 'boolean', value: (r) => r.attributes.symmetric },
  { id: 'eventType', type: 'string', value: (r) => r.attributes.eventType },
  { id: 'mode', type: 'string', value: (r) => r.attributes.mode },
  { id: 'quad', type: 'integer', value: (r) => r.attributes.quad },
  { id: 'cameo', type: 'string', value: (r) => r.attributes.cameo },
  { id: 'goldstein', type: 'double', value: (r) => r.attributes.goldstein },
  { id: 'tone', type: 'double', value: (r) => r.attributes.tone },
  { id: 'mentions', type: 'integer', value: (r) => r.attributes.mentions },
  { id: 'articles', type: 'integer', value: (r) => r.attributes.articles },
  { id: 'outlets', type: 'integer', value: (r) => r.attributes.outlets },
  { id: 'firstDate', type: 'string', value: (r) => r.attributes.firstDate },
  { id: 'lastDate', type: 'string', value: (r) => r.attributes.lastDate },
  { id: 'confidence', type: 'double', value: (r) => r.attributes.confidence },
  { id: 'quote', type: 'string', value: (r) => r.attributes.occurrences[0]?.evidence.quote },
  { id: 'source url', type: 'string', value: (r) => r.url },
];

export function edgeRow(graph: DragomanGraph, key: string): EdgeRow {
  const [source, target] = graph.extremities(key);
  const attributes = graph.getEdgeAttributes(key);
  const article = attributes.occurrences[0]?.evidence.article;
  const url = article === undefined ? undefined : articleOf(graph, article)?.url;
  return { key, source, target, attributes, ...(url ? { url } : {}) };
}
