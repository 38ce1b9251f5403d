import { NOWHERE } from '../base/nowhere.ts';
import type { Group } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import { type DraftPredicate, newPredicate } from './drafts.ts';
import { baseRelation, childrenBy } from './sentence-tree.ts';
import { isNominalVerb, nounGroupAt, type TreeReading, wordAt } from './tree-phrases.ts';
import { readVerbGroup, tokensOf } from './verb-group.ts';

/** A verb group (or a verb that has none) and the place of its clause in the tree. */
export interface TreeVerb {
  /** Token on which the clause's dependents hang: the verb, or the noun or adjective behind a copula. */
  readonly heads: TokenIndex[];
  /** Verb groups that belong together; the last one holds the verb, the others stand before the subject or an adverb. */
  readonly groups: Group[];
  /** "The aim [is] that they win": the copula of a whole clause, which hangs on the copula. */
  readonly content?: TokenIndex;
}

/** Relations in which a verb heads a clause of its own. */
const CLAUSAL: ReadonlySet<string> = new Set(
  'root ccomp xcomp advcl acl csubj conj parataxis appos list dislocated discourse'.split(' '),
);

/** Verbs of a sentence in text order, each with its auxiliaries or its copula. */
export function findVerbs(r: TreeReading): readonly TreeVerb[] {
  const byHead = new Map<TokenIndex, TreeVerb>();
  const add = (head: TokenIndex, group: Group, content?: TokenIndex): void => {
    const known = byHead.get(head);
    if (known) known.groups.push(group);
    else byHead.set(head, { heads: [head], groups: [group], ...(content === undefined ? {} : { content }) });
  };
  for (const group of verbGroups(r)) {
    const content = contentOfCopula(r, group);
    if (content !== undefined) add(group.head, group, content);
    else add(clauseHead(r, group), group);
  }
  const verbs = [...byHead.values()].map((verb) => (verb.content === undefined ? joinInner(r, verb) : verb));
  return verbs.sort((a, b) => mainGroup(a).start - mainGroup(b).start);
}

/** The group that holds the verb. */
export const mainGroup = ({ groups, heads: [head = -1] }: TreeVerb): Group =>
  groups.find((g) => g.start <= head && head < g.end) ?? (groups.at(-1) as Group); // never empty

/** Verb groups of the chunker, and verbs of the tree that stand in no group. */
function verbGroups(r: TreeReading): readonly Group[] {
  const { doc, sentence } = r.s;
  const found: Group[] = [];
  for (let i = r.tree.start; i < r.tree.end; i++) {
    const group = doc.groups[r.groupAt.get(i) ?? NOWHERE];
    if (r.fixed.has(i)) continue;
    if (group) {
      const heads = group.kind === 'verb' && group.head === i;
      if (heads && !isNominalVerb(r, i) && !isAttribute(r, group)) found.push(group);
      else if (group.kind === 'noun' && isMissedVerb(r, i)) found.push(single(i, sentence));
    } else if (doc.morphology[i]?.upos === 'VERB' && CLAUSAL.has(baseRelation(r.tree, i))) {
      found.push(single(i, sentence));
    }
  }
  return found;
}

const single = (at: TokenIndex, sentence: number): Group => ({
  kind: 'verb',
  start: at,
  end: at + 1,
  head: at,
  sentence,
});

/** "Bolivia [suspected] Chile" inside a noun group: the verb of a clause with a subject. */
const isMissedVerb = (r: TreeReading, token: TokenIndex): boolean =>
  r.s.doc.morphology[token]?.upos === 'VERB' &&
  CLAUSAL.has(baseRelation(r.tree, token)) &&
  childrenBy(r.tree, token, 'nsubj').some((c) => r.groupAt.get(c) !== r.groupAt.get(token));

/** "over [spying] claims": the tree sees an attribute where the chunker saw a verb. */
const isAttribute = (r: TreeReading, { start, end, head }: Group): boolean =>
  end - start === 1 &&
  r.s.doc.morphology[head]?.xpos === 'VBG' &&
  r.s.doc.morphology[head - 1]?.upos === 'ADP' &&
  /^(?:amod|compound)$/.test(baseRelation(r.tree, head)) &&
  r.groupAt.get(r.tree.head(head)) === r.groupAt.get(end);

