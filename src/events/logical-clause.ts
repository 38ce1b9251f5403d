import { NOWHERE } from '../base/nowhere.ts';
import type { ClauseComplement, GroupIndex, NounPhrase, Oblique, Predicate, PredicateIndex } from '../syntax/clause.ts';
import type { Reading } from './reading.ts';

/** A predicate with its voice undone: who does it, to whom, with what prepositional phrases. */
export interface LogicalClause {
  readonly subject?: NounPhrase | undefined;
  readonly objects: readonly NounPhrase[];
  readonly obliques: readonly Oblique[];
  readonly complements: readonly ClauseComplement[];
}

const undone = new WeakMap<Predicate, LogicalClause>();

/** Undoes the passive: the by-phrase is the subject, the grammatical subject the first object. Kept, since every frame of a verb asks. */
export function logicalClause(p: Predicate): LogicalClause {
  const known = undone.get(p);
  if (known) return known;
  const clause = undoPassive(p);
  undone.set(p, clause);
  return clause;
}

/** Participles that tell a state of their subject: "is committed to", "is opposed to". */
const STATES: ReadonlySet<string> = new Set('commit dedicate determine oppose pledge prepare'.split(' '));

const isState = ({ lemma, obliques, complements }: Predicate): boolean =>
  STATES.has(lemma) &&
  (obliques.some((o) => o.preposition === 'to') || complements.some((c) => c.form === 'to' || c.preposition === 'to'));

function undoPassive(p: Predicate): LogicalClause {
  const { subject, objects, obliques, complements } = p;
  if (p.voice === 'active') return { subject, objects, obliques, complements };
  const agent = p.obliques.find((o) => o.preposition === 'by');
  if (!agent && isState(p)) return { subject, objects: [], obliques, complements };
  return {
    subject: agent?.phrase,
    objects: subject ? [subject, ...objects] : objects,
    obliques: obliques.filter((o) => o !== agent),
    complements,
  };
}

/** Nouns that take an infinitive whose doer is the one they belong to: "the right of British troops to fire", "Iran's decision to attack". */
const CONTENT_NOUNS = new Set(
  (
    'ability agreement ambition appeal approval attempt authority bid call campaign chance choice commitment decision demand deal desire determination ' +
    'drive duty effort failure freedom hope intention invitation mandate mission move need obligation offer operation opportunity order permission plan ' +
    'pledge pact power preparation promise proposal push readiness refusal request resolve right strategy threat tendency vow warning willingness wish'
  ).split(' '),
);

/** The noun whose content an infinitive is; the nearest one before it. */
function contentNoun(reading: Reading, index: PredicateIndex): GroupIndex | undefined {
  const { nouns, predicates } = reading.clauses;
  const p = predicates[index];
  if (p?.form !== 'infinitive') return undefined;
  let group = (reading.index.groupFrom(p.span.start) ?? -1) - 1;
  for (let steps = 0; group >= 0 && steps < 6; group--, steps++) {
    const g = reading.doc.groups[group];
    if (!g || g.sentence !== p.sentence) return undefined;
    const takes = nouns[group]?.complements.some((c) => c.predicate === index);
    if (takes && CONTENT_NOUNS.has(reading.lemma(g.head))) return group;
  }
  return undefined;
}

/** A noun group as a phrase of its own. */
export function phraseOf(reading: Reading, group: GroupIndex): NounPhrase {
  const g = reading.doc.groups[group];
  return { groups: [group], head: g?.head ?? 0, span: { start: g?.start ?? 0, end: g?.end ?? 0 } };
}

function ownerOf(reading: Reading, group: GroupIndex): NounPhrase | undefined {
  const context = reading.clauses.nouns[group];
  if (context?.owner !== undefined) return phraseOf(reading, context.owner);
  return context?.obliques.find((o) => o.preposition === 'of' || o.preposition === 'by')?.phrase;
}

/** True when an infinitive is the content of a noun that says whose act it is; the verb over that noun has no part in it. */
export function belongsToNoun(reading: Reading, index: PredicateIndex): boolean {
  const noun = contentNoun(reading, index);
  if (noun === undefined) return false;
  // "a [U.S.] call to release them"
  const called = reading.modifiers(noun).some((m) => m.kind === 'country' || m.kind === 'organization');
  return called || (ownerOf(reading, noun) ?? senderOf(reading, noun)) !== undefined;
}

/** "a request [from Chad] to cross the border": whoever sends it may be another than whoever does it. */
const senderOf = (reading: Reading, group: GroupIndex): NounPhrase | undefined =>
  reading.clauses.nouns[group]?.obliques.find((o) => o.preposition === 'from')?.phrase;

/** The predicate's own phrases, voice undone; what a noun takes as its content is done by whom the noun belongs to. */
export function clauseOf(reading: Reading, index: PredicateIndex): LogicalClause {
  const p = reading.clauses.predicates[index] as Predicate; // the index comes from the same list
  const known = whole.get(p);
  if (known) return known;
  const clause = withOwner(reading, index, p);
  whole.set(p, clause);
  return clause;
}

const whole = new WeakMap<Predicate, LogicalClause>();

function withOwner(reading: Reading, index: PredicateIndex, p: Predicate): LogicalClause {
  const clause = logicalClause(p);
  if (p.voice === 'passive') {
    const agent = clause.subject ? undefined : agentBehind(reading, p);
    if (agent) return { ...clause, subject: agent };
    const more = p.subject?.groups.flatMap((group) => obliquesOf(reading, group)) ?? [];
    return more.length ? { ...clause, obliques: [...clause.obliques, ...more] } : clause;
  }
  const noun = contentNoun(reading, index);
  const owner = noun === undefined ? undefined : ownerOf(reading, noun);
  return owner ? { ...clause, subject: owner } : clause;
}

/** "was told to leave [by Chad]": an agent hung on the infinitive, which is not passive, is that of the verb over it. */
function agentBehind(reading: Reading, p: Predicate): NounPhrase | undefined {
  const inner = p.complements.find((c) => c.form === 'to');
  const q = reading.clauses.predicates[inner?.predicate ?? NOWHERE];
  if (!q || q.voice === 'passive' || !ORDERING.has(p.lemma)) return undefined;
  const by = q.obliques.find((o) => o.preposition === 'by');
  return by && reading.mentionAt(by.phrase.head) ? by.phrase : undefined;
}

const ORDERING: ReadonlySet<string> = new Set(
  'allow ask ban bar bid command compel direct encourage forbid force instruct invite lead oblige order permit persuade press pressure request require tell urge warn'.split(
    ' ',
  ),
);

/** "ties [between Chad and Mali] were restored": behind an active verb they would hang on the verb as well. */
function obliquesOf(reading: Reading, group: GroupIndex, depth = 0): readonly Oblique[] {
  const own = (reading.clauses.nouns[group]?.obliques ?? []).filter((o) => o.preposition !== 'by');
  if (depth > 1) return own;
  return own.flatMap((o) => [
    o,
    ...o.phrase.groups.flatMap((inner) => (inner > group ? obliquesOf(reading, inner, depth + 1) : [])),
  ]);
}
