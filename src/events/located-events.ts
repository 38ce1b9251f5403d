import { slug } from '../base/fold-name.ts';
import type { StandingFact } from '../model/analysis.ts';
import type { Entity } from '../model/entity.ts';
import type { Argument, EventMention } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import type { Oblique } from '../syntax/clause.ts';
import type { Assembly } from './assemble.ts';
import type { Match } from './match.ts';
import { participantsOf } from './reading.ts';

const PLACE_PREPOSITIONS = new Set(['in', 'at', 'near', 'outside', 'inside', 'around', 'over', 'off', 'outside of']);
/** "north of Aleppo", "on the outskirts of Damascus". */
const PLACE_HEADS =
  /^(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts?|suburbs?|vicinity|outside|centre|center)$/i;

/** Where it happened: the first phrase of the verb (or of the event noun) that names a place as a place. */
export function locationOf(match: Match, context: Assembly): Argument | undefined {
  const { predicates, nouns } = context.reading.clauses;
  const own = match.noun === undefined ? [] : (nouns[match.noun]?.obliques ?? []);
  const above = match.predicate === undefined ? [] : (predicates[match.predicate]?.obliques ?? []);
  for (const oblique of [...own, ...above]) {
    if (!isWhere(oblique, context)) continue;
    const place = participantsOf(context.reading, oblique.phrase).find((x) => x.direct && x.mention?.use === 'place');
    const entity = place?.entities[0];
    if (place && entity) return { role: 'location', span: place.span, entities: [entity] };
  }
  return undefined;
}

function isWhere(oblique: Oblique, context: Assembly): boolean {
  if (PLACE_PREPOSITIONS.has(oblique.preposition)) return true;
  const before = context.reading.doc.tokens[oblique.phrase.span.start - 2]?.text ?? '';
  return oblique.preposition === 'of' && PLACE_HEADS.test(before);
}

/** Relations whose acts are events of their own when they are told with a place, and what the event is called. */
const NAMES: Readonly<Record<string, string>> = {
  'met-with': 'meeting',
  'negotiates-with': 'talks',
  'signed-with': 'signing',
  attacked: 'attack',
  fights: 'battle',
};

export interface LocatedEvents {
  readonly mentions: readonly EventMention[];
  readonly entities: readonly Entity[];
  readonly facts: readonly StandingFact[];
}

/** "X met Y in Singapore", "X attacked Y near Aleppo": an event node that has participants and a place. Only what is said to have happened counts. */
export function locatedEvents(mentions: readonly EventMention[], context: Assembly): LocatedEvents {
  const entities = new Map<EntityId, Entity>();
  const facts: StandingFact[] = [];
  const withNodes = mentions.map((m) => {
    const place = m.arguments.find((a) => a.role === 'location')?.entities[0];
    const name = NAMES[m.relation];
    const happened = m.status === 'asserted' || m.status === 'reported';
    if (!place || !name || !happened || m.eventEntity) return m;
    const sides = participants(m);
    if (sides.length < 2 || sides.length > 6) return m;
    const entity = node(m, name, sides, place, context);
    entities.set(entity.id, entity);
    facts.push(
      ...takers(m, place).map((id) => fact(m, 'took-part-in', id, entity.id, context)),
      fact(m, 'took-place-in', entity.id, place, context),
    );
    return { ...m, eventEntity: entity.id };
  });
  return { mentions: withNodes, entities: [...entities.values()], facts };
}

const participants = (m: EventMention): EntityId[] => [
  ...new Set(m.arguments.filter((a) => a.role === 'actor' || a.role === 'recipient').flatMap((a) => a.entities)),
];

/** Who takes part: of an attack those who attack, never the place itself. */
function takers(m: EventMention, place: EntityId): EntityId[] {
  const roles: readonly Argument['role'][] = m.relation === 'attacked' ? ['actor'] : ['actor', 'recipient'];
  const found = m.arguments.filter((a) => roles.includes(a.role)).flatMap((a) => a.entities);
  return [...new Set(found)].filter((id) => id !== place);
}

function node(m: EventMention, kind: string, sides: readonly EntityId[], place: EntityId, context: Assembly): Entity {
  const name = (id: EntityId): string => context.reading.entity(id)?.name ?? id;
  const label = `${sides.slice(0, 2).map(name).join('–')} ${kind}, ${name(place)}`;
  const when = m.time?.from ?? context.reading.doc.article.id.slice(0, 12);
  return {
    id: `event:${slug(`${label} ${when}`)}`,
    kind: 'event',
    name: label,
    aliases: [],
    subkind: kind,
    known: false,
  };
}

function fact(m: EventMention, relation: string, source: EntityId, target: EntityId, context: Assembly): StandingFact {
  const { trigger, article, span, quote } = m.evidence;
  const words = context.reading.doc.article.text.slice(trigger.start, trigger.end);
  return {
    relation,
    source,
    target,
    confidence: m.confidence,
    evidence: { article, span, quote, trigger, rule: `events/${relation}` },
    sourceText: words,
    targetText: words,
  };
}
