import type { Frame } from '../knowledge/knowledge.ts';
import type { EventMention } from '../model/event.ts';
import type { ConfidencePart } from '../model/explanation.ts';
import type { GroupIndex, PredicateIndex } from '../syntax/clause.ts';
import type { Match } from './match.ts';
import type { Reading } from './reading.ts';
import type { Standing } from './trail.ts';

/** A factor of a confidence, without its explanation. */
export type ConfidenceFactor = Omit<ConfidencePart, 'message'>;

/** All frames that a verb, an adjective (`predicate`) or a noun could have been read by. */
export interface Trial {
  readonly reading: Reading;
  readonly predicate?: PredicateIndex;
  readonly noun?: GroupIndex;
  readonly candidates: readonly Frame[];
  /** Tries one more frame, or a changed one, at the same place. */
  readonly match: (frame: Frame) => Match | undefined;
  readonly scoreOf: (match: Match) => number;
  readonly best: Match | undefined;
}

/** A match that became a mention. */
export interface Assembled {
  readonly reading: Reading;
  readonly match: Match;
  readonly mention: EventMention;
  readonly standing: Standing;
  readonly factors: readonly ConfidenceFactor[];
}

/** A match of a frame that tells what holds. */
export interface Held {
  readonly reading: Reading;
  readonly match: Match;
}

/** Told by the coder what it does, for explanations. */
export interface CoderTrace {
  readonly tried: (trial: Trial) => void;
  readonly assembled: (assembled: Assembled) => void;
  readonly held: (held: Held) => void;
}
