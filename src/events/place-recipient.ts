import type { EventTypeCode } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import type { GroupIndex, Oblique } from '../syntax/clause.ts';
import { clauseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { isActor, isPlace, type Participant, participantsOf, type Reading } from './reading.ts';

/** Acts that are done to those who live where they happen: "imposed a curfew in Lahore", "aid for schools in Yemen". */
const DONE_TO_PLACES: ReadonlySet<EventTypeCode | 'NONE'> = new Set([
  'AGREE',
  'AID',
  'ASSAULT',
  'COERCE',
  'CONCEDE',
  'MOBILIZE',
  'PROTEST',
  'RETREAT',
  'SANCTION',
  'THREATEN',
]);

const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'inside', 'near', 'outside', 'across', 'throughout', 'within']);

/** How sure it is that the place of an act is where those live to whom it is done. */
const CERTAINTY = 0.75;

/**
 * Gives a match whose recipient nobody is known to be the place where it happens: that of the recipient itself ("[schools] in Yemen"), of
 * the frame's own nouns ("a [curfew] in Lahore"), of the verb, of its content clause ("agreed to build a port in Gaza").
 */
export function fillFromPlace(reading: Reading, matches: readonly Match[]): Match[] {
  return matches.map((match) => {
    const { B } = match.slots;
    if (!DONE_TO_PLACES.has(match.frame.type) || B?.some((x) => x.mention)) return match;
    const place = placesAbout(reading, match);
    return place
      ? { ...match, slots: { ...match.slots, B: place }, certainty: match.certainty * CERTAINTY, fromPlace: true }
      : match;
  });
}

function placesAbout(reading: Reading, match: Match): readonly Participant[] | undefined {
  const { nouns } = reading.clauses;
  const own = new Set(match.slots.A?.flatMap((x) => x.entities));
  const groups: GroupIndex[] = [
    ...(match.phrases.B?.groups ?? []),
    ...(match.noun === undefined ? [] : [match.noun]),
    ...match.claimed,
  ];
  const clauses = [match.predicate, match.embedded[0]].flatMap((p) => (p === undefined ? [] : clauseOf(reading, p)));
  const obliques = [...groups.flatMap((g) => nouns[g]?.obliques ?? []), ...clauses.flatMap((c) => c.obliques)];
  for (const oblique of obliques) {
    const found = WHERE.has(oblique.preposition) ? placesOf(reading, oblique, own) : [];
    if (found.length > 0) return found;
  }
  return undefined;
}

function placesOf(reading: Reading, { phrase }: Oblique, own: ReadonlySet<EntityId>): readonly Participant[] {
  return participantsOf(reading, phrase).filter(
    (x) =>
      x.entities.length > 0 &&
      x.entities.every((id) => !own.has(id)) &&
      (isPlace(x) || (isActor(reading, x) && x.mention?.kind === 'country')),
  );
}
