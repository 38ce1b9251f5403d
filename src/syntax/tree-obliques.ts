import { NOWHERE } from '../base/nowhere.ts';
import type { TokenIndex } from '../model/span.ts';
import type { GroupIndex, PredicateIndex } from './clause.ts';
import type { DraftOblique, DraftPhrase } from './drafts.ts';
import { MAX_CHAIN, nounDraft } from './reader-state.ts';
import { baseRelation } from './sentence-tree.ts';
import { isBareTime } from './tree-arguments.ts';
import {
  isRelativePronoun,
  isTime,
  nounGroupAt,
  phraseOf,
  prepositionOf,
  relativeRound,
  type TreeReading,
  wordAt,
} from './tree-phrases.ts';

/** A prepositional phrase (or bare time) and what the tree hangs it on. */
export interface Attached extends DraftOblique {
  readonly token: TokenIndex;
  /** Noun group on which it hangs, if it does. */
  readonly noun?: GroupIndex;
  /** The clause in which it stands. */
  readonly predicate?: PredicateIndex;
  /** It hangs on the predicate, or on a noun behind it. */
  readonly place: 'verb' | 'behind' | 'before';
  /** Agent of a passive: nobody else's. */
  readonly agent: boolean;
}

/** Relations of a noun that is an argument by itself, even when it names a time. */
const ARGUMENT: ReadonlySet<string> = new Set([
  'root',
  'nsubj',
  'obj',
  'iobj',
  'compound',
  'flat',
  'nmod:poss',
  'nmod:desc',
]);

/** The prepositional phrases and bare times of a sentence, in text order. */
export function findObliques(r: TreeReading): readonly Attached[] {
  const found: Attached[] = [];
  for (let token = r.tree.start; token < r.tree.end; token++) {
    const isNoun = nounGroupAt(r, token) !== undefined || isRelativePronoun(r, token);
    const preposition = isNoun ? obliquePreposition(r, token) : undefined;
    const phrase = preposition === undefined ? undefined : phraseOf(r, token);
    if (preposition === undefined || !phrase) continue;
    const first = found.findLastIndex((o) => isConjunctOf(r, token, o) && o.preposition === preposition);
    const joined = found[first];
    // "on Peru and [on Chile]" is "on Peru and Chile".
    if (joined) {
      found[first] = { ...joined, phrase: { ...joined.phrase, groups: [...joined.phrase.groups, ...phrase.groups] } };
      continue;
    }
    const attached = attach(r, token, preposition, phrase);
    // "by [the group Hasm]" with a name that the tree hangs apart: one phrase.
    const same = found.findIndex((o) => o.preposition === preposition && o.phrase.groups[0] === phrase.groups[0]);
    const known = found[same];
    if (!known || isRelativePronoun(r, token)) found.push(attached);
    else if (known.phrase.groups.length < phrase.groups.length) found[same] = attached;
  }
  return found;
}

const isConjunctOf = (r: TreeReading, token: TokenIndex, { phrase }: Attached): boolean =>
  baseRelation(r.tree, token) === 'conj' && phrase.groups.includes(nounGroupAt(r, r.tree.head(token)) ?? -1);

/** "" for a time without preposition; undefined for what is no oblique. */
function obliquePreposition(r: TreeReading, token: TokenIndex): string | undefined {
  const relation = r.tree.relation(token);
  const preposition = relation === 'nmod:poss' ? undefined : prepositionOf(r, token);
  if (preposition !== undefined) return preposition;
  if (relation === 'obl:agent') return 'by';
  const inside = nounGroupAt(r, token) === nounGroupAt(r, r.tree.head(token));
  // "walked [five miles]", "[Friday]"
  if (isBareTime(r, token)) return '';
  const bare = relation === 'obl:unmarked' || isTime(r, token);
  return bare && !inside && !ARGUMENT.has(relation) && !ARGUMENT.has(baseRelation(r.tree, token)) ? '' : undefined;
}

