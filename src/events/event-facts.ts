import type { StandingFact } from '../model/analysis.ts';
import type { Mention } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { GroupIndex, NounPhrase } from '../syntax/clause.ts';
import { type Assembly, topicOf } from './assemble.ts';
import { type EventNode, matchesByNoun } from './event-nodes.ts';
import { toFact } from './fact.ts';
import type { Match } from './match.ts';
import { nounStanding } from './noun-standing.ts';
import { isActor, type Participant, participantsOf } from './reading.ts';
import { standingOf } from './status.ts';

const TOPIC_PREPOSITIONS = new Set(['on', 'over', 'about', 'concerning', 'regarding']);

/** Who took part in an event, where it took place and what it is about, each with its sentence. */
export function eventFacts(context: Assembly, matches: readonly Match[]): StandingFact[] {
  const facts = new Map<string, StandingFact>();
  const add = (fact: StandingFact | undefined): void => {
    if (!fact || fact.source === fact.target) return;
    const key = `${fact.relation} ${fact.source} ${fact.target} ${fact.evidence.span.start}`;
    if (!facts.has(key)) facts.set(key, fact);
  };
  const matchOf = matchesByNoun(matches);
  for (const node of context.nodes.nodes) {
    for (const group of node.groups) {
      if (takesPlace(context, group, matchOf.get(group))) {
        for (const x of participants(context, group, matchOf.get(group))) {
          for (const id of x.entities) add(fact(context, 'took-part-in', id, node, group, x.span));
        }
        for (const id of places(context, group))
          add(fact(context, 'took-place-in', node.entity.id, node, group, undefined, id));
      }
      for (const id of topics(context, group))
        add(fact(context, 'concerns', node.entity.id, node, group, undefined, id));
    }
  }
  return [...facts.values()];
}

/** "No talks were held", "called for talks", "will hold talks": nobody took part in what has not taken place. */
function takesPlace(context: Assembly, group: GroupIndex, match: Match | undefined): boolean {
  const { reading, lexicon } = context;
  const { negated, modality } =
    match?.predicate !== undefined && match.noun === undefined
      ? standingOf(reading, match.predicate, lexicon)
      : nounStanding(reading, group, match?.supported ?? false, lexicon);
  return !negated && modality === 'asserted';
}

/** Those whom the noun frame bound, and the subject of "attended", "took part in". */
function participants(context: Assembly, group: GroupIndex, match: Match | undefined): Participant[] {
  const { reading } = context;
  const role = reading.clauses.nouns[group]?.role;
  const predicate = role ? reading.clauses.predicates[role.predicate] : undefined;
  const joins =
    predicate && (['attend', 'join', 'host', 'boycott'].includes(predicate.lemma) || role?.preposition === 'in');
  const joiners =
    joins &&
    predicate.lemma !== 'boycott' &&
    ['attend', 'join', 'participate', 'take', 'engage'].includes(predicate.lemma) &&
    predicate.subject
      ? participantsOf(reading, predicate.subject)
      : [];
  const bound = match ? boundTo(match, new Set(places(context, group)), context) : [];
  return [...bound, ...joiners].filter((x) => isActor(reading, x));
}

/** Those who meet, and those who act; the target of a campaign and the place of a conflict take no part. */
function boundTo(match: Match, where: ReadonlySet<EntityId>, { relations }: Assembly): readonly Participant[] {
  const relation = relations.get(match.frame.relation ?? '');
  const together = relation?.symmetric || relation?.event === 'CONSULT';
  const A = match.ended || match.fromPlace === 'A' ? [] : (match.slots.A ?? []);
  const B = together && match.fromPlace !== 'B' ? (match.slots.B ?? []) : [];
  return [...A, ...B.filter((x) => !x.entities.some((id) => where.has(id)))];
}

function places(context: Assembly, group: GroupIndex): EntityId[] {
  const { reading } = context;
  const modifiers = reading.modifiers(group).filter((m) => m.kind === 'place' && isScene(context, group, m));
  const after = (reading.clauses.nouns[group]?.obliques ?? [])
    .filter((o) => (o.preposition === 'in' || o.preposition === 'at') && !isOfOther(context, group, o.phrase))
    .flatMap((o) => participantsOf(reading, o.phrase))
    .filter((x) => x.direct && x.mention?.use === 'place');
  return [...modifiers.flatMap((m) => reading.linksOf(m.id).map((l) => l.entity)), ...after.flatMap((x) => x.entities)];
}

/** "the Geneva talks" were held there, "the Kashmir talks" are about it; fights are where their name says. */
const isScene = ({ reading }: Assembly, group: GroupIndex, { id }: Mention): boolean =>
  !TALKS.test(reading.lemma(reading.doc.groups[group]?.head ?? -1)) ||
  reading.linksOf(id).every(({ entity }) => /^(?:city|site)$/.test(reading.entity(entity)?.subkind ?? 'city'));

const TALKS =
  /^(?:talk|negotiation|meeting|summit|conference|dialogue|consultation|discussion|mediation|agreement|deal|ceasefire|truce|accord|pact|process|plan|forum)$/;

/** "an agreement on [a summit] in Bonn": the place of the other event. */
function isOfOther({ reading, nodes }: Assembly, group: GroupIndex, { span }: NounPhrase): boolean {
  const before = reading.groupAt(span.start - 2);
  return before !== undefined && before !== group && nodes.byGroup.has(before);
}

function topics(context: Assembly, group: GroupIndex): EntityId[] {
  const obliques = context.reading.clauses.nouns[group]?.obliques ?? [];
  const named = context.reading.modifiers(group).filter((m) => m.kind === 'place' && !isScene(context, group, m));
  return [
    ...obliques.filter((o) => TOPIC_PREPOSITIONS.has(o.preposition)).flatMap((o) => topicOf(o.phrase, context) ?? []),
    ...named.flatMap((m) => context.reading.linksOf(m.id).map((l) => l.entity)),
  ];
}

function fact(
  context: Assembly,
  relation: string,
  source: EntityId,
  node: EventNode,
  group: GroupIndex,
  words?: { start: number; end: number },
  target: EntityId = node.entity.id,
): StandingFact | undefined {
  const { reading } = context;
  const g = reading.doc.groups[group];
  if (!g) return undefined;
  const draft = {
    relation,
    source,
    target,
    confidence: 0.7,
    sentence: g.sentence,
    words: g,
    rule: `events/${relation}`,
  };
  return toFact(reading, words ? { ...draft, sourceWords: words } : draft);
}
