import type { Knowledge } from '../knowledge/knowledge.ts';
import type { EventMention } from '../model/event.ts';
import type {
  ArticleExplanation,
  ConfidencePart,
  EventExplanation,
  PassedOver,
  RuledOut,
  Words,
} from '../model/explanation.ts';
import type { Span } from '../model/span.ts';
import { type Uncoded, uncodedReasons } from './coded.ts';
import { ruledOut } from './explain-frames.ts';
import { type NameOf, slotFillings } from './explain-slots.ts';
import { statusSteps } from './explain-status.ts';
import { frameNote, quoted, toWords } from './explain-words.ts';
import type { Match } from './match.ts';
import type { Reading } from './reading.ts';
import type { Assembled, CoderTrace, ConfidenceFactor, Trial } from './trace.ts';

/** What the coder told while it read one article. */
export interface RecordedTrace extends CoderTrace {
  readonly trials: readonly Trial[];
  readonly matches: readonly Assembled[];
}

/** A trace that keeps everything. */
export function recordTrace(): RecordedTrace {
  const trials: Trial[] = [];
  const matches: Assembled[] = [];
  return {
    trials,
    matches,
    tried: (trial) => void trials.push(trial),
    assembled: (assembled) => void matches.push(assembled),
  };
}

/**
 * Says how each event mention of one article came about, and which words that can tell an event were not read so.
 * @param mentions those of the same run of the coder as the trace
 */
export function explainEvents(
  { trials, matches }: RecordedTrace,
  mentions: readonly EventMention[],
  knowledge: Pick<Knowledge, 'relations' | 'eventTypes'>,
  nameOf: NameOf,
): ArticleExplanation {
  const byId = new Map(matches.map((m) => [m.mention.id, m]));
  const told = new Set(mentions.map((m) => m.id));
  const uncoded = uncodedReasons(mentions);
  const events = mentions.flatMap((mention) => {
    const assembled = byId.get(mention.id);
    const others = trials.filter((trial) => assembled && isPlaceOf(trial, assembled.match)).flatMap(ruledOut);
    if (!assembled) return [];
    const why = uncoded.get(mention);
    const explained = explainEvent({ ...assembled, mention }, others, knowledge, nameOf);
    return why ? { ...explained, uncoded: { why, message: UNCODED[why] } } : explained;
  });
  const passedOver = trials.flatMap((trial) => {
    const mine = matches.filter((m) => isPlaceOf(trial, m.match));
    return mine.some((m) => told.has(m.mention.id)) ? [] : (passOver(trial, mine.length > 0) ?? []);
  });
  return { events, passedOver: passedOver.sort((a, b) => a.trigger.start - b.trigger.start) };
}

const UNCODED: Readonly<Record<Uncoded, string>> = {
  content: 'it is what another event of the sentence is about, and that one is coded',
  statement: 'it is a statement or an appeal, which PLOVER does not code',
  negated: 'it is denied',
  hypothetical: 'it is only possible, wished or asked for',
  'one-sided': 'only one side is named where the type or the sentence wants both',
  unsure: 'it is too unsure',
};

const isPlaceOf = (trial: Trial, match: Match): boolean =>
  trial.noun === match.noun && (trial.noun !== undefined || trial.predicate === match.predicate);

function explainEvent(
  assembled: Assembled,
  others: readonly RuledOut[],
  { relations, eventTypes }: Pick<Knowledge, 'relations' | 'eventTypes'>,
  nameOf: NameOf,
): EventExplanation {
  const { reading, match, mention, factors } = assembled;
  const type = eventTypes.find((t) => t.type === mention.type);
  const labelOf = (id: string): string => relations.find((r) => r.id === id)?.label ?? id;
  const sentence = sentenceAt(reading, match.trigger.start);
  const recoded = mention.reading ?? drawnOtherwise(mention, match);
  return {
    mention: mention.id,
    sentence: toWords(reading, sentence),
    trigger: toWords(reading, mention.trigger),
    frame: frameNote(match.frame),
    fixed: fixedWords(reading, match),
    sense: {
      relation: mention.relation,
      label: labelOf(mention.relation),
      type: mention.type,
      typeLabel: type?.label ?? mention.type,
      definition: type?.definition ?? '',
      ...(mention.mode ? { mode: mention.mode } : {}),
    },
    slots: slotFillings(assembled, nameOf),
    status: mention.status,
    statusSteps: statusSteps(assembled, sentence),
    ...(mention.attribution ? { attribution: mention.attribution } : {}),
    ...(recoded ? { reading: { ...recoded, label: labelOf(recoded.relation) } } : {}),
    confidence: mention.confidence,
    confidenceParts: factors.map((f) => confidencePart(f, match)),
    ruledOut: others,
  };
}