function attach(r: TreeReading, token: TokenIndex, preposition: string, phrase: DraftPhrase): Attached {
  const agent = r.tree.relation(token) === 'obl:agent';
  const own = r.predicateAt.get(token);
  // "is [in talks]"
  if (own !== undefined) return { token, preposition, phrase, predicate: own, place: 'verb', agent };
  const clause = isRelativePronoun(r, token) ? r.predicateAt.get(relativeRound(r, token) ?? -1) : undefined;
  const hosted = baseRelation(r.tree, token) === 'nmod' && r.tree.head(token) < token;
  if (clause !== undefined && hosted) return { token, preposition, phrase, predicate: clause, place: 'verb', agent };
  const host = hostOf(r, token);
  const noun = host === undefined ? undefined : nounGroupAt(r, host);
  const hung = noun !== undefined && (host === undefined || !r.predicateAt.has(host) || isNominal(r, token));
  const top = host === undefined ? token : topArgument(r, host);
  const predicate = r.predicateAt.get(top) ?? r.predicateAt.get(r.tree.head(top));
  if (!hung || preposition === '')
    return { token, preposition, phrase, ...(predicate === undefined ? {} : { predicate }), place: 'verb', agent };
  const verb = r.s.predicates[predicate ?? NOWHERE];
  const place =
    verb && (r.s.doc.groups[nounGroupAt(r, top) ?? NOWHERE]?.start ?? top) > verb.span.start ? 'behind' : 'before';
  return { token, preposition, phrase, noun, ...(predicate === undefined ? {} : { predicate }), place, agent };
}

const isNominal = (r: TreeReading, token: TokenIndex): boolean =>
  /^(?:nmod|acl|appos|conj)$/.test(baseRelation(r.tree, token));

/** The noun or predicate that a phrase hangs on, over conjuncts, adverbs and attributes. */
function hostOf(r: TreeReading, token: TokenIndex): TokenIndex | undefined {
  let at = token;
  // "in Paris and [in London]" hangs where the first one does.
  while (baseRelation(r.tree, at) === 'conj' && nounGroupAt(r, r.tree.head(at)) !== undefined) at = r.tree.head(at);
  while (at !== r.tree.root) {
    at = r.tree.head(at);
    if (r.predicateAt.has(at) || nounGroupAt(r, at) !== undefined) return at;
  }
  return undefined;
}

/** The noun that is the argument in which a noun stands: the last one before the predicate. */
function topArgument(r: TreeReading, noun: TokenIndex): TokenIndex {
  let top = noun;
  while (!r.predicateAt.has(top) && top !== r.tree.root && !r.predicateAt.has(r.tree.head(top))) top = r.tree.head(top);
  return top;
}

/** Nouns before each token to which what stands there may belong: "talks [with Iran] [on the crisis]" has two behind it. */
export type Chains = (token: TokenIndex) => readonly GroupIndex[];

const NO_CHAIN: readonly GroupIndex[] = [];

/** Nouns that make a preposition with "in" before and "to" or "for" behind them: what follows belongs to no noun before. */
const LINKING = new Set(
  'response answer reply reaction retaliation addition contrast relation reference return exchange reprisal revenge'.split(
    ' ',
  ),
);

/** "on imports [in response] to Paris's levies". */
const isLinkingNoun = (r: TreeReading, token: TokenIndex): boolean =>
  LINKING.has(wordAt(r, token)) && wordAt(r, token - 1) === 'in' && /^(?:to|for)$/.test(wordAt(r, token + 1));

/** Unbroken chains of nouns: a verb ends one, and so does a noun that is neither a conjunct nor behind a preposition. */
export function findChains(r: TreeReading, found: readonly Attached[]): Chains {
  const times = new Set(found.filter((o) => o.preposition === '').flatMap((o) => o.phrase.groups));
  const linked = new Set(found.filter((o) => o.preposition !== '').flatMap((o) => o.phrase.groups));
  const chains: (readonly GroupIndex[])[] = [];
  let chain = NO_CHAIN;
  for (let i = r.tree.start; i < r.tree.end; i++) {
    chains.push(chain);
    const index = r.groupAt.get(i) ?? -1;
    const group = r.s.doc.groups[index];
    if (group?.start !== i) continue;
    if (group.kind === 'verb') chain = NO_CHAIN;
    else if (isLinkingNoun(r, i)) chain = [index];
    else if (!times.has(index) && nounGroupAt(r, i) !== undefined && !isOwner(r, index))
      chain = linked.has(index) || isConjunct(r, index) ? [...chain.slice(1 - MAX_CHAIN), index] : [index];
  }
  return (token) => chains[token - r.tree.start] ?? NO_CHAIN;
}

