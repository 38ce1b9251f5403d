import { NOWHERE } from '../base/nowhere.ts';
import type { Frame, SlotName } from '../knowledge/knowledge.ts';
import type { GroupIndex, NounPhrase, PredicateIndex } from '../syntax/clause.ts';
import type { Assembly } from './assemble.ts';
import { type FactDraft, pairs } from './fact.ts';
import { phraseOf } from './logical-clause.ts';
import { hasPreposition } from './match.ts';
import { type Participant, participantsOf, type Reading, toParticipant } from './reading.ts';
import { hostOf } from './renaming.ts';
import { standingOf } from './status.ts';

/** A noun that says of whoever it describes what they are to somebody: "a faction of B". */
interface NounRelation {
  readonly frame: Frame;
  /** Slot of whoever is described. */
  readonly self: SlotName;
  readonly prepositions: readonly string[];
  /** One of them stands before the noun. */
  readonly modifiers?: readonly string[];
}

/** By the noun's lemma. */
export type NounRelations = ReadonlyMap<string, readonly NounRelation[]>;

/** The frames "A be NOUN of B": what a copula can say stands in appositions and behind "as" too. */
export function indexNounRelations(frames: readonly Frame[]): NounRelations {
  const found = new Map<string, NounRelation[]>();
  for (const frame of frames) {
    const [subject, noun, other] = frame.elements;
    if (frame.type !== 'STANDING' || !frame.triggers.includes('be') || frame.relation === 'leads') continue;
    if (subject?.kind !== 'argument' || noun?.kind !== 'argument' || other?.kind !== 'argument') continue;
    if (subject.position.at !== 'subject' || noun.position.at !== 'object' || other.position.at !== 'oblique') continue;
    if (!subject.slot || subject.slot === 'AB') continue;
    const { slot: self } = subject;
    const relation = {
      frame,
      self,
      prepositions: other.position.prepositions,
      ...(noun.modifiers ? { modifiers: noun.modifiers } : {}),
    };
    for (const lemma of noun.heads ?? []) found.set(lemma, [...(found.get(lemma) ?? []), relation]);
  }
  return found;
}

/** "Jund al-Aqsa, a faction of the Free Army", "Chad's ally, Niger", "as part of the coalition". */
export function nounFacts(context: Assembly, relations: NounRelations): FactDraft[] {
  const { reading } = context;
  return reading.doc.groups.flatMap((g, group) => {
    const inside = g.kind === 'noun' ? beforeName(reading, group, relations) : [];
    if (inside.length > 0) return inside;
    const fitting = relations.get(reading.lemma(g.head))?.filter((r) => isQualified(reading, group, r.modifiers)) ?? [];
    if (fitting.length === 0 || isPast(reading, group)) return [];
    const scene = placeOf(reading, group);
    const described = scene.length > 0 ? scene : hostsOf(context, group);
    if (described.length === 0) return [];
    return fitting.flatMap((relation) => {
      const others = scene.length > 0 ? ownersOf(reading, group) : othersOf(reading, group, relation.prepositions);
      const [sources, targets] = relation.self === 'A' ? [described, others] : [others, described];
      return sources.flatMap((a) => targets.flatMap((b) => between(reading, group, relation.frame, a, b)));
    });
  });
}

/** "NATO member [Turkey]", "al-Qaeda affiliate [the Nusra Front]": the noun stands between the two names. */
function beforeName(reading: Reading, group: GroupIndex, relations: NounRelations): FactDraft[] {
  const g = reading.doc.groups[group];
  const name = reading.mentionAt(g?.head ?? NOWHERE);
  const noun = (name?.span.start ?? NOWHERE) - 1;
  if (!g || name?.form !== 'name' || noun <= g.start || isPast(reading, group)) return [];
  const found = relations.get(reading.lemma(noun))?.filter((r) => !r.modifiers) ?? [];
  const before =
    found.length > 0 ? reading.modifiers(group).filter((m) => m.span.end === noun && m.form === 'name') : [];
  const described = toParticipant(reading, name, true);
  return found.flatMap(({ frame, self }) =>
    before.flatMap((m) => {
      const other = toParticipant(reading, m, true);
      return self === 'A'
        ? between(reading, group, frame, described, other)
        : between(reading, group, frame, other, described);
    }),
  );
}

