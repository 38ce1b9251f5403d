import { NOWHERE } from '../base/nowhere.ts';
import type { FrameElement } from '../knowledge/knowledge.ts';
import type { Argument, EventTypeCode } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import { toArguments } from './argument-words.ts';
import type { Assembly } from './assemble.ts';
import type { Match } from './match.ts';
import { PLACE_NOUNS, RELATED } from './noun-classes.ts';
import { areOwnPeople } from './own-people.ts';
import { DONE_TO_PLACES } from './place-participants.ts';
import { isActor, isEachOther, isLoose, isNameLike, type Participant, type Reading } from './reading.ts';

/** "Iran and Saudi Arabia agreed to restore relations": they agree with each other. */
export function agreesTogether(match: Match, context: Assembly): boolean {
  if (match.frame.relation !== 'offered-to' || !match.frame.triggers.includes('agree')) return false;
  return areSeveral(match, context);
}

/** Two sides at least, also where nothing links one of them: "the airline and the union". */
const areSeveral = ({ slots }: Match, { reading }: Assembly): boolean => {
  const actors = (slots.A ?? []).filter((x) => isActor(reading, x));
  return new Set(actors.flatMap((x) => (x.entities.length > 0 ? x.entities : [`${x.span.start}`]))).size > 1;
};

/** "Chad and Mali agreed to share data on Niger": both sides are named, and what was only found elsewhere is no third one. */
const isMutualAlready = (match: Match, actors: ReadonlySet<EntityId>, { relations }: Assembly): boolean =>
  actors.size > 1 &&
  (match.fromContent || match.fromThing || match.fromPlace === 'B') === true &&
  (relations.get(match.frame.relation ?? '')?.symmetric ?? false);

/** Who does it and who suffers it. */
export interface Sides {
  readonly actors: Argument[];
  readonly recipients: Argument[];
  /** [0, 1] of the participants' links. */
  readonly certainty: number;
}

export function sidesOf(match: Match, type: EventTypeCode, context: Assembly): Sides {
  const { reading } = context;
  const doers = match.slots.A ?? [];
  const named = doers.filter((x) => isActor(reading, x) || standsForState(x, match, context));
  const mine = new Set(named.flatMap((x) => x.entities));
  const event = eventRecipient(match, context);
  const recipients = areEachOther(match, context)
    ? named
    : recipientsOf(match, type, mine, event !== undefined, context);
  const node = recipients.length === 0 ? event : undefined;
  const known = node !== undefined || recipients.some((x) => x.entities.length > 0);
  const loose = doers.filter(
    (x) => isLoose(x) && (known || isNameLike(reading, x)) && (type === 'ASSAULT' || !isThing(x, context)),
  );
  const actors = named.length > 0 ? named : loose;
  return {
    actors: distinct(actors.flatMap((x) => toArguments('actor', asActor(x, context), reading))),
    recipients: node ? [node] : distinct(recipients.flatMap((x) => toArguments('recipient', x, reading))),
    certainty: Math.min(1, ...actors.map((x) => x.confidence), ...recipients.map((x) => x.confidence)),
  };
}

/**
 * "Chad and Mali accused each other", "Chad and Mali exchanged prisoners" where one would do it "with" another: both are on both sides; what
 * is mutual anyway has them once.
 */
function areEachOther(match: Match, context: Assembly): boolean {
  const phrase = match.phrases.B;
  if (!areSeveral(match, context) || context.relations.get(match.frame.relation ?? '')?.symmetric) return false;
  return phrase ? isEachOther(context.reading, phrase.span) : match.frame.elements.some(isOpenWith);
}

const isOpenWith = (e: FrameElement): boolean =>
  e.kind === 'argument' &&
  e.slot === 'B' &&
  e.optional &&
  e.position.at === 'oblique' &&
  e.position.prepositions[0] === 'with';

