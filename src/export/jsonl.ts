import { byCode } from '../base/order.ts';
import type { DragomanGraph, EdgeAttributes, NodeAttributes } from '../graph/attributes.ts';
import { articleOf, sortedEdges } from '../graph/file.ts';
import type { Occurrence } from '../model/relation.ts';

/** A participant with PLOVER's field names; fields that are not known are absent. */
export interface PloverEntity {
  /** Country code, or the node's id where it belongs to no country. */
  readonly code: string;
  readonly sector?: string;
  readonly entity_text: string;
  readonly entity_name: string;
  /** Wikidata item, where known. */
  readonly identifier_id?: string;
}

/** One event as PLOVER's JSON records have it. `date` is null when no text gives a day: PLOVER wants one, but none is made up. */
export interface PloverRecord {
  readonly id: string;
  readonly has_event: true;
  readonly date: string | null;
  readonly enddate?: string;
  readonly actor: readonly PloverEntity[];
  readonly recipient: readonly PloverEntity[];
  readonly event: readonly string[];
  readonly mode?: readonly string[];
  readonly quad_code?: number;
  readonly event_scale: number;
  readonly event_text: readonly string[];
  readonly text: string;
  readonly text_info: readonly { readonly article: string; readonly start: number; readonly end: number }[];
  readonly cite_info: readonly Readonly<Record<string, string>>[];
  readonly coder: string;
  /** Not PLOVER's: the relation drawn and how the texts tell it (asserted, reported, planned, hypothetical, negated). */
  readonly relation: string;
  readonly status: string;
  readonly confidence: number;
}

/** One edge with those of its tellings that belong to one event. */
interface Telling {
  readonly source: string;
  readonly target: string;
  readonly attributes: EdgeAttributes;
  readonly occurrences: readonly Occurrence[];
}

/** Event records, one a line, sorted by date (undated last) and id. Standing relations are no events and stay out. */
export function writeJsonl(graph: DragomanGraph): string {
  return eventRecords(graph)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}

/** Puts the edges that one event drew together again. */
export function eventRecords(graph: DragomanGraph): PloverRecord[] {
  const events = new Map<string, Telling[]>();
  for (const edge of sortedEdges(graph)) {
    const attributes = graph.getEdgeAttributes(edge);
    if (attributes.eventType === undefined) continue;
    const [source, target] = graph.extremities(edge);
    for (const id of new Set(attributes.occurrences.map((o) => o.event))) {
      // One event may be drawn as two relations (cooperates with, cooperates on): each is a record of its own.
      const key = [id ?? edge, attributes.relation, attributes.status].join(' ');
      const occurrences = attributes.occurrences.filter((o) => o.event === id);
      events.set(key, [...(events.get(key) ?? []), { source, target, attributes, occurrences }]);
    }
  }
  return [...events]
    .flatMap(([key, tellings]) => toRecord(graph, key, tellings))
    .sort((a, b) => byCode(a.date ?? '~', b.date ?? '~') || byCode(a.id, b.id));
}

function toRecord(graph: DragomanGraph, key: string, tellings: readonly Telling[]): PloverRecord[] {
  const first = tellings[0];
  if (!first) return [];
  const { attributes } = first;
  const occurrences = tellings.flatMap((t) => t.occurrences);
  const evidence = [
    ...new Map(occurrences.map((o) => [`${o.evidence.article} ${o.evidence.span.start}`, o.evidence])).values(),
  ];
  const days = occurrences.flatMap((o) => o.time ?? []);
  const [from] = days.map((d) => d.from).sort(byCode);
  const to = days
    .map((d) => d.to)
    .sort(byCode)
    .at(-1);
  const sides = sidesOf(graph, tellings);
  const record: PloverRecord = {
    id: key.replaceAll(' ', '-'),
    has_event: true,
    date: from ?? null,
    ...(to !== undefined && to !== from ? { enddate: to } : {}),
    ...sides,
    event: attributes.eventType ? [attributes.eventType] : [],
    ...(attributes.mode ? { mode: [attributes.mode] } : {}),
    ...(attributes.quad === undefined ? {} : { quad_code: attributes.quad }),
    event_scale: attributes.tone,
    event_text: evidence.map((e) => e.quote.slice(e.trigger.start - e.span.start, e.trigger.end - e.span.start)),
    text: evidence[0]?.quote ?? '',
    text_info: evidence.map((e) => ({ article: e.article, ...e.span })),
    cite_info: [...new Set(evidence.map((e) => e.article))].map((id) => citation(graph, id)),
    coder: graph.getAttribute('generator'),
    relation: attributes.relation,
    status: attributes.status,
    confidence: occurrences.reduce((most, o) => Math.max(most, o.confidence), 0),
  };
  return [record];
}

/** In mutual events all are actors and each is recipient of the others; else the edges say who did it to whom. */
function sidesOf(graph: DragomanGraph, tellings: readonly Telling[]): Pick<PloverRecord, 'actor' | 'recipient'> {
  const [actors, recipients] = [new Map<string, PloverEntity>(), new Map<string, PloverEntity>()];
  for (const { source, target, attributes, occurrences } of tellings) {
    const [one, other] = [occurrences[0]?.sourceText ?? '', occurrences[0]?.targetText ?? ''];
    const [a, b] = [entity(graph, source, one), entity(graph, target, other)];
    actors.set(source, a);
    recipients.set(target, b);
    if (!attributes.symmetric) continue;
    actors.set(target, b);
    recipients.set(source, a);
  }
  const sorted = (side: Map<string, PloverEntity>) => [...side].sort(([a], [b]) => byCode(a, b)).map(([, e]) => e);
  return { actor: sorted(actors), recipient: sorted(recipients) };
}

function entity(graph: DragomanGraph, node: string, text: string): PloverEntity {
  const a: NodeAttributes = graph.getNodeAttributes(node);
  return {
    code: a.country ?? node,
    ...(a.sector ? { sector: a.sector } : {}),
    entity_text: text,
    entity_name: a.label,
    ...(a.wikidata ? { identifier_id: a.wikidata } : {}),
  };
}

function citation(graph: DragomanGraph, id: string): Readonly<Record<string, string>> {
  const a = articleOf(graph, id);
  return {
    article: id,
    ...(a?.title ? { title: a.title } : {}),
    ...(a?.publisher ? { publication: a.publisher } : {}),
    ...(a?.publishedOn ? { date: a.publishedOn } : {}),
    ...(a?.url ? { url: a.url } : {}),
    ...(a?.license ? { license: a.license } : {}),
  };
}
