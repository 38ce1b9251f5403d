import type { TokenIndex } from '../model/span.ts';
import { GIVES } from './control.ts';
import { isTemporal } from './items.ts';
import { mendContent, SAYINGS } from './mend-content.ts';
import { adjectiveBeforeTo } from './mend-copula.ts';
import { objectBehindParticle, objectBehindPhrase, receiverInThing } from './mend-objects.ts';
import { mendSubject } from './mend-subjects.ts';
import { deedBeforeSpeech } from './mend-trailing-speech.ts';
import { baseRelation, childrenBy } from './sentence-tree.ts';
import { type Arcs, groupOf, hang, hasSubject, takePlace, wordOf } from './tree-arcs.ts';

/** Mends how a verb hangs in the tree, or one of its arguments; true when it changed something. */
export function mendClause(arcs: Arcs, verb: TokenIndex): boolean {
  return (
    adjectiveBeforeTo(arcs, verb) ||
    mendContent(arcs, verb) ||
    mendSubject(arcs, verb) ||
    subjectOfRelative(arcs, verb) ||
    subjectOfPast(arcs, verb) ||
    toFirstConjunct(arcs, verb) ||
    deedBeforeSpeech(arcs, verb) ||
    subjectRoundSpeech(arcs, verb) ||
    objectBefore(arcs, verb) ||
    absoluteWith(arcs, verb) ||
    toAttribute(arcs, verb) ||
    behindComma(arcs, verb) ||
    mainVerb(arcs, verb) ||
    secondObject(arcs, verb) ||
    receiverInThing(arcs, verb) ||
    objectBehindPhrase(arcs, verb) ||
    objectBehindParticle(arcs, verb)
  );
}

/** Mends what hangs on a noun that the tagger took for a verb and the parser for the verb of a clause. */
export const mendNoun = (arcs: Arcs, noun: TokenIndex): boolean =>
  xposOf(arcs, noun) === 'VBZ' && (nounOfContent(arcs, noun) || nounOfMain(arcs, noun) || nounDenied(arcs, noun));

const xposOf = ({ doc }: Arcs, token: TokenIndex): string => doc.morphology[token]?.xpos ?? '';

/** "the bridge [that] links two states", taken for an object though the verb has another one and no subject. */
function subjectOfRelative(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  if (tree.relation(verb) !== 'acl:relcl' || childrenBy(tree, verb, 'nsubj', 'csubj', 'expl').length > 0) return false;
  const objects = childrenBy(tree, verb, 'obj');
  const pronoun = objects.find((c) => /^W(?:DT|P)$/.test(xposOf(arcs, c)));
  if (pronoun === undefined || pronoun > verb || !objects.some((c) => c > verb)) return false;
  hang(arcs, pronoun, verb, 'nsubj');
  return true;
}

/** Means that stand behind "by" without doing anything: "spoke by phone". */
const MEANS: ReadonlySet<string> = new Set(
  'air boat bus car email fax helicopter land letter mail phone plane radio road sea ship telephone train video videoconference'.split(
    ' ',
  ),
);

/**
 * "Iceland [called/VBN] for talks", "The envoy [paid/VBD] a visit", "The envoy [spoke/VBD] by phone" as a passive: in running text a bare past
 * form that is the verb of its clause is a past tense. A headline has no full stop.
 */
function subjectOfPast(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const xpos = xposOf(arcs, verb);
  if (!/^VB[DN]$/.test(xpos) || !/^(?:root|ccomp|parataxis)$/.test(baseRelation(tree, verb))) return false;
  if (wordOf(arcs, tree.end - 1) !== '.' || childrenBy(tree, verb, 'aux').length > 0) return false;
  const subjects = tree.children(verb).filter((c) => tree.relation(c) === 'nsubj:pass');
  const agents = tree.children(verb).filter((c) => tree.relation(c) === 'obl:agent');
  if (subjects.length === 0 || agents.some((c) => !MEANS.has(doc.morphology[c]?.lemma ?? ''))) return false;
  for (const subject of subjects) hang(arcs, subject, verb, 'nsubj');
  for (const means of agents) hang(arcs, means, verb, 'obl');
  return true;
}

