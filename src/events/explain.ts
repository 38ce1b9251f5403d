import { NOWHERE } from '../base/nowhere.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { EventMention } from '../model/event.ts';
import type { ArticleExplanation, FrameReading, PassedOver } from '../model/explanation.ts';
import { uncodedReasons } from './coded.ts';
import { ruledOut } from './explain-frames.ts';
import { explainEvent, explainFact } from './explain-reading.ts';
import type { NameOf } from './explain-slots.ts';
import { frameNote, quoted, sentenceAt, toWords } from './explain-words.ts';
import type { Match } from './match.ts';
import type { Assembled, CoderTrace, Held, Trial } from './trace.ts';

/** What the coder told while it read one article. */
export interface RecordedTrace extends CoderTrace {
  readonly trials: readonly Trial[];
  readonly matches: readonly Assembled[];
  readonly holding: readonly Held[];
}

/** A trace that keeps everything. */
export function recordTrace(): RecordedTrace {
  const trials: Trial[] = [];
  const matches: Assembled[] = [];
  const holding: Held[] = [];
  return {
    trials,
    matches,
    holding,
    tried: (trial) => void trials.push(trial),
    assembled: (assembled) => void matches.push(assembled),
    held: (held) => void holding.push(held),
  };
}

/**
 * Says how each event mention of one article came about, what frames tell that holds, and which words that can tell an event were not read so.
 * @param mentions those of the same run of the coder as the trace
 */
export function explainArticle(
  { trials, matches, holding }: RecordedTrace,
  mentions: readonly EventMention[],
  knowledge: Pick<Knowledge, 'relations' | 'eventTypes'>,
  nameOf: NameOf,
): ArticleExplanation {
  const byId = new Map(matches.map((m) => [m.mention.id, m]));
  const told = new Set(mentions.map((m) => m.id));
  const uncoded = uncodedReasons(mentions);
  const others = (match: Match) => trials.filter((trial) => isPlaceOf(trial, match)).flatMap(ruledOut);
  const events = mentions.flatMap((mention) => {
    const assembled = byId.get(mention.id);
    if (!assembled) return [];
    const context = { knowledge, nameOf, ruledOut: others(assembled.match), uncoded: uncoded.get(mention) };
    return explainEvent({ ...assembled, mention }, context);
  });
  const facts = holding.map((held) => explainFact(held, { knowledge, nameOf, ruledOut: others(held.match) }));
  const passedOver = trials.flatMap((trial) => {
    const mine = matches.filter((m) => isPlaceOf(trial, m.match));
    const read = mine.some((m) => told.has(m.mention.id)) || holding.some((h) => isAt(trial, h.match));
    return read ? [] : (passOver(trial, mine.length > 0) ?? []);
  });
  const inOrder = <T extends FrameReading | PassedOver>(list: readonly T[]): T[] =>
    [...list].sort((x, y) => x.trigger.start - y.trigger.start);
  return { events, facts: inOrder(facts), passedOver: inOrder(passedOver) };
}

/** Frames of events and of what holds are tried apart. */
const tellsFacts = (trial: Trial): boolean => trial.candidates[0]?.type === 'STANDING';

const isAt = (trial: Trial, match: Match): boolean =>
  trial.noun === match.noun && (trial.noun !== undefined || trial.predicate === match.predicate);

const isPlaceOf = (trial: Trial, match: Match): boolean =>
  isAt(trial, match) && tellsFacts(trial) === (match.frame.type === 'STANDING');

function passOver(trial: Trial, assembled: boolean): PassedOver | undefined {
  const { reading, candidates, best, predicate, noun } = trial;
  const g = noun === undefined ? undefined : reading.doc.groups[noun];
  const span = g ? { start: g.head, end: g.head + 1 } : reading.clauses.predicates[predicate ?? NOWHERE]?.span;
  if (!span || candidates.length === 0 || tellsFacts(trial)) return undefined;
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
