import { z } from 'zod';
import type { ArticleRecord, EdgeAttributes, NodeAttributes } from './attributes.ts';

/** Shapes of the graph file. Fields that the schema doesn't name are dropped; `__proto__` and the like are among them. */

const text = z.string();
const count = z.int().min(0);
const span = z.object({ start: count, end: count });
const interval = z.object({ from: text, to: text, precision: z.enum(['day', 'week', 'month', 'year']) });

const evidence = z.object({ article: text, span, quote: text, trigger: span, rule: text });

const attribution = z.object({
  speaker: text.exactOptional(),
  mention: text.exactOptional(),
  text,
  verb: text,
});

const occurrence = z.object({
  event: text.exactOptional(),
  evidence,
  time: interval.exactOptional(),
  timeText: text.exactOptional(),
  attribution: attribution.exactOptional(),
  outlet: text.exactOptional(),
  confidence: z.number(),
  sourceText: text,
  targetText: text,
});

const office = z.object({
  title: text,
  of: text.exactOptional(),
  from: text.exactOptional(),
  to: text.exactOptional(),
});

const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;

const nodeAttributes = z.object({
  label: text,
  kind: z.enum(['country', 'person', 'organization', 'event', 'place', 'issue']),
  subkind: text.exactOptional(),
  country: text.exactOptional(),
  sector: text.exactOptional(),
  iso3166: text.exactOptional(),
  wikidata: text.exactOptional(),
  aliases: z.array(text),
  offices: z.array(office).exactOptional(),
  known: z.boolean(),
  mentions: count,
  articles: count,
  firstDate: text.exactOptional(),
  lastDate: text.exactOptional(),
  x: z.number(),
  y: z.number(),
}) satisfies z.ZodType<NodeAttributes>;

const edgeAttributes = z.object({
  relation: text,
  label: text,
  inverseLabel: text,
  symmetric: z.boolean(),
  status: z.enum(['asserted', 'reported', 'planned', 'hypothetical', 'negated']),
  eventType: z.enum(EVENT_TYPES).exactOptional(),
  mode: text.exactOptional(),
  quad: z.literal([1, 2, 3, 4]).exactOptional(),
  cameo: text.exactOptional(),
  goldstein: z.number().exactOptional(),
  tone: z.number(),
  mentions: count,
  articles: count,
  outlets: count,
  firstDate: text.exactOptional(),
  lastDate: text.exactOptional(),
  confidence: z.number(),
  occurrences: z.array(occurrence),
  events: z.array(text),
}) satisfies z.ZodType<EdgeAttributes>;

export const articleRecord = z.object({
  id: text,
  title: text,
  publishedOn: text.exactOptional(),
  publisher: text.exactOptional(),
  url: text.exactOptional(),
  license: text.exactOptional(),
  byline: text.exactOptional(),
  text: text.exactOptional(),
}) satisfies z.ZodType<ArticleRecord>;

export const nodeLine = z.object({ key: text.min(1), attributes: nodeAttributes });
export const edgeLine = z.object({
  key: text.min(1),
  source: text.min(1),
  target: text.min(1),
  attributes: edgeAttributes,
});

export type NodeLine = z.infer<typeof nodeLine>;
export type EdgeLine = z.infer<typeof edgeLine>;

/**
 * Every field of the file in the order in which it is written: an allow list for `JSON.stringify`, so that equal graphs give equal bytes
 * whatever the order in which their attributes were set. A test holds it against the schemas above.
 */
export const FIELD_ORDER: readonly string[] = [
  ...['key', 'source', 'target', 'attributes', 'id', 'title', 'label', 'kind', 'subkind', 'country', 'sector'],
  ...['iso3166', 'wikidata', 'aliases', 'offices', 'of', 'known'],
  ...['relation', 'inverseLabel', 'symmetric', 'status', 'eventType', 'mode', 'quad', 'cameo', 'goldstein', 'tone'],
  ...['mentions', 'articles', 'outlets', 'firstDate', 'lastDate', 'confidence', 'x', 'y', 'events', 'occurrences'],
  ...['event', 'evidence', 'article', 'span', 'start', 'end', 'quote', 'trigger', 'rule', 'time', 'from', 'to'],
  ...['precision', 'timeText', 'attribution', 'speaker', 'mention', 'verb', 'outlet', 'sourceText', 'targetText'],
  ...['publishedOn', 'publisher', 'url', 'license', 'byline', 'text'],
];
