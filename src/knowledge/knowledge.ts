import type { Office, Sector } from '../model/entity.ts';
import type { EventTypeCode, QuadClass } from '../model/event.ts';

/** Everything in `data/` that people edit, compiled and checked: plain JSON, the same in Node and in the browser. */
export interface Knowledge {
  readonly format: 'dragoman-knowledge';
  readonly version: 1;
  /** Hash of the user's own files that were read over the built-in ones; absent without such. */
  readonly own?: string;
  readonly countries: readonly CountryRecord[];
  readonly places: readonly PlaceRecord[];
  readonly towns: readonly Towns[];
  /** Organisations, groups and media together. */
  readonly organizations: readonly OrganizationRecord[];
  readonly people: readonly PersonRecord[];
  readonly ambiguous: readonly AmbiguousName[];
  readonly agents: readonly AgentNoun[];
  readonly titles: readonly OfficeTitle[];
  readonly frames: readonly Frame[];
  readonly relations: readonly RelationSpec[];
  readonly eventTypes: readonly EventTypeSpec[];
  readonly sectors: Readonly<Record<Sector, string>>;
  readonly reporting: readonly ReportingVerb[];
  readonly modality: readonly ModalityWord[];
  readonly reportingPhrases: readonly ReportingPhrase[];
  /** Nouns of saying ("the claim that"). */
  readonly reportingNouns: readonly ReportingWord[];
  /** Adverbs and adjectives by which a text leaves a report to others: "reportedly", "alleged". */
  readonly reportingAdverbs: readonly ReportingWord[];
  readonly reportingAdjectives: readonly ReportingWord[];
  readonly supportVerbs: readonly SupportVerb[];
  readonly eventNouns: EventNouns;
  readonly time: TimeLexicon;
  readonly abbreviations: readonly string[];
  readonly lemmas: readonly IrregularForm[];
  /** Goldstein value by CAMEO code. */
  readonly goldstein: Readonly<Record<string, number>>;
}

interface GazetteerRecord {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly wikidata?: string;
}

/** `id` is the code (`FRA`, `SUN`); entities use `country:FRA`. */
export interface CountryRecord extends GazetteerRecord {
  readonly official?: string;
  readonly iso2?: string;
  readonly adjectives: readonly string[];
  readonly people: readonly string[];
  readonly capital?: string;
  readonly partial: boolean;
}

/** A row of `places.tsv`. */
export interface PlaceRecord extends GazetteerRecord {
  readonly kind: string;
  readonly country?: string;
  /** Country code or entity id of the actor for which the name stands when it acts. */
  readonly actsFor?: string;
}

/** A row of `towns.tsv`: names as the file has them, separated by ` | `, since few texts ask for them. */
export interface Towns {
  /** Id of a row of `countries.tsv`. */
  readonly country: string;
  readonly names: string;
}

/** A row of `organizations.tsv`, `groups.tsv` or `media.tsv`. */
export interface OrganizationRecord extends GazetteerRecord {
  readonly acronym?: string;
  readonly subkind: string;
  readonly sector?: Sector;
  readonly countries: readonly string[];
  readonly parent?: string;
}

/** A row of `people.tsv`. */
export interface PersonRecord extends GazetteerRecord {
  readonly country?: string;
  readonly sector?: Sector;
  readonly offices: readonly Office[];
  readonly surname?: string;
  readonly gender?: 'm' | 'f';
}

/** A name with several readings; the first whose context holds wins, else `fallback`. Words are lower case. */
export interface AmbiguousName {
  readonly name: string;
  readonly caseSensitive: boolean;
  /** Row id, `word` (no name at all) or `person` (part of a person's name). */
  readonly fallback: string;
  readonly readings: readonly {
    readonly id: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly near: readonly string[];
    readonly article: readonly string[];
  }[];
}

/** A noun for people and bodies that act. */
export interface AgentNoun {
  readonly phrase: string;
  readonly sector: Sector;
  readonly number: 'sg' | 'pl' | 'mass';
  /**
   * `country`: acts for the state or body that modifies it; `body`: a body of its own; `group`: unnamed collective; `person`;
   * `thing`: no actor, but it tells who stands behind it.
   */
  readonly acts: 'country' | 'body' | 'group' | 'person' | 'thing';
}

/** A row of `titles.tsv`. */
export interface OfficeTitle {
  readonly title: string;
  readonly sector: Sector;
  readonly rank: string;
  /** What a holder leads when the office is of it; absent for those who serve there or lead a part of it. */
  readonly heads?: readonly Headed[];
}

/** `body`: an organisation; `place`: a town or province. */
export type Headed = 'state' | 'body' | 'place';

/** Slots of a frame: see `data/README.md`. */
export type SlotName = 'A' | 'B' | 'C' | 'L' | 'X';

/** Where an element of a frame stands in the plainest active sentence. */
export type FramePosition =
  | { readonly at: 'subject' | 'object' | 'possessor' }
  /** `bare`: the preposition may be missing ("meet (with) B"). */
  | { readonly at: 'oblique'; readonly prepositions: readonly string[]; readonly bare: boolean };

