import { NOWHERE } from '../base/nowhere.ts';
import type { Group } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import { mayAct } from './antecedent.ts';
import { isTemporal } from './items.ts';
import { baseRelation, childrenBy } from './sentence-tree.ts';
import { type Arcs, groupOf, hang, hasSubject, takePlace, wordOf } from './tree-arcs.ts';

/** Gives a verb the subject that stands right before it and hangs elsewhere; true when it changed something. */
export const mendSubject = (arcs: Arcs, verb: TokenIndex): boolean =>
  beforeResult(arcs, verb) ||
  behindConjunction(arcs, verb) ||
  joinSubjects(arcs, verb) ||
  ofSubjunctive(arcs, verb) ||
  ownerOfSubject(arcs, verb) ||
  ofPeople(arcs, verb);

/** Words that open a clause as well as a phrase. */
const OPENERS: ReadonlySet<string> = new Set(['after', 'before', 'since', 'until', 'as', 'than', 'till']);

/** "came after [the army] released/VBN ten men" with the army behind a preposition of the verb before. */
function behindConjunction(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const group = groupOf(arcs, verb);
  const noun = group && firstOfRow(arcs, groupOf(arcs, group.start - 1));
  if (noun?.kind !== 'noun' || noun.start <= tree.start || hasSubject(arcs, verb)) return false;
  if (!/^VB[DN]$/.test(doc.morphology[verb]?.xpos ?? '') || !/^(?:advcl|acl|conj)$/.test(tree.relation(verb)))
    return false;
  const opener = noun.start - 1;
  if (!OPENERS.has(wordOf(arcs, opener)) || isTemporal(doc, noun) || tree.head(opener) !== noun.head) return false;
  const told = childrenBy(tree, verb, 'obj', 'xcomp', 'ccomp').some((c) => c > verb);
  const clause = told || childrenBy(tree, verb, 'aux').length > 0;
  const passive = tree.children(verb).some((c) => /^(?:obl:agent|aux:pass)$/.test(tree.relation(c)));
  if (!clause || passive || !/^(?:obl|nmod)$/.test(baseRelation(tree, noun.head))) return false;
  // Nothing joins the verb to another one: it stands right behind its noun.
  const above = tree.head(verb);
  const isJoined = tree.relation(verb) === 'conj';
  if (above === noun.head) hang(arcs, verb, tree.head(noun.head), 'advcl');
  else if (isJoined) hang(arcs, verb, above, 'advcl');
  hang(arcs, noun.head, verb, 'nsubj');
  hang(arcs, opener, verb, 'mark');
  return true;
}

/** "after [Chad] and Mali released": the first of nouns joined by "and". */
function firstOfRow(arcs: Arcs, last: Group | undefined): Group | undefined {
  const { doc, tree } = arcs;
  if (!last || tree.relation(last.head) !== 'conj' || doc.morphology[last.start - 1]?.upos !== 'CCONJ') return last;
  const first = groupOf(arcs, tree.head(last.head));
  return first?.kind === 'noun' && first.head < last.start ? first : last;
}

/** "[Chad], Mali and Niger expelled" with Chad as a subject of its own: the others join it. */
function joinSubjects(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  const [first, second, ...more] = childrenBy(tree, verb, 'nsubj').filter((c) => c < verb);
  if (first === undefined || second === undefined || more.length > 0) return false;
  const [one, two] = [groupOf(arcs, first), groupOf(arcs, second)];
  if (one?.kind !== 'noun' || two?.kind !== 'noun' || wordOf(arcs, one.end) !== ',' || one.end + 1 !== two.start)
    return false;
  const others = childrenBy(tree, second, 'conj').filter((c) => c < verb);
  if (others.length === 0 || tree.relation(first) !== tree.relation(second)) return false;
  for (const noun of [second, ...others]) hang(arcs, noun, first, 'conj');
  return true;
}

