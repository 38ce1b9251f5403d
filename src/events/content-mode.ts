import { NOWHERE } from '../base/nowhere.ts';
import type { Frame, FrameType } from '../knowledge/knowledge.ts';
import type { Predicate, PredicateIndex } from '../syntax/clause.ts';
import type { Match } from './match.ts';
import type { Participant, Reading } from './reading.ts';

/** Modes of asking and refusing, by what is asked for or refused. Source: PLOVER 2.0, modes of REQUEST and REJECT. */
const ASKED: Partial<Record<FrameType, string>> = {
  CONSULT: 'meet',
  AID: 'assist',
  COOPERATE: 'assist',
  SUPPORT: 'assist',
  CONCEDE: 'yield',
  RETREAT: 'yield',
};

/** Modes of threats, by the edge and else by the type of what is threatened. Source: PLOVER 2.0, modes of THREATEN. */
const THREATENED: Readonly<Record<string, string>> = {
  ASSAULT: 'violence',
  MOBILIZE: 'violence',
  COERCE: 'restrict',
  arrested: 'arrest',
  deported: 'expel',
  SANCTION: 'relations',
  sanctioned: 'restrict',
  expelled: 'expel',
  'expelled-diplomats-of': 'expel',
  convicted: 'arrest',
  REJECT: 'restrict',
  'cancelled-meeting-with': 'relations',
  PROTEST: 'relations',
  boycotts: 'restrict',
  RETREAT: 'relations',
};
const LAND = new Set(['annex', 'occupy']);

/** Words of promising that are threats when harm is promised: "vowed to strike". */
const VOWS = new Set(['vow', 'pledge', 'promise', 'swear', 'threat']);
const HARM = new Set<FrameType>(['ASSAULT', 'SANCTION', 'COERCE', 'MOBILIZE']);

/**
 * Where a frame leaves it open ("asked B to DO", "threatened to DO"), the event that its content tells decides the mode; a promise of
 * harm becomes a threat.
 */
export function modesFromContent(reading: Reading, matches: readonly Match[]): Match[] {
  const told = new Map(matches.filter((m) => m.noun === undefined).map((m) => [m.predicate, m]));
  // "urged B to open the road and [to free them]": the first of several that tells an event.
  const joined = (index: PredicateIndex): Match | undefined =>
    matches.find((m) => {
      const p = m.noun === undefined ? reading.clauses.predicates[m.predicate ?? NOWHERE] : undefined;
      return p?.governor?.relation === 'coordinate' && p.governor.predicate === index && !p.negated;
    });
  return matches.flatMap((match) => {
    const index = match.embedded[0];
    const inner = index === undefined ? undefined : reading.clauses.predicates[index];
    const content = index === undefined || inner?.negated ? undefined : (told.get(index) ?? joined(index));
    // "claimed that the delegates had inspired the idea": who claims no harm blames nobody.
    if (isMildClaim(match, content)) return [];
    const frame = frameByContent(match, inner, content);
    const mode = inner && !frame.mode ? modeOf(frame.type, content) : undefined;
    return mode || frame !== match.frame ? { ...match, frame: { ...frame, ...(mode ? { mode } : {}) } } : match;
  });
}

/** Words of reassuring, which promise something when they speak of what is to come: "assured Chad that it would pay". */
const ASSURING = new Set(['assure', 'reassure']);
const TO_COME = new Set(['will', 'would', 'shall']);

const isPromise = ({ frame }: Match, inner: Predicate | undefined): boolean =>
  frame.relation === 'supports' &&
  frame.triggers.some((t) => ASSURING.has(t)) &&
  TO_COME.has(inner?.modal ?? '') &&
  !inner?.negated;

const BLAMED = new Set<FrameType>([...HARM, 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST']);

function frameByContent(match: Match, inner: Predicate | undefined, content: Match | undefined): Frame {
  if (content && isVow(match, content)) return { ...match.frame, type: 'THREATEN', relation: 'threatened' };
  return isPromise(match, inner) ? { ...match.frame, type: 'AGREE', relation: 'offered-to' } : match.frame;
}

const isMildClaim = ({ frame, embedded }: Match, content: Match | undefined): boolean =>
  frame.relation === 'accused' &&
  frame.triggers.includes('claim') &&
  embedded.length > 0 &&
  frame.elements.every((e) => e.kind !== 'complement' || !e.heads) &&
  !(content && BLAMED.has(content.frame.type));

/** "vowed to strike", "agreed to impose sanctions"; to suspend one's own plan harms nobody. */
function isVow({ frame, slots }: Match, content: Match): boolean {
  const { type } = content.frame;
  if (frame.relation !== 'offered-to' || !HARM.has(type) || isOwn(slots.A, content.slots.B)) return false;
  return frame.triggers.some((t) => VOWS.has(t) || (t === 'agree' && type !== 'MOBILIZE'));
}

/** All who suffer it are the doers themselves. */
function isOwn(doers: readonly Participant[] | undefined, sufferers: readonly Participant[] | undefined): boolean {
  const own = new Set(doers?.flatMap((x) => x.entities));
  const hit = sufferers?.flatMap((x) => x.entities) ?? [];
  return hit.length > 0 && hit.every((id) => own.has(id));
}

function modeOf(type: FrameType, content: Match | undefined): string | undefined {
  if (type === 'REQUEST' || type === 'REJECT') return (content && ASKED[content.frame.type]) ?? 'change';
  if (type !== 'THREATEN' || !content) return undefined;
  if (content.frame.triggers.some((t) => LAND.has(t))) return 'territory';
  return THREATENED[content.frame.relation ?? ''] ?? THREATENED[content.frame.type];
}
