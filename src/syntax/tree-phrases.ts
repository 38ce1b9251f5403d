import { NOWHERE } from '../base/nowhere.ts';
import type { TokenIndex } from '../model/span.ts';
import { nounNumber, verbNumber } from './antecedent.ts';
import type { GroupIndex, PredicateIndex } from './clause.ts';
import type { DraftPhrase } from './drafts.ts';
import { type FixedPhrase, fixedPhrase } from './fixed-phrases.ts';
import { isTemporal } from './items.ts';
import type { ReaderState } from './reader-state.ts';
import { baseRelation, childrenBy, type SentenceTree } from './sentence-tree.ts';

/** One parsed sentence while it is read: the tree, and the groups and predicates that its tokens belong to. */
export interface TreeReading {
  readonly s: ReaderState;
  readonly tree: SentenceTree;
  /** Group that covers a token, noun or verb. */
  readonly groupAt: ReadonlyMap<TokenIndex, GroupIndex>;
  /** Prepositions of several words, and phrases that hold no argument ("in fact"), by each token that they cover. */
  readonly fixed: ReadonlyMap<TokenIndex, FixedPhrase>;
  /** Predicate whose verb, copula or predicate noun or adjective a token is. */
  readonly predicateAt: Map<TokenIndex, PredicateIndex>;
  readonly phrases: Map<TokenIndex, DraftPhrase | undefined>;
}

/** Fixed phrases of a sentence by the tokens that they cover; what stands inside a group is that group's. */
export function fixedPhrases(s: ReaderState, tree: SentenceTree, groupAt: ReadonlyMap<TokenIndex, GroupIndex>) {
  const found = new Map<TokenIndex, FixedPhrase>();
  let i = tree.start;
  while (i < tree.end) {
    const group = s.doc.groups[groupAt.get(i) ?? NOWHERE];
    const fixed = fixedPhrase(s.doc, i, tree.end);
    const cut = fixed && s.doc.groups[groupAt.get(fixed.end - 1) ?? NOWHERE];
    if (fixed && !(cut && cut.end > fixed.end) && !(group && group.end > fixed.end)) {
      for (let k = i; k < fixed.end; k++) found.set(k, fixed);
      i = fixed.end;
    } else i = group ? Math.max(i + 1, group.end) : i + 1;
  }
  return found;
}

/**
 * "the latest [attacks] have killed", "burned border [villages]" with a verb's tag: a noun by its place and by what hangs on it. Its
 * group is the one right before it.
 */
export function isNominalVerb(r: TreeReading, token: TokenIndex): boolean {
  if (!/^(?:nsubj|obj|obl|nmod|xcomp)$/.test(baseRelation(r.tree, token))) return false;
  if (!/^VB[ZPD]?$/.test(r.s.doc.morphology[token]?.xpos ?? '')) return false;
  const before = r.s.doc.groups[r.groupAt.get(token - 1) ?? NOWHERE];
  if (before?.kind !== 'noun' || before.end !== token) return false;
  const verb = r.tree.head(token);
  if (r.tree.head(before.head) === token)
    return baseRelation(r.tree, token) !== 'xcomp' && isPartOfNoun(r, before.head);
  const beside = r.tree.head(before.head) === verb && baseRelation(r.tree, before.head) === 'nsubj';
  return beside && before.start > verb && r.s.doc.morphology[token]?.xpos === 'VBZ';
}

/** What hangs on a noun before it; the first part of a name may be taken for a subject ("the police raid"). */
const isPartOfNoun = (r: TreeReading, token: TokenIndex): boolean =>
  /^(?:amod|compound|nummod|det|nsubj)$/.test(baseRelation(r.tree, token));

/** The noun group that covers a token; none for the nouns of "in fact". */
export function nounGroupAt(r: TreeReading, token: TokenIndex): GroupIndex | undefined {
  const index = r.groupAt.get(isNominalVerb(r, token) || isLooseNoun(r, token) ? token - 1 : token);
  const group = r.s.doc.groups[index ?? NOWHERE];
  if (group?.kind !== 'noun' || r.fixed.get(group.head)?.role === 'adverb') return undefined;
  return index;
}

/** "the Burmese [premier/JJ]": a noun that the chunker left outside of its group. */
function isLooseNoun(r: TreeReading, token: TokenIndex): boolean {
  if (r.groupAt.has(token) || !/^(?:nsubj|obj|iobj|obl|nmod)$/.test(baseRelation(r.tree, token))) return false;
  const before = r.s.doc.groups[r.groupAt.get(token - 1) ?? NOWHERE];
  return before?.kind === 'noun' && r.tree.head(before.head) === token && isPartOfNoun(r, before.head);
}

