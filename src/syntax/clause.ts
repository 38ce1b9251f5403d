import type { Span, TokenIndex } from '../model/span.ts';

/** Index into `ChunkedDocument.groups`. */
export type GroupIndex = number;
/** Index into `ClauseStructure.predicates`. */
export type PredicateIndex = number;

/** A noun group with what belongs to it. `groups` holds the conjuncts ("Iran, Russia and Turkey"), in text order, the first one first. */
export interface NounPhrase {
  readonly groups: readonly GroupIndex[];
  readonly head: TokenIndex;
  readonly span: Span;
}

export interface Oblique {
  /** Lower case; several words joined by a space ("on behalf of"); empty for bare time phrases. */
  readonly preposition: string;
  readonly phrase: NounPhrase;
}

export interface ClauseComplement {
  readonly form: 'to' | 'ing' | 'that';
  readonly preposition?: string;
  readonly predicate: PredicateIndex;
}

export interface Governor {
  readonly predicate: PredicateIndex;
  readonly relation: 'complement' | 'relative' | 'adverbial' | 'coordinate' | 'speech';
  /** "that", "if", "after", … */
  readonly marker?: string;
}

/** A verb (or copula with adjective) and what stands round it. How the groups were found doesn't show: a parse gives the same record. */
export interface Predicate {
  readonly sentence: number;
  readonly pos: 'verb' | 'adjective';
  readonly head: TokenIndex;
  readonly span: Span;
  readonly lemma: string;
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  readonly voice: 'active' | 'passive';
  readonly tense: 'past' | 'present' | 'future' | 'none';
  /** Lower-case modal or semi-modal ("will", "could", "be to"). */
  readonly modal?: string | undefined;
  readonly negated: boolean;
  readonly particle?: string | undefined;
  readonly subject?: NounPhrase | undefined;
  readonly objects: readonly NounPhrase[];
  readonly obliques: readonly Oblique[];
  readonly complements: readonly ClauseComplement[];
  readonly governor?: Governor | undefined;
  /** Inside quotation marks. */
  readonly quoted: boolean;
}

/** What a noun group has besides its own words. */
export interface NounContext {
  /** "[Iran]'s visit". */
  readonly owner?: GroupIndex;
  /** Prepositional phrases that may belong to it: "talks [with Iran] [on the crisis] [in Geneva]"; attachment stays open on purpose. */
  readonly obliques: readonly Oblique[];
  readonly appositions: readonly GroupIndex[];
  readonly complements: readonly ClauseComplement[];
  /** Predicate whose subject, object or oblique it is. */
  readonly role?: {
    readonly predicate: PredicateIndex;
    readonly slot: 'subject' | 'object' | 'oblique';
    readonly preposition?: string;
  };
}

export interface ClauseStructure {
  readonly predicates: readonly Predicate[];
  /** Parallel to `ChunkedDocument.groups`. */
  readonly nouns: readonly NounContext[];
}
