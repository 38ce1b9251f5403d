import type { ClauseComplement, Predicate } from '../syntax/clause.ts';
import type { Reading } from './reading.ts';

/** "ruled out [sending] doctors": a gerund right behind a verb with its particle that the parser hung on beside it. */
export function looseGerund(reading: Reading, p: Predicate): readonly ClauseComplement[] {
  if (p.particle === undefined) return [];
  const index = reading.index.indexOf(p);
  const next = reading.index
    .predicatesIn(p.sentence)
    .find((q) => q.form === 'gerund' && q.governor?.predicate === index && q.span.start === p.span.end);
  const loose = next?.governor?.relation === 'adverbial' && next.governor.marker === undefined;
  return next && loose ? [{ form: 'ing', predicate: reading.index.indexOf(next) }] : [];
}
