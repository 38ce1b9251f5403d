import { type Uncoded, uncodedReasons } from '../events/coded.ts';
import { type EventRoot, toRoot } from '../events/root.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Entity, EntityKind, Link } from '../model/entity.ts';
import type { Argument, EventMention, EventTypeCode, Status } from '../model/event.ts';
import type { CharSpan, Span } from '../model/span.ts';
import type { Interval } from '../model/time.ts';

/** Who stands where; `entity` is null when the words could not be linked. Offsets count UTF-16 code units of the given text. */
export interface LinkedSpan extends CharSpan {
  readonly entity: string | null;
}

export interface EntityRecord extends LinkedSpan {
  readonly kind: EntityKind;
  readonly name: string;
  readonly country?: string;
  readonly sector?: string;
}

export interface EventRecord {
  readonly root: EventRoot;
  readonly plover: EventTypeCode;
  readonly mode?: string;
  readonly cameo?: string;
  readonly relation: string;
  readonly source: LinkedSpan | null;
  readonly target: LinkedSpan | null;
  readonly trigger: CharSpan;
  readonly location?: LinkedSpan;
  readonly time?: Interval;
  readonly timeText?: string;
  readonly status: Status;
  readonly negated: boolean;
  readonly attributedTo?: { readonly text: string; readonly verb: string; readonly entity: string | null };
  readonly confidence: number;
}

/** A reading that is no coded event, and why. */
export interface ReadingRecord extends EventRecord {
  readonly why: Uncoded;
}

export interface AnalysisRecord {
  readonly entities: readonly EntityRecord[];
  readonly events: readonly EventRecord[];
  /** Read as well, but not coded: appeals, denials, possibilities, the content of other events, half-told ones. */
  readonly readings: readonly ReadingRecord[];
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}

/** One article's analysis as the line that `dragoman analyze` writes. */
export function analysisRecord(analysis: Analysis): AnalysisRecord {
  const uncoded = uncodedReasons(analysis.eventMentions);
  return {
    entities: entityRecords(analysis),
    events: analysis.eventMentions.filter((m) => !uncoded.has(m)).flatMap((m) => eventRecords(m, analysis)),
    readings: analysis.eventMentions.flatMap((m) => {
      const why = uncoded.get(m);
      return why ? eventRecords(m, analysis).map((record) => ({ ...record, why })) : [];
    }),
    diagnostics: analysis.diagnostics.map(({ code, severity, message }) => ({ code, severity, message })),
  };
}

function entityRecords({ document, article, mentions, links, entities }: Analysis): EntityRecord[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const linksOf = new Map<string, Link[]>();
  for (const link of links) linksOf.set(link.mention, [...(linksOf.get(link.mention) ?? []), link]);
  return mentions.flatMap((mention) => {
    const span = charSpan(mention.span, document.tokens);
    const linked = (linksOf.get(mention.id) ?? []).map((link) => byId.get(link.entity));
    return (linked.length > 0 ? linked : [undefined]).map((entity): EntityRecord => {
      const country = mention.country ?? countryOf(entity);
      const sector = mention.sector ?? entity?.sector;
      return {
        ...span,
        kind: entity?.kind ?? mention.kind,
        name: entity?.name ?? article.text.slice(span.start, span.end),
        entity: entity?.id ?? null,
        ...(country ? { country } : {}),
        ...(sector ? { sector } : {}),
      };
    });
  });
}

const countryOf = (entity: Entity | undefined): string | undefined =>
  entity?.kind === 'country' ? entity.id.replace(/^country:/, '') : entity?.country;

/** One record a pair of participants: actors × recipients, both ways when the event is mutual; one with a null when a side is not known. */
function eventRecords(mention: EventMention, { document }: Analysis): EventRecord[] {
  const { tokens } = document;
  const side = (role: Argument['role']): LinkedSpan[] =>
    mention.arguments.filter((a) => a.role === role).flatMap((a) => linkedSpans(a, tokens));
  const [actors, recipients, [location]] = [side('actor'), side('recipient'), side('location')];
  const rest = {
    trigger: charSpan(mention.trigger, tokens),
    ...(location ? { location } : {}),
    ...(mention.time ? { time: mention.time } : {}),
    ...(mention.timeText ? { timeText: mention.timeText } : {}),
    status: mention.status,
    negated: mention.negated,
    ...(mention.attribution ? { attributedTo: attributedTo(mention.attribution) } : {}),
    confidence: Number(mention.confidence.toFixed(3)),
  };
  const head = {
    root: toRoot(mention.type, mention.relation),
    plover: mention.type,
    ...(mention.mode ? { mode: mention.mode } : {}),
    ...(mention.cameo ? { cameo: mention.cameo } : {}),
    relation: mention.relation,
  };
  return participantPairs(actors, recipients, mention.reciprocal).map(([source, target]) => ({
    ...head,
    source,
    target,
    ...rest,
  }));
}

type Pair = readonly [LinkedSpan | null, LinkedSpan | null];

function participantPairs(actors: readonly LinkedSpan[], recipients: readonly LinkedSpan[], mutual: boolean): Pair[] {
  const pairs: Pair[] = [];
  for (const actor of actors) for (const recipient of recipients) pairs.push([actor, recipient]);
  if (mutual && recipients.length === 0)
    actors.forEach((a, i) => {
      for (const b of actors.slice(i + 1)) pairs.push([a, b]);
    });
  if (pairs.length === 0) {
    pairs.push(
      ...actors.map((actor): Pair => [actor, null]),
      ...recipients.map((recipient): Pair => [null, recipient]),
    );
  }
  const real = pairs.filter(([a, b]) => !a || !b || a.entity === null || a.entity !== b.entity);
  return mutual
    ? real.flatMap(([a, b]): Pair[] => [
        [a, b],
        [b, a],
      ])
    : real;
}

const attributedTo = (a: NonNullable<EventMention['attribution']>): NonNullable<EventRecord['attributedTo']> => ({
  text: a.text,
  verb: a.verb,
  entity: a.speaker ?? null,
});

function linkedSpans(argument: Argument, tokens: Analysis['document']['tokens']): LinkedSpan[] {
  const span = charSpan(argument.span, tokens);
  return argument.entities.length > 0
    ? argument.entities.map((entity) => ({ ...span, entity }))
    : [{ ...span, entity: null }];
}

function charSpan(span: Span, tokens: Analysis['document']['tokens']): CharSpan {
  return { start: tokens[span.start]?.start ?? 0, end: tokens[span.end - 1]?.end ?? 0 };
}
