import { NOWHERE } from '../base/nowhere.ts';
import type { EventTypeCode } from '../model/event.ts';
import type { Oblique, Predicate, PredicateIndex } from '../syntax/clause.ts';
import { clauseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { isActor, isNameLike, type Participant, participantsOf, type Reading } from './reading.ts';
import { concernedBy, startOf } from './thing-recipient.ts';

/** With which feeling or in which quarrel people act. */
const MOODS: ReadonlySet<string> = new Set(
  (
    'anger condemnation defiance despair disgust dismay dispute displeasure frustration fury indignation opposition outrage protest rage resentment ' +
    'row standoff stand-off wrath'
  ).split(' '),
);
/** Prepositions by which a protest names its cause, the plainest first. */
const CAUSES: readonly (readonly string[])[] = [['against'], ['over', 'about', 'because of']];
/** Words by which protesters say what they want and of whom. */
const SAYING = new Set<string>(['REQUEST', 'ACCUSE', 'REJECT'] satisfies EventTypeCode[]);
/** The cause is told beside the act, not as its address. */
const CERTAINTY = 0.85;

/**
 * Gives a protest that names nobody the one whose doing moves the protesters: "blocked a bridge in anger at [Ottawa]'s mandate", "struck over a
 * rise decreed by [the council]", "downed tools and demanded that [the company] pay", "fasted, accusing [Peru] of neglect".
 */
export function fillGrievance(reading: Reading, matches: readonly Match[]): Match[] {
  let told: ReadonlyMap<PredicateIndex, Match> | undefined;
  return matches.map((match) => {
    const { frame, slots } = match;
    if (
      frame.type !== 'PROTEST' ||
      slots.B?.some((x) => isActor(reading, x) || (hasName(reading, x) && x.mention?.kind !== 'place'))
    )
      return match;
    told ??= sayingsByAct(reading, matches);
    const own = new Set(slots.A?.flatMap((x) => x.entities));
    const others = (list: readonly Participant[]): Participant[] =>
      list.filter(
        (x) =>
          (isActor(reading, x) || isNameLike(reading, x)) &&
          !x.entities.some((id) => own.has(id)) &&
          !isOwnWord(match, x),
      );
    const said = told.get(match.predicate ?? NOWHERE)?.slots.B ?? [];
    const found = causesOf(reading, match, own, others) ?? (others(said).length > 0 ? others(said) : undefined);
    return found
      ? { ...match, slots: { ...slots, B: found }, certainty: match.certainty * CERTAINTY, fromContent: true }
      : match;
  });
}

/** "occupied the [National Bank] headquarters". */
const hasName = ({ doc }: Reading, { span }: Participant): boolean =>
  doc.morphology.slice(span.start, span.end).some((word) => word.upos === 'PROPN');

const isOwnWord = (match: Match, { span }: Participant): boolean =>
  match.slots.A?.some((a) => a.span.start === span.start) ?? false;

function causesOf(
  reading: Reading,
  match: Match,
  own: ReadonlySet<string>,
  others: (list: readonly Participant[]) => Participant[],
): readonly Participant[] | undefined {
  const obliques = obliquesOf(reading, match);
  const byMood = obliques.filter((o) => MOODS.has(reading.lemma(startOf(reading, o) - 2)) && o.preposition !== 'by');
  for (const list of [byMood, ...CAUSES.map((of) => obliques.filter((o) => of.includes(o.preposition)))]) {
    for (const { phrase } of list) {
      const named = others(participantsOf(reading, phrase));
      if (named.length > 0) return named;
      const behind = concernedBy(reading, phrase.groups, own, { anywhere: ['against'], behind: ['by', 'of', 'from'] });
      if (behind) return behind;
    }
  }
  return undefined;
}

/** Of the clause, of the frame's own nouns, and of what stands behind either: "a show [of anger] [at the EU]". */
function obliquesOf(reading: Reading, { predicate, noun, claimed, slots }: Match): readonly Oblique[] {
  const { nouns } = reading.clauses;
  const clause = predicate === undefined ? [] : clauseOf(reading, predicate).obliques;
  const groups = [
    ...claimed,
    ...(noun === undefined ? [] : [noun]),
    ...(slots.B ?? []).flatMap((x) => reading.groupAt(x.span.start) ?? []),
  ];
  const outer = [...clause, ...groups.flatMap((g) => nouns[g]?.obliques ?? [])];
  const inner = outer.flatMap((o) => o.phrase.groups.flatMap((g) => nouns[g]?.obliques ?? []));
  return [...outer, ...inner];
}

/** What those who act demand, deplore or refuse in the same breath: in a participle behind the act, or in a clause joined to it by "and". */
function sayingsByAct(reading: Reading, matches: readonly Match[]): Map<PredicateIndex, Match> {
  const { predicates } = reading.clauses;
  const found = new Map<PredicateIndex, Match>();
  for (const match of matches) {
    const over = predicates[match.predicate ?? NOWHERE]?.governor;
    if (!over || match.noun !== undefined || !SAYING.has(match.frame.type) || !match.slots.B) continue;
    const joined =
      over.relation === 'coordinate' && sameSubject(predicates[match.predicate ?? NOWHERE], predicates[over.predicate]);
    if (over.relation !== 'adverbial' && over.relation !== 'complement' && !joined) continue;
    if (!found.has(over.predicate)) found.set(over.predicate, match);
  }
  return found;
}

const sameSubject = (a: Predicate | undefined, b: Predicate | undefined): boolean =>
  a?.subject !== undefined && a.subject.head === b?.subject?.head;
