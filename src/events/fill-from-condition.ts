import { NOWHERE } from '../base/nowhere.ts';
import type { EventTypeCode } from '../model/event.ts';
import type { PredicateIndex } from '../syntax/clause.ts';
import type { Match } from './match.ts';
import { isActor, isNameLike, type Participant, participantsOf, type Reading } from './reading.ts';

/** Acts that last or come until somebody gives in. */
const PRESSING = new Set<string>(['THREATEN', 'PROTEST'] satisfies EventTypeCode[]);
const WILL = new Set(['will', 'would']);
const UNTIL = new Set(['unless', 'until', 'till']);
/** "warned that its patience would end if [Chad] sent ships": of threats only; a protest goes on whatever "if" says. */
const ONLY_THREATS = new Set(['if', 'should']);
/** "said it would recall its envoy if [Peru] went ahead": harm that one says one would do is a threat. */
const HARMS = new Set<string>(['SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE'] satisfies EventTypeCode[]);
/** "[will disarm] once Chad withdraws": promised by its tense. */
const YIELDING = new Set<string>(['RETREAT', 'CONCEDE'] satisfies EventTypeCode[]);
/** "is willing to free them if [Chad] withdraws": promised to whoever is to do his part. */
const FOR_PROMISES = new Set(['if', 'once', 'provided', 'as long as', 'when', 'in case']);

/**
 * "threatened to strike unless [Chad] withdrew": an act of pressure that names no recipient of its own is aimed at whoever can end it by what
 * the clause behind "unless", "until" or "if" says.
 */
export function fillFromCondition(reading: Reading, matches: readonly Match[]): Match[] {
  const lasting = doersByPredicate(reading, UNTIL);
  const threatened = doersByPredicate(reading, ONLY_THREATS);
  const promised = doersByPredicate(reading, FOR_PROMISES);
  if (lasting.size + threatened.size + promised.size === 0) return [...matches];
  return matches.map((match) => {
    const { modal, negated = false } = reading.clauses.predicates[match.predicate ?? NOWHERE] ?? {};
    const type = HARMS.has(match.frame.type) && WILL.has(modal ?? '') ? 'THREATEN' : match.frame.type;
    const promise = type === 'AGREE' || (YIELDING.has(type) && WILL.has(modal ?? '') && !negated);
    if (!(PRESSING.has(type) || promise) || match.noun !== undefined || hasActor(reading, match)) return match;
    const own = new Set(match.slots.A?.flatMap((x) => x.entities));
    const pressed = [match.predicate, ...match.embedded]
      .flatMap((index) =>
        index === undefined
          ? []
          : promise
            ? (promised.get(index) ?? [])
            : [...(lasting.get(index) ?? []), ...(type === 'THREATEN' ? (threatened.get(index) ?? []) : [])],
      )
      .filter((x) => isActor(reading, x) && !x.entities.some((id) => own.has(id)));
    if (pressed.length === 0) return match;
    return { ...match, slots: { ...match.slots, B: pressed }, certainty: match.certainty * 0.85, fromContent: true };
  });
}

const hasActor = (reading: Reading, match: Match): boolean =>
  match.slots.B?.some((x) => isActor(reading, x) || isNameLike(reading, x)) ?? false;

/** "once the agency verifies it": whoever finds that the condition is met has not met it. */
const WITNESSING: ReadonlySet<string> = new Set(
  'approve certify confirm decide determine find judge report rule verify'.split(' '),
);

/** Subjects of the clauses behind such a conjunction by the predicate on which these hang. */
function doersByPredicate(reading: Reading, markers: ReadonlySet<string>): Map<PredicateIndex, readonly Participant[]> {
  const found = new Map<PredicateIndex, readonly Participant[]>();
  for (const p of reading.clauses.predicates) {
    const over = p.governor;
    if (over?.relation !== 'adverbial' || !markers.has(over.marker ?? '') || !p.subject || p.voice === 'passive')
      continue;
    if (!WITNESSING.has(p.lemma)) found.set(over.predicate, participantsOf(reading, p.subject));
  }
  return found;
}
