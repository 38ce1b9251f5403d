import type { Attribution, EventTypeCode, Status } from './event.ts';
import type { Evidence } from './evidence.ts';
import type { EntityId, EventId, RelationId } from './ids.ts';
import type { Interval } from './time.ts';

/** Id of an edge type in `data/ontology/relations.yaml`. */
export type RelationType = string;

/** One telling of a relation: what an edge shows when it is clicked. */
export interface Occurrence {
  readonly event?: EventId;
  readonly evidence: Evidence;
  readonly time?: Interval;
  readonly timeText?: string;
  readonly attribution?: Attribution;
  readonly outlet?: string;
  readonly confidence: number;
  /** Names under which source and target stand in the sentence. */
  readonly sourceText: string;
  readonly targetText: string;
}

/** All tellings of one type and status between two entities. */
export interface Relation {
  readonly id: RelationId;
  readonly source: EntityId;
  readonly target: EntityId;
  readonly type: RelationType;
  readonly status: Status;
  readonly event?: EventTypeCode;
  readonly mode?: string;
  /** PLOVER score, [-10, 10]; 0 for standing relations. */
  readonly tone: number;
  readonly time?: Interval;
  readonly events: readonly EventId[];
  readonly occurrences: readonly Occurrence[];
}
