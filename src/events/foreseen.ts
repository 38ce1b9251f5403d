import { clauseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { isActor, participantsOf, type Reading } from './reading.ts';

/**
 * "warned that further tariffs would push Peru away", "warned that Chile could strike Peru": what things and others do is a fear, and
 * whoever it befalls is not threatened by the speaker. What the speaker ("it would strike") and what belongs to it does ("its army") is a threat.
 */
export function foresees(reading: Reading, { frame, embedded, slots }: Match): boolean {
  if (frame.type !== 'THREATEN' || !frame.elements.some((e) => e.kind === 'complement' && e.subject === 'A'))
    return false;
  const inner = embedded[0];
  const subject = inner === undefined ? undefined : clauseOf(reading, inner).subject;
  if (!subject) return false;
  const own = new Set(slots.A?.flatMap((x) => x.entities));
  const homes = new Set([...own].flatMap((id) => reading.entity(id)?.country ?? []));
  const doers = participantsOf(reading, subject);
  if (hasPossessive(reading, subject.span.start, subject.span.end)) return false;
  if (!doers.some((x) => isActor(reading, x))) return true;
  const ids = doers.flatMap((x) => x.entities);
  return ids.length > 0 && !ids.some((id) => own.has(id) || homes.has(reading.entity(id)?.country ?? ''));
}

const hasPossessive = ({ doc }: Reading, start: number, end: number): boolean =>
  doc.morphology.slice(start, end).some((word) => word.xpos === 'PRP$');
