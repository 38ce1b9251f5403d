import type { Knowledge, RelationSpec } from '../knowledge/knowledge.ts';
import type { Analysis } from '../model/analysis.ts';
import type { ArgumentRole, EventMention, EventTypeCode, Status } from '../model/event.ts';
import { type CharSpan, overlaps, type Span, type TokenIndex } from '../model/span.ts';
import { isStatement } from './coded.ts';
import { codeEvent } from './coding-rules.ts';
import { bestLoose, type LooseFrames, looseFrames } from './loose-frames.ts';
import { toTokens } from './marked-pair.ts';
import { type EventRoot, toRoot } from './root.ts';
import type { Standing } from './trail.ts';

/** What holds from source to target, and how it was found. */
export interface PairCode {
  readonly root: EventRoot;
  readonly plover: EventTypeCode;
  readonly mode?: string;
  readonly status: Status;
  readonly confidence: number;
  /** `event`: from source to target; `reverse`: the other way round; `touching`: only one of the two takes part; `word`: nearest word of a frame;
   * `none`: nothing found, the commonest type. */
  readonly basis: 'event' | 'reverse' | 'touching' | 'word' | 'none';
}

/** A side that is not marked may be anywhere. */
type MaybeSpan = Span | undefined;

/** What classifying a pair needs from the knowledge. */
export interface PairLexicon {
  readonly frames: LooseFrames;
  readonly relations: ReadonlyMap<string, RelationSpec>;
}

export const pairLexicon = ({ frames, relations }: Pick<Knowledge, 'frames' | 'relations'>): PairLexicon => ({
  frames: looseFrames(frames.filter((f) => f.type !== 'NONE' && f.type !== 'STANDING')),
  relations: new Map(relations.map((r) => [r.id, r])),
});

/**
 * Which event type holds from one stretch of text to another; always one answer, the best one: an event from source to target, else one the other
 * way, else one in which either takes part, else the nearest word that can tell an event, else CONSULT.
 */
export function classifyPair(
  analysis: Analysis,
  source: CharSpan | undefined,
  target: CharSpan | undefined,
  lexicon: PairLexicon,
): PairCode {
  const { document, eventMentions } = analysis;
  const [from, to] = [source, target].map((span) => span && toTokens(document, span));
  const fills = (m: EventMention, role: ArgumentRole, span: MaybeSpan): boolean =>
    span !== undefined && m.arguments.some((a) => a.role === role && overlaps(a.span, span));
  const joins = (m: EventMention, a: MaybeSpan, b: MaybeSpan): boolean =>
    (fills(m, 'actor', a) && fills(m, 'recipient', b)) ||
    (m.reciprocal && fills(m, 'actor', a) && fills(m, 'actor', b));
  const nearest = (list: readonly EventMention[]): EventMention | undefined =>
    [...list].sort((a, b) => rank(a, from, to) - rank(b, from, to))[0];
  const steps: readonly (readonly [PairCode['basis'], number, (m: EventMention) => boolean])[] = [
    ['event', 1, (m) => joins(m, from, to)],
    ['reverse', 0.7, (m) => joins(m, to, from)],
    ['touching', 0.5, (m) => fills(m, 'actor', from)],
    ['touching', 0.5, (m) => fills(m, 'recipient', to)],
    ['touching', 0.4, (m) => fills(m, 'recipient', from) || fills(m, 'actor', to)],
  ];
  for (const [basis, factor, holds] of steps) {
    const found = nearest(eventMentions.filter(holds));
    if (found) return fromMention(found, basis, factor);
  }
  return nearestWord(analysis, from, to, lexicon);
}

/** What has not happened gives way to what has: "refused to lift the ban" is a refusal before it is a ban not lifted. */
const UNREAL: Readonly<Record<Status, number>> = {
  asserted: 0,
  reported: 0,
  planned: 4,
  hypothetical: 20,
  negated: 30,
};

/** Appeals and other statements count only where there is nothing else. */
const STATEMENT = 15;

/** Order of events that fit equally: what happened first, a trigger near both, then the surer one. */
const rank = (m: EventMention, a: MaybeSpan, b: MaybeSpan): number =>
  UNREAL[m.status] +
  (isStatement(m) ? STATEMENT : 0) +
  distance(m.trigger.start, a) +
  distance(m.trigger.start, b) -
  m.confidence;

function fromMention(m: EventMention, basis: PairCode['basis'], factor: number): PairCode {
  return {
    root: toRoot(m.type, m.relation),
    plover: m.type,
    ...(m.mode ? { mode: m.mode } : {}),
    status: m.status,
    confidence: Number((m.confidence * factor).toFixed(3)),
    basis,
  };
}

/** The frame whose words stand nearest, in whatever syntax; the event nearest to both; CONSULT. */
function nearestWord(
  { document, eventMentions }: Analysis,
  from: MaybeSpan,
  to: MaybeSpan,
  { frames, relations }: PairLexicon,
): PairCode {
  const sentence = document.sentences.find((s) => inside(from?.start ?? to?.start ?? -1, s)) ?? {
    start: 0,
    end: document.tokens.length,
  };
  const far = (i: TokenIndex): number | undefined =>
    (from && inside(i, from)) || (to && inside(i, to)) ? undefined : distance(i, from) + distance(i, to);
  const loose = bestLoose(document, sentence, frames, far);
  const relation = loose && relations.get(loose.frame.relation ?? '');
  if (loose && relation?.event) {
    const coding = codeEvent(
      relation.event,
      relation,
      loose.frame.mode,
      wordsBefore(document, sentence, loose.at),
      relations,
    );
    return {
      root: toRoot(coding.type, coding.relation.id),
      plover: coding.type,
      ...(coding.mode ? { mode: coding.mode } : {}),
      status: coding.status,
      confidence: 0.2,
      basis: 'word',
    };
  }
  const [any] = [...eventMentions].sort((a, b) => rank(a, from, to) - rank(b, from, to));
  return any
    ? fromMention(any, 'word', 0.3)
    : { root: 'CONSULT', plover: 'CONSULT', status: 'asserted', confidence: 0.1, basis: 'none' };
}

/** How many tokens before a trigger a word may stand that changes its standing, where no syntax tells. */
const WINDOW = 6;
const NOT = new Set(['not', "n't", 'never', 'refuse', 'decline', 'fail']);
const FORWARD = new Set([
  'will',
  'would',
  'wo',
  'shall',
  'promise',
  'pledge',
  'agree',
  'vow',
  'offer',
  'ready',
  'willing',
]);

function wordsBefore({ morphology, tokens }: Analysis['document'], sentence: Span, at: TokenIndex): Standing {
  const words: string[] = [];
  for (let i = Math.max(sentence.start, at - WINDOW); i < at; i++)
    words.push(morphology[i]?.lemma.toLowerCase() ?? '', tokens[i]?.text.toLowerCase() ?? '');
  const negated = words.some((w) => NOT.has(w));
  const forward = words.find((w) => FORWARD.has(w));
  const steps = [
    ...(forward ? [{ word: 'will', effect: 'planned' as const, own: true }] : []),
    ...(negated ? [{ word: 'not', effect: 'negated' as const, own: true }] : []),
  ];
  return { modality: forward ? 'planned' : 'asserted', negated, steps };
}

const inside = (index: number, span: Span): boolean => span.start <= index && index < span.end;
const distance = (index: number, span: MaybeSpan): number =>
  !span ? 0 : index < span.start ? span.start - index : index >= span.end ? index - span.end + 1 : 0;
