import type { ArgumentRole, Attribution, EventReading, EventTypeCode, Status } from './event.ts';
import type { EntityId, EventMentionId } from './ids.ts';
import type { CharSpan } from './span.ts';

/** Words of an article. Invariant: `article.text.slice(start, end) === text`. */
export interface Words extends CharSpan {
  readonly text: string;
}

/** A row of the lexicon. */
export interface FrameNote {
  /** `SANCTION: A impose @sanction on B`: what evidence cites. */
  readonly rule: string;
  readonly frame: string;
  readonly pos: 'verb' | 'noun' | 'adjective';
  /** NONE: a reading that is no event. */
  readonly type: EventTypeCode | 'NONE' | 'STANDING';
  readonly relation?: string;
  readonly mode?: string;
  /** File in which the row stands, from `data/` on. */
  readonly file: string;
  /** Sentence that the row must read. */
  readonly example: string;
}

/** Where words stand to the trigger, the passive undone: `agent` is the by-phrase of a passive, `passive-subject` its subject. */
export type SlotPosition =
  | 'subject'
  | 'agent'
  | 'object'
  | 'passive-subject'
  | 'oblique'
  | 'owner'
  | 'modifier'
  | 'support-subject'
  | 'content-subject'
  | 'content-object'
  | 'content-oblique'
  | 'main-subject'
  | 'elsewhere';

/** How an infinitive, a participle or a conjunct came by a subject that it doesn't have itself. */
export type SubjectSource = 'control' | 'relative' | 'shared' | 'adverbial';

/** Who or what filled a slot, and how. */
export interface SlotFilling {
  /** Slot of the frame; absent for what the sentence adds (a place, the event that is met about). */
  readonly slot?: 'A' | 'B' | 'C' | 'L' | 'X';
  /** Part in the event; absent when the words filled a slot but were left out. */
  readonly role?: ArgumentRole;
  readonly words: Words;
  readonly position: SlotPosition;
  readonly preposition?: string;
  /** Verb or noun at which the words stand. */
  readonly at?: Words;
  /** Verb that lends its subject, with the way in which it does. */
  readonly from?: { readonly words: Words; readonly by: SubjectSource };
  /** The phrase to which the words belong, when they are not the whole of it: "Russian" of "two Russian diplomats". */
  readonly within?: Words;
  /** What the words stand for and how the link was made; empty when they stand for nobody known. */
  readonly entities: readonly {
    readonly id: EntityId;
    readonly name: string;
    /** `gazetteer`, `pronoun`, `demonym`, … */
    readonly link?: string;
    /** [0, 1] */
    readonly confidence?: number;
  }[];
  /** The position in plain words, or why the words were left out. */
  readonly message: string;
}

/** A word by which an event stands as it does. */
export interface StatusStep {
  readonly word: string;
  readonly words?: Words;
  readonly effect: 'planned' | 'hypothetical' | 'negated' | 'reported';
  readonly message: string;
}

/** One factor of a confidence. */
export interface ConfidencePart {
  readonly name:
    | 'frame'
    | 'noun'
    | 'one-sided'
    | 'sides'
    | 'pronouns'
    | 'mutual'
    | 'standing'
    | 'aside'
    | 'guessed'
    | 'links';
  /** (0, 1] */
  readonly factor: number;
  readonly message: string;
}

/**
 * A frame that was tried at the same word and did not read it. `weaker`: it fits, but another fits better; otherwise what it lacks: its
 * `particle`, the fixed words of the `trigger`, a fixed `word`, a `phrase` that fills a slot, a `clause`.
 */
export interface RuledOut extends FrameNote {
  readonly why: 'weaker' | 'particle' | 'trigger' | 'word' | 'phrase' | 'clause';
  readonly message: string;
}

/** How a frame read a place of the text. */
export interface FrameReading {
  readonly sentence: Words;
  readonly trigger: Words;
  readonly frame: FrameNote;
  /** Words that the frame asks for besides its slots. */
  readonly fixed: readonly Words[];
  readonly slots: readonly SlotFilling[];
  /** Other frames of the trigger: those that fit too first, then those that fell short, the closest first. */
  readonly ruledOut: readonly RuledOut[];
}

/** How a standing relation that a frame tells came about ("X heads Y"). */
export interface FactExplanation extends FrameReading {
  readonly relation: string;
  readonly label: string;
}

/** How one event mention came about. */
export interface EventExplanation extends FrameReading {
  readonly mention: EventMentionId;
  /** What the event is coded as: relation and its label, PLOVER type with its definition. */
  readonly sense: {
    readonly relation: string;
    readonly label: string;
    readonly type: EventTypeCode;
    readonly typeLabel: string;
    readonly definition: string;
    readonly mode?: string;
    /** File of the type with its coding rules and their source, from `data/` on. */
    readonly file: string;
  };
  readonly status: Status;
  readonly statusSteps: readonly StatusStep[];
  readonly attribution?: Attribution;
  /** The plain reading beside the code, when a coding rule changed it. */
  readonly reading?: EventReading & { readonly label: string };
  /** Why the reading does not count as a coded event ("negated", "content", "one-sided" …), when it doesn't. */
  readonly uncoded?: { readonly why: string; readonly message: string };
  /** [0, 1]: product of the parts, at most .95. */
  readonly confidence: number;
  readonly confidenceParts: readonly ConfidencePart[];
}

/**
 * A word that can tell an event and was not read so. `no-event`: a frame of NONE.tsv won; `no-frame`: none fits; `nobody`: nobody takes
 * part; `twin`: another reading of the sentence tells the same.
 */
export interface PassedOver {
  readonly sentence: Words;
  readonly trigger: Words;
  readonly why: 'no-event' | 'no-frame' | 'nobody' | 'twin';
  /** The frame that won, unless none fits. */
  readonly frame?: FrameNote;
  readonly message: string;
  readonly ruledOut: readonly RuledOut[];
}

/** Why an article was read as it was. */
export interface ArticleExplanation {
  /** One for each event mention, in the order of the analysis. */
  readonly events: readonly EventExplanation[];
  /** Standing relations that frames tell, in text order. */
  readonly facts: readonly FactExplanation[];
  /** In text order. */
  readonly passedOver: readonly PassedOver[];
}
