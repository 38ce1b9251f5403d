import { NOWHERE } from '../base/nowhere.ts';
import type { GroupIndex, Oblique } from '../syntax/clause.ts';
import { clauseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { PLACE_NOUNS } from './noun-classes.ts';
import { isActor, isPlace, type Participant, participantsOf, type Reading } from './reading.ts';
import { concernedBy } from './thing-recipient.ts';

/** Prepositions by which a move of troops tells at whom it is aimed, the plainest first. */
const FACING: readonly (readonly string[])[] = [
  ['against', 'towards', 'toward', 'facing', 'opposite'],
  ['near', 'off', 'off of', 'along', 'around', 'outside', 'over', 'past', 'close to', 'next to'],
  ['on', 'at', 'to', 'into', 'across', 'in'],
  ['because of', 'amid', 'over', 'after', 'following', 'due to'],
];
/** "[Mali]'s army was put on alert": whose troops they are moves them, when nobody else is said to. */
function withOwner(reading: Reading, match: Match): Match {
  const p = match.frame.type === 'MOBILIZE' ? reading.clauses.predicates[match.predicate ?? NOWHERE] : undefined;
  if (p?.voice !== 'passive' || match.slots.A || !p.subject) return match;
  const owners = participantsOf(reading, p.subject).filter((x) => x.entities.length > 0 && isActor(reading, x));
  if (owners.length === 0) return match;
  const { B, ...slots } = match.slots;
  const others = B?.filter((x) => !owners.some((o) => o.span.start === x.span.start));
  return { ...match, slots: { ...slots, A: owners, ...(others?.length ? { B: others } : {}) } };
}

/** What one has with an opponent. */
const WITH: ReadonlySet<string> = new Set(
  'border frontier boundary tension clash threat attack standoff dispute conflict war skirmish provocation'.split(' '),
);
/** How sure it is that a move is aimed at those where it is made. */
const CERTAINTY = 0.8;

/**
 * Gives moves of troops that name no recipient the one whom they face: "beefed up security along its border with [Mali]", "put its forces on alert
 * after clashes with [Mali]", "dug trenches facing [Mali]".
 */
export function fillFacing(reading: Reading, matches: readonly Match[]): Match[] {
  return matches.map((found) => {
    const match = withOwner(reading, found);
    const { slots, predicate } = match;
    const own = new Set(slots.A?.flatMap((x) => x.entities));
    // "along its frontier": its own is nobody else's.
    const isOwn = (x: Participant): boolean => x.entities.length > 0 && x.entities.every((id) => own.has(id));
    const faces = slots.B?.some((x) => x.mention && !isOwn(x)) ?? false;
    if (match.frame.type !== 'MOBILIZE' || predicate === undefined || faces) return match;
    const others = faced(reading, match, predicate, own);
    return others
      ? { ...match, slots: { ...slots, B: others }, certainty: match.certainty * CERTAINTY, fromContent: true }
      : match;
  });
}

function faced(
  reading: Reading,
  match: Match,
  predicate: number,
  own: ReadonlySet<string>,
): readonly Participant[] | undefined {
  const { nouns } = reading.clauses;
  const groups: readonly GroupIndex[] = [
    ...match.claimed,
    ...(match.slots.B ?? []).flatMap((x) => reading.groupAt(x.span.start) ?? []),
  ];
  const obliques: readonly Oblique[] = [
    ...clauseOf(reading, predicate).obliques,
    ...groups.flatMap((g) => nouns[g]?.obliques ?? []),
  ];
  for (const prepositions of FACING) {
    for (const { phrase } of obliques.filter((o) => prepositions.includes(o.preposition))) {
      // "at the request of [Mali]": at a thing that stands nowhere.
      const stands = prepositions.includes('against') || PLACE_NOUNS.has(reading.lemma(phrase.head));
      const named = participantsOf(reading, phrase).filter((x) => isOther(reading, x, own) && (x.direct || stands));
      if (named.length > 0) return named;
      // "the border with [Mali]", "tension with [Mali]"
      const near = stands || WITH.has(reading.lemma(phrase.head));
      const beside = obliques.filter((o) => o.preposition === 'with' && o.phrase.span.start === phrase.span.end + 1);
      const behind = near
        ? (concernedBy(reading, phrase.groups, own) ?? beside.flatMap((o) => participantsOf(reading, o.phrase))).filter(
            (x) => isOther(reading, x, own),
          )
        : undefined;
      if (behind?.length) return behind;
    }
  }
  return undefined;
}

const isOther = (reading: Reading, x: Participant, own: ReadonlySet<string>): boolean =>
  x.entities.length > 0 && (isActor(reading, x) || isPlace(x)) && !x.entities.some((id) => own.has(id));