/** A participant or a fixed noun of a frame. `heads` constrains the head noun; `modifiers` are fixed words before it. */
export interface FrameArgument {
  readonly kind: 'argument';
  readonly position: FramePosition;
  /** Absent for fixed words; `AB` for "between A and B". */
  readonly slot?: SlotName | 'AB';
  readonly heads?: readonly string[];
  readonly modifiers?: readonly string[];
  readonly optional: boolean;
}

/** A clause that the frame takes: `to DO`, `of DOING`, `that B DO`. */
export interface FrameComplement {
  readonly kind: 'complement';
  readonly form: 'to' | 'ing' | 'that';
  readonly preposition?: string;
  readonly optional: boolean;
  /** Slot that is the subject of a that-clause. */
  readonly subject?: SlotName;
  /** `that B must`, `that B {guilty|responsible}`: the clause's own modal or verb is one of these. */
  readonly heads?: readonly string[];
}

export type FrameElement = FrameArgument | FrameComplement;

/** An event type; NONE: a reading that is no event and only keeps others from firing; STANDING: what holds and does not happen. */
export type FrameType = EventTypeCode | 'NONE' | 'STANDING';

/** A row of `frames/TYPE.tsv`, one for each alternative that was written out. */
export interface Frame {
  /** `TYPE: frame text`, unique: the rule that evidence cites. */
  readonly id: string;
  readonly text: string;
  readonly pos: 'verb' | 'noun' | 'adjective';
  readonly type: FrameType;
  readonly relation?: string;
  readonly mode?: string;
  readonly triggers: readonly string[];
  readonly particle?: readonly string[];
  readonly elements: readonly FrameElement[];
  /** Number of fixed words beyond the trigger: the more, the surer; a tenth more when the trigger is written out and no class. */
  readonly specificity: number;
  readonly example: string;
}

/** An edge type of `relations.yaml`. */
export interface RelationSpec {
  readonly id: string;
  readonly label: string;
  readonly inverse: string;
  readonly symmetric: boolean;
  readonly event?: EventTypeCode;
  /** Mode of a frame that names none of its own. */
  readonly mode?: string;
  readonly cameo?: string;
}

/** A PLOVER type of `ontology/events`. */
export interface EventTypeSpec {
  readonly type: EventTypeCode;
  readonly label: string;
  readonly definition: string;
  readonly quad: QuadClass;
  readonly score: number;
  readonly modes: readonly { readonly id: string; readonly score?: number; readonly definition: string }[];
  readonly recipientRequired: boolean;
  readonly source: string;
}

/** A verb of saying of `reporting.yaml`. */
export interface ReportingVerb {
  /** Lemma, with its particle ("point out"). */
  readonly phrase: string;
  /** neutral, doubtful, committing, denying, nested, opining, learning, directive, speech-act. */
  readonly class: string;
  /** What may be said: quote, that, noun, about, to, ing, as. */
  readonly takes: readonly string[];
  /** The object is the one spoken to. */
  readonly hearer: boolean;
}

/** A noun, adverb or adjective of `reporting.yaml`, with the class of a verb of saying. */
export interface ReportingWord {
  readonly word: string;
  readonly class: string;
}

/** "according to Tanjug", "in an interview with Le Monde": who stands after it is the speaker, the hearer or the medium. */
export interface ReportingPhrase {
  readonly phrase: string;
  readonly class: string;
  readonly role: 'speaker' | 'hearer' | 'medium' | 'none';
}

/** `reported`: planned, but only in what somebody said ("said it would"). */
export type ModalEffect = 'implicative' | 'planned' | 'reported' | 'hypothetical' | 'negated' | 'ended';

/** A word of `modality.yaml`. */
export interface ModalityWord {
  /** Lemmas in order. */
  readonly phrase: string;
  /** v verb, m modal, a adjective, n noun, r adverb, p preposition, c conjunction. */
  readonly pos: string;
  readonly effect: ModalEffect;
  /** inf, to, ing, that, noun, clause: the shapes in which it governs an event. */
  readonly takes: readonly string[];
}

/** A light verb of `support-verbs.yaml`. */
export interface SupportVerb {
  readonly phrase: string;
  /** `happen`: the event noun itself is the subject. */
  readonly effect: 'do' | 'end' | 'join' | 'receive' | 'let' | 'happen';
  readonly passive: boolean;
}

/** Nouns that make event and issue nodes. */
export interface EventNouns {
  /** Kind of event -> head lemmas. */
  readonly events: Readonly<Record<string, readonly string[]>>;
  readonly transparent: readonly string[];
  readonly pointing: readonly string[];
  readonly issues: readonly string[];
}

/** `lexicon/en/time.yaml` as it stands; read by `events/time`. */
export type TimeLexicon = Readonly<Record<string, unknown>>;

/** A form that the rules of inflection get wrong, in lower case; its part of speech (UPOS); its lemma. */
export type IrregularForm = readonly [form: string, upos: string, lemma: string];
