import type { RelationSpec } from '../knowledge/knowledge.ts';
import type { Argument, EventMention } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import type { RelationType } from '../model/relation.ts';
import type { Span } from '../model/span.ts';

/** One end of an edge: who, and which words of the text say so (none for event nodes, which are named by the trigger). */
export interface End {
  readonly entity: EntityId;
  readonly span?: Span;
}

export interface Pair {
  readonly type: RelationType;
  readonly source: End;
  readonly target: End;
}

/** Acts to which nobody is party by the mere act: whoever calls off or demands talks did not take part in them. */
const NO_PARTICIPATION = new Set<EventMention['type']>([
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SANCTION',
  'PROTEST',
]);

const COOPERATION = { pair: 'cooperates-with', topic: 'cooperates-on' } as const;

/** The edges that one event mention draws, symmetric ones from the smaller id to the greater; no edge leads back to its source. */
export function pairsOf(mention: EventMention, spec: RelationSpec): Pair[] {
  const sides = mention.arguments.filter((a) => a.role === 'actor' || a.role === 'recipient');
  if (sides.some((a) => a.entities.length === 0)) return [];
  const actors = ends(mention.arguments, 'actor');
  const recipients = ends(mention.arguments, 'recipient');
  const pairs = [
    ...mainPairs(mention.relation, spec, actors, recipients),
    ...topicPairs(mention, actors, recipients),
    ...partPairs(mention, actors, recipients),
  ];
  return pairs.filter((p) => p.source.entity !== p.target.entity);
}

function ends(args: readonly Argument[], role: Argument['role']): End[] {
  return args.filter((a) => a.role === role).flatMap((a) => a.entities.map((entity) => ({ entity, span: a.span })));
}

function mainPairs(type: RelationType, spec: RelationSpec, actors: readonly End[], recipients: readonly End[]): Pair[] {
  if (type === COOPERATION.topic) return [];
  if (spec.symmetric && recipients.length === 0) return everyTwo(type, actors);
  return actors.flatMap((source) =>
    recipients.map((target) => (spec.symmetric ? ordered(type, source, target) : { type, source, target })),
  );
}

const everyTwo = (type: RelationType, all: readonly End[]): Pair[] =>
  all.flatMap((a, i) => all.slice(i + 1).map((b) => ordered(type, a, b)));

const ordered = (type: RelationType, a: End, b: End): Pair =>
  a.entity < b.entity ? { type, source: a, target: b } : { type, source: b, target: a };

/** "A and B cooperate on C": each of them cooperates on C, and they cooperate with each other. */
function topicPairs(mention: EventMention, actors: readonly End[], recipients: readonly End[]): Pair[] {
  const { relation } = mention;
  if (relation !== COOPERATION.pair && relation !== COOPERATION.topic) return [];
  const sides = [...actors, ...recipients];
  const topics = ends(mention.arguments, 'issue');
  const isTopic = new Set(topics.map((t) => t.entity));
  const partners = sides.filter((s) => !isTopic.has(s.entity));
  return [
    ...partners.flatMap((source) => topics.map((target) => ({ type: COOPERATION.topic, source, target }))),
    ...(relation === COOPERATION.topic ? everyTwo(COOPERATION.pair, partners) : []),
  ];
}

/** Whoever acts in an event that the text names took part in it; on the other side only when the act is mutual. */
function partPairs(mention: EventMention, actors: readonly End[], recipients: readonly End[]): Pair[] {
  const { eventEntity } = mention;
  if (!eventEntity || NO_PARTICIPATION.has(mention.type)) return [];
  const sides = mention.reciprocal ? [...actors, ...recipients] : actors;
  return sides.map((source) => ({ type: 'took-part-in', source, target: { entity: eventEntity } }));
}
