import { NOWHERE } from '../base/nowhere.ts';
import type { ChunkedDocument, Group } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import type { GroupIndex } from './clause.ts';
import { isTemporal } from './items.ts';
import { mendClause, mendNoun } from './mend-clauses.ts';
import { secondVerb } from './mend-second-verb.ts';
import { dayBeforeSubject } from './mend-subjects.ts';
import { baseRelation, buildTree, childrenBy, type SentenceTree } from './sentence-tree.ts';
import { type Arcs, groupOf, hang, takePlace, wordOf } from './tree-arcs.ts';

/**
 * Mends what parsers of little training get wrong again and again and the chunker sees better: a verb hung as an attribute on its
 * own object ("Chad [voiced] alarm"), an adjective with the auxiliary of a passive, clauses under the wrong word. Anything else stays as
 * it is.
 */
export function mendTree(
  doc: ChunkedDocument,
  tree: SentenceTree,
  groupAt: ReadonlyMap<TokenIndex, GroupIndex>,
): SentenceTree {
  const tokens = Array.from({ length: tree.end - tree.start }, (_, i) => tree.start + i);
  const arcs: Arcs = { doc, tree, groupAt, heads: tokens.map(tree.head), relations: tokens.map(tree.relation) };
  let mended = false;
  for (const token of tokens) {
    const group = doc.groups[groupAt.get(token) ?? NOWHERE];
    if (mendNoun(arcs, token) || nameNoAuxiliary(arcs, token) || upToObject(arcs, token)) mended = true;
    if (dayBeforeSubject(arcs, token)) mended = true;
    if (group?.kind === 'noun' && joinNouns(arcs, token, group)) mended = true;
    if (group?.kind !== 'verb' || group.head !== token) continue;
    mended =
      secondVerb(arcs, token) || liftVerb(arcs, group) || toCopula(arcs, token) || mendClause(arcs, token) || mended;
  }
  return mended ? (buildTree(tree.start, arcs.heads, arcs.relations) ?? tree) : tree;
}

/** "the bloc [ECOWAS] imposed" with an unknown name as an auxiliary: it names the subject, and the verb is active. */
function nameNoAuxiliary(arcs: Arcs, token: TokenIndex): boolean {
  const { doc, tree } = arcs;
  if (tree.relation(token) !== 'aux:pass' || doc.morphology[token]?.upos !== 'PROPN') return false;
  const [subject] = childrenBy(tree, tree.head(token), 'nsubj');
  hang(arcs, token, subject ?? tree.head(token), subject === undefined ? 'nsubj' : 'appos');
  if (subject !== undefined) hang(arcs, subject, tree.head(subject), 'nsubj');
  return true;
}

/** "kidnapped [up to 16] advisers" with a particle and a preposition: both count, and the advisers are the object. */
function upToObject(arcs: Arcs, token: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const number = token + 2;
  if (wordOf(arcs, token) !== 'up' || wordOf(arcs, token + 1) !== 'to' || doc.morphology[number]?.upos !== 'NUM')
    return false;
  const noun = groupOf(arcs, number)?.head ?? number;
  if (number >= tree.end || baseRelation(tree, noun) !== 'obl' || tree.head(noun) > token) return false;
  hang(arcs, noun, tree.head(noun), 'obj');
  for (const word of [token, token + 1]) hang(arcs, word, number, 'advmod');
  return true;
}

const joinNouns = (arcs: Arcs, token: TokenIndex, group: Group): boolean =>
  declaredSo(arcs, token, group) ||
  joinHyphenated(arcs, token, group) ||
  headOverParticiple(arcs, token, group) ||
  splitPair(arcs, token, group) ||
  joinNoun(arcs, token, group);

/** "against [visiting] Prince Turki" with the prince as object of a verb: the participle describes him, and he takes its place. */
function headOverParticiple(arcs: Arcs, token: TokenIndex, group: Group): boolean {
  const { doc, tree } = arcs;
  const verb = tree.head(token);
  if (
    baseRelation(tree, token) !== 'obj' ||
    verb < group.start ||
    verb >= token ||
    !/^VB[GN]$/.test(doc.morphology[verb]?.xpos ?? '')
  )
    return false;
  const preposition = childrenBy(tree, verb, 'mark', 'case').find((c) => c === group.start - 1);
  if (verb === tree.root || preposition === undefined || childrenBy(tree, verb, 'nsubj', 'aux').length > 0)
    return false;
  hang(arcs, token, tree.head(verb), /^acl/.test(tree.relation(verb)) ? 'nmod' : 'obl');
  hang(arcs, verb, token, 'amod');
  for (const child of tree.children(verb)) {
    if (child === preposition) hang(arcs, child, token, 'case');
    else if (child !== token)
      hang(arcs, child, token, baseRelation(tree, child) === 'obl' ? 'nmod' : tree.relation(child));
  }
  return true;
}