/** A relation other than the frame's: who agree together, a meeting that was called off. */
function drawnOtherwise(mention: EventMention, match: Match): EventMention['reading'] {
  const { relation, type } = match.frame;
  if (relation === undefined || type === 'NONE' || type === 'STANDING' || relation === mention.relation)
    return undefined;
  return {
    type,
    relation,
    status: mention.status,
    rule: DRAWN[mention.relation] ?? 'told more exactly by the words round it',
  };
}

const DRAWN: Readonly<Record<string, string>> = {
  'agreed-with': 'those who agree together are actors on both sides',
  'cancelled-meeting-with': 'a meeting that somebody calls off is REJECT by them',
  'halted-talks-with': 'talks that somebody halts are SANCTION by them',
};

/** Phrases that the frame's fixed words stand for, without those that fill a slot. */
function fixedWords(reading: Reading, { claimed, slots }: Match): Words[] {
  const taken = Object.values(slots).flatMap((list) => (list ?? []).map((x) => x.span.start));
  return [...new Set(claimed)].flatMap((index) => {
    const g = reading.doc.groups[index];
    const span: Span | undefined = g && { start: g.start, end: g.end };
    return span && !taken.includes(span.start) ? [toWords(reading, span)] : [];
  });
}

function confidencePart({ name, factor }: ConfidenceFactor, match: Match): ConfidencePart {
  const messages: Readonly<Record<ConfidenceFactor['name'], string>> = {
    frame: 'the more words of the sentence a frame asks for, the surer it is',
    noun: match.noun === undefined ? 'a verb tells it' : 'a noun tells it, less surely than a verb',
    'one-sided': factor < 1 ? 'only one side is named' : 'both sides are named',
    guessed: factor < 1 ? 'a side was found outside the places that the frame names' : 'nobody had to be looked for',
    links: 'how sure the names are',
  };
  return { name, factor: Math.round(factor * 1000) / 1000, message: messages[name] };
}

function passOver(trial: Trial, assembled: boolean): PassedOver | undefined {
  const { reading, candidates, best, predicate, noun } = trial;
  const g = noun === undefined ? undefined : reading.doc.groups[noun];
  const span = g ? { start: g.head, end: g.head + 1 } : reading.clauses.predicates[predicate ?? -1]?.span;
  if (!span || candidates.length === 0) return undefined;
  const why = !best ? 'no-frame' : best.frame.type === 'NONE' ? 'no-event' : assembled ? 'twin' : 'nobody';
  const trigger = toWords(reading, span);
  return {
    sentence: toWords(reading, sentenceAt(reading, span.start)),
    trigger,
    why,
    ...(best ? { frame: frameNote(best.frame) } : {}),
    message: `${quoted(trigger)} ${PASSED[why]}`,
    ruledOut: ruledOut(trial),
  };
}

const PASSED: Readonly<Record<PassedOver['why'], string>> = {
  'no-frame': 'fits none of its frames',
  'no-event': 'is read as something that is no event',
  nobody: 'is read, but nobody who could take part is named',
  twin: 'tells what another word of the sentence tells more surely',
};

const sentenceAt = (reading: Reading, token: number): Span =>
  reading.doc.sentences.find((s) => s.start <= token && token < s.end) ?? { start: token, end: token + 1 };
