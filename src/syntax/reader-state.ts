import type { ChunkedDocument, Group } from '../model/document.ts';
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
  /** A conjunction came since the last verb and no subject for another one: "and in August [entered]". */
  coordinating: boolean;

  /** The noun phrase read last (time phrases left out): conjuncts, appositions and relative clauses belong to it. */
  last: DraftPhrase | undefined;
  /** Noun phrases in an unbroken chain of prepositional phrases: later ones may belong to any of them. */
  chain: DraftPhrase[];

  /** What parentheses interrupted, outermost first, with the item that ends each interruption. */
  interrupted: Interruption[];
  /** Auxiliary that came before its subject: "[Did] they agree?". */
  fronted: Group | undefined;
}

/** Reading state kept while a parenthesis is read. */
export interface Interruption
  extends Pick<ReaderState, 'stack' | 'preposition' | 'comma' | 'conjunction' | 'last' | 'chain'> {
  readonly until: number;
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
  coordinating: false,
  last: undefined,
  chain: [],
  interrupted: [],
  fronted: undefined,
});

export function beginSentence(s: ReaderState, sentence: number, items: readonly Item[]): void {
  s.sentence = sentence;
  s.items = items;
  s.skipUntil = 0;
  s.interrupted = [];
  beginClauses(s);
}

/** Forgets all open clauses: a new sentence, a semicolon, a dash. */
export function beginClauses(s: ReaderState): void {
  s.stack = [newClause('root')];
  s.last = undefined;
  s.chain = [];
  s.fronted = undefined;
  s.coordinating = false;
  clearJoint(s);
}

/** Reads on inside parentheses as if a sentence of its own began; the first noun may rename the one before: "the bloc (ASEAN)". */
export function interrupt(s: ReaderState, until: number): void {
  const { stack, preposition, comma, conjunction, last, chain } = s;
  s.interrupted.push({ stack, preposition, comma, conjunction, last, chain, until });
  beginClauses(s);
  if (last) top(s).renames = last;
}

/** Goes back to where the parenthesis that ends at item `at` began. */
export function resume(s: ReaderState, at: number): boolean {
  const kept = s.interrupted.at(-1);
  if (kept?.until !== at) return false;
  const { until: _, ...state } = kept;
  Object.assign(s, state);
  s.fronted = undefined;
  s.interrupted.pop();
  return true;
}

/** Opens a clause inside the innermost one. Text without end must not cost more and more, so the outermost of very many are forgotten. */
export function pushClause(s: ReaderState, clause: OpenClause): OpenClause {
  s.stack.push(clause);
  if (s.stack.length > MAX_DEPTH) s.stack.splice(1, 1);
  return clause;
}

const MAX_DEPTH = 40;
/** Nouns that one prepositional phrase may belong to. */
export const MAX_CHAIN = 12;

/** Adds a phrase to the chain of nouns that later prepositional phrases may belong to. */
export function extendChain(s: ReaderState, phrase: DraftPhrase): void {
  s.chain = [...s.chain.slice(1 - MAX_CHAIN), phrase];
}

/** Every noun group that the next prepositional phrase may belong to. */
export const chainGroups = (s: ReaderState): GroupIndex[] => s.chain.flatMap((p) => p.groups.slice(-MAX_CHAIN));

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

/** Has a subject or antecedent (or needs none) and no verb yet. */
export const isAwaiting = (c: OpenClause): boolean => c.verb === undefined && !!(c.subject || c.antecedent || c.free);

/** The innermost open clause that waits for its verb. */
export const awaitingVerb = (s: ReaderState): OpenClause | undefined => s.stack.findLast(isAwaiting);

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

/** Verbs that follow what they report without quotation marks: "The talks failed, said the envoy". */
export const PLAIN_SPEECH: ReadonlySet<string> = new Set(['say', 'add', 'write']);

const TAKES_CONTENT: ReadonlySet<string> = new Set(
  'think believe know hope fear feel see find suggest mean show argue insist expect understand realise realize ensure agree'.split(
    ' ',
  ),
);

/** Verbs behind which a clause says what was said or thought: "said Iran …", "agree that …". */
export const takesContent = (s: ReaderState, verb: DraftPredicate): boolean =>
  isSpeechVerb(s, verb) || TAKES_CONTENT.has(verb.lemma);
