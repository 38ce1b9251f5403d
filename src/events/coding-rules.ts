import { extend } from '../base/extend.ts';
import type { RelationSpec } from '../knowledge/knowledge.ts';
import type { EventReading, EventTypeCode, Modality, Status } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import { type Standing, toStatus } from './trail.ts';

/** How an event is coded, and the plain reading that PLOVER codes as something else. */
export interface Coding {
  readonly type: EventTypeCode;
  readonly relation: RelationSpec;
  readonly mode?: string;
  readonly modality: Modality;
  readonly negated: boolean;
  readonly status: Status;
  /** What the words say before a coding rule was applied. */
  readonly reading?: EventReading;
}

const COOPERATION = new Set<EventTypeCode>(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID']);
const YIELDING = new Set<EventTypeCode>(['CONCEDE', 'RETREAT']);
/** Harm that one says one will do is a threat; what the threat is of makes its mode. */
const THREATENED: Partial<Record<EventTypeCode, string>> = {
  PROTEST: 'restrict',
  SANCTION: 'relations',
  MOBILIZE: 'violence',
  COERCE: 'restrict',
  ASSAULT: 'violence',
};
/** What others expect of one is no threat by oneself. */
const FORESEEN = new Set([
  'be expected',
  'expect',
  'be likely',
  'be due',
  'be scheduled',
  'be slated',
  'be poised',
  'be bound',
]);
/** Words by which a decision is told: giving way in words is done once it is decided, whatever becomes of it. */
const DECIDING = new Set([
  'decide',
  'order',
  'approve',
  'authorise',
  'authorize',
  'decision',
  'announce',
  'opt',
  'resolve',
]);
/** "will not", "would not": one's own refusal, when nothing makes it uncertain. */
const WILL = new Set(['will', 'would', 'shall', 'wo', 'be to', 'be going', 'vow', 'swear', 'pledge', 'promise']);
/** "is not willing to": the denial stands at the word over the act. */
const WILLING = new Set(['be ready', 'be willing', 'be prepared']);
/** What one doesn't, won't or can't accept or recognise is refused. */
const ACCEPTED = new Set(['accepted-from', 'recognised']);
const CAN = new Set(['can', 'could', 'would']);
const NOT = new Set(['not', 'no']);
/** "failed to agree", "were unable to reach a deal". */
const FAILING = new Set(['fail', 'be unable', 'failure', 'failed', 'cannot', 'could']);
const DEALS = new Set(['agreed-with', 'signed-with']);

/** What refusing each type is called among the modes of REJECT. */
const REFUSED: Partial<Record<EventTypeCode, string>> = {
  CONSULT: 'meet',
  AGREE: 'change',
  SUPPORT: 'assist',
  COOPERATE: 'assist',
  AID: 'assist',
  CONCEDE: 'yield',
  RETREAT: 'yield',
};

/**
 * Applies PLOVER's rules on what is still to come and what is refused; the plain reading is kept beside the code.
 * Source: PLOVER 2.0 manual (future cooperation is AGREE), CAMEO 035 (intent to yield), 12 (refusal to cooperate or to yield).
 * @param type of the relation as the frame reads it
 */
export function codeEvent(
  type: EventTypeCode,
  relation: RelationSpec,
  mode: string | undefined,
  standing: Standing,
  relations: ReadonlyMap<string, RelationSpec>,
): Coding {
  const status = toStatus(standing);
  const plain = { relation, ...(mode ? { mode } : {}), modality: standing.modality, negated: standing.negated, status };
  const reading = (rule: string): EventReading => ({ type, relation: relation.id, status, rule });
  if (status === 'planned') {
    if (COOPERATION.has(type)) return extend(plain, { type: 'AGREE', reading: reading('future cooperation is AGREE') });
    if (YIELDING.has(type)) return intentToYield(plain, standing, reading);
    if (THREATENED[type] && isOwnThreat(standing))
      return {
        ...plain,
        type: 'THREATEN',
        mode: THREATENED[type],
        reading: reading('harm that one says one will do is THREATEN'),
      };
  }
  const denied = status === 'negated' ? (refusalOf(type, relation, standing) ?? endOf(type, standing)) : undefined;
  const drawn = denied && relations.get(denied.relation);
  if (!denied || !drawn?.event) return extend(plain, { type });
  const done: Standing = { ...standing, negated: false, modality: denied.modality };
  const drawnMode = drawn.event === 'REJECT' ? REFUSED[type] : drawn.mode;
  return {
    type: drawn.event,
    relation: drawn,
    ...(drawnMode ? { mode: drawnMode } : {}),
    modality: denied.modality,
    negated: false,
    status: toStatus(done),
    reading: reading(denied.rule),
  };
}

/**
 * "said that it would recall its envoy if Peru went ahead": what the doer himself says he would do on a condition is a threat or a promise; what
 * others say he would do stays a guess.
 */
export function asOwnOffer(standing: Standing, actors: readonly EntityId[]): Standing {
  const { attribution, modality, steps } = standing;
  const open = steps.filter((s) => s.effect === 'hypothetical');
  if (modality !== 'hypothetical' || !attribution?.speaker || !actors.includes(attribution.speaker)) return standing;
  const conditional =
    open.every((s) => s.word === 'if' && s.own) && steps.some((s) => s.word === 'would' && s.effect === 'planned');
  return conditional ? { ...standing, modality: 'planned' } : standing;
}

/** As which edge a denied act is drawn, and by which rule. */
interface Denied {
  readonly relation: string;
  readonly modality: Modality;
  readonly rule: string;
}

type Plain = Omit<Coding, 'type' | 'reading'>;

/** A promise to yield is AGREE; a decision to yield is the concession itself. */
function intentToYield(plain: Plain, standing: Standing, reading: (rule: string) => EventReading): Coding {
  const forward = standing.steps.filter((s) => s.effect === 'planned');
  if (forward.length > 0 && forward.every((s) => DECIDING.has(s.word))) {
    const done: Standing = { ...standing, modality: 'asserted' };
    return {
      ...plain,
      type: 'CONCEDE',
      modality: 'asserted',
      status: toStatus(done),
      reading: reading('a decision to give way is CONCEDE'),
    };
  }
  return { ...plain, type: 'AGREE', reading: reading('a promise to give way is AGREE') };
}

/** "said it would boycott the vote", "vowed to strike": said by the one who is to do it, and not yet decided by a formal act. */
function isOwnThreat({ steps }: Standing): boolean {
  const forward = steps.filter((s) => s.effect === 'planned').map((s) => s.word);
  return forward.some((word) => !DECIDING.has(word)) && !forward.some((word) => FORESEEN.has(word));
}

/** "will not lift the ban" is a refusal; "failed to reach a deal" leaves the two without one. */
function refusalOf(type: EventTypeCode, relation: RelationSpec, standing: Standing): Denied | undefined {
  const { steps } = standing;
  // "would not sell", "cannot accept" are refusals; what else makes it uncertain leaves it open.
  const open = steps.filter((s) => s.effect === 'hypothetical');
  if (open.some((s) => !s.own || !CAN.has(s.word))) return undefined;
  const has = (words: ReadonlySet<string>): boolean => steps.some((s) => words.has(s.word));
  if (DEALS.has(relation.id) && has(FAILING))
    return {
      relation: 'failed-to-agree-with',
      modality: 'asserted',
      rule: 'talks that end without agreement are REJECT',
    };
  if (!REFUSED[type] || relation.id === 'failed-to-agree-with') return undefined;
  const own = steps.some((s) => NOT.has(s.word) && s.own);
  const unwilling = steps.some((s) => s.word === 'not') && has(WILLING);
  const refused = has(WILL) || ACCEPTED.has(relation.id);
  if (
    (own && refused && (open.length === 0 || open.every((s) => s.word === 'would') || ACCEPTED.has(relation.id))) ||
    unwilling
  )
    return { relation: 'rejected', modality: 'asserted', rule: 'a refusal to cooperate or to give way is REJECT' };
  return undefined;
}

/** Edges as which the end of something is drawn, by what ends. */
const ENDED: Partial<Record<EventTypeCode, string>> = {
  AID: 'cut-aid-to',
  COOPERATE: 'broke-relations-with',
  SUPPORT: 'broke-relations-with',
};

/** "stopped sending arms", "ceased to cooperate": less of what there was is SANCTION; fighting that stops is a truce. */
function endOf(type: EventTypeCode, { steps, modality }: Standing): Denied | undefined {
  const denials = steps.filter((s) => s.effect === 'negated' || s.effect === 'ended');
  if (denials.length !== 1 || denials[0]?.effect !== 'ended' || modality === 'hypothetical') return undefined;
  if (type === 'ASSAULT') return { relation: 'made-truce-with', modality, rule: 'fighting that stops is RETREAT' };
  const edge = ENDED[type];
  return edge ? { relation: edge, modality, rule: 'aid or cooperation that stops is SANCTION' } : undefined;
}