/** "demanded that [Vega] resign" with the name as a part of the verb, which was taken for a noun. */
function ofSubjunctive(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  if (doc.morphology[verb]?.xpos !== 'VB' || tree.relation(verb) !== 'ccomp' || hasSubject(arcs, verb)) return false;
  const before = childrenBy(tree, verb, 'compound', 'nmod').find(
    (c) => groupOf(arcs, c)?.end === verb && groupOf(arcs, c)?.head === c,
  );
  const that = tree.children(verb).find((c) => wordOf(arcs, c) === 'that');
  if (before === undefined || that === undefined || that > before) return false;
  hang(arcs, that, verb, 'mark');
  hang(arcs, before, verb, 'nsubj');
  return true;
}

/** "[Petrov]'s government resign" with the owner on the verb: he owns the subject. */
function ownerOfSubject(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  const owner = childrenBy(tree, verb, 'nmod').find((c) => tree.relation(c) === 'nmod:poss' && c < verb);
  const owned = childrenBy(tree, verb, 'nsubj').find((c) => owner !== undefined && c > owner);
  if (owner === undefined || owned === undefined) return false;
  hang(arcs, owner, owned, 'nmod:poss');
  return true;
}

/** "Gunmen [shot] dead a judge" with the result as the verb and the verb as its subject. */
function beforeResult(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const result = verb + 1;
  if (doc.morphology[verb]?.xpos !== 'VBD' || wordOf(arcs, result) !== 'dead' || tree.head(verb) !== result)
    return false;
  takePlace(arcs, verb, result);
  hang(arcs, result, verb, 'xcomp');
  for (const child of tree.children(result)) if (child !== verb) hang(arcs, child, verb, tree.relation(child));
  const group = groupOf(arcs, verb - 1);
  if (group?.kind === 'noun' && tree.head(group.head) === verb) hang(arcs, group.head, verb, 'nsubj');
  return true;
}

/** Gerunds that tell how somebody else did it: "chased the rebels using dogs". */
const HOW: ReadonlySet<string> = new Set([
  'use',
  'accord',
  'include',
  'cite',
  'say',
  'base',
  'follow',
  'depend',
  'regard',
  'concern',
]);

/** "fired at students [protesting] over fees" as an adverbial of the shots: right behind people it tells what those do. */
function ofPeople(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const group = groupOf(arcs, verb);
  const noun = group && groupOf(arcs, group.start - 1);
  if (doc.morphology[verb]?.xpos !== 'VBG' || tree.relation(verb) !== 'advcl' || noun?.kind !== 'noun') return false;
  const host = tree.head(verb);
  const opened =
    childrenBy(tree, verb, 'mark', 'case', 'nsubj').length > 0 || HOW.has(doc.morphology[verb]?.lemma ?? '');
  if (opened || noun.start <= host || tree.head(noun.head) !== host || !/^(?:obj|obl)$/.test(tree.relation(noun.head)))
    return false;
  if (doc.morphology[noun.head]?.upos !== 'NOUN' || !mayAct(doc, { groups: [arcs.groupAt.get(noun.head) ?? NOWHERE] }))
    return false;
  hang(arcs, verb, noun.head, 'acl');
  return true;
}

const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** "said on [Monday] Brazil had refused", "in [May] Oman agreed" with the day or month as the first name of the subject: the name behind it is the subject. */
export function dayBeforeSubject(arcs: Arcs, day: TokenIndex): boolean {
  const { doc, tree } = arcs;
  if (!DAY.test(wordOf(arcs, day)) || baseRelation(tree, day) !== 'nsubj') return false;
  const name = day + 1;
  const verb = tree.head(day);
  const names = tree.children(day).filter((c) => c > day && /^(?:flat|compound|appos)$/.test(baseRelation(tree, c)));
  if (verb <= name || !names.includes(name) || doc.morphology[name]?.upos !== 'PROPN') return false;
  hang(arcs, name, verb, tree.relation(day));
  for (const other of names) if (other !== name) hang(arcs, other, name, 'flat');
  const over = /^(?:ccomp|parataxis)$/.test(tree.relation(verb)) ? tree.head(verb) : verb;
  hang(arcs, day, over < day ? over : verb, /^(?:on|in)$/.test(wordOf(arcs, day - 1)) ? 'obl' : 'obl:unmarked');
  return true;
}