/** The token that heads the clause of a verb group: for a copula or an auxiliary that stands apart what it belongs to. */
function clauseHead(r: TreeReading, group: Group): TokenIndex {
  const relation = baseRelation(r.tree, group.head);
  const above = r.tree.head(group.head);
  if (relation === 'cop') return above;
  // "[Did] they agree?"
  return relation === 'aux' && r.s.doc.groups[r.groupAt.get(above) ?? NOWHERE]?.kind === 'verb' ? above : group.head;
}

/** "The problem [is] that nobody pays": the verb behind a copula that has a subject of its own. */
function contentOfCopula(r: TreeReading, group: Group): TokenIndex | undefined {
  if (baseRelation(r.tree, group.head) !== 'cop') return undefined;
  const verb = r.tree.head(group.head);
  if (r.s.doc.groups[r.groupAt.get(verb) ?? NOWHERE]?.kind !== 'verb' || verb < group.head) return undefined;
  const opens = childrenBy(r.tree, verb, 'mark', 'nsubj').some((c) => c >= group.end && c < verb);
  return opens ? verb : undefined;
}

/** Verbs inside one group that the tree keeps apart: "[is to host]" with "host" under "is", "[have shared]" with "shared" under a noun. */
function joinInner(r: TreeReading, verb: TreeVerb): TreeVerb {
  const group = mainGroup(verb);
  const [head = -1] = verb.heads;
  for (let i = group.start; i < group.end; i++) {
    const relation = baseRelation(r.tree, i);
    const isVerb = /^(?:VERB|AUX)$/.test(r.s.doc.morphology[i]?.upos ?? '');
    if (i !== head && isVerb && relation !== 'aux' && relation !== 'cop') verb.heads.push(i);
  }
  return verb;
}

/** Tokens that say tense, voice and negation outside the groups: "[had] since [not] been". */
function outerWords(r: TreeReading, verb: TreeVerb): readonly TokenIndex[] {
  const inside = (i: TokenIndex): boolean => verb.groups.some((g) => i >= g.start && i < g.end);
  const negation = (c: TokenIndex): boolean =>
    baseRelation(r.tree, c) === 'advmod' && /^(?:not|never|n['’]t)$/.test(wordAt(r, c));
  return verb.heads.flatMap((h) =>
    r.tree.children(h).filter((c) => !inside(c) && (baseRelation(r.tree, c) === 'aux' || negation(c))),
  );
}

/** What a verb says by itself: form, voice, tense, modal, negation; its arguments come later. */
export function draftVerb(r: TreeReading, verb: TreeVerb, quoted: boolean): DraftPredicate {
  const { doc, sentence } = r.s;
  const group = mainGroup(verb);
  const before = verb.groups.filter((g) => g !== group).flatMap(tokensOf);
  const { copula, words } = readVerbGroup(doc, group, [...before, ...outerWords(r, verb)]);
  const head = verb.heads[0] as TokenIndex; // findVerbs gives one
  const draft = newPredicate(words, sentence, quoted);
  draft.particle ??= particleOf(r, verb);
  if (isPassive(r, verb) && !copula) draft.voice = 'passive';
  if (copula && doc.morphology[head]?.upos === 'ADJ' && nounGroupAt(r, head) === undefined) {
    draft.pos = 'adjective';
    draft.head = head;
    draft.span = { start: Math.min(group.start, head), end: Math.max(head + 1, group.end) };
    draft.lemma = doc.morphology[head]?.lemma.toLowerCase() ?? '';
  }
  return draft;
}

export const isPassive = (r: TreeReading, verb: TreeVerb): boolean =>
  verb.heads.some((h) =>
    r.tree.children(h).some((c) => r.tree.relation(c) === 'nsubj:pass' || r.tree.relation(c) === 'aux:pass'),
  );

/** "called the summit [off]". */
function particleOf(r: TreeReading, verb: TreeVerb): string | undefined {
  const found = verb.heads.flatMap((h) => r.tree.children(h)).find((c) => r.tree.relation(c) === 'compound:prt');
  return found === undefined ? undefined : wordAt(r, found);
}