const mayBeFinite = (arcs: Arcs, token: TokenIndex): boolean =>
  /^VB[DPZ]$/.test(xposOf(arcs, token)) || childrenBy(arcs.tree, token, 'aux').length > 0;

/** "Iran [praised] Oman, warned Iraq" with the first verb under the second one, though nothing makes it an adverbial. */
function toFirstConjunct(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  const main = tree.head(verb);
  if (baseRelation(tree, verb) !== 'advcl' || main < verb || !/^VB[DPZ]$/.test(xposOf(arcs, verb))) return false;
  if (!/^VB[DPZ]$/.test(xposOf(arcs, main)) || hasSubject(arcs, main) || !hasSubject(arcs, verb)) return false;
  const opened = tree.children(verb).some((c) => /^(?:mark|aux|case)$/.test(baseRelation(tree, c)) || isAsked(arcs, c));
  if (opened) return false;
  takePlace(arcs, verb, main);
  hang(arcs, main, verb, 'conj');
  for (const child of tree.children(main)) if (child < verb) hang(arcs, child, verb, tree.relation(child));
  return true;
}

const isAsked = (arcs: Arcs, token: TokenIndex): boolean => /^W(?:RB|P|DT)$/.test(xposOf(arcs, token));

/** "[Russia], Ukraine said, attacked Moldova" with both names on the verb of saying, or one taken for the other's apposition. */
function subjectRoundSpeech(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  const group = groupOf(arcs, verb);
  const [first, next, ...more] = childrenBy(tree, verb, 'nsubj');
  if (first === undefined || more.length > 0 || !group) return false;
  const second = next ?? childrenBy(tree, first, 'appos').at(-1);
  if (second === undefined) return false;
  const speaker = groupOf(arcs, second);
  const commas = wordOf(arcs, (speaker?.start ?? 0) - 1) === ',' && wordOf(arcs, group.end) === ',';
  if (!commas || speaker?.end !== group.start) return false;
  const content = [tree.head(verb), ...childrenBy(tree, verb, 'ccomp', 'conj', 'parataxis')].find((c) => c > group.end);
  if (content === undefined || hasSubject(arcs, content)) return false;
  if (!mayBeFinite(arcs, content) && xposOf(arcs, content) !== 'VBN') return false;
  hang(arcs, first, content, 'nsubj');
  hang(arcs, second, verb, 'nsubj');
  return true;
}

/** "said on Monday that [talks/VBZ] with Chad had begun", taken for a relative clause on the time. */
function nounOfContent(arcs: Arcs, noun: TokenIndex): boolean {
  const { tree } = arcs;
  const time = tree.head(noun);
  const group = groupOf(arcs, time);
  if (tree.relation(noun) !== 'acl:relcl' || !group || !isTemporal(arcs.doc, group)) return false;
  if (wordOf(arcs, noun - 1) !== 'that' || tree.head(noun - 1) !== noun) return false;
  const clauses = [...childrenBy(tree, tree.head(time), 'ccomp'), ...childrenBy(tree, noun, 'conj', 'ccomp')];
  const content = clauses.find((c) => c > noun && mayBeFinite(arcs, c) && !hasSubject(arcs, c));
  if (content === undefined) return false;
  hang(arcs, content, tree.head(time), 'ccomp');
  hang(arcs, noun - 1, content, 'mark');
  hang(arcs, noun, content, 'nsubj');
  for (const child of childrenBy(tree, noun, 'obl')) hang(arcs, child, noun, 'nmod');
  return true;
}

