import { NOWHERE } from '../base/nowhere.ts';
import type { EventTypeCode } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { logicalClause, phraseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { type Answered, answeredBy } from './reaction-nouns.ts';
import { isActor, type Participant, participantsOf, type Reading } from './reading.ts';

/** How many sentences back the deed may have been told, and how many paragraphs. */
const REACH = { sentences: 2, paragraphs: 1 };
/** The same noun takes a deed up from farther away. */
const REACH_OF_NOUN = 4;
/** Who is meant is only found, not said. */
const CERTAINTY = 0.6;

/** Answers to what somebody did or said. */
const REACTING = new Set<string>([
  'REJECT',
  'ACCUSE',
  'PROTEST',
  'THREATEN',
  'SANCTION',
  'SUPPORT',
] satisfies EventTypeCode[]);

/**
 * "Mali accused Chad of lying. Chad denied [the accusation]": an answer that names nobody but takes up what was told just before is to whoever
 * did that.
 */
export function fillFromBefore(reading: Reading, matches: readonly Match[]): Match[] {
  const inOrder = matches.toSorted((a, b) => a.trigger.start - b.trigger.start);
  return matches.map((match) => {
    if (!REACTING.has(match.frame.type) || hasRecipient(match) || !match.slots.A?.some((x) => isActor(reading, x)))
      return match;
    const thing = thingOf(reading, match);
    const answered = answeredBy(reading, match, thing);
    const own = sideOf(reading, match.slots.A);
    const deed =
      answered && (sameBefore(reading, thing, own, matches) ?? deedBefore(reading, inOrder, match, answered, own));
    if (!deed) return match;
    const B = deed.flatMap((x) => here(reading, x, match) ?? []);
    if (B.length === 0) return match;
    return { ...match, slots: { ...match.slots, B }, certainty: match.certainty * CERTAINTY, fromContent: true };
  });
}

/** The words of the answer stand for whoever did what they take up. */
function here(reading: Reading, x: Participant, match: Match): Participant | undefined {
  const g = reading.doc.groups[thingOf(reading, match) ?? NOWHERE];
  const mention = x.entities.flatMap((id) => reading.mentionsOf(id)).find((m) => m.form !== 'pronoun');
  const span = g && { start: g.start, end: g.end };
  return mention && { ...x, mention, span: span ?? match.trigger, direct: false };
}

/** Somebody else is named, if only by words that nothing links. */
function hasRecipient({ slots, noun }: Match): boolean {
  const mine = new Set(slots.A?.flatMap((x) => x.entities));
  const isOther = (x: Participant): boolean => x.mention !== undefined && !x.entities.some((id) => mine.has(id));
  return noun !== undefined || slots.B?.some(isOther) === true;
}

/** What is denied, condemned or protested against. */
function thingOf(reading: Reading, match: Match): GroupIndex | undefined {
  const p = reading.clauses.predicates[match.predicate ?? NOWHERE];
  const own = match.phrases.B?.groups[0] ?? match.claimed[0];
  return own ?? (p && logicalClause(p).objects[0]?.groups[0]);
}

/** "Chad's ban … condemned [the ban]": whose it is was told before. */
export function sameBefore(
  reading: Reading,
  thing: GroupIndex = NOWHERE,
  own: ReadonlySet<EntityId>,
  matches: readonly Match[],
): Participant[] | undefined {
  const { groups, sentences } = reading.doc;
  const g = groups[thing];
  const noun = g && reading.lemma(g.head);
  for (let i = thing - 1; g && groups[i] && g.sentence - (groups[i]?.sentence ?? 0) <= REACH_OF_NOUN; i--) {
    const before = groups[i];
    if (before?.kind !== 'noun' || reading.lemma(before.head) !== noun) continue;
    if ((sentences[g.sentence]?.paragraph ?? 0) - (sentences[before.sentence]?.paragraph ?? 0) > REACH.paragraphs)
      break;
    // "The strikes killed ten": whose strikes they were was found out already.
    const doers = matches.flatMap((m) => m.slots.A?.filter((x) => !x.direct && x.span.start === before.start) ?? []);
    const owners = [...participantsOf(reading, phraseOf(reading, i)), ...doers];
    const found = owners.filter((x) => !x.direct && isAnother(reading, x, own));
    if (found.length > 0) return found;
  }
  return undefined;
}

/** Those who did the nearest fitting deed that was told before. */
export function deedBefore(
  reading: Reading,
  inOrder: readonly Match[],
  match: Match,
  answered: Answered,
  own: ReadonlySet<EntityId>,
): Participant[] | undefined {
  const at = inOrder.indexOf(match);
  for (let i = at - 1; i >= 0; i--) {
    const deed = inOrder[i] as Match;
    if (!isNear(reading, deed, match)) return undefined;
    if (!answered.types.has(deed.frame.type) || isInside(reading, deed, match) || isAside(reading, deed)) continue;
    if (answered.any && !isPlain(reading, deed, match)) continue;
    if (answered.own && ![...sideOf(reading, deed.slots.B)].some((id) => own.has(id))) continue;
    // Nobody knows who struck: it was not whoever struck before that.
    const found = doersOf(reading, deed, own);
    return found.length > 0 ? found : undefined;
  }
  return undefined;
}

/** Actors of the deed who are not on the side of whoever answers. */
const doersOf = (reading: Reading, deed: Match, own: ReadonlySet<EntityId>): Participant[] =>
  (deed.slots.A ?? []).filter((x) => isAnother(reading, x, own));

const isAnother = (reading: Reading, x: Participant, own: ReadonlySet<EntityId>): boolean =>
  isActor(reading, x) && x.entities.length > 0 && !x.entities.some((id) => own.has(id));

/** "was hit by a strike, [killing] ten": whose deed that was its own words don't tell. */
const isAside = ({ clauses }: Reading, { predicate, noun }: Match): boolean =>
  noun === undefined && /^(?:gerund|participle)$/.test(clauses.predicates[predicate ?? NOWHERE]?.form ?? '');

/** The entities of one side, and the states to which they belong. */
export function sideOf(reading: Reading, side: readonly Participant[] | undefined): ReadonlySet<EntityId> {
  const ids = (side ?? []).flatMap((x) => x.entities);
  return new Set([...ids, ...ids.flatMap((id) => stateOf(reading, id))]);
}

function stateOf(reading: Reading, id: EntityId): EntityId[] {
  const entity = reading.entity(id);
  const country = entity?.kind === 'country' ? undefined : entity?.country;
  return country ? [`country:${country}`] : [];
}

/** Told as done by a verb of the sentence before, or earlier in this one. */
function isPlain(reading: Reading, deed: Match, match: Match): boolean {
  const p = reading.clauses.predicates[deed.predicate ?? NOWHERE];
  const near = sentenceOf(reading, match) - sentenceOf(reading, deed) <= 1;
  return near && !!p && deed.noun === undefined && p.form === 'finite' && !p.negated && p.modal === undefined;
}

const sentenceOf = ({ clauses, doc, groupAt }: Reading, { predicate, trigger }: Match): number =>
  clauses.predicates[predicate ?? NOWHERE]?.sentence ?? doc.groups[groupAt(trigger.start) ?? NOWHERE]?.sentence ?? -1;

function isNear(reading: Reading, deed: Match, match: Match): boolean {
  const [from, to] = [sentenceOf(reading, deed), sentenceOf(reading, match)];
  const paragraph = (sentence: number): number => reading.doc.sentences[sentence]?.paragraph ?? 0;
  return to - from <= REACH.sentences && paragraph(to) - paragraph(from) <= REACH.paragraphs;
}

/** The deed is what the answer itself tells of, or stands in a clause of it. */
function isInside(reading: Reading, deed: Match, match: Match): boolean {
  const { predicates } = reading.clauses;
  let at = deed.predicate;
  for (let i = 0; at !== undefined && i < 8; i++) {
    if (at === match.predicate) return true;
    at = predicates[at]?.governor?.predicate;
  }
  return false;
}
