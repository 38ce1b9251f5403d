import type { MultiDirectedGraph } from 'graphology';
import type { Article } from '../model/article.ts';
import type { EntityKind, Office, Sector } from '../model/entity.ts';
import type { EventTypeCode, QuadClass, Status } from '../model/event.ts';
import type { ArticleId, EventId } from '../model/ids.ts';
import type { Occurrence, RelationType } from '../model/relation.ts';

/** Node of the graph; the key is the entity id (`country:IRN`). */
export interface NodeAttributes {
  label: string;
  kind: EntityKind;
  subkind?: string;
  /** Gazetteer code of the country to which it belongs. */
  country?: string;
  sector?: Sector;
  iso3166?: string;
  wikidata?: string;
  /** Other names, those seen in the text among them. */
  aliases: string[];
  offices?: Office[];
  /** False for entities that only the text knows. */
  known: boolean;
  /** Number of mentions and of articles that name it. */
  mentions: number;
  articles: number;
  /** First and last day of the dated acts in which it takes part. */
  firstDate?: string;
  lastDate?: string;
  /** Position from the seeded layout; unitless. */
  x: number;
  y: number;
}

/** Edge of the graph: everything told of one relation type and status from source to target. The key is the relation id. */
export interface EdgeAttributes {
  relation: RelationType;
  /** "met with", "accused": source -> target. */
  label: string;
  inverseLabel: string;
  symmetric: boolean;
  status: Status;
  /** PLOVER type and mode; absent for standing relations (holds office in, part of). */
  eventType?: EventTypeCode;
  mode?: string;
  quad?: QuadClass;
  cameo?: string;
  goldstein?: number;
  /** PLOVER score, [-10, 10]; 0 for standing relations. */
  tone: number;
  mentions: number;
  articles: number;
  outlets: number;
  firstDate?: string;
  lastDate?: string;
  /** Highest confidence of its occurrences, [0, 1]. */
  confidence: number;
  occurrences: Occurrence[];
  events: EventId[];
}

/** An article as the graph file keeps it, so that a quote can be shown in its place. */
export type ArticleRecord = Pick<
  Article,
  'id' | 'title' | 'publishedOn' | 'publisher' | 'url' | 'license' | 'byline'
> & {
  /** Absent when the graph was built without texts. */
  text?: string;
};

export interface GraphAttributes {
  format: 'dragoman-graph';
  version: 1;
  /** Name and version of the program. */
  generator: string;
  articles: Record<ArticleId, ArticleRecord>;
}

/** The graph: at most one edge for each (source, target, relation, status). */
export type DragomanGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

/** Statuses that are shown when nothing else is asked for. */
export const DEFAULT_STATUSES: readonly Status[] = ['asserted', 'reported'];

/** Confidence below which relations are kept but shown only when asked for: most of them are wrong. */
export const DEFAULT_CONFIDENCE = 0.4;
