import type { Predicate } from '../syntax/clause.ts';
import { type LogicalClause, logicalClause } from './logical-clause.ts';
import type { Bindings } from './match.ts';
import { isActor, participantsOf, type Reading } from './reading.ts';

const WRITINGS = new Set(
  'article cable communique communiqué declaration decree dossier editorial letter message motion note notice petition report resolution statement study telegram ultimatum warning'.split(
    ' ',
  ),
);
/** What is done by a writing that says it. */
const SAID = new Set(['ACCUSE', 'REQUEST', 'THREATEN', 'REJECT', 'SUPPORT', 'AGREE']);

/** The writing's own verb, when a clause says what stands in a writing: "released a statement [criticising Fiji]". */
export function writtenBy(reading: Reading, p: Predicate): LogicalClause | undefined {
  if ((p.form !== 'gerund' && p.form !== 'participle') || p.voice !== 'active') return undefined;
  const above = p.governor ? reading.clauses.predicates[p.governor.predicate] : undefined;
  const clause = above && logicalClause(above);
  return clause?.objects.some((o) => o.groups.some((g) => WRITINGS.has(headOf(reading, g)))) ? clause : undefined;
}

/**
 * "sent a letter to Fiji [threatening to leave]": what a writing says its sender says, to whom it is addressed when nobody else is named.
 * @param type PLOVER type or NONE of the frame that was bound
 */
export function sayInWriting(reading: Reading, p: Predicate, type: string, bound: Bindings): void {
  const clause = SAID.has(type) ? writtenBy(reading, p) : undefined;
  if (!clause) return;
  const to = clause.obliques.find((o) => o.preposition === 'to')?.phrase;
  const addressees = to ? participantsOf(reading, to) : [];
  const starts = new Set(addressees.map((x) => x.span.start));
  const sender = clause.subject ? participantsOf(reading, clause.subject).filter((x) => isActor(reading, x)) : [];
  const own = bound.slots.A ?? [];
  if (sender.length > 0 && own.every((x) => starts.has(x.span.start) || !isActor(reading, x))) bound.slots.A = sender;
  const told = addressees.filter((x) => isActor(reading, x));
  if (!bound.slots.B && told.length > 0) bound.slots.B = told;
}

const headOf = (reading: Reading, group: number): string => reading.lemma(reading.doc.groups[group]?.head ?? -1);