function between(reading: Reading, group: GroupIndex, frame: Frame, a: Participant, b: Participant): FactDraft[] {
  const g = reading.doc.groups[group];
  if (!g || !frame.relation || !fits(reading, frame.relation, a, b)) return [];
  const words = { start: Math.min(g.start, a.span.start, b.span.start), end: Math.max(g.end, a.span.end, b.span.end) };
  const fact = { relation: frame.relation, sentence: g.sentence, words, rule: frame.id };
  const confidence = 0.8 * Math.min(a.confidence, b.confidence);
  return a.entities.flatMap((source) =>
    b.entities.map((target) => ({ ...fact, source, target, confidence, sourceWords: a.span, targetWords: b.span })),
  );
}

/** Only bodies have members and parts, and hold places. */
function fits({ entity }: Reading, relation: string, a: Participant, b: Participant): boolean {
  const kinds = (x: Participant) => x.entities.map((id) => entity(id)?.kind ?? '');
  if (relation === 'controls')
    return kinds(a).every((k) => k === 'organization') && kinds(b).every((k) => k === 'place');
  if (relation === 'allied-with') return [...kinds(a), ...kinds(b)].every((k) => k !== 'place');
  return kinds(b).every((k) => k === 'organization') && kinds(a).every((k) => k !== 'place');
}

const isQualified = ({ doc }: Reading, group: GroupIndex, modifiers: readonly string[] | undefined): boolean => {
  const g = doc.groups[group];
  return !modifiers || doc.tokens.slice(g?.start, g?.head).some((t) => modifiers.includes(t.text.toLowerCase()));
};

const PAST =
  /^(?:former|ex|erstwhile|onetime|would|prospective|potential|possible|future|aspiring|alleged|suspected|supposed|non|not|no)$/;

export const isPast = ({ doc }: Reading, group: GroupIndex): boolean => {
  const g = doc.groups[group];
  return doc.tokens.slice(g?.start, g?.head).some((t) => PAST.test(t.text.toLowerCase()));
};

/** Who is meant by the noun: the name beside it, or the subject of what is done "as" one. */
function hostsOf(context: Assembly, group: GroupIndex): readonly Participant[] {
  const { reading, lexicon } = context;
  const { nouns, predicates } = reading.clauses;
  const itself = oneOf(reading, group) ?? group;
  const as = overAs(reading, group);
  const host = as === undefined ? (hostOf(reading, itself) ?? nouns[itself]?.appositions[0]) : undefined;
  if (host !== undefined) return named(reading, phraseOf(reading, host));
  const over = as ?? copulaOver(reading, itself);
  const predicate = predicates[over ?? NOWHERE];
  if (over === undefined || !predicate?.subject || predicate.voice === 'passive') return [];
  const { negated, modality } = standingOf(reading, over, lexicon);
  return negated || modality !== 'asserted' ? [] : named(reading, predicate.subject);
}

/** "[one] of the founders". */
function oneOf({ doc, clauses, lemma }: Reading, group: GroupIndex): GroupIndex | undefined {
  const before = group - 1;
  const one = doc.groups[before];
  if (!one || lemma(one.head) !== 'one') return undefined;
  return clauses.nouns[before]?.obliques.some((o) => o.preposition === 'of' && o.phrase.groups[0] === group)
    ? before
    : undefined;
}

/** "flies missions [as] part of B": the verb before, whatever the tree hangs the phrase on. */
function overAs({ doc, clauses, index }: Reading, group: GroupIndex): PredicateIndex | undefined {
  const g = doc.groups[group];
  if (!g || doc.tokens[g.start - 1]?.text !== 'as') return undefined;
  const before = index.predicatesIn(g.sentence).filter((p) => p.pos === 'verb' && p.head < g.start);
  const role = clauses.nouns[group]?.role;
  const last = before.at(-1);
  return role?.preposition === 'as' ? role.predicate : last && index.indexOf(last);
}

