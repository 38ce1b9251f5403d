import { NOWHERE } from '../base/nowhere.ts';
import type { EventTypeCode } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import type { GroupIndex, Oblique, Predicate } from '../syntax/clause.ts';
import type { Match } from './match.ts';
import { isActor, isLoose, isNameLike, isPlace, type Participant, participantsOf, type Reading } from './reading.ts';

/** Prepositions by which a measure, a gift or a place tells whom it concerns, wherever they stand and only right behind it. */
interface Address {
  readonly anywhere: readonly string[];
  readonly behind: readonly string[];
}

const MATTER: Address = { anywhere: ['against', 'on'], behind: ['to', 'for', 'with', 'between', 'from', 'of'] };
/** Behind the frame's own words: "on alert with the approval of Mali" moves nothing against Mali. */
const OWN_WORDS: Address = { anywhere: ['against', 'on'], behind: ['to', 'for', 'from', 'of'] };
/** What is refused was asked or offered by somebody; whom it is about ("a plan for Gaza") is not refused. */
const OFFER: Address = { anywhere: [], behind: ['from', 'by', 'with'] };

/** Acts done to somebody by means of a thing; judging a thing ("condemned the attack on Mali") is not among them. */
const ADDRESSES: ReadonlyMap<string, Address> = new Map<EventTypeCode, Address>([
  ['AGREE', MATTER],
  ['AID', MATTER],
  ['ASSAULT', MATTER],
  ['COERCE', MATTER],
  ['CONCEDE', MATTER],
  ['MOBILIZE', MATTER],
  ['PROTEST', MATTER],
  ['REJECT', OFFER],
  ['RETREAT', MATTER],
  ['SANCTION', MATTER],
  ['THREATEN', MATTER],
]);

const CERTAINTY = 0.85;

/** Gives a match whose recipient is a mere thing whom the thing concerns: "lifted [a ban] on Chad", "eased [curbs] imposed on Chad". */
export function fillFromThing(reading: Reading, matches: readonly Match[]): Match[] {
  return matches.map((match) => {
    const { A, B } = match.slots;
    const address = ADDRESSES.get(match.frame.type);
    if (!address || B?.some((x) => x.mention)) return match;
    const own = new Set(A?.flatMap((x) => x.entities));
    const groups = B?.flatMap((x) => reading.groupAt(x.span.start) ?? []) ?? [];
    const found =
      concernedBy(reading, groups, own, address) ??
      concernedBy(reading, match.claimed, own, address === MATTER ? OWN_WORDS : address) ??
      ownersOf(reading, match.claimed, own);
    return found
      ? { ...match, slots: { ...match.slots, B: found }, certainty: match.certainty * CERTAINTY, fromThing: true }
      : match;
  });
}

/** "forgave [Mali's] debt of 2 million euros": what the frame's own words name belongs to somebody else. */
function ownersOf(
  reading: Reading,
  things: readonly GroupIndex[],
  own: ReadonlySet<EntityId>,
): readonly Participant[] | undefined {
  const found = things.flatMap((thing) => {
    const owner = reading.clauses.nouns[thing]?.owner;
    return owner === undefined ? [] : participantsOf(reading, { groups: [owner] });
  });
  const others = found.filter(
    (x) => (isActor(reading, x) || isPlace(x)) && x.entities.length > 0 && !x.entities.some((id) => own.has(id)),
  );
  return others.length > 0 ? others : undefined;
}

/** "on alert with Togo's [approval]": whoever helps is not whom it is done to. */
const HELP: ReadonlySet<string> = new Set(
  'aid approval assistance backing blessing consent cooperation help knowledge permission support'.split(' '),
);

/** Those whom things concern: the nearest phrase behind them, or behind a participle that describes them, that names somebody. */
export function concernedBy(
  reading: Reading,
  things: readonly GroupIndex[],
  own: ReadonlySet<EntityId>,
  address: Address = MATTER,
): readonly Participant[] | undefined {
  for (const thing of things) {
    for (const oblique of addressedBy(reading, thing, address)) {
      if (oblique.preposition === 'with' && HELP.has(reading.lemma(oblique.phrase.head))) continue;
      const found = participantsOf(reading, oblique.phrase).filter(
        (x) =>
          (isActor(reading, x) || isPlace(x) || (isLoose(x) && isNameLike(reading, x))) &&
          !x.entities.some((id) => own.has(id)),
      );
      if (found.length > 0) return found;
    }
  }
  return undefined;
}

function addressedBy(reading: Reading, thing: GroupIndex, { anywhere, behind }: Address): readonly Oblique[] {
  const g = reading.doc.groups[thing];
  const own = reading.clauses.nouns[thing]?.obliques ?? [];
  // "sanctions [imposed] on Chad", "the ban that it [put] on Chad", "a million [owed] by Chad"
  const made = reading.index
    .predicatesIn(g?.sentence ?? -1)
    .filter((p) => p.governor?.relation === 'relative' && isAboutThing(p, thing))
    .flatMap((p) => p.obliques.filter((o) => o.preposition !== 'by' || HAVING.has(p.lemma)));
  return [
    ...holding(reading, thing),
    ...made.filter((o) => o.preposition === 'by'),
    ...made.filter((o) => anywhere.includes(o.preposition) || behind.includes(o.preposition)),
    ...own.filter((o) => behind.includes(o.preposition) && startOf(reading, o) === (g?.end ?? 0) + 1),
    ...own.filter((o) => anywhere.includes(o.preposition)),
  ];
}

/** "a million [owed] by Chad", "a post [manned] by rebels": whoever has a thing. */
const HAVING: ReadonlySet<string> = new Set(
  'charter control crew defend guard hold inhabit man occupy operate owe own rent run use'.split(' '),
);

/** "a bus [carrying] soldiers", "trucks [belonging] to Chad": whoever is in a thing or has it. */
const holding = (reading: Reading, thing: GroupIndex): readonly Oblique[] =>
  reading.index
    .predicatesIn(reading.doc.groups[thing]?.sentence ?? -1)
    .filter((p) => p.governor?.relation === 'relative' && p.voice === 'active' && p.subject?.groups.includes(thing))
    .flatMap((p) => {
      if (p.lemma === 'belong') return p.obliques.filter((o) => o.preposition === 'to');
      // "a ship carrying Brazilian wheat" is not Brazil's.
      const people = CONTAINING.has(p.lemma) ? p.objects.filter((phrase) => reading.mentionAt(phrase.head)) : [];
      return people.map((phrase) => ({ preposition: '', phrase }));
    });

const CONTAINING: ReadonlySet<string> = new Set(
  'carry contain ferry hold host house shelter take transport'.split(' '),
);

const isAboutThing = (p: Predicate, thing: GroupIndex): boolean =>
  p.voice === 'passive' ? p.subject?.groups.includes(thing) === true : p.objects.some((o) => o.groups.includes(thing));

/** Where a phrase begins; "of [Mali]'s army" begins with its owner. */
export function startOf({ doc, clauses }: Reading, { phrase }: Oblique): number {
  const owner = clauses.nouns[phrase.groups[0] ?? NOWHERE]?.owner;
  return doc.groups[owner ?? phrase.groups[0] ?? NOWHERE]?.start ?? -1;
}
