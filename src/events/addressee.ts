import type { Predicate } from '../syntax/clause.ts';
import { logicalClause } from './logical-clause.ts';
import type { Bindings } from './match.ts';
import { isActor, participantsOf, type Reading } from './reading.ts';

const WRITINGS = new Set(
  'cable declaration decree letter message note notice petition statement telegram ultimatum warning'.split(' '),
);
/** What is done by a writing that says it. */
const SAID = new Set(['ACCUSE', 'REQUEST', 'THREATEN', 'REJECT', 'SUPPORT', 'AGREE']);

/**
 * "sent a letter to Fiji [threatening to leave]": what a writing says its sender says, to whom it is addressed when nobody else is named.
 * @param type PLOVER type or NONE of the frame that was bound
 */
export function sayInWriting(reading: Reading, p: Predicate, type: string, bound: Bindings): void {
  const inWriting = SAID.has(type) && (p.form === 'gerund' || p.form === 'participle') && p.voice === 'active';
  const above = inWriting && p.governor ? reading.clauses.predicates[p.governor.predicate] : undefined;
  const clause = above && logicalClause(above);
  if (!clause?.objects.some((o) => o.groups.some((g) => WRITINGS.has(headOf(reading, g))))) return;
  const to = clause.obliques.find((o) => o.preposition === 'to')?.phrase;
  const addressees = to ? participantsOf(reading, to) : [];
  const starts = new Set(addressees.map((x) => x.span.start));
  const sender = clause.subject ? participantsOf(reading, clause.subject).filter((x) => isActor(reading, x)) : [];
  if (sender.length > 0 && bound.slots.A?.every((x) => starts.has(x.span.start) || !isActor(reading, x)))
    bound.slots.A = sender;
  const told = addressees.filter((x) => isActor(reading, x));
  if (!bound.slots.B && told.length > 0) bound.slots.B = told;
}

const headOf = (reading: Reading, group: number): string => reading.lemma(reading.doc.groups[group]?.head ?? -1);
