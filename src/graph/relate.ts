import { extend } from '../base/extend.ts';
import { hashFields } from '../base/hash.ts';
import { byCode, mostFrequent } from '../base/order.ts';
import type { EventTypeSpec, RelationSpec } from '../knowledge/knowledge.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Attribution, DiplomaticEvent, EventMention, EventTypeCode, Status } from '../model/event.ts';
import type { EntityId, EventId, EventMentionId } from '../model/ids.ts';
import type { Occurrence, Relation, RelationType } from '../model/relation.ts';
import type { Interval } from '../model/time.ts';
import { type End, pairsOf } from './pairs.ts';

/** A relation with the CAMEO code under which its act is filed. */
export interface CodedRelation extends Relation {
  readonly cameo?: string;
}

/** One telling on its way into a relation. */
interface Telling {
  readonly type: RelationType;
  readonly source: EntityId;
  readonly target: EntityId;
  readonly status: Status;
  readonly occurrence: Occurrence;
  /** Coded type, mode and CAMEO code of the mention; absent for standing facts. */
  readonly act?: Pick<EventMention, 'type' | 'mode' | 'cameo'>;
}

/** Edge types by id. */
export type RelationSpecs = ReadonlyMap<RelationType, RelationSpec>;
/** PLOVER types by code. */
export type EventTypeSpecs = ReadonlyMap<EventTypeCode, EventTypeSpec>;

/**
 * Draws the edges: actors × recipients of every event mention, the topics and events to which they belong, and the standing facts.
 * One relation per (source, target, type, status); its occurrences are sorted by date (undated last), article and place in the text.
 * Sorted by source, target, type and status; ids are hashes of these. Analyses of one article count once.
 */
