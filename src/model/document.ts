import type { Article } from './article.ts';
import type { CharOffset, Span, TokenIndex } from './span.ts';

/** A word or mark; `article.text.slice(start, end)` is its text. */
export interface Token {
  readonly text: string;
  readonly start: CharOffset;
  readonly end: CharOffset;
}

/** A sentence is a span of tokens that never crosses a paragraph. */
export interface Sentence extends Span {
  /** Index of the paragraph (paragraphs are separated by a blank line); the title is not part of the text. */
  readonly paragraph: number;
  /** The sentence goes on in the next one: as a whole it was too long to be read. */
  readonly cut?: true;
}

export interface TokenizedDocument {
  readonly article: Article;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** Universal part of speech (UD v2). */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** What the tagger says of one token. */
export interface Morphology {
  readonly lemma: string;
  readonly upos: Upos;
  /** Penn Treebank tag. */
  readonly xpos: string;
}

/** `morphology` is parallel to `tokens`. */
export interface TaggedDocument extends TokenizedDocument {
  readonly morphology: readonly Morphology[];
}

/** The head and the relation to it of one token (Universal Dependencies v2, with subtypes); the root of a sentence is its own head. */
export interface Dependency {
  readonly head: TokenIndex;
  readonly deprel: string;
}

/** `dependencies` is parallel to `tokens`; heads never leave the sentence. */
export interface ParsedDocument extends TaggedDocument {
  readonly dependencies: readonly Dependency[];
}

/**
 * A base noun phrase without what follows its head ("the senior Iranian official", not "… in Geneva"), or a verb group with its
 * auxiliaries, negation, adverbs inside it and particle ("has not yet pulled out"). Groups never overlap and stand in text order.
 */
export interface Group extends Span {
  readonly kind: 'noun' | 'verb';
  /** Syntactic head: the last noun of a noun group, the main verb of a verb group. */
  readonly head: TokenIndex;
  readonly sentence: number;
}

export interface ChunkedDocument extends TaggedDocument {
  readonly groups: readonly Group[];
  /** As in `ParsedDocument`; absent when no parser has read the text. */
  readonly dependencies?: readonly Dependency[];
  /** Proper names; absent when no name finder has read the text. */
  readonly names?: readonly NameSpan[];
}

/** Kinds of proper name. `group`: nationalities, peoples, faiths; `event`, `misc`: names of what is nobody and no place. */
export type NameKind = 'person' | 'organization' | 'place' | 'group' | 'event' | 'misc';

/** A proper name without titles and articles: "[Anna Keller]", "the [Ministry of Trade]". */
export interface NameSpan extends Span {
  readonly kind: NameKind;
  /** How much surer than the next best reading, in log-odds, ≥ 0; beyond 3 it is rarely wrong. */
  readonly margin: number;
}

/** `names` are disjoint and stand in text order; none crosses a sentence. */
export interface NamedDocument extends TaggedDocument {
  readonly names: readonly NameSpan[];
}
