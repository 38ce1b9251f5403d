/**
 * Dragoman as a library, in Node and in the browser. In Node `dragoman/node` brings the data that the extractor reads by; in a browser fetch
 * `dragoman/resources.json` and hand it to `parseResources`.
 */
export { writeCsv } from './export/csv.ts';
export { type GexfExport, type GexfOptions, gexfChunks, writeGexf } from './export/gexf.ts';
export { writeGraphml } from './export/graphml.ts';
export { eventRecords, type PloverRecord, writeJsonl } from './export/jsonl.ts';
export {
  type ArticleRecord,
  DEFAULT_CONFIDENCE,
  DEFAULT_STATUSES,
  type DragomanGraph,
  type EdgeAttributes,
  type GraphAttributes,
  type NodeAttributes,
} from './graph/attributes.ts';
export { type ParsedGraph, parseGraph, serializeGraph } from './graph/file.ts';
export { type GraphMetrics, graphMetrics, summarize } from './graph/metrics.ts';
export { readHtml } from './ingest/html.ts';
export type { Ingested, IngestLimits, ReadArticle, SourceMeta } from './ingest/ingested.ts';
export { readJsonl } from './ingest/jsonl.ts';
export { readText } from './ingest/text.ts';
export type { Knowledge } from './knowledge/knowledge.ts';
export type { Analysis, StandingFact } from './model/analysis.ts';
export type { Article, Dateline } from './model/article.ts';
export type { Diagnostic } from './model/diagnostic.ts';
export type { Entity, EntityKind, Link, Mention, Office } from './model/entity.ts';
export type { Attribution, DiplomaticEvent, EventMention, EventTypeCode, QuadClass, Status } from './model/event.ts';
export type { Evidence } from './model/evidence.ts';
export type { ArticleExplanation, EventExplanation, FactExplanation } from './model/explanation.ts';
export type { Occurrence, Relation } from './model/relation.ts';
export type { CharSpan } from './model/span.ts';
export type { Interval, IsoDate } from './model/time.ts';
export { buildGraph, createExtractor, type Extractor, type Resources } from './pipeline.ts';
export { citedReading, type Derivation, derivations, patternNote, rereading } from './query/derivation.ts';
export { ego, type PathStep, path, type ReachOptions } from './query/ego.ts';
export { QueryOptionError, UnknownEdgeError, UnknownNodeError } from './query/errors.ts';
export { type Evidenced, type Explanation, explain } from './query/explain.ts';
export type { EdgeFilter } from './query/filter.ts';
export { lookUp, type NodeMatch, type ResolvedNode, resolveNode } from './query/look-up.ts';
export { between, type EdgeLine, type Neighbour, type NeighbourOptions, neighbours } from './query/neighbours.ts';
export { parseResources, ResourcesError, serializeResources } from './resources.ts';
export { GENERATOR, VERSION } from './version.ts';
