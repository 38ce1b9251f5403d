import { NOWHERE } from '../base/nowhere.ts';
import type { GroupIndex, NounPhrase, Predicate, PredicateIndex } from '../syntax/clause.ts';
import { clauseOf, logicalClause } from './logical-clause.ts';
import type { Match } from './match.ts';
import { isActor, isLoose, isNameLike, type Participant, participantsOf, type Reading } from './reading.ts';

/** Attacks that are called after whoever makes them: "a Syrian air raid"; "a Kabul bombing" is called after its place. */
const CALLED_AFTER_DOER: ReadonlySet<string> = new Set(
  'airstrike ambush barrage bombardment fire gunfire incursion offensive operation raid shelling strike'.split(' '),
);
const ATTACKS: ReadonlySet<string> = new Set([
  ...CALLED_AFTER_DOER,
  ...'assault attack blast bombing explosion massacre onslaught rampage shooting stabbing'.split(' '),
]);
const FIGHTS: ReadonlySet<string> = new Set(
  'battle clash combat confrontation encounter exchange fight fighting firefight gunbattle gunfight shootout skirmish war'.split(
    ' ',
  ),
);

const CERTAINTY = 0.85;

/**
 * Gives those who suffered violence "in" an attack or fight, or "when" somebody attacked, its doer: "were killed in [Syrian] air raids", "died in
 * clashes with [rebels]", "were wounded when [gunmen] stormed the hall".
 */
export function fillFromAttack(reading: Reading, matches: readonly Match[]): Match[] {
  return matches.map((match) => {
    const { predicate, slots, frame } = match;
    const p = reading.clauses.predicates[predicate ?? NOWHERE];
    if (frame.type !== 'ASSAULT' || predicate === undefined || !p || match.noun !== undefined || !slots.B) return match;
    if (slots.A?.some((x) => !isAttack(reading, x))) return match;
    const suffered = new Set(slots.B.flatMap((x) => x.entities));
    const found =
      doersIn(reading, predicate, suffered) ??
      (slots.A ? undefined : doersOfClause(reading, predicate, p, matches, suffered));
    return found ? { ...match, slots: { ...slots, A: found }, certainty: match.certainty * CERTAINTY } : match;
  });
}

const isAttack = (reading: Reading, x: Participant): boolean => {
  const head = reading.doc.groups[reading.groupAt(x.span.end - 1) ?? NOWHERE]?.head ?? -1;
  return x.entities.length === 0 && (ATTACKS.has(reading.lemma(head)) || FIGHTS.has(reading.lemma(head)));
};

/** Whoever is named with the attack or fight behind "in". */
function doersIn(reading: Reading, index: PredicateIndex, suffered: ReadonlySet<string>): Participant[] | undefined {
  for (const { preposition, phrase } of clauseOf(reading, index).obliques) {
    if (preposition !== 'in' && preposition !== 'during' && preposition !== 'by') continue;
    for (const group of phrase.groups) {
      const found = doersOf(reading, group).filter((x) => isDoer(reading, x, suffered));
      if (found.length > 0) return found;
    }
  }
  return undefined;
}

function doersOf(reading: Reading, group: GroupIndex): Participant[] {
  const context = reading.clauses.nouns[group];
  const g = reading.doc.groups[group];
  const head = reading.lemma(g?.head ?? -1);
  const [attack, fight] = [ATTACKS.has(head), FIGHTS.has(head)];
  if (!context || !g || !(attack || fight)) return [];
  const behind = (words: readonly string[]): NounPhrase[] =>
    context.obliques.filter((o) => words.includes(o.preposition)).map((o) => o.phrase);
  const phrases = behind(fight ? ['with', 'against'] : ['by', 'from']);
  const named = reading
    .modifiers(group)
    .filter((m) => m.kind !== 'place' && (m.kind !== 'country' || CALLED_AFTER_DOER.has(head)));
  const before = named.length > 0 && attack ? participantsOf(reading, { groups: [group] }) : [];
  return [...[...phrases, ...agentsOf(reading, group)].flatMap((phrase) => participantsOf(reading, phrase)), ...before];
}

/** "a raid [conducted by Jordan]". */
const agentsOf = ({ clauses }: Reading, group: GroupIndex): NounPhrase[] =>
  clauses.predicates
    .filter((p) => p.voice === 'passive' && p.governor?.relation === 'relative' && p.subject?.groups.includes(group))
    .flatMap((p) => p.obliques.filter((o) => o.preposition === 'by').map((o) => o.phrase));

/** "killed when [gunmen] attacked": the doer of the violence that the clause tells. */
function doersOfClause(
  reading: Reading,
  index: PredicateIndex,
  { voice }: Predicate,
  matches: readonly Match[],
  suffered: ReadonlySet<string>,
): Participant[] | undefined {
  if (voice !== 'passive') return undefined;
  const told = matches.find(({ frame, predicate, noun }) => {
    const over = noun === undefined ? reading.clauses.predicates[predicate ?? NOWHERE]?.governor : undefined;
    return (
      frame.type === 'ASSAULT' &&
      over?.predicate === index &&
      over.relation === 'adverbial' &&
      WHEN.has(over.marker ?? '')
    );
  });
  const q = reading.clauses.predicates[told?.predicate ?? NOWHERE];
  if (!told || !q || logicalClause(q).subject === undefined) return undefined;
  const found = (told.slots.A ?? []).filter((x) => isDoer(reading, x, suffered));
  return found.length > 0 ? found : undefined;
}

const WHEN: ReadonlySet<string> = new Set(['when', 'as', 'after', 'while']);

const isDoer = (reading: Reading, x: Participant, suffered: ReadonlySet<string>): boolean =>
  (isActor(reading, x) || (isLoose(x) && isNameLike(reading, x))) && !x.entities.some((id) => suffered.has(id));
