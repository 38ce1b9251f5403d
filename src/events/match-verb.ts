import { NOWHERE } from '../base/nowhere.ts';
import type { Frame, FrameArgument, FrameComplement } from '../knowledge/knowledge.ts';
import type { NounPhrase, Oblique, Predicate, PredicateIndex } from '../syntax/clause.ts';
import { isTemporal } from '../syntax/items.ts';
import { sayInWriting } from './addressee.ts';
import { isInAside } from './aside.ts';
import { bindComplement } from './bind-complement.ts';
import { clauseOf, type LogicalClause, logicalClause } from './logical-clause.ts';
import { type Bindings, hasPreposition, headFits, type Match, newBindings } from './match.ts';
import { shiftedObject, strandedObject } from './moved-object.ts';
import { isGivenName } from './naming.ts';
import { isActor, isPlace, type Participant, participantsOf, type Reading } from './reading.ts';
import { sentBy } from './sent-by.ts';
import { borrowFromMeeting, borrowSubject, dropScene } from './true-subject.ts';

/**
 * Tries a verb or adjective frame on a predicate.
 * @param mutual the frame's relation has no direction: "A and B met" says what "A met B" says
 */
export function matchPredicate(
  reading: Reading,
  index: PredicateIndex,
  frame: Frame,
  mutual = false,
): Match | undefined {
  const p = reading.clauses.predicates[index];
  if (!p) return undefined;
  const clause = withParticle(reading, p, clauseOf(reading, index), frame);
  if (!clause) return undefined;
  const bound = newBindings();
  const used = new Set<NounPhrase>();
  for (const element of frame.elements) {
    const ok =
      element.kind === 'complement'
        ? bindComplement(reading, p, element, bound, frame.type)
        : bindArgument(reading, p, clause, element, bound, used) || bindWord(reading, p, element, used);
    if (mutual && element.kind === 'argument' && element.position.at === 'subject')
      borrowFromMeeting(reading, p, frame, bound);
    if (!ok && !element.optional && !(mutual && isEachOther(element, bound))) return undefined;
  }
  if (isGivenName(reading, p, frame, bound)) return undefined;
  borrowSubject(reading, p, frame, bound);
  sayInWriting(reading, p, frame.type, bound);
  dropScene(reading, p, frame, bound);
  return {
    frame,
    trigger: p.span,
    predicate: index,
    slots: bound.slots,
    phrases: bound.phrases,
    claimed: bound.claimed,
    embedded: bound.embedded,
    certainty: bound.certainty,
    ended: false,
    supported: false,
  };
}

/**
 * Checks the particle. "carried out attacks" may be read as "carried [out attacks]": then the prepositional phrase is the object.
 * A verb with a particle that the frame doesn't have is another verb.
 */
function withParticle(reading: Reading, p: Predicate, clause: LogicalClause, frame: Frame): LogicalClause | undefined {
  const first = frame.particle?.[0];
  if (first === undefined) return withoutParticle(reading, p, clause, frame);
  if (p.particle === first) return clause;
  if (p.particle !== undefined) return undefined;
  // "pulled its troops [out of] Mali".
  const joined = clause.obliques.find((o) => o.preposition.startsWith(`${first} `));
  if (joined) {
    const rest = { ...joined, preposition: joined.preposition.slice(first.length + 1) };
    return { ...clause, obliques: clause.obliques.map((o) => (o === joined ? rest : o)) };
  }
  // "gave land to Chad in May" is no "give in to": the particle stands right behind its verb.
  const behind = reading.doc.tokens[p.span.end]?.text.toLowerCase() === first;
  const split = behind ? clause.obliques.find((o) => o.preposition === first) : undefined;
  if (!split) return isBeside(reading, p, first) ? clause : undefined;
  // "were dropped [in two phases]" is no passive of "drop in".
  const takesObject = frame.elements.some((e) => e.kind === 'argument' && e.position.at === 'object');
  if (p.voice === 'passive' && !takesObject) return undefined;
  return {
    ...clause,
    objects: [...clause.objects, split.phrase],
    obliques: clause.obliques.filter((o) => o !== split),
  };
}

const ADVERBS = ['back', 'away', 'out', 'up', 'down', 'off', 'over', 'in', 'aside'];

/** `turn down B` is written like a preposition and read as a particle or an adverb, or the other way round. */
function withoutParticle(
  reading: Reading,
  p: Predicate,
  clause: LogicalClause,
  frame: Frame,
): LogicalClause | undefined {
  const asks = (word: string): boolean =>
    frame.elements.some(
      (e) => e.kind === 'argument' && e.position.at === 'oblique' && e.position.prepositions.includes(word),
    );
  const has = (word: string): boolean => clause.obliques.some((o) => o.preposition === word);
  const beside = p.particle === undefined ? wordsBeside(reading, p) : [];
  const particle = p.particle ?? ADVERBS.find((word) => beside.includes(word) && asks(word) && !has(word));
  if (particle === undefined || (asks(particle) && has(particle))) return clause;
  const object = clause.objects.at(-1);
  // "slammed Paris over the law": between two objects it is a preposition.
  if (!object || !(asks(particle) || clause.objects.length > 1)) return undefined;
  return {
    ...clause,
    objects: clause.objects.slice(0, -1),
    obliques: [...clause.obliques, { preposition: particle, phrase: object }],
  };
}

