import { NOWHERE } from '../base/nowhere.ts';
import type { EventTypeCode } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import type { GroupIndex, Oblique } from '../syntax/clause.ts';
import { isInAside } from './aside.ts';
import { foresees } from './foreseen.ts';
import { clauseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { PLACE_NOUNS } from './noun-classes.ts';
import { isActor, isLoose, isNameLike, isPlace, type Participant, participantsOf, type Reading } from './reading.ts';

/** Acts that are done to those who live where they happen: "imposed a curfew in Lahore", "aid for schools in Yemen". */
export const DONE_TO_PLACES: ReadonlySet<string> = new Set<EventTypeCode>([
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

/** Acts of authorities; where nobody else is named they are those of the place: "was arrested in Niger", "got asylum in Sweden". */
const DONE_BY_STATES: ReadonlySet<string> = new Set([
  'arrested',
  'convicted',
  'deported',
  'expelled',
  'expelled-diplomats-of',
  'gave-asylum-to',
  'investigates',
]);
/** Those that send away: "expelled [from] Niger". */
const SENDING: ReadonlySet<string> = new Set(['deported', 'expelled', 'expelled-diplomats-of']);

const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'inside', 'across', 'throughout', 'within']);

/** Also "crossings into Gaza". */
const WHERE_TO: ReadonlySet<string> = new Set([...WHERE, 'into']);

const FROM: ReadonlySet<string> = new Set(['from', 'out of']);

/** How sure it is that the place of an act is that of its doer or sufferer. */
const CERTAINTY = 0.75;

/**
 * Gives a side of which nobody is known the place where it happens. Recipient: the place of the recipient itself ("[schools] in Yemen"),
 * of the frame's own nouns ("a [curfew] in Lahore"), of the verb, of its content clause ("agreed to build a port in Gaza").
 */
export function fillFromPlace(reading: Reading, matches: readonly Match[]): Match[] {
  return matches.map((match) => {
    const { A, B } = match.slots;
    const relation = match.frame.relation ?? '';
    if (DONE_BY_STATES.has(relation) && !A && B?.some((x) => x.mention)) {
      const where = SENDING.has(relation) ? FROM : WHERE;
      return withPlace(
        match,
        'A',
        placesAbout(reading, match, B, where).filter((x) => x.mention && !isOfOthers(reading, x, B)),
      );
    }
    if (match.frame.relation === 'trades-with') return withPlace(match, 'B', placesOfTrade(reading, match));
    if (
      !DONE_TO_PLACES.has(match.frame.type) ||
      isBetween(match) ||
      meetsThere(reading, match) ||
      foresees(reading, match) ||
      B?.some((x) => !isOwner(reading, x) && (isKnown(x) || isForce(x) || isMeeting(reading, x, match)))
    )
      return match;
    const places = placesDoneTo(reading, match);
    return withPlace(
      match,
      'B',
      match.frame.type === 'AGREE' ? places.filter((x) => isBehind(reading, match, x)) : places,
    );
  });
}

/** "[In Brussels], the ministers promised to send arms": where words are spoken before the verb tells of it, nobody is meant. */
const isBehind = (reading: Reading, { predicate }: Match, { span }: Participant): boolean =>
  predicate === undefined || span.start > (reading.clauses.predicates[predicate]?.head ?? 0);

/** The place that owns the thing, or where those live to whom it is done, or where it is done. */
function placesDoneTo(reading: Reading, match: Match): readonly Participant[] {
  const { A, B } = match.slots;
  const owners = (B ?? []).filter((x) => isOwner(reading, x));
  if (owners.length > 0) return owners.map((x) => ({ ...x, direct: true }));
  const left = leftPlaces(reading, match);
  if (left.length > 0) return left;
  const places = placesAbout(reading, match, A, WHERE_TO);
  const [first] = B ?? [];
  if (!first) return places;
  if (places.length > 0) return places.map((place) => at(reading, first, place));
  return isNameLike(reading, first) ? [] : placeBehind(reading, first, match);
}

/** "evacuated [300 people from Chad]": nothing else says who those are that were brought out. */
function leftPlaces(reading: Reading, { frame, slots, phrases }: Match): readonly Participant[] {
  const [first] = slots.B ?? [];
  if (frame.type !== 'AID' || !first || !phrases.L) return [];
  const own = new Set(slots.A?.flatMap((x) => x.entities));
  return participantsOf(reading, phrases.L)
    .filter((x) => isWhere(reading, x) && x.entities.length > 0 && x.entities.every((id) => !own.has(id)))
    .map((x) => ({ ...x, span: { start: Math.min(first.span.start, x.span.start), end: x.span.end } }));
}

/** "bought gas from [a field] in Oman": what is traded with nobody in particular comes from or goes to where that is. */
function placesOfTrade(reading: Reading, { slots }: Match): readonly Participant[] {
  const { A, B = [] } = slots;
  if (B.length === 0 || !B.every((x) => isLoose(x) && !isNameLike(reading, x))) return [];
  const own = new Set(A?.flatMap((x) => x.entities));
  const groups = B.flatMap((x) => reading.groupAt(x.span.start) ?? []);
  const obliques = groups.flatMap((g) => reading.clauses.nouns[g]?.obliques ?? []);
  return obliques.filter((o) => WHERE.has(o.preposition)).flatMap((o) => placesOf(reading, o, own));
}

/** "the bill of [Gaza]'s power plant", "the clerks of [Gaza]": a place that owns what is given or taken, not one that a thing is named after. */
function isOwner(reading: Reading, { mention, entities, direct }: Participant): boolean {
  if (direct || mention?.kind !== 'place' || entities.length === 0) return false;
  const { tokens } = reading.doc;
  const group = reading.doc.groups[reading.groupAt(mention.span.start) ?? NOWHERE];
  return (
    /^['’]s?$/.test(tokens[mention.span.end]?.text ?? '') ||
    tokens[(group?.start ?? 0) - 1]?.text.toLowerCase() === 'of'
  );
}

/**
 * "[those affected by the war in Yemen]", "[people uprooted by fighting in northern Mali]": the first place behind the sufferers in the same stretch of
 * words, which no verb of its own and no comma interrupts. Help comes after what happened at the place, a blow may hit others.
 */
function placeBehind(reading: Reading, sufferer: Participant, { frame, slots }: Match): readonly Participant[] {
  const { tokens, morphology } = reading.doc;
  const own = new Set(slots.A?.flatMap((x) => x.entities));
  for (let i = sufferer.span.end; i < tokens.length; i++) {
    const { upos = '', xpos = '' } = morphology[i] ?? {};
    if (upos === 'PUNCT' || /^(?:VBD|VBZ|VBP|MD|CC)$/.test(xpos)) return [];
    const word = tokens[i]?.text ?? '';
    if (frame.type !== 'AID' && LATER.has(word)) return [];
    if (!WHERE.has(word)) continue;
    const place = participantsOf(reading, { groups: [reading.groupAt(i + 1) ?? NOWHERE] }).find(
      (x) => x.direct && x.entities.length > 0 && isWhere(reading, x),
    );
    if (!place) continue;
    const theirs = !place.entities.some((id) => own.has(id));
    return theirs ? [{ ...place, span: { start: sufferer.span.start, end: place.span.end } }] : [];
  }
  return [];
}

const LATER: ReadonlySet<string> = new Set(['after', 'before', 'since', 'following', 'during', 'over']);

/** "sentenced for ties to [a militia] in Chad": the place is that of others. */
function isOfOthers(reading: Reading, place: Participant, sufferers: readonly Participant[]): boolean {
  const group = reading.groupAt(place.span.start) ?? -1;
  const before = (reading.doc.groups[group]?.start ?? place.span.start) - 2;
  const noun = reading.doc.groups[reading.groupAt(before) ?? NOWHERE];
  if (noun?.kind !== 'noun' || noun.end !== before + 1) return false;
  return !!reading.mentionAt(noun.head) && sufferers.every((x) => x.span.end !== noun.end);
}

/** "[48 people] in [two attacks in Mali]": who suffers it is named with the place, unless other words stand between them. */
function at(reading: Reading, sufferer: Participant, place: Participant): Participant {
  const group = reading.groupAt(sufferer.span.start);
  const obliques = group === undefined ? [] : (reading.clauses.nouns[group]?.obliques ?? []);
  const near = obliques.some((o) => o.phrase.span.start <= place.span.start && place.span.end <= o.phrase.span.end);
  const end = near && place.span.start > sufferer.span.start ? place.span.end : sufferer.span.end;
  return { ...place, span: { start: sufferer.span.start, end } };
}

const withPlace = (match: Match, side: 'A' | 'B', place: readonly Participant[]): Match =>
  place.length === 0
    ? match
    : {
        ...match,
        slots: { ...match.slots, [side]: place },
        certainty: match.certainty * CERTAINTY,
        fromPlace: side,
      };

/** "agreed to meet in Graz", "promised to hold talks in Doha": whoever meets there promises nothing to the state of the place. */
export function meetsThere(reading: Reading, { frame, embedded }: Match): boolean {
  const index = embedded[0];
  const inner = index === undefined ? undefined : reading.clauses.predicates[index];
  if (frame.type !== 'AGREE' || !inner) return false;
  const things = inner.objects.flatMap((o) => o.groups);
  return MEETING.has(inner.lemma) || things.some((g) => MEETINGS.has(reading.lemma(reading.doc.groups[g]?.head ?? -1)));
}

const MEETING: ReadonlySet<string> = new Set(
  'attend confer convene discuss gather meet negotiate participate sign speak talk travel'.split(' '),
);

/** "a standoff between rebels and police in Quito": both sides are named. */
const isBetween = ({ frame, slots }: Match): boolean =>
  (slots.A?.length ?? 0) > 1 && frame.elements.some((e) => e.kind === 'argument' && e.slot === 'AB');

/**
 * "suspended the talks in Doha", "approved a plan for a mine in Peru": where people meet or what they write about says nothing of who they are;
 * "froze payments for projects in Peru" does.
 */
const isMeeting = (reading: Reading, x: Participant, { frame }: Match): boolean => {
  const head = reading.doc.groups[reading.groupAt(x.span.start) ?? NOWHERE]?.head ?? x.span.end - 1;
  const isApproved = frame.type === 'CONCEDE' || frame.type === 'AGREE';
  return MEETINGS.has(reading.lemma(head)) || (isApproved && PAPERS.has(reading.lemma(head)));
};

const PAPERS: ReadonlySet<string> = new Set(
  'application bid bill budget demand draft law legislation motion offer petition plan project proposal report request resolution scheme'.split(
    ' ',
  ),
);

const MEETINGS: ReadonlySet<string> = new Set(
  'conference consultation contact dialogue discussion meeting negotiation relation session summit talk talks tie visit'.split(
    ' ',
  ),
);

/** "fought [the military] in Aleppo": a force whose state is not known is not its place. */
const isForce = (x: Participant): boolean =>
  x.mention?.kind === 'organization' && /^(?:MIL|COP|GOV)$/.test(x.mention.sector ?? '');

/** Somebody with a name or a link; "48 people" may be anybody. */
const isKnown = (x: Participant): boolean => x.entities.length > 0 || x.mention?.form === 'name';

function placesAbout(
  reading: Reading,
  match: Match,
  others: readonly Participant[] | undefined,
  where: ReadonlySet<string>,
): readonly Participant[] {
  const { nouns } = reading.clauses;
  const own = new Set(others?.flatMap((x) => x.entities));
  const groups: GroupIndex[] = [
    ...(match.slots.B ?? []).flatMap((x) => reading.groupAt(x.span.start) ?? []),
    ...(match.noun === undefined ? [] : [match.noun]),
    ...match.claimed,
  ];
  const clauses = [match.predicate, match.embedded[0]].flatMap((p) => (p === undefined ? [] : clauseOf(reading, p)));
  const obliques = [...groups.flatMap((g) => nouns[g] ?? []), ...clauses].flatMap((owner) =>
    owner.obliques.filter((o) => where.has(o.preposition) && !isInAside(reading, owner, o)),
  );
  const named = obliques.map((o) => placesOf(reading, o, own)).find((found) => found.length > 0);
  return named ?? obliques.map((o) => unknownPlaces(reading, o)).find((found) => found.length > 0) ?? [];
}

const placesOf = (reading: Reading, { phrase }: Oblique, own: ReadonlySet<EntityId>): readonly Participant[] =>
  participantsOf(reading, phrase).filter(
    (x) => x.entities.length > 0 && x.entities.every((id) => !own.has(id)) && isWhere(reading, x),
  );

const isWhere = (reading: Reading, x: Participant): boolean =>
  isPlace(x) || (isActor(reading, x) && x.mention?.kind === 'country');

/** "the town of Cizre", "the border area", "Pugha" that no gazetteer has. */
const unknownPlaces = (reading: Reading, { phrase }: Oblique): readonly Participant[] =>
  participantsOf(reading, phrase).filter(
    (x) => isLoose(x) && (PLACE_NOUNS.has(reading.lemma(x.span.end - 1)) || isNameLike(reading, x)),
  );