export const isTime = (r: TreeReading, token: TokenIndex): boolean => {
  const group = r.s.doc.groups[nounGroupAt(r, token) ?? NOWHERE];
  return !!group && isTemporal(r.s.doc, group);
};

export const wordAt = (r: TreeReading, token: TokenIndex): string => r.s.doc.tokens[token]?.text.toLowerCase() ?? '';

/** "who", "which", "that" as a pronoun. */
export const isRelativePronoun = (r: TreeReading, token: TokenIndex): boolean => {
  const m = r.s.doc.morphology[token];
  return (
    /^W(?:DT|P)$/.test(m?.xpos ?? '') || (m?.upos === 'PRON' && wordAt(r, token) === 'that' && isInRelative(r, token))
  );
};

const isInRelative = (r: TreeReading, token: TokenIndex): boolean =>
  r.tree.relation(r.tree.head(token)) === 'acl:relcl' && token < r.tree.head(token);

/** The relative clause round a token: its verb; the noun that it describes is the verb's head. */
export function relativeRound(r: TreeReading, token: TokenIndex): TokenIndex | undefined {
  // "the port [in which] ships dock", with the pronoun on the noun.
  if (baseRelation(r.tree, token) === 'nmod') {
    const beside = childrenBy(r.tree, r.tree.head(token), 'acl').find(
      (c) => c > token && r.tree.relation(c) === 'acl:relcl',
    );
    if (beside !== undefined) return beside;
  }
  for (let at = token; at !== r.tree.root; at = r.tree.head(at)) {
    const relation = r.tree.relation(at);
    // "the president, [who] is to host them", as an infinitive on the noun.
    const toCome = relation === 'acl' && token < at && r.tree.head(at) < token;
    if (relation === 'acl:relcl' || toCome) return at;
    // Clauses further in may have taken the pronoun: "the pact [which] they agreed to sign".
    if (at !== token && !/^(?:xcomp|ccomp|nsubj|obj|obl|nmod|conj|advcl)/.test(relation)) return undefined;
  }
  return undefined;
}

/** The noun that a relative pronoun stands for. */
export function antecedentOf(r: TreeReading, pronoun: TokenIndex): TokenIndex | undefined {
  const verb = relativeRound(r, pronoun);
  if (verb === undefined || r.tree.head(verb) === pronoun) return undefined;
  const isSubject = baseRelation(r.tree, pronoun) === 'nsubj' && r.tree.head(pronoun) === verb;
  const noun = isSubject ? agreeingNoun(r, verb, r.tree.head(verb)) : r.tree.head(verb);
  return wordAt(r, pronoun) === 'who' ? whoIsThere(r, noun) : noun;
}

/** "[officials] in Lagos, who …": no place is a who. */
function whoIsThere(r: TreeReading, noun: TokenIndex): TokenIndex {
  const above = r.tree.head(noun);
  const isPlace =
    baseRelation(r.tree, noun) === 'nmod' &&
    r.s.doc.morphology[noun]?.upos === 'PROPN' &&
    r.s.doc.morphology[above]?.xpos === 'NNS' &&
    childrenBy(r.tree, noun, 'case').some((c) => /^(?:in|at|from)$/.test(wordAt(r, c)));
  return isPlace ? above : noun;
}

/** "talks in Beijing [that were mediated]": the tree's noun, or the one over it where only that agrees with the verb in number. */
function agreeingNoun(r: TreeReading, verb: TokenIndex, noun: TokenIndex): TokenIndex {
  const words = [...childrenBy(r.tree, verb, 'aux', 'cop'), verb];
  const wanted = words.map((w) => verbNumber(r.s.doc, w)).find((n) => n !== undefined);
  const conjuncts = childrenBy(r.tree, noun, 'conj').filter((c) => c < verb && nounGroupAt(r, c) !== undefined);
  // "Chad and Mali, [which holds] the fort": one holds it, the nearer.
  if (conjuncts.length > 0) return (wanted === 'singular' ? conjuncts.at(-1) : undefined) ?? noun;
  if (!wanted) return noun;
  for (let at = noun; nounGroupAt(r, at) !== undefined; at = r.tree.head(at)) {
    if (nounNumber(r.s.doc, at) === wanted) return at;
    if (baseRelation(r.tree, at) !== 'nmod') return noun;
  }
  return noun;
}

/** The phrase that a noun heads, with its conjuncts; for a relative pronoun the phrase that it stands for. */
export function phraseOf(r: TreeReading, token: TokenIndex): DraftPhrase | undefined {
  if (r.phrases.has(token)) return r.phrases.get(token);
  const noun = isRelativePronoun(r, token) ? antecedentOf(r, token) : token;
  const phrase =
    noun === undefined ? undefined : noun === token ? conjunctPhrase(r, noun) : antecedentPhrase(r, noun, token);
  r.phrases.set(token, phrase);
  return phrase;
}

