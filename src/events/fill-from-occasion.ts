import { NOWHERE } from '../base/nowhere.ts';
import type { GroupIndex, NounPhrase, Oblique, PredicateIndex } from '../syntax/clause.ts';
import { clauseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { proposersOf } from './proposers.ts';
import { isActor, type Participant, participantsOf, type Reading } from './reading.ts';

/** What others do to make somebody give way. */
const PRESSURE: ReadonlySet<string> = new Set(
  (
    'anger appeal backlash boycott call campaign complaint criticism demand demonstration deliberation lawsuit meeting mutiny negotiation objection outcry ' +
    'insistence outrage petition plea pressure protest rally rebellion request revolt riot sit-in strike talk talks threat ultimatum unrest uproar uprising urging warning'
  ).split(' '),
);
const OCCASIONS: ReadonlySet<string> = new Set([
  'under',
  'amid',
  'after',
  'following',
  'in response to',
  'because of',
  'at',
  'on',
  'of',
]);
const MARKERS: ReadonlySet<string> = new Set(['after', 'when', 'once', 'because']);
/** What befalls one makes nobody give way. */
const FATES: ReadonlySet<string> = new Set('be become collapse die lose suffer win'.split(' '));
/** The occasion is told beside the act, not as its address. */
const CERTAINTY = 0.75;

/**
 * "resigned under pressure from [students]", "called off the strike after [the ministry] raised wages": whoever gives way and names nobody
 * gives way to those whose doing is the occasion.
 */
export function fillFromOccasion(reading: Reading, matches: readonly Match[]): Match[] {
  let clauses: ReadonlyMap<PredicateIndex, NounPhrase[]> | undefined;
  return matches.map((match) => {
    if (match.noun !== undefined || match.predicate === undefined || !givesWay(match)) return match;
    const own = new Set(match.slots.A?.flatMap((x) => x.entities));
    // "suspended [their] blockade after …": whoever gives way is no address.
    const isSelf = (x: Participant): boolean => x.mention?.form === 'pronoun' && x.entities.every((id) => own.has(id));
    if (match.slots.B?.some((x) => x.mention && !isSelf(x))) return match;
    clauses ??= occasionsByPredicate(reading);
    const phrases = [
      ...pressedBy(reading, match.predicate),
      ...(isApart(reading, match) ? [] : (clauses.get(match.predicate) ?? [])),
    ];
    const found =
      phrases
        .map((phrase) => participantsOf(reading, phrase).filter((x) => mayPress(reading, x, own)))
        .find((list) => list.length > 0) ?? proposersOf(reading, [...match.claimed, ...thingsOf(reading, match)], own);
    if (!found) return match;
    return { ...match, slots: { ...match.slots, B: found }, certainty: match.certainty * CERTAINTY, fromContent: true };
  });
}

const thingsOf = (reading: Reading, { slots, phrases }: Match): readonly GroupIndex[] => [
  ...(slots.B ?? []).flatMap((x) => reading.groupAt(x.span.start) ?? []),
  ...(phrases.X?.groups ?? []),
];

/**
 * "lifted its curfew after Sudan freed the pilots": one follows the other, but a curfew is for one's own; a clause behind a participle belongs
 * to what is nearer ("ending a freeze that began when gunmen stormed the mission").
 */
const isApart = ({ clauses }: Reading, { frame, predicate }: Match): boolean =>
  frame.text.includes('@curfew') || clauses.predicates[predicate ?? NOWHERE]?.form === 'gerund';

const givesWay = ({ frame }: Match): boolean =>
  frame.relation === 'conceded-to' ||
  frame.relation === 'accepted-from' ||
  frame.relation === 'eased-measures-against' ||
  (frame.type === 'RETREAT' && frame.mode === 'resign');

const mayPress = (reading: Reading, x: Participant, own: ReadonlySet<string>): boolean =>
  isActor(reading, x) && !x.entities.some((id) => own.has(id));

/** Those behind "pressure from", "protests by", "talks with", and whoever is named with the pressure. */
function pressedBy(reading: Reading, index: PredicateIndex): readonly NounPhrase[] {
  const clause = clauseOf(reading, index);
  const isPressure = (o: Oblique): boolean =>
    OCCASIONS.has(o.preposition) &&
    o.phrase.groups.some((g) => PRESSURE.has(reading.lemma(reading.doc.groups[g]?.head ?? -1)));
  return clause.obliques.filter(isPressure).flatMap(({ phrase }) => {
    const end = phrase.span.end;
    const behind = (o: Oblique): boolean =>
      ['from', 'by', 'with'].includes(o.preposition) && o.phrase.span.start >= end;
    const inner = phrase.groups.flatMap((g) => reading.clauses.nouns[g]?.obliques.filter(behind) ?? []);
    return [...inner, ...clause.obliques.filter(behind)].map((o) => o.phrase).concat(phrase);
  });
}

/** Subjects of the clauses behind "after" and "when", by the predicate on which these hang. */
function occasionsByPredicate(reading: Reading): Map<PredicateIndex, NounPhrase[]> {
  const found = new Map<PredicateIndex, NounPhrase[]>();
  for (const p of reading.clauses.predicates) {
    const over = p.governor;
    if (over?.relation !== 'adverbial' || !MARKERS.has(over.marker ?? '')) continue;
    if (!p.subject || p.form !== 'finite' || p.voice === 'passive' || FATES.has(p.lemma)) continue;
    // "called off a strike [that had lasted weeks after …]": the tree may hang the clause too low.
    const host = reading.clauses.predicates[over.predicate]?.governor;
    const heads = host?.relation === 'relative' ? [over.predicate, host.predicate] : [over.predicate];
    for (const head of heads) found.set(head, [...(found.get(head) ?? []), p.subject]);
  }
  return found;
}