export function relate(
  analyses: readonly Analysis[],
  events: readonly DiplomaticEvent[],
  relations: RelationSpecs,
  eventTypes: EventTypeSpecs,
): CodedRelation[] {
  const eventOf = new Map(events.flatMap((e) => e.mentions.map((id) => [id, e.id] as const)));
  const groups = new Map<string, Telling[]>();
  for (const analysis of uniqueAnalyses(analyses)) {
    for (const telling of tellingsOf(analysis, eventOf, relations)) {
      const key = [telling.source, telling.target, telling.type, telling.status].join('\u0000');
      const group = groups.get(key);
      if (group) group.push(telling);
      else groups.set(key, [telling]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => byCode(a, b))
    .map(([, tellings]) => toRelation(tellings, relations, eventTypes));
}

/** Analyses sorted by article id, each article once. */
export function uniqueAnalyses(analyses: readonly Analysis[]): Analysis[] {
  const byArticle = new Map(analyses.map((a) => [a.article.id, a]));
  return [...byArticle.values()].sort((a, b) => byCode(a.article.id, b.article.id));
}

function tellingsOf(
  analysis: Analysis,
  eventOf: ReadonlyMap<EventMentionId, EventId>,
  relations: RelationSpecs,
): Telling[] {
  const tellings = new Map<string, Telling>();
  const add = (telling: Telling): void => {
    const { source, target, type, status, occurrence } = telling;
    // One sentence says a thing once, however many rules read it there.
    const key = [source, target, type, status, occurrence.evidence.span.start, occurrence.event ?? ''].join('\u0000');
    const known = tellings.get(key);
    if (!known || occurrence.confidence > known.occurrence.confidence) tellings.set(key, telling);
  };
  const told = new Set<string>();
  for (const mention of analysis.eventMentions) {
    for (const telling of mentionTellings(analysis, mention, eventOf.get(mention.id), relations)) {
      told.add(placeKey(telling.type, telling.source, telling.target, telling.occurrence.evidence.span.start));
      add(telling);
    }
  }
  for (const fact of analysis.facts) {
    // An event mention knows better how its part in an event stands (planned, denied) than the bare fact does.
    const known = told.has(placeKey(fact.relation, fact.source, fact.target, fact.evidence.span.start));
    if (!known && relations.has(fact.relation) && fact.source !== fact.target) add(factTelling(analysis, fact));
  }
  return [...tellings.values()];
}

const placeKey = (...fields: readonly (string | number)[]): string => fields.join('\u0000');

function mentionTellings(
  analysis: Analysis,
  mention: EventMention,
  event: EventId | undefined,
  relations: RelationSpecs,
): Telling[] {
  const spec = relations.get(mention.relation);
  if (!spec) return [];
  const words = (end: End): string => wordsOf(analysis, end, mention);
  return pairsOf(mention, spec).map(({ type, source, target }) => {
    const standing = relations.get(type)?.event === undefined;
    return {
      type,
      source: source.entity,
      target: target.entity,
      status: mention.status,
      occurrence: extend(event ? { event } : {}, {
        evidence: mention.evidence,
        ...(mention.time ? { time: mention.time } : {}),
        ...(mention.timeText ? { timeText: mention.timeText } : {}),
        ...(mention.attribution ? { attribution: mention.attribution } : {}),
        ...outletOf(analysis),
        confidence: mention.confidence,
        sourceText: words(source),
        targetText: words(target),
      }),
      ...(standing ? {} : { act: actOf(mention, type, relations) }),
    };
  });
}

/** Edges that come along with a mention of another relation (cooperates on) take their own code. */
function actOf(mention: EventMention, type: RelationType, relations: RelationSpecs): NonNullable<Telling['act']> {
  const reading = relations.get(type);
  // What is only planned is coded AGREE: the code of the reading would say that it was done.
  const recoded = reading?.event !== mention.type;
  const cameo = recoded
    ? cameoOfType(mention.type, relations)
    : type === mention.relation
      ? mention.cameo
      : reading?.cameo;
  return {
    type: mention.type,
    ...(mention.mode && !recoded ? { mode: mention.mode } : {}),
    ...(cameo ? { cameo } : {}),
  };
}

/** The code of the first relation without a mode that is of this type. */
function cameoOfType(type: EventTypeCode, relations: RelationSpecs): string | undefined {
  for (const spec of relations.values()) if (spec.event === type && !spec.mode) return spec.cameo;
  return undefined;
}

function factTelling(analysis: Analysis, fact: Analysis['facts'][number]): Telling {
  const { relation: type, source, target, evidence, attribution, confidence, sourceText, targetText } = fact;
  const said = attribution ? { attribution } : {};
  const occurrence = { evidence, ...said, ...outletOf(analysis), confidence, sourceText, targetText };
  return { type, source, target, status: attribution ? 'reported' : 'asserted', occurrence };
}

function outletOf({ article }: Analysis): { readonly outlet?: string } {
  const outlet = article.publisher ?? article.dateline?.agency;
  return outlet ? { outlet } : {};
}

/** The words for one end as the text has them. */
function wordsOf({ article, document }: Analysis, end: End, mention: EventMention): string {
  const first = end.span && document.tokens[end.span.start];
  const last = end.span && document.tokens[end.span.end - 1];
  const { start, end: stop } = first && last ? { start: first.start, end: last.end } : mention.evidence.trigger;
  return article.text.slice(start, stop);
}

function toRelation(tellings: readonly Telling[], relations: RelationSpecs, eventTypes: EventTypeSpecs): CodedRelation {
  const [{ type, source, target, status }] = tellings as readonly [Telling];
  const acts = tellings.flatMap((t) => t.act ?? []);
  const event = mostFrequent(acts.map((a) => a.type)) as EventTypeCode | undefined;
  const mode = mostFrequent(acts.flatMap((a) => (a.type === event ? (a.mode ?? []) : [])));
  const cameo =
    mostFrequent(acts.flatMap((a) => (a.type === event ? (a.cameo ?? []) : []))) ?? relations.get(type)?.cameo;
  const occurrences = tellings.map((t) => t.occurrence).sort(byDate);
  const time = stretchOf(occurrences.flatMap((o) => o.time ?? []));
  return {
    id: hashFields(['relation', type, status, source, target]),
    source,
    target,
    type,
    status,
    ...(event ? { event } : {}),
    ...(mode ? { mode } : {}),
    ...(cameo && event ? { cameo } : {}),
    tone: event ? toneOf(event, mode, eventTypes) : 0,
    ...(time ? { time } : {}),
    events: [...new Set(occurrences.flatMap((o) => o.event ?? []))].sort(byCode),
    occurrences,
  };
}

/** PLOVER's score of a type, or of its mode where the manual gives one. */
function toneOf(type: EventTypeCode, mode: string | undefined, eventTypes: EventTypeSpecs): number {
  const spec = eventTypes.get(type);
  return spec?.modes.find((m) => m.id === mode)?.score ?? spec?.score ?? 0;
}

function byDate(a: Occurrence, b: Occurrence): number {
  return (
    byCode(a.time?.from ?? '~', b.time?.from ?? '~') ||
    byCode(a.time?.to ?? '~', b.time?.to ?? '~') ||
    byCode(a.evidence.article, b.evidence.article) ||
    a.evidence.span.start - b.evidence.span.start ||
    a.evidence.trigger.start - b.evidence.trigger.start ||
    byCode(speakerKey(a.attribution), speakerKey(b.attribution)) ||
    byCode(a.event ?? '', b.event ?? '')
  );
}

const speakerKey = (a: Attribution | undefined): string => (a ? `${a.speaker ?? ''} ${a.text} ${a.verb}` : '');

const PRECISIONS: readonly Interval['precision'][] = ['day', 'week', 'month', 'year'];

/** From the first day to the last, as precise as the least precise of them. */
export function stretchOf(times: readonly Interval[]): Interval | undefined {
  const [first] = times;
  if (!first) return undefined;
  return times.reduce(
    (all, t) => ({
      from: t.from < all.from ? t.from : all.from,
      to: t.to > all.to ? t.to : all.to,
      precision: PRECISIONS[Math.max(PRECISIONS.indexOf(all.precision), PRECISIONS.indexOf(t.precision))] ?? 'year',
    }),
    first,
  );
}