/** "The armistice [talks/VBZ] with China opened" with the noun as the root and the verb as a participle on it. */
function nounOfMain(arcs: Arcs, noun: TokenIndex): boolean {
  const { tree } = arcs;
  if (hasSubject(arcs, noun) || groupOf(arcs, noun - 1)?.kind !== 'noun') return false;
  const attribute = childrenBy(tree, noun, 'compound', 'det', 'amod').some((c) => c < noun);
  const verb = childrenBy(tree, noun, 'acl').find((c) => c > noun && /^VB[DN]$/.test(xposOf(arcs, c)));
  if (!attribute || verb === undefined || childrenBy(tree, noun, 'aux', 'obj').length > 0) return false;
  takePlace(arcs, verb, noun);
  hang(arcs, noun, verb, 'nsubj');
  for (const child of tree.children(noun)) {
    if (child > verb || baseRelation(tree, child) === 'punct') hang(arcs, child, verb, tree.relation(child));
  }
  return true;
}

/** "denied [claims/VBZ] that Mali had shelled Gao" with the noun as the verb and the verb as its subject. */
function nounDenied(arcs: Arcs, noun: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const verb = noun - 1;
  if (xposOf(arcs, verb) !== 'VBD' || tree.head(verb) !== noun || wordOf(arcs, noun + 1) !== 'that') return false;
  if (groupOf(arcs, noun)?.kind !== 'noun' || !SAYINGS.has(doc.morphology[noun]?.lemma ?? '')) return false;
  takePlace(arcs, verb, noun);
  hang(arcs, noun, verb, 'obj');
  for (const child of tree.children(noun)) {
    if (tree.relation(child) === 'ccomp') hang(arcs, child, noun, 'acl');
    else if (child !== verb) hang(arcs, child, verb, tree.relation(child));
  }
  for (const child of childrenBy(tree, verb, 'compound', 'nmod'))
    if (groupOf(arcs, child)?.end === verb) hang(arcs, child, verb, 'nsubj');
  return true;
}

/** "gave Egypt [a licence]" with the thing as a measure: the nearer one is who gets it. */
function secondObject(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  if (!GIVES.has(doc.morphology[verb]?.lemma ?? '')) return false;
  const [receiver, ...more] = childrenBy(tree, verb, 'obj');
  // "promised Togo [a truce]" as another name of Togo
  const thing =
    childrenBy(tree, verb, 'obl').find((c) => tree.relation(c) === 'obl:unmarked') ??
    childrenBy(tree, receiver ?? -1, 'appos').find(
      (c) => groupOf(arcs, c)?.start === groupOf(arcs, receiver ?? -1)?.end,
    );
  const [first, second] = [receiver, thing].map((t) => (t === undefined ? undefined : groupOf(arcs, t)));
  if (receiver === undefined || thing === undefined || more.length > 0 || !first || !second) return false;
  if (thing < receiver || isTemporal(doc, second) || isTemporal(doc, first)) return false;
  hang(arcs, receiver, verb, 'iobj');
  hang(arcs, thing, verb, 'obj');
  return true;
}

const isNounBetween = (arcs: Arcs, noun: TokenIndex, host: TokenIndex, verb: TokenIndex): boolean => {
  const group = groupOf(arcs, noun);
  return group?.kind === 'noun' && group.start === groupOf(arcs, host)?.end && group.end === groupOf(arcs, verb)?.start;
};

/** "returned [a bell] engraved with a name" with the bell under the participle: the object before a participle is the host's. */
function objectBefore(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  const host = tree.head(verb);
  if (xposOf(arcs, verb) !== 'VBN' || !/^(?:xcomp|advcl)$/.test(baseRelation(tree, verb)) || host > verb) return false;
  if (childrenBy(tree, verb, 'aux').length > 0 || childrenBy(tree, host, 'obj').length > 0) return false;
  const object = childrenBy(tree, verb, 'obj', 'obl').find((c) => isNounBetween(arcs, c, host, verb));
  if (object === undefined) return false;
  hang(arcs, object, host, 'obj');
  hang(arcs, verb, object, 'acl');
  return true;
}