/** "declared the envoy [persona non grata]" with all of it as one name: it says what he is declared, and he is the object. */
function declaredSo(arcs: Arcs, token: TokenIndex, group: Group): boolean {
  const { doc, tree } = arcs;
  if (token !== group.head || !/^persona/.test(wordOf(arcs, group.start)) || group.end - group.start !== 3)
    return false;
  let verb = doc.groups.findLast((g) => g.kind === 'verb' && g.end <= group.start && g.start >= tree.start)?.head;
  while (verb !== undefined && /^acl/.test(tree.relation(verb))) verb = groupOf(arcs, tree.head(tree.head(verb)))?.head;
  if (verb === undefined) return false;
  const before = groupOf(arcs, group.start - 1);
  if (before?.kind === 'noun' && childrenBy(tree, verb, 'obj', 'nsubj:pass').every((o) => o >= group.start))
    hang(arcs, before.head, verb, 'obj');
  for (const word of [group.start, group.start + 1]) hang(arcs, word, token, 'compound');
  hang(arcs, token, verb, 'xcomp');
  return true;
}

/** "[Premier A] and President B met" with A hung inside the name of B: A takes B's place, and B joins it. */
function splitPair(arcs: Arcs, token: TokenIndex, group: Group): boolean {
  const { doc, tree, groupAt } = arcs;
  const next = doc.groups[groupAt.get(group.end + 1) ?? NOWHERE];
  if (next?.kind !== 'noun' || next.start !== group.end + 1 || doc.tokens[group.end]?.text !== 'and') return false;
  const inNext = (i: TokenIndex): boolean => i >= next.start && i < next.end;
  let top = tree.head(token);
  if (!inNext(top) || !/^(?:nmod:desc|flat|appos)$/.test(tree.relation(token))) return false;
  while (top !== tree.root && inNext(tree.head(top))) top = tree.head(top);
  takePlace(arcs, token, top);
  hang(arcs, top, token, 'conj');
  return true;
}

/** "[Tehran]-Moscow cooperation" with the first name as a word of its own: it belongs to the second. */
function joinHyphenated(arcs: Arcs, token: TokenIndex, group: Group): boolean {
  const { doc, tree } = arcs;
  const head = tree.head(token);
  if (token + 2 >= group.end || (head >= group.start && head < group.end && head !== token)) return false;
  const [word, hyphen, next] = [doc.tokens[token], doc.tokens[token + 1], doc.tokens[token + 2]];
  if (hyphen?.text !== '-' || word?.end !== hyphen.start || hyphen.end !== next?.start) return false;
  if (token === tree.root) return false;
  hang(arcs, token, token + 2, 'compound');
  return true;
}

/** "visited Seoul and [Beijing]", "voiced sympathy with and [support] for" with the second noun on the verb: it joins the one before "and". */
function joinNoun(arcs: Arcs, token: TokenIndex, group: Group): boolean {
  const { doc, tree, groupAt } = arcs;
  if (baseRelation(tree, token) !== 'conj' || doc.morphology[group.start - 1]?.upos !== 'CCONJ') return false;
  if (doc.groups[groupAt.get(tree.head(token)) ?? NOWHERE]?.kind !== 'verb') return false;
  const cut = doc.morphology[group.start - 2]?.upos === 'ADP' ? group.start - 2 : undefined;
  const before = doc.groups[groupAt.get((cut ?? group.start - 1) - 1) ?? NOWHERE];
  const free = childrenBy(tree, token, 'nsubj', 'cop', 'case').every((c) => c === cut);
  if (before?.kind !== 'noun' || before.start < tree.start || before.start < tree.head(token) || !free) return false;
  hang(arcs, token, before.head, 'conj');
  return true;
}

/** "was disappointed/JJ" as a passive: a copula. */
function toCopula(arcs: Arcs, token: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const adjective = tree.head(token);
  if (baseRelation(tree, token) !== 'aux' || doc.morphology[adjective]?.upos !== 'ADJ') return false;
  if (doc.morphology[token]?.lemma !== 'be') return false;
  hang(arcs, token, adjective, 'cop');
  for (const subject of childrenBy(tree, adjective, 'nsubj')) hang(arcs, subject, adjective, 'nsubj');
  return true;
}

/** Prepositions behind which a gerund takes an object: "from [singing] songs", but "over [spying] claims". */
const BEFORE_GERUND: ReadonlySet<string> = new Set(['from', 'for', 'by', 'without', 'into']);

/** "problems are [mounting] debts": describes more often than it does. */
const DESCRIBING = new Set(
  'declining existing falling growing increasing mounting ongoing remaining rising soaring'.split(' '),
);

