import type { NounPhrase, Predicate } from '../syntax/clause.ts';
import type { LogicalClause } from './logical-clause.ts';
import type { Reading } from './reading.ts';

/** "hacked to death [nine herders]", "called home [its envoy]": what is long stands last, where it may be read as a phrase without a preposition. */
export function shiftedObject({ objects, obliques }: LogicalClause): NounPhrase | undefined {
  if (objects.length > 0) return undefined;
  const bare = obliques.find((o) => o.preposition === '')?.phrase;
  return obliques.some((o) => o.preposition !== '' && o.phrase.span.end === bare?.span.start) ? bare : undefined;
}

/** "[the guards] were shot at", "[the convoy] was fired upon": the subject of a passive belongs behind the preposition that it left at the verb. */
export function strandedObject(
  { doc }: Reading,
  p: Predicate,
  { objects, obliques }: LogicalClause,
  prepositions: readonly string[],
): NounPhrase | undefined {
  const left = doc.tokens[p.span.end]?.text.toLowerCase() ?? '';
  if (!LEFT.has(left)) return undefined;
  const isLeft = p.voice === 'passive' && prepositions.includes(left) && !obliques.some((o) => o.preposition === left);
  return isLeft ? objects[0] : undefined;
}

/** Others stand there as particles and conjunctions as well. */
const LEFT: ReadonlySet<string> = new Set(['at', 'on', 'upon']);
