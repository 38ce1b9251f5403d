import { NOWHERE } from '../base/nowhere.ts';
import type { Frame, FrameArgument, FrameComplement } from '../knowledge/knowledge.ts';
import type { ClauseComplement, GroupIndex, Oblique, PredicateIndex } from '../syntax/clause.ts';
import { clauseOf, logicalClause } from './logical-clause.ts';
import { looseGerund } from './loose-gerund.ts';
import { wordsBeside } from './match-verb.ts';
import type { Reading } from './reading.ts';

/** What a frame cannot do without in the syntax of a place, whatever the words are. */
export interface FrameNeeds {
  readonly particle: string | undefined;
  /** Somebody or something to whom it is done, who cannot be found elsewhere. */
  readonly object: boolean;
  readonly complements: readonly Pick<FrameComplement, 'form' | 'preposition'>[];
  /** Of each list one preposition. */
  readonly prepositions: readonly (readonly string[])[];
}

/** What a verb, an adjective or a noun has, of the same kinds; rather too much than too little. */
export interface Offer {
  readonly particles: ReadonlySet<string>;
  readonly object: boolean;
  readonly complements: readonly ClauseComplement[];
  readonly prepositions: ReadonlySet<string>;
}

export function needsOf(frame: Frame): FrameNeeds {
  const isNoun = frame.pos === 'noun';
  const required = frame.elements.filter((e) => !e.optional);
  const phrases = required.filter((e) => e.kind === 'argument');
  const particle = isNoun ? undefined : frame.particle?.[0];
  return {
    particle,
    // Behind a particle the object may have been read as a phrase with a preposition.
    object: !isNoun && particle === undefined && phrases.some((e) => e.position.at === 'object' && !!e.slot),
    complements: required.flatMap((e) =>
      e.kind === 'complement'
        ? [isNoun || e.preposition === undefined ? { form: e.form } : { form: e.form, preposition: e.preposition }]
        : [],
    ),
    prepositions: phrases.flatMap((e) =>
      e.position.at === 'oblique' && !mayBeElsewhere(e, isNoun) ? [e.position.prepositions] : [],
    ),
  };
}

/** "met B" for "met with B", "A and B met"; "the talks of A and B" for "talks between A and B". */
const mayBeElsewhere = ({ position, slot }: FrameArgument, isNoun: boolean): boolean =>
  position.at === 'oblique' &&
  (isNoun ? slot === 'AB' : position.bare || (slot === 'B' && position.prepositions.includes('with')));

export const meets = (offer: Offer, needs: FrameNeeds): boolean =>
  (needs.particle === undefined || offer.particles.has(needs.particle)) &&
  (!needs.object || offer.object) &&
  needs.prepositions.every((list) => list.some((word) => offer.prepositions.has(word))) &&
  needs.complements.every(({ form, preposition }) =>
    offer.complements.some((c) => c.form === form && (preposition === undefined || c.preposition === preposition)),
  );

/** What a predicate and the clauses that it takes have. */
export function offerOf(reading: Reading, index: PredicateIndex): Offer {
  const p = reading.clauses.predicates[index];
  const clause = clauseOf(reading, index);
  const complements = p ? [...p.complements, ...looseGerund(reading, p)] : [];
  // A word beside the verb may be its particle, or be read as a preposition.
  const beside = p === undefined ? [] : p.particle === undefined ? wordsBeside(reading, p) : [p.particle];
  const prepositions = new Set(beside);
  const particles = new Set(beside);
  for (const { preposition } of clause.obliques) {
    addPreposition(prepositions, preposition);
    // "pulled its troops [out of] Mali"
    const space = preposition.indexOf(' ');
    if (space < 0) continue;
    if (p?.particle === undefined) particles.add(preposition.slice(0, space));
    addPreposition(prepositions, preposition.slice(space + 1));
  }
  for (const c of complements) {
    // "plan [to visit] B": a fixed word behind "to" may be a verb.
    if (c.form === 'to' || c.preposition === 'to') prepositions.add('to');
    const inner = reading.clauses.predicates[c.predicate];
    if (inner) addAll(prepositions, logicalClause(inner).obliques);
  }
  return { particles, object: clause.objects.length > 0 || complements.length > 0, complements, prepositions };
}

/** What a noun and the verb over it have. */
export function nounOffer(reading: Reading, group: GroupIndex): Offer {
  const context = reading.clauses.nouns[group];
  const prepositions = new Set<string>();
  addAll(prepositions, context?.obliques ?? []);
  const over = reading.clauses.predicates[context?.role?.predicate ?? NOWHERE];
  const sentence = reading.doc.groups[group]?.sentence ?? -1;
  const inSentence = reading.index.predicatesIn(sentence);
  for (const p of over ? [over] : inSentence) addAll(prepositions, p.obliques);
  // "strikes [carried out by Chad]", "a campaign [to defeat Chad]"
  const own = inSentence.filter((p) => p.governor?.relation === 'relative' && p.subject?.groups.includes(group));
  for (const p of own) addAll(prepositions, p.obliques);
  const aims = own.some((p) => p.form === 'infinitive') || context?.complements.some((c) => c.form === 'to') === true;
  if (aims) prepositions.add('to');
  return { particles: NONE, object: aims, complements: context?.complements ?? [], prepositions };
}

const NONE: ReadonlySet<string> = new Set();

function addAll(prepositions: Set<string>, obliques: readonly Oblique[]): void {
  for (const o of obliques) addPreposition(prepositions, o.preposition);
}

function addPreposition(prepositions: Set<string>, preposition: string): void {
  prepositions.add(preposition);
  if (preposition === 'toward') prepositions.add('towards');
}
