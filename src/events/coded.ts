import type { EventMention, EventTypeCode } from '../model/event.ts';

/** Why a reading counts as no coded event. */
export type Uncoded = 'content' | 'statement' | 'negated' | 'hypothetical' | 'one-sided' | 'unsure';

/** Types that need both sides. Source: PLOVER 2.0, recipient required. */
const TWO_SIDED = new Set<EventTypeCode>(['COOPERATE', 'AID', 'SANCTION']);
/** Readings less sure than this are not coded: below it most of them are wrong. */
const LEAST = 0.4;
/** CAMEO roots that PLOVER dropped: public statements (01) and appeals (02). */
export const isStatement = (m: EventMention): boolean => /^0[12]/.test(m.cameo ?? '') || isOwnClaim(m);

/** "The militia claimed that it had shelled the base": a claim of responsibility (CAMEO 015). */
const isOwnClaim = ({ attribution, arguments: args, type }: EventMention): boolean =>
  type === 'ASSAULT' &&
  attribution?.verb === 'claim' &&
  attribution.speaker !== undefined &&
  args.some((a) => a.role === 'actor' && a.entities.includes(attribution.speaker ?? ''));

/**
 * Which readings are events in the sense of the coders' manuals, and why the others are not: what another event is about, appeals and
 * statements, what is denied or only possible, what lacks a side where the sentence tells a whole event.
 * @param least confidence below which a reading is not coded, in [0, 1]
 */
export function uncodedReasons(mentions: readonly EventMention[], least = LEAST): ReadonlyMap<EventMention, Uncoded> {
  const reasons = new Map<EventMention, Uncoded>();
  const told = new Set<number>();
  const doubt = (m: EventMention): Uncoded | undefined => {
    if (isStatement(m)) return 'statement';
    if (m.status === 'negated' || m.status === 'hypothetical') return m.status;
    return m.confidence < least ? 'unsure' : undefined;
  };
  for (const m of mentions) {
    const reason = doubt(m);
    if (reason) reasons.set(m, reason);
    else if (!m.content && isWhole(m)) told.add(m.evidence.span.start);
  }
  for (const m of mentions) {
    if (reasons.has(m)) continue;
    const covered = told.has(m.evidence.span.start);
    if (m.content && covered) reasons.set(m, 'content');
    else if (!isWhole(m) && (covered || TWO_SIDED.has(m.type))) reasons.set(m, 'one-sided');
  }
  return reasons;
}

/** Both sides are known. */
function isWhole(m: EventMention): boolean {
  const count = (role: string): number =>
    m.arguments.filter((a) => a.role === role).reduce((n, a) => n + Math.max(1, a.entities.length), 0);
  const [actors, recipients] = [count('actor'), count('recipient')];
  return actors > 0 && (recipients > 0 || (m.reciprocal && actors > 1));
}
