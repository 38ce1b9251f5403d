import type { Frame, FrameType } from '../knowledge/knowledge.ts';
import { mayAct } from '../syntax/antecedent.ts';
import type { Predicate } from '../syntax/clause.ts';
import { logicalClause } from './logical-clause.ts';
import type { Bindings } from './match.ts';
import { isActor, participantsOf, type Reading } from './reading.ts';

const BLOWS = new Set(
  'attack bombing strike airstrike raid blast explosion crash shooting shelling assault clash bombardment massacre ambush stabbing siege'.split(
    ' ',
  ),
);

/** "a bombing of a hospital in Syria that killed nine": the bombing killed them, not the scene that stands nearest. */
export function dropScene(reading: Reading, p: Predicate, frame: Frame, bound: Bindings): void {
  const group = p.subject?.groups[0];
  if (frame.type !== 'ASSAULT' || p.governor?.relation !== 'relative' || group === undefined) return;
  const under = reading.index.groupsIn(p.sentence).some((index) => {
    const blow = BLOWS.has(reading.lemma(reading.doc.groups[index]?.head ?? -1));
    const obliques = blow ? reading.clauses.nouns[index]?.obliques : undefined;
    return obliques?.some((o) => o.preposition !== 'by' && o.phrase.groups.includes(group));
  });
  if (under) bound.slots.A = [];
}

/** What those who meet do together. */
const TOGETHER: ReadonlySet<string> = new Set(['agreed-with', 'signed-with', 'failed-to-agree-with']);
const MEETINGS: ReadonlySet<string> = new Set(
  'conference dialogue discussion meeting negotiation session summit talk talks'.split(' '),
);

/** "The talks [between Chad and Mali] failed to reach a deal": those who met there. */
export function borrowFromMeeting(reading: Reading, p: Predicate, frame: Frame, bound: Bindings): void {
  const [group] = p.subject?.groups ?? [];
  if (group === undefined || !TOGETHER.has(frame.relation ?? '') || bound.slots.A?.some((x) => isActor(reading, x)))
    return;
  if (!MEETINGS.has(reading.lemma(reading.doc.groups[group]?.head ?? -1))) return;
  const sides = reading.clauses.nouns[group]?.obliques.find(
    (o) => o.preposition === 'between' || o.preposition === 'of',
  );
  const found = sides ? participantsOf(reading, sides.phrase).filter((x) => isActor(reading, x)) : [];
  if (new Set(found.flatMap((x) => x.entities)).size > 1) bound.slots.A = found;
}

/** What papers do. */
const SPOKEN = new Set<FrameType>(['ACCUSE', 'AGREE', 'REJECT', 'REQUEST', 'SANCTION', 'SUPPORT', 'THREATEN']);

/** "put out a report accusing X": what a report or a statement does, its maker does. */
export function borrowSubject(reading: Reading, p: Predicate, frame: Frame, bound: Bindings): void {
  const reduced = (p.form === 'gerund' || p.form === 'participle') && p.governor?.relation === 'relative';
  if (!reduced || !p.governor || !bound.slots.A?.every((x) => !isActor(reading, x))) return;
  // "fired at students protesting": people do it themselves.
  const [own, ...others] = p.subject?.groups ?? [];
  if (own !== undefined && mayAct(reading.doc, { groups: [own, ...others] })) return;
  const above = reading.clauses.predicates[p.governor.predicate];
  // "a convoy bringing food was attacked by rebels": who attacks it does not bring it, but who publishes a report makes it.
  if (above?.voice === 'passive' && !SPOKEN.has(frame.type)) return;
  const subject = above ? logicalClause(above).subject : undefined;
  const found = subject ? participantsOf(reading, subject).filter((x) => isActor(reading, x)) : [];
  if (found.length === 0) return;
  bound.slots.A = found;
  bound.certainty *= 0.9;
}
