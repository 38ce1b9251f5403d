import type { EntityId, MentionId } from './ids.ts';
import type { Span, TokenIndex } from './span.ts';
import type { IsoDate } from './time.ts';

/** Kinds of node; definitions stand in `data/ontology/entity-kinds.yaml`. */
export type EntityKind = 'country' | 'person' | 'organization' | 'event' | 'place' | 'issue';

/** PLOVER sector code (GOV, MIL, REB, …). */
export type Sector = string;

/**
 * A stretch of text that refers to something. Mentions may nest ("[[Syrian] army]"). `span` is the whole phrase without trailing
 * complements, `head` the token that carries it.
 */
export interface Mention {
  readonly id: MentionId;
  readonly span: Span;
  readonly head: TokenIndex;
  readonly form: 'name' | 'nominal' | 'pronoun';
  readonly kind: EntityKind;
  /** Sector in which the mention acts ("Russian officials" GOV, "Syrian army" MIL), when the words say so. */
  readonly sector?: Sector;
  /** Country the words give ("the Iranian official"), as gazetteer id. */
  readonly country?: string;
  /**
   * `actor` when the mention can act, `place` when the context makes it a location ("in Moscow"), `modifier` when it only
   * describes another noun ("[Russian] gas").
   */
  readonly use: 'actor' | 'place' | 'modifier';
}

/** Says which entities a mention stands for; more than one for "the two countries". */
export interface Link {
  readonly mention: MentionId;
  readonly entity: EntityId;
  /** [0, 1] */
  readonly confidence: number;
  /** Why: `gazetteer`, `surname`, `pronoun`, `title`, `demonym`, `pair`, … */
  readonly rule: string;
}

/** An office that a person holds or held. */
export interface Office {
  readonly title: string;
  /** Gazetteer id of the country or body in which it is held. */
  readonly of?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Somebody or something that articles name, known to the gazetteer or to the text alone. */
export interface Entity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly subkind?: string;
  readonly sector?: Sector;
  /** Country of origin or belonging, as gazetteer id (ISO alpha-3 where there is one). */
  readonly country?: string;
  readonly iso3166?: string;
  readonly wikidata?: string;
  readonly offices?: readonly Office[];
  /** Day of founding and end, when the gazetteer knows. */
  readonly from?: IsoDate | string;
  readonly to?: IsoDate | string;
  /** False for entities that the text introduced and the gazetteer doesn't know. */
  readonly known: boolean;
}
