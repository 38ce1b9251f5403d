import type { EventTypeSpec, Knowledge, RelationSpec } from '../knowledge/knowledge.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Article } from '../model/article.ts';
import type { DiplomaticEvent } from '../model/event.ts';
import type { ArticleRecord, DragomanGraph, EdgeAttributes } from './attributes.ts';
import { createGraph } from './file.ts';
import { knownEntities } from './known-entities.ts';
import { layOut } from './layout.ts';
import { draftNodes } from './nodes.ts';
import { type CodedRelation, relate, uniqueAnalyses } from './relate.ts';

export interface BuildOptions {
  /** Name and version of the program, kept in the file. */
  readonly generator: string;
  /** What `mergeEvents` made of the event mentions of these analyses. */
  readonly events: readonly DiplomaticEvent[];
  /** Seed of the layout; the same seed gives the same picture. Default 1. */
  readonly seed?: number;
  /** Keep the articles' texts, so that a quote can be shown in its place. Default true. */
  readonly texts?: boolean;
  /** Actors that have no relation: `known` keeps those that the gazetteer knows, so that a country that is only named is found. Default `known`. */
  readonly isolates?: 'none' | 'known' | 'all';
}

/** What the graph needs to know of the project's data. */
export type GraphKnowledge = Pick<
  Knowledge,
  'own' | 'relations' | 'eventTypes' | 'goldstein' | 'countries' | 'places' | 'organizations' | 'people'
>;

/**
 * Projects what was read from the articles into a graph: one node an entity, one edge per (source, target, relation, status), each edge
 * with every sentence that tells it. The order of the analyses makes no difference.
 */
export function buildGraph(
  analyses: readonly Analysis[],
  knowledge: GraphKnowledge,
  options: BuildOptions,
): DragomanGraph {
  const unique = uniqueAnalyses(analyses);
  const specs = new Map(knowledge.relations.map((r) => [r.id, r]));
  const types = new Map(knowledge.eventTypes.map((t) => [t.type, t]));
  const relations = relate(unique, options.events, specs, types);
  const tied = new Set(relations.flatMap((r) => [r.source, r.target]));
  const records = unique.map(({ article }) => toRecord(article, options.texts ?? true));
  const isolates = options.isolates ?? 'known';
  const graph = createGraph(options.generator, Object.fromEntries(records.map((r) => [r.id, r])));
  for (const { key, attributes, acts } of draftNodes(unique, relations, knownEntities(knowledge))) {
    const kept = isolates === 'all' || (isolates === 'known' && attributes.known);
    if (tied.has(key) || (kept && acts)) graph.addNode(key, { ...attributes, x: 0, y: 0 });
  }
  for (const relation of relations) {
    const spec = specs.get(relation.type);
    if (!spec) continue;
    const type = relation.event === undefined ? undefined : types.get(relation.event);
    const attributes = toEdge(relation, spec, type, knowledge.goldstein);
    graph.addDirectedEdgeWithKey(relation.id, relation.source, relation.target, attributes);
  }
  layOut(graph, options.seed ?? 1);
  return graph;
}

function toRecord(article: Article, withText: boolean): ArticleRecord {
  const { id, title, publishedOn, publisher, url, license, byline, text } = article;
  return {
    id,
    title,
    ...(publishedOn ? { publishedOn } : {}),
    ...(publisher ? { publisher } : {}),
    ...(url ? { url } : {}),
    ...(license ? { license } : {}),
    ...(byline ? { byline } : {}),
    ...(withText ? { text } : {}),
  };
}

function toEdge(
  relation: CodedRelation,
  spec: RelationSpec,
  type: EventTypeSpec | undefined,
  goldstein: Knowledge['goldstein'],
): EdgeAttributes {
  const { event, mode, cameo, occurrences, time } = relation;
  const value = cameo !== undefined && Object.hasOwn(goldstein, cameo) ? goldstein[cameo] : undefined;
  return {
    relation: relation.type,
    label: spec.label,
    inverseLabel: spec.inverse,
    symmetric: spec.symmetric,
    status: relation.status,
    ...(event ? { eventType: event } : {}),
    ...(mode ? { mode } : {}),
    ...(type ? { quad: type.quad } : {}),
    ...(cameo ? { cameo } : {}),
    ...(value === undefined ? {} : { goldstein: value }),
    tone: relation.tone,
    mentions: occurrences.length,
    articles: new Set(occurrences.map((o) => o.evidence.article)).size,
    outlets: new Set(occurrences.flatMap((o) => o.outlet ?? [])).size,
    ...(time ? { firstDate: time.from, lastDate: time.to } : {}),
    confidence: occurrences.reduce((most, o) => Math.max(most, o.confidence), 0),
    occurrences: [...occurrences],
    events: [...relation.events],
  };
}