/** "is [one] of the founders". */
export function copulaOver({ doc, index }: Reading, group: GroupIndex): PredicateIndex | undefined {
  const be = index
    .predicatesIn(doc.groups[group]?.sentence ?? -1)
    .find((p) => p.lemma === 'be' && p.objects.some((o) => o.groups.includes(group)));
  return be && index.indexOf(be);
}

export const named = (reading: Reading, phrase: NounPhrase): Participant[] =>
  participantsOf(reading, phrase).filter((x) => x.direct && x.entities.length > 0);

/** "of B", "B's", "its", and "the NATO [member]". */
export function othersOf(reading: Reading, group: GroupIndex, prepositions: readonly string[]): readonly Participant[] {
  const context = reading.clauses.nouns[group];
  const g = reading.doc.groups[group];
  const behind = context?.obliques.find(
    (o) =>
      hasPreposition(o, prepositions) &&
      reading.doc.tokens[o.phrase.span.start - 1] &&
      o.phrase.span.start <= (g?.end ?? 0) + 2,
  );
  return behind ? named(reading, behind.phrase) : ownersOf(reading, group);
}

/** "the [Taliban] stronghold of [Kunduz]": the place is named behind. */
function placeOf(reading: Reading, group: GroupIndex): readonly Participant[] {
  const of = reading.clauses.nouns[group]?.obliques.find((o) => o.preposition === 'of');
  const found = of ? named(reading, of.phrase) : [];
  return found.every((x) => x.mention?.kind === 'place') ? found : [];
}

function ownersOf(reading: Reading, group: GroupIndex): readonly Participant[] {
  const owner = reading.clauses.nouns[group]?.owner;
  const g = reading.doc.groups[group];
  if (owner !== undefined) return named(reading, phraseOf(reading, owner));
  const pronoun =
    reading.doc.morphology[g?.start ?? NOWHERE]?.xpos === 'PRP$' ? reading.mentionAt(g?.start ?? -1) : undefined;
  const before = pronoun ? [pronoun] : reading.modifiers(group);
  return before.map((m) => toParticipant(reading, m, true)).filter((x) => x.entities.length > 0);
}

/** "its trading partner": who deals with one is no ally. */
const TRADES = /^(?:trade|trading|business|commercial|economic|dialogue|negotiating|sparring|junior|former)$/;

/** "their Hezbollah allies", "its ally Belarus", "NATO ally Turkey": allies whose names stand in the phrase itself. */
export function allyFacts(reading: Reading): FactDraft[] {
  const { doc } = reading;
  return doc.groups.flatMap((g, group) => {
    const tokens = Array.from({ length: g.end - g.start }, (_, i) => g.start + i);
    const noun = g.kind === 'noun' ? tokens.find((i) => /^(?:ally|partner)$/.test(reading.lemma(i))) : undefined;
    if (noun === undefined || isPast(reading, group) || TRADES.test(reading.lemma(noun - 1))) return [];
    const pronoun = doc.morphology[g.start]?.xpos === 'PRP$' ? reading.mentionAt(g.start) : undefined;
    const owner = doc.groups[reading.clauses.nouns[group]?.owner ?? NOWHERE]?.head;
    const before = reading.modifiers(group).filter((m) => m.span.end <= noun && m.form === 'name');
    const whose = pronoun ?? (owner === undefined ? before.shift() : reading.mentionAt(owner));
    const name = noun < g.head ? reading.mentionAt(g.head) : undefined;
    const allies = (name ? [name] : before).filter((m) => m !== whose && m.form === 'name');
    if (!whose || allies.length === 0) return [];
    const words = { start: Math.min(g.start, whose.span.start), end: g.end };
    const others = allies.map((m) => toParticipant(reading, m, true)).filter((x) => !namesPlace(reading, x));
    const fact = { relation: 'allied-with', sentence: g.sentence, words, rule: 'events/ally' };
    return pairs(toParticipant(reading, whose, true), others, fact);
  });
}

const namesPlace = ({ entity }: Reading, x: Participant): boolean =>
  x.entities.some((id) => entity(id)?.kind === 'place' || entity(id)?.kind === 'person');