/** Those of a match's recipients that may be one; what nobody is known to be ("a hospital") only where nobody else is named. */
function recipientsOf(
  match: Match,
  type: EventTypeCode,
  mine: ReadonlySet<EntityId>,
  isEvent: boolean,
  context: Assembly,
): readonly Participant[] {
  const stated = agreesTogether(match, context) || isMutualAlready(match, mine, context) ? [] : (match.slots.B ?? []);
  const doers = new Set(match.slots.A?.map((x) => x.span.start));
  // "welcomes the council's support": a guest comes himself.
  const itself = isEvent || match.frame.relation === 'hosted';
  const given = (itself ? stated.filter((x) => x.direct) : stated).filter(
    (x) => !doers.has(x.span.start) && !areOwnPeople(context.reading, match, x, mine),
  );
  const others = given.filter(
    (x) => x.entities.length === 0 || !x.entities.every((id) => mine.has(id) || isHome(id, mine, match, context)),
  );
  const linked = otherSide(
    match,
    // "offered to host talks in Aktau": a town that stands for one's own state is nobody else.
    others.flatMap((x) => recipientOf(x, type, context, match)).filter((x) => !isSelf(x, mine)),
    mine,
    context,
  );
  if (linked.length > 0 || isEvent) return linked;
  const rulers = AT_HOME.has(type) ? given.filter((x) => rulesOver(x, match, context)) : [];
  if (rulers.length > 0) return rulers.map((x) => ({ ...x, entities: [] }));
  const things = (DEEDS.has(type) && !saysOf(match)) || (MATERIAL.has(type) && match.frame.relation !== 'fights');
  const loose = DEEDS.has(type) ? others.map((x) => asDeed(x, context)) : others;
  return loose.filter((x) => isLoose(x) && (things || !isThing(x, context) || isUnknownPlace(x, type, context)));
}

const isSelf = ({ entities }: Participant, mine: ReadonlySet<EntityId>): boolean =>
  entities.length > 0 && entities.every((id) => mine.has(id));

/** "Chad called off a meeting between [its minister] and his Malian colleague": of those who were to meet, the own people are not rebuffed. */
function otherSide(
  { ended, frame }: Match,
  list: readonly Participant[],
  mine: ReadonlySet<EntityId>,
  { reading }: Assembly,
): readonly Participant[] {
  if (!(ended || frame.relation === 'cancelled-meeting-with') || list.length < 2) return list;
  const isOwn = (x: Participant): boolean =>
    x.entities.some((id) => {
      const country = reading.entity(id)?.country;
      return country !== undefined && mine.has(`country:${country}`);
    });
  const others = list.filter((x) => !isOwn(x));
  return others.length > 0 ? others : list;
}

/** "said that [demand] was weak": what is told of a thing accuses nobody. */
export const saysOf = ({ frame }: Match): boolean =>
  frame.type === 'ACCUSE' && frame.elements.some((e) => e.kind === 'complement' && e.subject === 'B');

/** What one condemns or boycotts is often a deed or an event ("the attack", "the vote") of nobody in particular. */
const DEEDS = new Set<EventTypeCode>(['ACCUSE', 'PROTEST']);
/** What is hit or taken, and what hits, is often a thing of nobody in particular ("a bus", "a car bomb"); nobody fights with one. */
const MATERIAL = new Set<EventTypeCode>(['ASSAULT', 'COERCE']);

/** "condemned [the Quetta attack]": a place that only qualifies is not meant, the deed is. */
function asDeed(x: Participant, { reading }: Assembly): Participant {
  const group = x.direct || x.mention?.kind !== 'place' ? undefined : reading.groupAt(x.span.start);
  const g = reading.doc.groups[group ?? NOWHERE];
  return g ? { span: { start: g.start, end: g.end }, entities: [], confidence: 0.4, direct: true } : x;
}

/** "withdrew from a zone along the border", "a curfew in the town": a place without a name. */
const isUnknownPlace = (x: Participant, type: EventTypeCode, { reading }: Assembly): boolean =>
  DONE_TO_PLACES.has(type) && PLACE_NOUNS.has(reading.lemma(x.span.end - 1));

/** "[Thousands] marched": people, when nothing else is counted. */
const CROWDS: ReadonlySet<string> = new Set(['thousand', 'hundred', 'dozen', 'score', 'million', 'people', 'crowd']);

/** "fought the causes of hunger", "rejected a call": a thing is no other side, unlike people and bodies that nobody names ("the dockers"). */
function isThing(x: Participant, { reading, agents }: Assembly): boolean {
  const group = reading.doc.groups[reading.groupAt(x.span.end - 1) ?? NOWHERE];
  const head = group?.head ?? x.span.end - 1;
  const lemma = reading.lemma(head);
  return (
    reading.doc.morphology[head]?.upos === 'NOUN' &&
    !isNameLike(reading, x) &&
    !agents.has(lemma) &&
    !CROWDS.has(lemma) &&
    !RELATED.has(lemma)
  );
}

/** "Skripal and his daughter": who is found twice takes part once. */
const distinct = (list: readonly Argument[]): Argument[] =>
  list.filter((x, i) => {
    const key = x.entities.join('+');
    return key === '' || list.findIndex((y) => y.entities.join('+') === key) === i;
  });