/** "laborers [who build cars] and doctors": only conjuncts before the clause are described by it. */
export function antecedentPhrase(r: TreeReading, noun: TokenIndex, before: TokenIndex): DraftPhrase | undefined {
  const phrase = phraseOf(r, noun);
  const [first, ...rest] = (phrase?.groups ?? []).filter((g) => (r.s.doc.groups[g]?.start ?? 0) < before);
  return first === undefined || rest.length + 1 === phrase?.groups.length ? phrase : { groups: [first, ...rest] };
}

function conjunctPhrase(r: TreeReading, noun: TokenIndex): DraftPhrase | undefined {
  const own = nounGroupAt(r, noun);
  const groups = new Set(own === undefined ? [] : [own, ...namesJoined(r, own)]);
  const waiting = [noun, ...namesBehind(r, noun, own)];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const conjunct of conjunctsOf(r, at)) {
      const group = nounGroupAt(r, conjunct);
      if (group !== undefined) groups.add(group);
      waiting.push(conjunct);
    }
  }
  const [first, ...rest] = [...groups].sort((a, b) => a - b);
  return first === undefined ? undefined : { groups: [first, ...rest] };
}

/** "the group [Hasm] and its allies": names behind the noun in its own group, on which conjuncts may hang as well. */
function namesBehind(r: TreeReading, noun: TokenIndex, own: GroupIndex | undefined): readonly TokenIndex[] {
  const group = r.s.doc.groups[own ?? NOWHERE];
  const found: TokenIndex[] = [];
  for (let i = noun + 1; group && i < group.end; i++) {
    if (/^(?:flat|appos|nmod)$/.test(baseRelation(r.tree, i))) found.push(i);
  }
  return found;
}

/** "[House] and [Senate negotiators]": a name of its own before the conjunction, though the tree makes it part of the second one. */
function namesJoined(r: TreeReading, own: GroupIndex): readonly GroupIndex[] {
  const { doc } = r.s;
  const [before, group] = [doc.groups[own - 1], doc.groups[own]];
  if (!before || !group || before.kind !== 'noun' || before.end + 1 !== group.start) return [];
  const joined = doc.morphology[before.end]?.upos === 'CCONJ' && doc.morphology[before.head]?.upos === 'PROPN';
  return joined && r.tree.relation(before.head) === 'compound' && before.start >= r.tree.start ? [own - 1] : [];
}

/** "Iran, [Russia] and [Turkey]": conjuncts that are nouns and share the role of the first; those with a preposition of their own don't. */
export function conjunctsOf(r: TreeReading, noun: TokenIndex): readonly TokenIndex[] {
  const listed = childrenBy(r.tree, noun, 'appos').filter((c) => isListed(r, noun, c));
  if (isRenamed(r, noun)) return listed;
  const joined = childrenBy(r.tree, noun, 'conj').filter(
    (c) => !r.predicateAt.has(c) && casesOf(r, c).length === 0 && !isTime(r, c),
  );
  return [...joined, ...listed];
}

/** "Gaddafi [and Zhivkov]", "France, [Germany] and Italy", "Ethiopia, [Eritrea] sign": nouns in a list that the tree took for an apposition. */
export function isListed(r: TreeReading, noun: TokenIndex, apposed: TokenIndex): boolean {
  if (childrenBy(r.tree, apposed, 'cc').some((c) => c < apposed) || opensRow(r, noun, apposed)) return true;
  if (!isBareName(r, noun) || !isBareName(r, apposed)) return false;
  const [first, second] = [noun, apposed].map((t) => r.s.doc.groups[r.groupAt.get(t) ?? NOWHERE]);
  if (!first || !second || first.end + 1 !== second.start || wordAt(r, first.end) !== ',') return false;
  const joined = childrenBy(r.tree, apposed, 'conj').some((c) => childrenBy(r.tree, c, 'cc').length > 0);
  return joined || r.s.doc.groups[r.groupAt.get(second.end) ?? NOWHERE]?.kind === 'verb';
}

/**
 * "The Turkish president, [Kemal Aydin], told …" that the parser took for a list of two: without "and" only bare names make one
 * ("Ethiopia, Eritrea sign").
 */
export function isRenamed(r: TreeReading, noun: TokenIndex): boolean {
  const conjuncts = childrenBy(r.tree, noun, 'conj');
  const only = conjuncts.length === 1 ? conjuncts[0] : undefined;
  if (only === undefined || r.predicateAt.has(only)) return false;
  if (childrenBy(r.tree, only, 'cc').length > 0 || childrenBy(r.tree, noun, 'cc').length > 0) return false;
  if (wordAt(r, (r.s.doc.groups[r.groupAt.get(only) ?? NOWHERE]?.start ?? only) - 1) !== ',') return false;
  return !(isBareName(r, noun) && isBareName(r, only)) && !opensRow(r, noun, only);
}

