import type { Evidence } from './evidence.ts';
import type { EntityId, EventId, EventMentionId, MentionId } from './ids.ts';
import type { Span } from './span.ts';
import type { Interval } from './time.ts';

/** The 16 event types of PLOVER 2.0. */
export type EventTypeCode =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT';

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export type QuadClass = 1 | 2 | 3 | 4;

/** Whether the text tells it as a fact, as to come, or as possible, wished or feared. */
export type Modality = 'asserted' | 'planned' | 'hypothetical';

/** What an edge is drawn as. `reported`: a source in the text says so; `negated` covers denials too. */
export type Status = 'asserted' | 'reported' | 'planned' | 'hypothetical' | 'negated';

/** Part that an entity plays in an event. */
export type ArgumentRole = 'actor' | 'recipient' | 'issue' | 'location' | 'instrument';

/** Who fills a role. `mention` is the phrase in the text; `entities` what it stands for (more than one for conjunctions and pairs). */
export interface Argument {
  readonly role: ArgumentRole;
  readonly span: Span;
  readonly mention?: MentionId;
  readonly entities: readonly EntityId[];
}

/** Who said it, with which verb. */
export interface Attribution {
  readonly speaker?: EntityId;
  readonly mention?: MentionId;
  /** Words of the text when no entity is known ("local media", "officials"). */
  readonly text: string;
  readonly verb: string;
}

/** What the words of an event say before a coding rule calls it something else ("will not lift" is REJECT, its reading a negated CONCEDE). */
export interface EventReading {
  readonly type: EventTypeCode;
  readonly relation: string;
  readonly status: Status;
  /** The rule that was applied, in plain words. */
  readonly rule: string;
}

/** One event as one sentence tells it. */
export interface EventMention {
  readonly id: EventMentionId;
  readonly type: EventTypeCode;
  readonly mode?: string;
  readonly relation: string;
  readonly cameo?: string;
  readonly contexts: readonly string[];
  readonly trigger: Span;
  readonly arguments: readonly Argument[];
  readonly reciprocal: boolean;
  readonly modality: Modality;
  readonly negated: boolean;
  readonly attribution?: Attribution;
  readonly status: Status;
  /** It is told as the content of another event ("agreed to [withdraw]", "urged Peru to [free them]"), which is coded for it. */
  readonly content?: true;
  /** Present when a coding rule changed what the words say. */
  readonly reading?: EventReading;
  readonly time?: Interval;
  /** The words of the time expression, also when they could not be resolved to days. */
  readonly timeText?: string;
  readonly confidence: number;
  readonly evidence: Evidence;
  /** Event node of which this mention is part ("the talks"), when it names one. */
  readonly eventEntity?: EntityId;
}

/** What the mentions of one event have in common, within and across articles. */
export interface DiplomaticEvent {
  readonly id: EventId;
  readonly type: EventTypeCode;
  readonly mode?: string;
  readonly relation: string;
  readonly actors: readonly EntityId[];
  readonly recipients: readonly EntityId[];
  readonly reciprocal: boolean;
  readonly status: Status;
  readonly time?: Interval;
  readonly mentions: readonly EventMentionId[];
  readonly evidence: readonly Evidence[];
  /** Why mentions were merged: one line a merge. */
  readonly merged: readonly string[];
}
