import type { ChunkedDocument } from '../model/document.ts';
import type { GroupIndex, NounContext, PredicateIndex } from './clause.ts';
import { type DraftPhrase, type DraftPredicate, type NounDraft, newClause, type OpenClause } from './drafts.ts';
import type { Item } from './items.ts';

/** Everything the reader knows while it walks over a document from left to right. */
export interface ReaderState {
  readonly doc: ChunkedDocument;
  /** Lemmas of verbs of saying. */
  readonly speechVerbs: ReadonlySet<string>;
  readonly predicates: DraftPredicate[];
  readonly nouns: Map<GroupIndex, NounDraft>;

  // The sentence being read.
  sentence: number;
  items: readonly Item[];
  /** Index of the item being read. */
  at: number;
  /** Items before this one were taken by a list. */
  skipUntil: number;
  /** Open clauses, innermost last; never empty. */
  stack: OpenClause[];
  /** Inside quotation marks; carries over to the next sentence of the paragraph. */
  quoted: boolean;

  // What stands between the last group and the next one.
  preposition: string | undefined;
  comma: boolean;
  conjunction: boolean;

  /** The noun phrase read last (time phrases left out): conjuncts, appositions and relative clauses belong to it. */
  last: DraftPhrase | undefined;
  /** Noun groups in an unbroken chain of prepositional phrases: later ones may belong to any of them. */
  chain: GroupIndex[];
}

export const newState = (doc: ChunkedDocument, speechVerbs: ReadonlySet<string>): ReaderState => ({
  doc,
  speechVerbs,
  predicates: [],
  nouns: new Map(),
  sentence: 0,
  items: [],
  at: 0,
  skipUntil: 0,
  stack: [newClause('root')],
  quoted: false,
  preposition: undefined,
  comma: false,
  conjunction: false,
  last: undefined,
  chain: [],
});

export function beginSentence(s: ReaderState, sentence: number, items: readonly Item[]): void {
  s.sentence = sentence;
  s.items = items;
  s.skipUntil = 0;
  beginClauses(s);
}

/** Forgets all open clauses: a new sentence, a semicolon, a dash. */
export function beginClauses(s: ReaderState): void {
  s.stack = [newClause('root')];
  s.last = undefined;
  s.chain = [];
  clearJoint(s);
}

/** The words between two groups have been dealt with. */
export function clearJoint(s: ReaderState): void {
  s.preposition = undefined;
  s.comma = false;
  s.conjunction = false;
}

export const top = (s: ReaderState): OpenClause => s.stack.at(-1) as OpenClause; // never empty

/** Verb of the innermost open clause. */
export function topVerb(s: ReaderState): DraftPredicate | undefined {
  const { verb } = top(s);
  return verb === undefined ? undefined : s.predicates[verb];
}

/** The innermost open clause that has a subject or antecedent and no verb yet. */
export const awaitingVerb = (s: ReaderState): OpenClause | undefined =>
  s.stack.findLast((c) => c.verb === undefined && (c.subject || c.antecedent));

export function nounDraft(s: ReaderState, group: GroupIndex): NounDraft {
  const found = s.nouns.get(group);
  if (found) return found;
  const fresh: NounDraft = { obliques: [], appositions: [], complements: [] };
  s.nouns.set(group, fresh);
  return fresh;
}

export type Slot = NonNullable<NounContext['role']>['slot'];

/** Notes whose argument a noun group is; the first finding stands. */
export function setRole(
  s: ReaderState,
  group: GroupIndex,
  predicate: PredicateIndex,
  slot: Slot,
  preposition?: string,
): void {
  nounDraft(s, group).role ??= { predicate, slot, ...(preposition === undefined ? {} : { preposition }) };
}

export const isSpeechVerb = (s: ReaderState, verb: DraftPredicate | undefined): boolean =>
  !!verb && s.speechVerbs.has(verb.lemma);
