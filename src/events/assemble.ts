import { slug } from '../base/fold-name.ts';
import { hashFields } from '../base/hash.ts';
import { NOWHERE } from '../base/nowhere.ts';
import type { EventNouns, RelationSpec } from '../knowledge/knowledge.ts';
import type { Entity } from '../model/entity.ts';
import type { Argument, EventMention } from '../model/event.ts';
import type { Evidence } from '../model/evidence.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { NounPhrase } from '../syntax/clause.ts';
import { asOwnOffer, codeEvent } from './coding-rules.ts';
import { confidenceFactors, confidenceOf } from './confidence.ts';
import type { EventNode, EventNodes } from './event-nodes.ts';
import type { HeadTitles } from './head-facts.ts';
import { locationOf } from './located-events.ts';
import type { Match } from './match.ts';
import { matchStanding } from './noun-standing.ts';
import { participantsOf, type Reading } from './reading.ts';
import { agreesTogether, saysOf, sidesOf } from './sides.ts';
import type { StatusLexicon } from './status.ts';
import type { DocumentTimes } from './time.ts';
import type { CoderTrace } from './trace.ts';

/** What assembling needs from the document and from the knowledge. */
export interface Assembly {
  readonly reading: Reading;
  readonly relations: ReadonlyMap<string, RelationSpec>;
  readonly places: ReadonlyMap<string, EntityId>;
  readonly nodes: EventNodes;
  readonly nouns: EventNouns;
  /** Lemmas of nouns for people and bodies that act. */
  readonly agents: ReadonlySet<string>;
  readonly headTitles: HeadTitles;
  readonly lexicon: StatusLexicon;
  readonly timeOf: DocumentTimes;
  /** Issue nodes that were made on the way. */
  readonly issues: Map<EntityId, Entity>;
  readonly trace?: CoderTrace;
}

/** Turns matches into event mentions, in text order, one a trigger and set of participants. */
export function assemble(matches: readonly Match[], context: Assembly): EventMention[] {
  const mentions = matches.flatMap((m) => toMention(m, context) ?? []);
  const best = new Map<string, EventMention>();
  for (const m of mentions) {
    const key = `${m.relation} ${m.evidence.span.start} ${m.status} ${participantKey(m)}`;
    const other = best.get(key);
    if (!other || m.confidence > other.confidence) best.set(key, m);
  }
  return [...best.values()].sort((a, b) => a.trigger.start - b.trigger.start || (a.id < b.id ? -1 : 1));
}

const participantKey = (m: EventMention): string =>
  m.arguments
    .filter((a) => a.role === 'actor' || a.role === 'recipient')
    .map((a) => `${m.reciprocal ? '' : a.role}:${a.entities.join('+') || a.span.start}`)
    .sort()
    .join(',');

function toMention(match: Match, context: Assembly): EventMention | undefined {
  const { reading } = context;
  const relation = relationOf(match, context);
  const type = relation?.event;
  if (!relation || !type) return undefined;
  const sides = sidesOf(match, type, context);
  if (saysOf(match) && sides.recipients.length === 0) return undefined;
  if (sides.actors.length === 0 && sides.recipients.every((x) => x.entities.length === 0)) return undefined;
  const doers = sides.actors.flatMap((x) => x.entities);
  const standing = asOwnOffer(matchStanding(reading, match, context.lexicon), doers);
  const called = match.ended && match.frame.type === 'CONSULT';
  const { relation: drawn, ...coding } = codeEvent(
    type,
    relation,
    match.frame.mode ?? relation.mode,
    called ? { ...standing, negated: false } : standing,
    context.relations,
  );
  const args = [...sides.actors, ...sides.recipients, ...otherArguments(match, context)];
  const time = context.timeOf(
    match.predicate === undefined ? undefined : reading.clauses.predicates[match.predicate],
    match.trigger,
    sentenceOf(match, reading),
  );
  const node = nodeOf(match, relation, context);
  const factors = confidenceFactors(match, sides, standing, reading, drawn.symmetric);
  const mention: EventMention = {
    id: idOf(match, args, reading),
    ...coding,
    relation: drawn.id,
    contexts: [],
    trigger: match.trigger,
    arguments: args,
    reciprocal: drawn.symmetric,
    confidence: confidenceOf(factors),
    evidence: evidenceOf(match, reading),
    ...(drawn.cameo ? { cameo: drawn.cameo } : {}),
    ...(isContent(match, context) ? { content: true as const } : {}),
    ...(standing.attribution ? { attribution: standing.attribution } : {}),
    ...(node ? { eventEntity: node.entity.id } : {}),
    ...time,
  };
  context.trace?.assembled({ reading, match, mention, standing, factors });
  return mention;
}

const idOf = (match: Match, args: readonly Argument[], { doc }: Reading): string =>
  hashFields([doc.article.id, match.trigger.start, match.frame.id, ...args.map((a) => a.entities.join('+'))]);