/** "talks in [Iran] 's [capital]": the owner is part of the phrase that it opens. */
const isOwner = (r: TreeReading, index: GroupIndex): boolean => {
  const end = r.s.doc.groups[index]?.end ?? -1;
  return r.s.doc.morphology[end]?.xpos === 'POS' && nounGroupAt(r, end + 1) !== undefined;
};

function isConjunct(r: TreeReading, index: GroupIndex): boolean {
  const group = r.s.doc.groups[index];
  for (let i = group?.start ?? 0; group && i < group.end; i++) {
    const leaves = r.groupAt.get(r.tree.head(i)) !== index;
    if (leaves && baseRelation(r.tree, i) === 'conj' && nounGroupAt(r, r.tree.head(i)) !== undefined) return true;
  }
  return false;
}

/** Prepositions of what belongs to one noun. */
const NEAREST: ReadonlySet<string> = new Set(['of']);

/** Lists the phrases at verbs and nouns: where the tree hangs them first, then where else they may belong. */
export function listObliques(r: TreeReading, found: readonly Attached[], chains: Chains): void {
  for (const o of found) {
    const verb = r.s.predicates[o.predicate ?? NOWHERE];
    if (o.place === 'verb') verb?.obliques.push(plain(o));
    else if (o.noun !== undefined && o.noun < o.phrase.groups[0]) nounDraft(r.s, o.noun).obliques.push(plain(o));
  }
  for (const o of found) {
    const verb = r.s.predicates[o.predicate ?? NOWHERE];
    if ((o.place === 'behind' && !isOthersDeed(r, found, o)) || isParenthetic(r, o)) verb?.obliques.push(plain(o));
    if (o.preposition === '' || o.agent) continue;
    const start = r.s.doc.groups[o.phrase.groups[0]]?.start ?? o.token;
    // "of" belongs to the noun that the tree says, else to the nearest one.
    const hosts = !NEAREST.has(o.preposition) ? chains(start) : o.noun === undefined ? chains(start).slice(-1) : [];
    for (const host of hosts) {
      const list = nounDraft(r.s, host).obliques;
      if (host !== o.noun && !list.some((x) => x.phrase === o.phrase)) list.push(plain(o));
    }
  }
}

const ASIDES: ReadonlySet<string> = new Set(['after', 'ahead of', 'amid', 'before', 'despite', 'following', 'since']);

/** "were freed after mediation [by Qatar]": who did what the noun tells did not do what the verb tells. */
const isOthersDeed = (r: TreeReading, found: readonly Attached[], { preposition, noun }: Attached): boolean =>
  preposition === 'by' &&
  found.some((o) => ASIDES.has(o.preposition) && o.phrase.groups.includes(noun ?? -1) && !isTime(r, o.token));

/** "The ministers, [in a joint statement], denounced …": between commas it may tell how the clause came about. */
function isParenthetic(r: TreeReading, o: Attached): boolean {
  const [first, last] = [o.phrase.groups[0], o.phrase.groups.at(-1)].map((g) => r.s.doc.groups[g ?? NOWHERE]);
  const start = (first?.start ?? 0) - o.preposition.split(' ').length;
  // "Qatar, along with Kuwait, cut its ties" names others who do it.
  if (/\bwith$/.test(o.preposition)) return false;
  return o.place === 'before' && wordAt(r, start - 1) === ',' && wordAt(r, last?.end ?? -1) === ',';
}

const plain = ({ preposition, phrase }: Attached): DraftOblique => ({ preposition, phrase });