/** "France, [the United States] and Italy met": an apposition would end in a comma. */
function opensRow(r: TreeReading, noun: TokenIndex, next: TokenIndex): boolean {
  const { doc } = r.s;
  const last = childrenBy(r.tree, next, 'conj').find((c) => childrenBy(r.tree, c, 'cc').length > 0);
  if (last === undefined || wordAt(r, doc.groups[r.groupAt.get(last) ?? NOWHERE]?.end ?? last + 1) === ',')
    return false;
  return [noun, next, last].every((t) => doc.morphology[t]?.upos === 'PROPN');
}

/** A name without article or title words in lower case: "Eritrea", not "the Kremlin" or "president Lula". */
function isBareName(r: TreeReading, token: TokenIndex): boolean {
  const group = r.s.doc.groups[r.groupAt.get(token) ?? NOWHERE];
  const upos = (i: number | undefined) => r.s.doc.morphology[i ?? NOWHERE]?.upos;
  return upos(group?.start) === 'PROPN' && upos(group?.head) === 'PROPN';
}

/** Tokens of the preposition before a noun; the possessive mark is none. */
export function casesOf(r: TreeReading, noun: TokenIndex): readonly TokenIndex[] {
  const { doc } = r.s;
  return r.tree.children(noun).filter((c) => {
    const relation = baseRelation(r.tree, c);
    const marks = relation === 'mark' && !r.predicateAt.has(noun);
    if ((relation !== 'case' && !marks) || c > noun || doc.morphology[c]?.xpos === 'POS') return false;
    // "solidarity [with] and support for": what it belongs to comes later; "[in] and around Lima" has it all the same.
    if (/^(?:and|or|but)$/.test(wordAt(r, c + 1)) && doc.morphology[c + 2]?.upos !== 'ADP') return false;
    const group = doc.groups[r.groupAt.get(c) ?? NOWHERE];
    // "pulled [out] of": the particle is the verb's.
    const verb = group?.kind === 'verb' && r.fixed.get(c)?.role !== 'preposition';
    return !verb && r.fixed.get(c)?.role !== 'adverb' && /\p{L}/u.test(doc.tokens[c]?.text ?? '');
  });
}

/** "began [in] May" with both words on the verb: the preposition right before a bare noun is its own, wherever the tree hangs it. */
function looseCase(r: TreeReading, noun: TokenIndex): TokenIndex | undefined {
  if (!/^(?:obl|nmod|compound)$/.test(baseRelation(r.tree, noun)) || r.tree.relation(noun) === 'nmod:poss')
    return undefined;
  // "from [the States] over bank names" with the States as a part of "names"
  const parted = r.tree.children(r.tree.head(noun)).some((c) => c > noun && baseRelation(r.tree, c) === 'case');
  if (baseRelation(r.tree, noun) === 'compound' && !parted) return undefined;
  const own = r.groupAt.get(noun);
  const before = (r.s.doc.groups[own ?? NOWHERE]?.start ?? noun) - 1;
  if (own !== undefined && own === r.groupAt.get(r.tree.head(noun))) return undefined;
  const loose =
    r.s.doc.morphology[before]?.upos === 'ADP' &&
    !r.groupAt.has(before) &&
    !r.fixed.has(before) &&
    before >= r.tree.start;
  return loose ? before : undefined;
}

/** The preposition before a noun in lower case, several words joined by a space; undefined when it has none. */
export function prepositionOf(r: TreeReading, noun: TokenIndex): string | undefined {
  const cases = casesOf(r, noun);
  const group = r.groupAt.get(noun);
  const before = r.fixed.get((r.s.doc.groups[group ?? NOWHERE]?.start ?? noun) - 1);
  const inside = group !== undefined && r.groupAt.get(r.tree.head(noun)) === group;
  // "rioted [following] a march", which the tree takes for verbs
  if (before?.role === 'preposition' && !inside && !/^(?:nsubj|compound|flat|appos)$/.test(baseRelation(r.tree, noun)))
    return before.text;
  const last = cases.at(-1) ?? looseCase(r, noun);
  if (last === undefined) return undefined;
  const fixed = cases.map((c) => r.fixed.get(c)).find((f) => f?.role === 'preposition');
  if (fixed) return fixed.text;
  const joined = childrenBy(r.tree, last, 'fixed');
  return [last, ...joined].map((i) => wordAt(r, i)).join(' ');
}
