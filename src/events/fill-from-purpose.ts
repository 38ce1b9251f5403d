import type { EventTypeCode } from '../model/event.ts';
import type { PredicateIndex } from '../syntax/clause.ts';
import { logicalClause } from './logical-clause.ts';
import type { Match } from './match.ts';
import { isActor, isNameLike, isPlace, type Participant, participantsOf, type Reading } from './reading.ts';

/** Acts whose purpose tells at whom they are aimed or whom they are to help. */
const AIMED = new Set<string>([
  'PROTEST',
  'AID',
  'MOBILIZE',
  'REQUEST',
  'ACCUSE',
  'AGREE',
  'CONCEDE',
  'RETREAT',
] satisfies EventTypeCode[]);

/**
 * "blocked roads to press demands on the government", "sent doctors to help Haiti": an act that names no recipient of its own has that of its
 * purpose, which is the recipient of the event that the purpose tells, else its object.
 */
export function fillFromPurpose(reading: Reading, matches: readonly Match[]): Match[] {
  const told = new Map(matches.filter((m) => m.noun === undefined).map((m) => [m.predicate, m]));
  const purposes = purposesByPredicate(reading);
  return matches.map((match) => {
    if (match.predicate === undefined || !AIMED.has(match.frame.type) || hasActor(reading, match)) return match;
    for (const index of [match.predicate, ...match.embedded].flatMap((p) => purposes.get(p) ?? [])) {
      if (match.embedded.includes(index) || isJudged(reading, match, index)) continue;
      if (
        match.slots.B?.some((x) => isActor(reading, x) || isPlace(x)) &&
        !isAim(reading, match, index, told.get(index))
      )
        continue;
      const aimed = recipientsOf(reading, index, told.get(index), match);
      if (aimed.length > 0)
        return { ...match, slots: { ...match.slots, B: aimed }, certainty: match.certainty * 0.85, fromContent: true };
    }
    return match;
  });
}

const hasActor = (reading: Reading, match: Match): boolean =>
  match.slots.B?.some((x) => (isActor(reading, x) || isNameLike(reading, x)) && !isScene(match, x)) ?? false;

/** "put up roadblocks around Oruro to press the president", "sent a ship to the Black Sea to deter Russia": where one acts is not against whom. */
const isScene = ({ frame }: Match, { mention }: Participant): boolean =>
  (SCENES.has(frame.type) && mention?.kind === 'place') || (frame.type === 'PROTEST' && frame.mode === 'obstruct');
const SCENES = new Set<string>(['MOBILIZE', 'PROTEST'] satisfies EventTypeCode[]);

/** What is said to be done to somebody else than those at the scene: to demand something, to deter somebody. */
function isAim(reading: Reading, { frame }: Match, index: PredicateIndex, told: Match | undefined): boolean {
  if (frame.type === 'MOBILIZE') return DETERRING.has(reading.clauses.predicates[index]?.lemma ?? '');
  return told !== undefined && (told.frame.type === 'REQUEST' || told.frame.type === 'PROTEST');
}
const DETERRING: ReadonlySet<string> = new Set(
  'confront contain counter deter discourage dissuade face intimidate monitor oppose repel scare shadow threaten track warn'.split(
    ' ',
  ),
);

/** "criticised the plan [to help Moldova]": what the accused thing would do is no aim of whoever accuses. */
function isJudged(reading: Reading, match: Match, purpose: PredicateIndex): boolean {
  if (match.frame.type !== 'ACCUSE' || match.predicate === undefined) return false;
  const groups = reading.clauses.predicates[match.predicate]?.objects.flatMap((o) => o.groups) ?? [];
  return groups.some((g) => reading.clauses.nouns[g]?.complements.some((c) => c.predicate === purpose));
}

/** Infinitives and "calling for …" that hang on a predicate, not as its content. */
function purposesByPredicate(reading: Reading): Map<PredicateIndex, PredicateIndex[]> {
  const found = new Map<PredicateIndex, PredicateIndex[]>();
  reading.clauses.predicates.forEach((p, index) => {
    const over = p.governor;
    if (!over || (p.form !== 'infinitive' && p.form !== 'gerund')) return;
    if (over.relation !== 'adverbial' && over.relation !== 'complement') return;
    found.set(over.predicate, [...(found.get(over.predicate) ?? []), index]);
  });
  return found;
}

function recipientsOf(reading: Reading, index: PredicateIndex, told: Match | undefined, match: Match) {
  const p = reading.clauses.predicates[index];
  const own = new Set(match.slots.A?.flatMap((x) => x.entities));
  const phrases = p ? [...logicalClause(p).objects, ...logicalClause(p).obliques.map((o) => o.phrase)] : [];
  const candidates = told?.slots.B ?? phrases.flatMap((phrase) => participantsOf(reading, phrase));
  return candidates.filter(
    (x) => isActor(reading, x) && x.entities.length > 0 && !x.entities.some((id) => own.has(id)),
  );
}