/** "[With a sniper shooting from the roof], the guards fled" with the sniper as an adverbial: a clause of its own. */
function absoluteWith(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  const noun = tree.head(verb);
  const group = groupOf(arcs, noun);
  const preposition = (group?.start ?? 0) - 1;
  if (xposOf(arcs, verb) !== 'VBG' || tree.relation(verb) !== 'acl' || baseRelation(tree, noun) !== 'obl') return false;
  if (group?.end !== groupOf(arcs, verb)?.start || wordOf(arcs, preposition) !== 'with') return false;
  if (tree.head(preposition) !== noun || (preposition > tree.start && wordOf(arcs, preposition - 1) !== ','))
    return false;
  takePlace(arcs, verb, noun);
  hang(arcs, verb, tree.head(noun), 'advcl');
  hang(arcs, noun, verb, 'nsubj');
  hang(arcs, preposition, verb, 'mark');
  return true;
}

/** "a deal [easing] tension", taken for an attribute of what it is done to. */
function toAttribute(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  const object = tree.head(verb);
  const group = groupOf(arcs, verb);
  if (xposOf(arcs, verb) !== 'VBG' || baseRelation(tree, verb) !== 'amod' || !group) return false;
  const before = groupOf(arcs, group.start - 1);
  if (before?.kind !== 'noun' || before.start < tree.start || groupOf(arcs, object)?.start !== group.end) return false;
  if ([verb, object].includes(tree.head(before.head)) || isBelow(arcs, before.head, object)) return false;
  hang(arcs, verb, before.head, 'acl');
  hang(arcs, object, verb, 'obj');
  return true;
}

/** "voiced support of the premier, [repeating] calls for aid", taken for an attribute of the calls: what the first subject does besides. */
function behindComma(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  const object = tree.head(verb);
  const group = groupOf(arcs, verb);
  if (xposOf(arcs, verb) !== 'VBG' || baseRelation(tree, verb) !== 'amod' || !group) return false;
  if (wordOf(arcs, group.start - 1) !== ',' || groupOf(arcs, object)?.start !== group.end) return false;
  let main = tree.head(object);
  while (main !== tree.root && groupOf(arcs, main)?.kind !== 'verb') main = tree.head(main);
  if (object === tree.root || main >= verb || groupOf(arcs, main)?.kind !== 'verb') return false;
  for (const child of tree.children(object))
    if (child < group.start - 1) hang(arcs, child, tree.head(object), tree.relation(object));
  hang(arcs, verb, main, 'advcl');
  hang(arcs, object, verb, 'obj');
  return true;
}

/** One token hangs under another one, so that the other one can't be hung under it. */
function isBelow({ tree }: Arcs, token: TokenIndex, above: TokenIndex): boolean {
  for (let at = token; at !== tree.root; at = tree.head(at)) if (at === above) return true;
  return above === tree.root;
}

/** "Peru's premier, Luis Vega, [called/VBN] Chile's president" with the verb on its subject, which heads a clause that has no verb. */
function mainVerb(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const noun = tree.head(verb);
  if (!/^VB[DN]$/.test(xposOf(arcs, verb)) || tree.relation(verb) !== 'acl' || noun > verb) return false;
  if (!/^(?:root|ccomp)$/.test(baseRelation(tree, noun)) || wordOf(arcs, tree.end - 1) !== '.') return false;
  if (!/^(?:NOUN|PROPN|ADJ)$/.test(doc.morphology[noun]?.upos ?? '') || childrenBy(tree, verb, 'obj').length === 0)
    return false;
  const names = childrenBy(tree, noun, 'appos').filter((c) => c < verb);
  if (childrenBy(tree, noun, 'cop', 'nsubj', 'aux', 'case', 'expl').length > 0 || names.length === 0) return false;
  takePlace(arcs, verb, noun);
  hang(arcs, noun, verb, groupOf(arcs, noun)?.kind === 'noun' ? 'nsubj' : 'dep');
  if (groupOf(arcs, noun)?.kind !== 'noun') for (const name of names.slice(0, 1)) hang(arcs, name, verb, 'nsubj');
  for (const child of tree.children(noun)) {
    if (child > verb || baseRelation(tree, child) === 'punct') hang(arcs, child, verb, tree.relation(child));
  }
  return true;
}