/** What one does to those who govern one. */
const AT_HOME: ReadonlySet<string> = new Set<EventTypeCode>(['ACCUSE', 'PROTEST', 'REJECT', 'REQUEST']);

/**
 * "Chinese lawyers sued [Beijing]": people who stand for their state can be told apart from those who rule it by the words alone; what they
 * do is not done to the state that both are linked to.
 */
const rulesOver = (x: Participant, { slots }: Match, { reading }: Assembly): boolean =>
  x.mention !== undefined &&
  x.mention.form !== 'pronoun' &&
  x.entities.length > 0 &&
  x.entities.every((id) => reading.entity(id)?.kind === 'country') &&
  (slots.A ?? []).every((a) => !isState(reading, a) && a.span.start !== x.span.start);

/** Named as the state itself, or as those who rule it. */
function isState(reading: Reading, { mention, span }: Participant): boolean {
  const head = reading.doc.groups[reading.groupAt(span.end - 1) ?? NOWHERE]?.head ?? NOWHERE;
  return !mention || mention.form === 'pronoun' || reading.doc.morphology[head]?.xpos !== 'NNS';
}

/** "Kohl offered to scrap the missiles of his country": a recipient found in the content is not the speaker's own state. */
function isHome(id: EntityId, actors: ReadonlySet<EntityId>, match: Match, context: Assembly): boolean {
  const elsewhere = match.fromContent && !AT_HOME.has(match.frame.type);
  if (!elsewhere && !isSharedPlace(match, context)) return false;
  return [...actors].some((actor) => {
    const entity = context.reading.entity(actor);
    const home = entity?.country ?? (entity?.kind === 'country' ? actor.slice('country:'.length) : undefined);
    return home !== undefined && (id === `country:${home}` || context.reading.entity(id)?.country === home);
  });
}

/** "ended a conflict in Chad": the place of what two sides do together. */
function isSharedPlace({ frame, phrases }: Match, { reading, relations }: Assembly): boolean {
  const before = reading.doc.tokens[(phrases.B?.span.start ?? 0) - 1]?.text.toLowerCase() ?? '';
  return (relations.get(frame.relation ?? '')?.symmetric ?? false) && before === 'in';
}

const standsForState = (x: Participant, match: Match, context: Assembly): boolean =>
  x.mention?.kind === 'place' &&
  (x.mention.use === 'actor' || match.fromPlace === 'A') &&
  x.entities.every((id) => context.places.has(id));

/** A place that acts is the state for which it stands. */
function asActor(x: Participant, context: Assembly): Participant {
  return { ...x, entities: x.entities.map((id) => context.places.get(id) ?? id) };
}

function recipientOf(x: Participant, type: EventTypeCode, context: Assembly, match: Match): Participant[] {
  if (isActor(context.reading, x)) return [expelsDiplomat(match) ? asState(x, context) : x];
  // A place that only qualifies ("the Geneva talks") is nobody's address.
  if (x.mention?.kind !== 'place' || x.entities.length === 0 || !x.direct) return [];
  // "agreed to leave Goma" is promised to the state.
  const ofPlaces = (type !== 'AGREE' && DONE_TO_PLACES.has(type)) || match.frame.relation === 'sought-asylum-from';
  if (ofPlaces && x.mention.use === 'place') return [x];
  const state = asActor(x, context);
  return state.entities.every((id) => !id.startsWith('place:')) ? [state] : [];
}

/** "summoned the British ambassador, N. N.": what is done to an ambassador is done to the state that sent him. */
const expelsDiplomat = (match: Match): boolean =>
  match.frame.elements.some((e) => e.kind === 'argument' && e.slot === 'B' && e.heads?.includes('ambassador'));

function asState(x: Participant, context: Assembly): Participant {
  const states = x.entities.map((id) => {
    const entity = context.reading.entity(id);
    return entity?.kind === 'person' && entity.country ? `country:${entity.country}` : id;
  });
  return { ...x, entities: states.every((id) => context.reading.entity(id)) ? states : x.entities };
}

/** "suspended the talks": the recipient is the event itself. */
function eventRecipient(match: Match, context: Assembly): Argument | undefined {
  const group = match.phrases.B?.groups[0] ?? (match.ended ? match.noun : undefined);
  const node = group === undefined ? undefined : context.nodes.byGroup.get(group);
  const g = group === undefined ? undefined : context.reading.doc.groups[group];
  return node && g
    ? { role: 'recipient', span: { start: g.start, end: g.end }, entities: [node.entity.id] }
    : undefined;
}