/** "drove back the rebels", "sent the migrants back": a particle that was read as an adverb. */
function isBeside(reading: Reading, p: Predicate, particle: string): boolean {
  const { doc } = reading;
  const isParticle = (at: number): boolean => doc.tokens[at]?.text.toLowerCase() === particle;
  // "took effect in Chad": with a noun behind it, it is a preposition.
  const closes = (at: number): boolean =>
    isParticle(at) && !doc.groups.some((g) => g.kind === 'noun' && g.start === at + 1);
  return isParticle(p.span.end) || logicalClause(p).objects.some((o) => closes(o.span.end));
}

/** The words right behind the verb and behind its objects. */
export const wordsBeside = (reading: Reading, p: Predicate): readonly string[] =>
  [p.span.end, ...logicalClause(p).objects.map((o) => o.span.end)].map(
    (at) => reading.doc.tokens[at]?.text.toLowerCase() ?? '',
  );

function bindArgument(
  reading: Reading,
  p: Predicate,
  clause: LogicalClause,
  element: FrameArgument,
  bound: Bindings,
  used: Set<NounPhrase>,
): boolean {
  const phrase =
    findPhrase(reading, p, ofClaimed(reading, clause, bound, element), element, used) ??
    findInContent(reading, element, bound, used);
  if (!phrase) {
    if (bindVerbOfContent(reading, clause, element, bound)) return true;
    // An agentless passive, an infinitive without a known subject: the act stands, the doer is not said.
    return (
      element.position.at === 'subject' && element.slot !== undefined && !element.heads && clause.subject === undefined
    );
  }
  used.add(phrase);
  bindPhrase(reading, element, phrase, bound);
  return true;
}

/** "rejected a proposal on a change of plan [of Chad]": behind the frame's own noun "of" is that noun's. */
function ofClaimed(reading: Reading, clause: LogicalClause, bound: Bindings, { slot }: FrameArgument): LogicalClause {
  if (bound.claimed.length === 0) return clause;
  const own = new Set(
    bound.claimed.flatMap((g) => reading.clauses.nouns[g]?.obliques.map((o) => o.phrase.groups[0]) ?? []),
  );
  const end = reading.doc.groups[bound.claimed.at(-1) ?? NOWHERE]?.end ?? -1;
  const isOf = (o: Oblique): boolean => o.preposition === 'of';
  // "in favour [of the Treaty] of Rome": the one right behind it.
  const next = clause.obliques.find((o) => isOf(o) && o.phrase.span.start === end + 1);
  const isFree = (o: Oblique): boolean =>
    !slot || slot === 'X' || o.phrase.groups.every((g) => !bound.claimed.includes(g));
  const isOwn = (o: Oblique): boolean => isFree(o) && (next ? o === next : own.has(o.phrase.groups[0]));
  return { ...clause, obliques: clause.obliques.filter((o) => !isOf(o) || isOwn(o)) };
}

/** "held Chad [responsible]", "cried [foul]": a fixed word that is no noun stands right behind what the frame has before it. */
function bindWord(reading: Reading, p: Predicate, element: FrameArgument, used: ReadonlySet<NounPhrase>): boolean {
  if (element.slot || !element.heads || element.modifiers || element.position.at !== 'object') return false;
  // "were held [captive] by Chad"
  const agent = p.voice === 'passive' ? logicalClause(p).subject : undefined;
  const before = [...used].filter((phrase) => phrase !== agent);
  const at = Math.max(p.span.end, ...before.map((phrase) => phrase.span.end));
  if (element.heads.includes(reading.lemma(at))) return true;
  // The chunker may have taken the word into the phrase, behind its noun: "the [tourists hostage]".
  const isNoun = /^(?:NOUN|PROPN)$/.test(reading.doc.morphology[at - 2]?.upos ?? '');
  return at - 2 >= p.span.end && isNoun && element.heads.includes(reading.lemma(at - 1));
}

/** "Norway and Iceland met": both sides stand in the subject. */
function isEachOther(element: FrameArgument | FrameComplement, bound: Bindings): boolean {
  if (element.kind === 'complement' || element.slot !== 'B' || element.position.at !== 'oblique') return false;
  const sides = new Set(bound.slots.A?.flatMap((x) => x.entities));
  return sides.size > 1 && (element.position.bare || element.position.prepositions.includes('with'));
}

