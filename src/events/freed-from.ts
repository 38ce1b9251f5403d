import { NOWHERE } from '../base/nowhere.ts';
import { logicalClause } from './logical-clause.ts';
import type { Match } from './match.ts';
import { isActor, type Participant, participantsOf, type Reading } from './reading.ts';

/** What those who are freed suffered before: whoever did it held them. */
const HELD = new Set('hold kidnap abduct capture seize detain imprison take jail'.split(' '));

/**
 * "freed the hostages held by X", "freed the workers whom X had kidnapped": who frees people from another's hands helps them (AID), and
 * gives nothing up. Source: coding rule `freeing` of RETREAT.
 */
export const freedFromOthers = (reading: Reading, matches: readonly Match[]): Match[] =>
  matches.map((match) => {
    if (match.frame.relation !== 'released' || match.noun !== undefined || !isHeldByAnother(reading, match))
      return match;
    const { mode: _, ...frame } = match.frame;
    return { ...match, frame: { ...frame, type: 'AID', relation: 'gave-aid-to' } };
  });

function isHeldByAnother(reading: Reading, { predicate, slots }: Match): boolean {
  const p = reading.clauses.predicates[predicate ?? NOWHERE];
  const freed = new Set(p && logicalClause(p).objects.flatMap((o) => o.groups));
  const mine = new Set(slots.A?.flatMap((x) => x.entities));
  const isOther = (x: Participant): boolean => isActor(reading, x) && !x.entities.some((id) => mine.has(id));
  return reading.clauses.predicates.some((q) => {
    if (!HELD.has(q.lemma) || q.governor?.relation !== 'relative' || q.governor.predicate !== predicate) return false;
    const { subject, objects } = logicalClause(q);
    const isSame = objects.some((o) => o.groups.some((g) => freed.has(g)));
    return isSame && !!subject && participantsOf(reading, subject).some(isOther);
  });
}
