import type { Frame, FrameComplement } from '../knowledge/knowledge.ts';
import type { Predicate } from '../syntax/clause.ts';
import { isInsistedFact } from './governed-clause.ts';
import { belongsToNoun } from './logical-clause.ts';
import { looseGerund } from './loose-gerund.ts';
import type { Bindings } from './match.ts';
import { participantsOf, type Reading } from './reading.ts';
import { isSuffered } from './suffered.ts';

/** "said that B [must] pay", "said that B was [guilty]". */
const hasVerb = (p: Predicate | undefined, heads: readonly string[] | undefined): boolean =>
  !heads ||
  (!!p &&
    (heads.includes(p.modal ?? '') ||
      (!p.negated && heads.includes(p.lemma)) ||
      (heads.includes('not') && isRefused(p))));

/** "told them that it [would not] pay": one's own refusal, not what befalls one. */
const isRefused = (p: Predicate): boolean =>
  p.negated && p.voice === 'active' && /^(?:will|wo|would|shall)$/.test(p.modal ?? '') && !BEFALLING.has(p.lemma);
const BEFALLING: ReadonlySet<string> = new Set('be get have receive know need happen'.split(' '));

/** "investigated [whether] B had done it" */
const ASKING: ReadonlySet<string> = new Set(['investigate', 'probe', 'examine', 'look']);

/** "told [a newspaper] he would not stand": nobody to whom something is refused. */
const isToldToMedia = ({ objects }: Predicate, { doc }: Reading): boolean =>
  objects.some((o) => MEDIA.has(doc.morphology[o.head]?.lemma.toLowerCase() ?? ''));
const MEDIA: ReadonlySet<string> = new Set(
  'agency audience bbc broadcaster channel cnn conference crowd daily interviewer journalist magazine media newspaper paper press radio reporter reuters station television weekly'.split(
    ' ',
  ),
);

const isPronoun = ({ doc }: Reading, p: Predicate | undefined): boolean =>
  p?.subject !== undefined && doc.morphology[p.subject.head]?.upos === 'PRON';

/** Binds the clause that a frame takes as its content, and whom it names as that clause's subject. */
export function bindComplement(
  reading: Reading,
  p: Predicate,
  element: FrameComplement,
  bound: Bindings,
  type: Frame['type'],
): boolean {
  const asksItself = ASKING.has(p.lemma);
  const found = [...p.complements, ...looseGerund(reading, p)].find(
    (c) =>
      c.form === element.form &&
      (element.preposition === undefined || element.preposition === c.preposition) &&
      !belongsToNoun(reading, c.predicate) &&
      hasVerb(reading.clauses.predicates[c.predicate], element.heads) &&
      // "asked whether B had done it" asks nothing of B.
      (asksItself || !/^(?:whether|if)$/.test(reading.clauses.predicates[c.predicate]?.governor?.marker ?? '')),
  );
  if (!found) return false;
  bound.embedded.push(found.predicate);
  const inner = reading.clauses.predicates[found.predicate];
  if (type === 'ACCUSE' && element.subject && isSuffered(inner)) return false;
  if (type === 'REQUEST' && inner && isInsistedFact(reading, p, inner)) return false;
  // "told Mali that [it] would not": whoever speaks, not a third one
  if (element.heads?.includes('not') && (!isPronoun(reading, inner) || isToldToMedia(p, reading))) return false;
  if (element.subject && inner?.subject && !bound.slots[element.subject]) {
    bound.slots[element.subject] = participantsOf(reading, inner.subject);
    bound.phrases[element.subject] = inner.subject;
  }
  return true;
}