/** The node of the event noun, of what is mutual also that of a fixed word ("signed an [agreement]"). */
const nodeOf = (match: Match, relation: RelationSpec, { nodes }: Assembly): EventNode | undefined =>
  [match.noun, ...(relation.symmetric ? match.claimed : [])]
    .flatMap((group) => (group === undefined ? [] : (nodes.byGroup.get(group) ?? [])))
    .at(0);

/** "agreed to [withdraw]": another event's frame took the clause as its content; what one meets or calls for is another event. */
function isContent(match: Match, context: Assembly): boolean {
  const type = match.predicate === undefined ? undefined : context.lexicon.content.get(match.predicate);
  return type !== undefined && type !== 'NONE' && type !== 'CONSULT';
}

/** Talks that were under way and are halted; what is only called off or put off did not begin. */
const HALTING = new Set(
  'suspend halt break stop end quit freeze interrupt abandon terminate discontinue cease walk'.split(' '),
);

/**
 * Talks that somebody called off are a REJECT of the others by that somebody, talks that he halts a SANCTION (PLOVER), not a meeting that
 * didn't take place.
 */
function relationOf(match: Match, context: Assembly): RelationSpec | undefined {
  const { frame, ended } = match;
  if (ended && frame.type === 'CONSULT') {
    const over = context.reading.clauses.predicates[match.predicate ?? NOWHERE]?.lemma ?? '';
    return context.relations.get(HALTING.has(over) ? 'halted-talks-with' : 'cancelled-meeting-with');
  }
  return frame.relation
    ? context.relations.get(agreesTogether(match, context) ? 'agreed-with' : frame.relation)
    : undefined;
}

function otherArguments(match: Match, context: Assembly): Argument[] {
  const topic = match.phrases.C ?? cooperationTopic(match, context);
  const issue = topic ? topicOf(topic, context) : undefined;
  const stated = match.phrases.L ? topicOf(match.phrases.L, context) : undefined;
  const location: Argument | undefined =
    match.phrases.L && stated
      ? { role: 'location', span: match.phrases.L.span, entities: [stated] }
      : locationOf(match, context);
  return [
    ...(topic && issue ? [{ role: 'issue' as const, span: topic.span, entities: [issue] }] : []),
    ...(location ? [location] : []),
  ];
}

/** "our cooperation in Syria", "cooperate on trade": what is worked on together, also when the frame names no slot for it. */
function cooperationTopic(match: Match, context: Assembly): NounPhrase | undefined {
  if (match.frame.relation !== 'cooperates-with') return undefined;
  const { predicates, nouns } = context.reading.clauses;
  const obliques =
    match.noun === undefined ? predicates[match.predicate ?? NOWHERE]?.obliques : nouns[match.noun]?.obliques;
  return obliques?.find((o) => ['on', 'over', 'in', 'against'].includes(o.preposition) && topicOf(o.phrase, context))
    ?.phrase;
}

/** Entity of a topic: an event, a country or body that the phrase names, or an issue node ("the Syrian crisis"). */
export function topicOf(phrase: NounPhrase, context: Assembly): EntityId | undefined {
  const { reading } = context;
  const group = phrase.groups[0];
  const g = group === undefined ? undefined : reading.doc.groups[group];
  if (group === undefined || !g) return undefined;
  const node = context.nodes.byGroup.get(group);
  if (node) return node.entity.id;
  const direct = participantsOf(reading, phrase).find((x) => x.direct && x.entities.length > 0);
  if (direct) return direct.entities[0];
  if (!context.nouns.issues.includes(reading.lemma(g.head))) return undefined;
  const words: string[] = [];
  for (let i = g.start; i < g.end; i++) {
    const text = reading.doc.tokens[i]?.text ?? '';
    if (!context.nouns.pointing.includes(text.toLowerCase()) && /[\p{L}\p{N}]/u.test(text)) words.push(text);
  }
  const name = words.join(' ');
  const id = `issue:${slug(name)}`;
  if (!context.issues.has(id)) context.issues.set(id, { id, kind: 'issue', name, aliases: [], known: false });
  return id;
}

function sentenceOf(match: Match, reading: Reading): number {
  const g = reading.doc.groups[reading.groupAt(match.trigger.start) ?? NOWHERE];
  return match.predicate === undefined
    ? (g?.sentence ?? 0)
    : (reading.clauses.predicates[match.predicate]?.sentence ?? 0);
}

/** The sentence of a match, with the words that fired. */
export function evidenceOf(match: Match, reading: Reading): Evidence {
  const span = charSpan(reading, reading.doc.sentences[sentenceOf(match, reading)] ?? match.trigger);
  return {
    article: reading.doc.article.id,
    span,
    quote: reading.doc.article.text.slice(span.start, span.end),
    trigger: charSpan(reading, match.trigger),
    rule: match.frame.id,
  };
}

/** Characters of a span of tokens. */
export function charSpan(reading: Reading, span: Span): { start: number; end: number } {
  return { start: reading.doc.tokens[span.start]?.start ?? 0, end: reading.doc.tokens[span.end - 1]?.end ?? 0 };
}