/** "attacked on Tuesday", "called on Saturday": a time fills no slot. */
export const isTime = (reading: Reading, phrase: NounPhrase): boolean => {
  const g = reading.doc.groups[phrase.groups[0] ?? NOWHERE];
  return !!g && !reading.mentionAt(g.head) && isTemporal(reading.doc, g);
};

/** `plan to {visit|meet} B`: the fixed words behind "to" may be verbs of the content clause ("to visit", "to visiting"). */
function bindVerbOfContent(reading: Reading, clause: LogicalClause, element: FrameArgument, bound: Bindings): boolean {
  if (
    element.position.at !== 'oblique' ||
    !element.position.prepositions.includes('to') ||
    element.slot ||
    !element.heads
  )
    return false;
  // "held a march [to condemn] the raid" hangs on either word.
  const ofNouns = bound.claimed.flatMap((g) => reading.clauses.nouns[g]?.complements ?? []);
  const found = [...clause.complements, ...ofNouns].find((c) => {
    const inner = reading.clauses.predicates[c.predicate];
    return (c.form === 'to' || c.preposition === 'to') && inner && element.heads?.includes(inner.lemma);
  });
  if (found) bound.embedded.push(found.predicate);
  return !!found;
}

/** Once the content clause is known, its own object and prepositional phrases may fill what comes behind it in the frame. */
function findInContent(
  reading: Reading,
  element: FrameArgument,
  bound: Bindings,
  used: Set<NounPhrase>,
): NounPhrase | undefined {
  const inner = reading.clauses.predicates[bound.embedded[0] ?? NOWHERE];
  return inner && element.position.at !== 'subject'
    ? findPhrase(reading, inner, logicalClause(inner), element, used)
    : undefined;
}

/** "gave B two [days] to leave", "gave B until [Friday]": a time that the frame's own words ask for. */
const isFixedTime = ({ slot, heads, position }: FrameArgument): boolean =>
  (!slot && !!heads?.includes('day')) || (position.at === 'oblique' && position.prepositions.includes('until'));

const WHERE = new Set(['in', 'at', 'near', 'around', 'outside', 'inside']);

function findPhrase(
  reading: Reading,
  p: Predicate,
  clause: LogicalClause,
  element: FrameArgument,
  used: Set<NounPhrase>,
): NounPhrase | undefined {
  const fits = (phrase: NounPhrase | undefined): phrase is NounPhrase =>
    !!phrase &&
    !used.has(phrase) &&
    (isFixedTime(element) || !isTime(reading, phrase)) &&
    headFits(reading, phrase, element);
  const { position } = element;
  if (position.at === 'subject') return fits(clause.subject) ? clause.subject : undefined;
  if (position.at === 'object') {
    // "called him [a coward]": the second of two objects may have been read as a phrase without a preposition.
    const bare = element.slot ? [] : clause.obliques.filter((o) => o.preposition === '');
    const shifted = element.slot && shiftedObject(clause);
    return [...clause.objects, ...bare.map((o) => o.phrase), ...(shifted ? [shifted] : [])].find(fits);
  }
  if (position.at !== 'oblique') return undefined;
  const fitting = clause.obliques.filter(
    (o) => hasPreposition(o, position.prepositions) && fits(o.phrase) && !isInAside(reading, clause, o, used),
  );
  // "strikes against Boko Haram in Niger": whom it hit comes before where.
  const direct = fitting.filter((o) => !WHERE.has(o.preposition));
  // "an offensive on the island against rebels": "against" is the plainest.
  const against = direct.filter((o) => o.preposition === 'against');
  const candidates = [against, direct, fitting].find((list) => list.length > 0) ?? [];
  // "talks with Iran with the aim of": the one that names an actor, or a place, is the one meant.
  const best =
    candidates.find((o) => participantsOf(reading, o.phrase).some((x) => isActor(reading, x) || isPlace(x))) ??
    candidates[0];
  if (best) return best.phrase;
  const others = [...(position.bare ? clause.objects : []), strandedObject(reading, p, clause, position.prepositions)];
  return others.find(fits);
}

/** Fills the slot of an element, or claims the groups of fixed words. */
export function bindPhrase(reading: Reading, element: FrameArgument, phrase: NounPhrase, bound: Bindings): void {
  if (!element.slot) {
    bound.claimed.push(...new Set([...phrase.groups, ...phrase.groups.map(reading.meant)]));
    return;
  }
  const participants = element.heads ? sentBy(reading, phrase, bound.slots.A) : participantsOf(reading, phrase);
  if (element.slot === 'AB') {
    bindPair(participants, phrase, bound);
    return;
  }
  bound.slots[element.slot] ??= participants;
  bound.phrases[element.slot] ??= phrase;
  if (element.heads) bound.claimed.push(...phrase.groups);
}

/** "between A and B", "between the two countries". */
export function bindPair(participants: readonly Participant[], phrase: NounPhrase, bound: Bindings): void {
  bound.slots.A ??= participants;
  bound.phrases.A ??= phrase;
}
