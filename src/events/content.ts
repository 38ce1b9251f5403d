import { NOWHERE } from '../base/nowhere.ts';
import type { FrameType } from '../knowledge/knowledge.ts';
import type { NounPhrase, PredicateIndex } from '../syntax/clause.ts';
import { isInAside } from './aside.ts';
import { foresees } from './foreseen.ts';
import { clauseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { DONE_TO_PLACES, meetsThere } from './place-participants.ts';
import { isActor, isPlace, type Participant, participantsOf, type Reading } from './reading.ts';
import { concernedBy } from './thing-recipient.ts';

/** Not doing these harms nobody: "ruled out strikes on Peru", "refused to bomb the camp". */
export const HARM: ReadonlySet<FrameType> = new Set<FrameType>([
  'ASSAULT',
  'SANCTION',
  'COERCE',
  'MOBILIZE',
  'THREATEN',
  'PROTEST',
  'ACCUSE',
]);

const NOT_TO_VICTIMS = new Set<FrameType>(['REJECT', 'SUPPORT']);

/** Prepositions of the content clause behind which a recipient may stand; "on" and "about" name topics. */
const CONTENT_PREPOSITIONS = ['with', 'to', 'against', 'from', 'for'];

/**
 * Gives a frame that takes a clause ("agreed to DO", "threatened to DO") the recipient that stands inside that clause: the recipient
 * of the event that the clause tells, else whoever stands behind a preposition or as its object.
 */
export function fillFromContent(reading: Reading, matches: readonly Match[]): Match[] {
  const byPredicate = new Map(matches.filter((m) => m.noun === undefined).map((m) => [m.predicate, m]));
  const kept = matches.filter((m) => !isVowOfRefusal(reading, m, byPredicate));
  return kept.map((match) => {
    const inner = match.embedded[0] ?? fixedClause(reading, match);
    // "denied that it had closed the border with Peru": Peru need not be the accuser.
    if (match.slots.B || inner === undefined || match.frame.relation === 'denied') return match;
    if (foresees(reading, match)) return match;
    const told = byPredicate.get(inner);
    // "refused to attack Peru", "backs efforts to isolate Peru": that rejects nothing of Peru's and is no support for it.
    if (NOT_TO_VICTIMS.has(match.frame.type) && told && HARM.has(told.frame.type)) return match;
    const recipientIn = (index: PredicateIndex): Participant[] | undefined =>
      others(
        reading,
        match,
        byPredicate.get(index)?.slots.B ?? [],
        WITHDRAWN.has(byPredicate.get(index)?.frame.type ?? ''),
      ) ?? searchClause(reading, match, index);
    const found =
      recipientIn(inner) ??
      innermost(reading, match, inner)
        .map(recipientIn)
        .find((x) => x !== undefined);
    return found
      ? { ...match, slots: { ...match.slots, B: found }, certainty: match.certainty * 0.85, fromContent: true }
      : match;
  });
}

/** "vowed that it [would not withdraw] from Chad": a refusal, which its own clause tells. */
function isVowOfRefusal(
  reading: Reading,
  { frame, embedded }: Match,
  byPredicate: ReadonlyMap<PredicateIndex | undefined, Match>,
): boolean {
  const inner = embedded[0];
  if (frame.type !== 'AGREE' || inner === undefined || !reading.clauses.predicates[inner]?.negated) return false;
  return REFUSABLE.has(byPredicate.get(inner)?.frame.type ?? '');
}
const REFUSABLE: ReadonlySet<string> = new Set<FrameType>([
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
]);

/** "refused to [grant] Mali its right": the clause of the verb that the frame names behind "to". */
function fixedClause(reading: Reading, { frame, noun, predicate }: Match): PredicateIndex | undefined {
  if (frame.type !== 'REJECT' || noun !== undefined) return undefined;
  const clauses = reading.clauses.predicates[predicate ?? NOWHERE]?.complements.filter((c) => c.form === 'to') ?? [];
  return clauses.length === 1 ? clauses[0]?.predicate : undefined;
}

/** "refused to leave [Kherson]": yielding is done to places as well. */
const WITHDRAWN: ReadonlySet<string> = new Set<FrameType>(['RETREAT', 'CONCEDE']);

/** "refused to pull back [its soldiers]": one's own are nobody else. */
const isOwn = ({ doc }: Reading, { span, mention }: Participant): boolean =>
  mention?.form !== 'name' &&
  /^(?:its|their|his|her)$/i.test(doc.tokens[span.start]?.text ?? '') &&
  span.end > span.start + 1;

/**
 * Actors among the candidates that are not the frame's own actor.
 * @param places whether places count whatever the frame
 */
function others(
  reading: Reading,
  match: Match,
  candidates: readonly Participant[],
  places = false,
): Participant[] | undefined {
  const mine = new Set(match.slots.A?.flatMap((x) => x.entities));
  const own = new Set(match.slots.A?.map((x) => x.span.start));
  const found = candidates.filter(
    (x) =>
      (isActor(reading, x) ||
        (isPlace(x) && (places || DONE_TO_PLACES.has(match.frame.type)) && !meetsThere(reading, match))) &&
      !(match.frame.type === 'REJECT' && isOwn(reading, x)) &&
      !own.has(x.span.start) &&
      !x.entities.some((id) => mine.has(id)),
  );
  return found.length ? found : undefined;
}

/** "pledged to do its best [to free Peru's sailors]": a promise is to those whom its purpose names. */
function innermost(reading: Reading, { frame, predicate }: Match, index: PredicateIndex): PredicateIndex[] {
  const { predicates } = reading.clauses;
  const said = frame.type === 'AGREE' && predicates[predicate ?? NOWHERE]?.form === 'finite';
  const inner = said ? predicates[index] : undefined;
  return inner?.negated ? [] : (inner?.complements ?? []).flatMap((c) => (c.form === 'to' ? c.predicate : []));
}

function searchClause(reading: Reading, match: Match, index: PredicateIndex): Participant[] | undefined {
  const inner = reading.clauses.predicates[index];
  // "promised not to attack the ships": what is not to be done has no recipient.
  if (!inner || inner.negated) return undefined;
  const clause = clauseOf(reading, index);
  const near = clause.obliques.filter((o) => !isInAside(reading, clause, o));
  const ordered: NounPhrase[] = [
    ...CONTENT_PREPOSITIONS.flatMap((p) => near.filter((o) => o.preposition === p).map((o) => o.phrase)),
    ...clause.objects,
    ...(clause.subject ? [clause.subject] : []),
  ];
  for (const phrase of ordered) {
    const found = others(reading, match, participantsOf(reading, phrase));
    if (found) return found;
  }
  if (!DONE_TO_PLACES.has(match.frame.type) || meetsThere(reading, match)) return undefined;
  const own = new Set(match.slots.A?.flatMap((x) => x.entities));
  const things = concernedBy(
    reading,
    clause.objects.flatMap((o) => o.groups),
    own,
  );
  return things && others(reading, match, things);
}
