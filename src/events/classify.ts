import type { Frame } from '../knowledge/knowledge.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Upos } from '../model/document.ts';
import type { ArgumentRole, EventMention, EventTypeCode, Status } from '../model/event.ts';
import { type CharSpan, overlaps, type Span } from '../model/span.ts';
import { isStatement } from './coded.ts';
import { toTokens } from './marked-pair.ts';
import { type EventRoot, toRoot } from './root.ts';

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

/** Trigger lemma and word class -> the plainest frame with that trigger. */
export type TriggerTypes = ReadonlyMap<string, { readonly type: EventTypeCode; readonly mode?: string }>;

const CLASS: Readonly<Record<Frame['pos'], readonly Upos[]>> = { verb: ['VERB'], noun: ['NOUN'], adjective: ['ADJ'] };

/** A side that is not marked may be anywhere. */
type MaybeSpan = Span | undefined;

/** For each trigger word the type that most of its frames have; the first in the files when they are even. */
export function triggerTypes(frames: readonly Frame[]): TriggerTypes {
  const votes = new Map<string, Map<EventTypeCode, { count: number; mode?: string }>>();
  for (const frame of frames) {
    if (frame.type === 'NONE') continue;
    for (const trigger of new Set(frame.triggers))
      for (const upos of CLASS[frame.pos]) {
        const key = `${upos} ${trigger}`;
        const types = votes.get(key) ?? new Map<EventTypeCode, { count: number; mode?: string }>();
        const vote = types.get(frame.type) ?? { count: 0, ...(frame.mode ? { mode: frame.mode } : {}) };
        // A bare frame says more about the word than one that needs others round it.
        types.set(frame.type, { ...vote, count: vote.count + 1 / (1 + frame.specificity) });
        votes.set(key, types);
      }
  }
  return new Map([...votes].map(([key, types]) => [key, winner(types)]));
}

function winner(types: ReadonlyMap<EventTypeCode, { count: number; mode?: string }>): {
  readonly type: EventTypeCode;
  readonly mode?: string;
} {
  const [best] = [...types].sort(([, a], [, b]) => b.count - a.count);
  const [type, vote] = best ?? (['CONSULT', { count: 0 }] as const);
  return { type, ...('mode' in vote && vote.mode ? { mode: vote.mode } : {}) };
}

/**
 * Which event type holds from one stretch of text to another; always one answer, the best one: an event from source to target, else one the other
 * way, else one in which either takes part, else the nearest word that can tell an event, else CONSULT.
 */
export function classifyPair(
  analysis: Analysis,
  source: CharSpan | undefined,
  target: CharSpan | undefined,
  triggers: TriggerTypes,
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
    ['touching', 0.5, (m) => fills(m, 'recipient', to)],
    ['touching', 0.5, (m) => fills(m, 'actor', from)],
    ['touching', 0.4, (m) => fills(m, 'recipient', from) || fills(m, 'actor', to)],
  ];
  for (const [basis, factor, holds] of steps) {
    const found = nearest(eventMentions.filter(holds));
    if (found) return fromMention(found, basis, factor);
  }
  return nearestWord(analysis, from, to, triggers);
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

function nearestWord(
  { document, eventMentions }: Analysis,
  from: MaybeSpan,
  to: MaybeSpan,
  triggers: TriggerTypes,
): PairCode {
  const sentence = document.sentences.find((s) => inside(from?.start ?? to?.start ?? -1, s)) ?? {
    start: 0,
    end: document.tokens.length,
  };
  let best: { readonly far: number; readonly type: EventTypeCode; readonly mode?: string } | undefined;
  for (let i = sentence.start; i < sentence.end; i++) {
    const word = document.morphology[i];
    const found = word && triggers.get(`${word.upos} ${word.lemma.toLowerCase()}`);
    if (!found || (from && inside(i, from)) || (to && inside(i, to))) continue;
    // Nouns tell less surely than verbs that an event took place between the two.
    const far = distance(i, from) + distance(i, to) + (word.upos === 'VERB' ? 0 : 3);
    if (!best || far < best.far) best = { far, ...found };
  }
  const [any] = [...eventMentions].sort((a, b) => rank(a, from, to) - rank(b, from, to));
  const event = any && (!best || rank(any, from, to) < best.far) ? any : undefined;
  if (event) return fromMention(event, 'word', 0.3);
  if (!best) return { root: 'CONSULT', plover: 'CONSULT', status: 'asserted', confidence: 0.1, basis: 'none' };
  const { type, mode } = best;
  return {
    root: toRoot(type),
    plover: type,
    ...(mode ? { mode } : {}),
    status: 'asserted',
    confidence: 0.2,
    basis: 'word',
  };
}

const inside = (index: number, span: Span): boolean => span.start <= index && index < span.end;
const distance = (index: number, span: MaybeSpan): number =>
  !span ? 0 : index < span.start ? span.start - index : index >= span.end ? index - span.end + 1 : 0;
