import { NOWHERE } from '../base/nowhere.ts';
import type { EntityId } from '../model/ids.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import type { Match } from './match.ts';
import { deedBefore, sameBefore, sideOf } from './reaction.ts';
import { deedsNamed } from './reaction-nouns.ts';
import { type Participant, participantsOf, type Reading } from './reading.ts';

/** Whose deed it is was told before. */
const CERTAINTY = 0.75;
/** "the strikes", "eight strikes", "strikes": none of somebody else's. */
const PLAIN = /^(?:DET|NUM|NOUN)$/;

/**
 * "Chad bombed the camp. [The strikes] killed ten": what a deed does, whoever did the deed does; and "[the measures] were coordinated with Mali"
 * tells of whoever took them.
 */
export function fillFromDeedOwner(reading: Reading, matches: readonly Match[]): Match[] {
  const found = matches.toSorted((a, b) => a.trigger.start - b.trigger.start);
  const filled = new Map<Match, Match>();
  found.forEach((match, i) => {
    const A = ownersOf(reading, found, match);
    if (!A) return;
    const next = { ...match, slots: { ...match.slots, A }, certainty: match.certainty * CERTAINTY };
    filled.set(match, next);
    // Deeds told later may go on from this one.
    found[i] = next;
  });
  return matches.map((m) => filled.get(m) ?? m);
}

function ownersOf(reading: Reading, before: readonly Match[], match: Match): Participant[] | undefined {
  const deed = deedOf(reading, match);
  const g = reading.doc.groups[deed ?? NOWHERE];
  const deeds = g && deedsNamed(reading.lemma(g.head));
  if (deed === undefined || !g || !deeds || !PLAIN.test(reading.doc.morphology[g.start]?.upos ?? '')) return undefined;
  if (g.end - g.start > 3 || reading.modifiers(deed).length > 0 || hasOwner(reading, deed)) return undefined;
  const others: ReadonlySet<EntityId> = sideOf(reading, match.slots.B);
  const found =
    sameBefore(reading, deed, others, before) ?? deedBefore(reading, before, match, { types: deeds.types }, others);
  return found?.map((x) => ({ ...x, span: { start: g.start, end: g.end }, direct: false }));
}

/** The deed that stands where somebody who acts would. */
function deedOf(reading: Reading, match: Match): GroupIndex | undefined {
  const { frame, slots, predicate, noun } = match;
  const p = reading.clauses.predicates[predicate ?? NOWHERE];
  if (noun !== undefined || !p) return undefined;
  if (frame.type === 'ASSAULT' && p.voice === 'active' && !slots.A?.some((x) => x.entities.length > 0))
    return p.subject?.groups[0];
  return frame.type === 'COOPERATE' && p.voice === 'passive' && !slots.A ? p.subject?.groups[0] : undefined;
}

/** "strikes [by Chad]", "[Chad]'s strikes". */
const hasOwner = (reading: Reading, group: GroupIndex): boolean =>
  participantsOf(reading, { groups: [group] }).some((x) => x.entities.length > 0);