/** "has been [funnelling] rifles", "is [leading] efforts" with the participle on its object. */
function isProgressive(doc: ChunkedDocument, tree: SentenceTree, verb: TokenIndex, noun: TokenIndex): boolean {
  if (DESCRIBING.has(doc.tokens[verb]?.text.toLowerCase() ?? '') || childrenBy(tree, noun, 'expl').length > 0)
    return false;
  if (childrenBy(tree, verb, 'aux').length > 0) return true;
  const before = doc.morphology[verb - 1];
  if (before?.lemma !== 'be') return false;
  return before.xpos === 'VBN' || (childrenBy(tree, noun, 'nsubj').length > 0 && doc.morphology[noun]?.xpos === 'NNS');
}

/** How a verb that hangs as an attribute on the noun right behind it is used, if it is a verb. */
function useOf(
  { doc, tree, groupAt }: Arcs,
  group: Group,
  noun: TokenIndex,
): 'finite' | 'infinitive' | 'gerund' | undefined {
  const word = (i: TokenIndex): string => doc.tokens[i]?.text.toLowerCase() ?? '';
  const xpos = doc.morphology[group.head]?.xpos ?? '';
  if (word(group.start) === 'to' || word(group.start - 1) === 'to') return xpos === 'VB' ? 'infinitive' : undefined;
  if (xpos === 'VBG' && isProgressive(doc, tree, group.head, noun)) return 'finite';
  if (xpos === 'VBG') return BEFORE_GERUND.has(word(group.start - 1)) ? 'gerund' : undefined;
  if (/^VB[DPZ]$/.test(xpos)) return 'finite';
  // "Finland [voiced/VBN] alarm"
  const before = doc.groups[groupAt.get(group.start - 1) ?? NOWHERE];
  const subject = before?.kind === 'noun' && before.start >= tree.start && !isTemporal(doc, before);
  // "a family [owned] firm" has no subject beside the noun, "is a [preserved] wreck" a copula.
  const free = childrenBy(tree, noun, 'nsubj').length > 0 || doc.morphology[before?.head ?? NOWHERE]?.upos === 'PROPN';
  return xpos === 'VBN' && subject && free && childrenBy(tree, noun, 'cop', 'det').length === 0 ? 'finite' : undefined;
}

/** What belongs to the clause and not to its object. */
const OF_CLAUSE = new Set([
  'nsubj',
  'obj',
  'iobj',
  'obl',
  'advcl',
  'ccomp',
  'xcomp',
  'aux',
  'expl',
  'punct',
  'parataxis',
  'mark',
  'discourse',
]);

/** "Chad [voiced] alarm" with the verb on "alarm": the verb takes the noun's place and the noun becomes its object. */
function liftVerb(arcs: Arcs, group: Group): boolean {
  const { doc, tree, groupAt } = arcs;
  const verb = group.head;
  const object = doc.groups[groupAt.get(objectOf(tree, verb)) ?? NOWHERE];
  // "[promised] opposition parties" with the verb on the first of two nouns
  const noun = object && object.head > verb ? object.head : objectOf(tree, verb);
  if (!/^(?:amod|compound)$/.test(baseRelation(tree, verb)) || object?.start !== group.end) return false;
  const use = useOf(arcs, group, noun);
  if (!use) return false;
  hang(arcs, verb, noun === tree.root ? verb : tree.head(noun), placeOf(tree, noun, use));
  hang(arcs, noun, verb, 'obj');
  for (const child of tree.children(noun)) {
    const relation = baseRelation(tree, child);
    if (child === verb) continue;
    if (relation === 'case' && child < verb && use !== 'finite') hang(arcs, child, verb, 'mark');
    else if (relation === 'nsubj' || (use === 'finite' && isLostSubject(arcs, child, group)))
      hang(arcs, child, verb, 'nsubj');
    else if (OF_CLAUSE.has(relation) || (relation === 'advmod' && child < verb))
      hang(arcs, child, verb, tree.relation(child));
  }
  return true;
}

/** The noun on which the verb hangs; "the agency [halted] aid" with the verb on its subject: that on which the subject hangs. */
function objectOf(tree: SentenceTree, verb: TokenIndex): TokenIndex {
  const above = tree.head(verb);
  return above < verb && baseRelation(tree, above) === 'nsubj' ? tree.head(above) : above;
}

function placeOf(tree: SentenceTree, noun: TokenIndex, use: 'finite' | 'infinitive' | 'gerund'): string {
  const relation = tree.relation(noun);
  if (use === 'finite' || noun === tree.root) return relation;
  if (baseRelation(tree, noun) === 'nmod') return 'acl';
  return use === 'infinitive' ? 'xcomp' : 'advcl';
}

/** "[Colombia] severed ties" with the name on "ties": a group of its own right before the verb. */
function isLostSubject({ doc, tree, groupAt }: Arcs, token: TokenIndex, group: Group): boolean {
  const own = doc.groups[groupAt.get(token) ?? NOWHERE];
  return own?.kind === 'noun' && own.end === group.start && baseRelation(tree, token) === 'compound';
}
