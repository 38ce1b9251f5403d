import type { EntityId } from '../model/ids.ts';
import type { Oblique } from '../syntax/clause.ts';
import { clauseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { isActor, type Participant, participantsOf, type Reading } from './reading.ts';

/** Prepositions for those who do the same. */
const BESIDE: ReadonlySet<string> = new Set([
  'alongside',
  'along with',
  'together with',
  'jointly with',
  'in concert with',
]);
/** "in [coordination] with Mali". */
const JOINT: ReadonlySet<string> = new Set(['coordination', 'concert', 'conjunction', 'collaboration']);
const CERTAINTY = 0.9;

/**
 * "Norway, [together with Sweden], condemned Chad": those beside whom somebody acts act as well; behind the verb "along with" adds to those whom
 * it befalls.
 */
export function fillCompanions(reading: Reading, matches: readonly Match[]): Match[] {
  return matches.map((match) => {
    const { A, B } = match.slots;
    if (match.noun !== undefined || match.predicate === undefined || !A || !B || match.frame.type === 'COOPERATE')
      return match;
    const taken = new Set<EntityId>([...A, ...B].flatMap((x) => x.entities));
    const start = reading.clauses.predicates[match.predicate]?.span.start ?? 0;
    const found = clauseOf(reading, match.predicate)
      .obliques.filter((o) => o.phrase.span.end <= start || !/with$/.test(o.preposition))
      .flatMap((o) => companions(reading, o))
      .filter((x) => isActor(reading, x) && x.entities.length > 0 && !x.entities.some((id) => taken.has(id)));
    if (found.length === 0) return match;
    return { ...match, slots: { ...match.slots, A: [...A, ...found] }, certainty: match.certainty * CERTAINTY };
  });
}

function companions(reading: Reading, { preposition, phrase }: Oblique): readonly Participant[] {
  if (BESIDE.has(preposition)) return participantsOf(reading, phrase);
  if (preposition !== 'in' || !JOINT.has(reading.lemma(phrase.head))) return [];
  const inner = phrase.groups.flatMap((g) => reading.clauses.nouns[g]?.obliques ?? []);
  return inner.filter((o) => o.preposition === 'with').flatMap((o) => participantsOf(reading, o.phrase));
}
