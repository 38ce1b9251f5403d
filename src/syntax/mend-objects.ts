import type { TokenIndex } from '../model/span.ts';
import { GIVES } from './control.ts';
import { isTemporal } from './items.ts';
import { baseRelation, childrenBy } from './sentence-tree.ts';
import { type Arcs, groupOf, hang, wordOf } from './tree-arcs.ts';

/** "given [Malawi] 20 million dollars" with the name inside the sum: it is who gets it. */
export function receiverInThing(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const receiver = groupOf(arcs, groupOf(arcs, verb)?.end ?? -1);
  const thing = groupOf(arcs, receiver?.end ?? -1);
  if (receiver?.kind !== 'noun' || thing?.kind !== 'noun' || !GIVES.has(doc.morphology[verb]?.lemma ?? ''))
    return false;
  // "gave Peru [ten days] to leave", but "paid Peru [last week]"
  const when = isTemporal(doc, thing) && doc.morphology[thing.start]?.upos !== 'NUM';
  if (groupOf(arcs, tree.head(receiver.head)) !== thing || when) return false;
  if (baseRelation(tree, thing.head) !== 'obj' || tree.head(thing.head) !== verb) return false;
  hang(arcs, receiver.head, verb, 'iobj');
  return true;
}

/** "freed [on bail] two ministers", "arrested [on Monday] three men": a noun behind such a phrase that has no preposition of its own is the object. */
export function objectBehindPhrase(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const preposition = groupOf(arcs, verb)?.end ?? -1;
  const aside = groupOf(arcs, preposition + 1);
  const object = groupOf(arcs, aside?.end ?? -1);
  if (doc.morphology[preposition]?.upos !== 'ADP' || aside?.kind !== 'noun' || object?.kind !== 'noun') return false;
  if (!isTemporal(doc, aside) && !ASIDES.has(wordOf(arcs, aside.head))) return false;
  if (isTemporal(doc, object) || childrenBy(tree, verb, 'obj').length > 0) return false;
  const head = tree.head(object.head);
  if (head !== verb && (groupOf(arcs, head) !== aside || tree.head(head) !== verb)) return false;
  if (!/^(?:obj|obl|nmod|appos|dep)$/.test(baseRelation(tree, object.head))) return false;
  hang(arcs, object.head, verb, 'obj');
  if (tree.head(preposition) !== aside.head) hang(arcs, preposition, aside.head, 'case');
  hang(arcs, aside.head, verb, 'obl');
  return true;
}

/** "brushed aside [a report]" with the report as a phrase behind "aside": the particle belongs to the verb, and the noun is its object. */
export function objectBehindParticle(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const [particle] = childrenBy(tree, verb, 'compound').filter((c) => tree.relation(c) === 'compound:prt');
  const object = groupOf(arcs, (particle ?? -2) + 1);
  if (particle === undefined || object?.kind !== 'noun' || isTemporal(doc, object)) return false;
  if (object.start !== particle + 1 || baseRelation(tree, object.head) !== 'obl' || tree.head(object.head) !== verb)
    return false;
  if (childrenBy(tree, verb, 'obj').length > 0 || childrenBy(tree, object.head, 'case').length > 0) return false;
  hang(arcs, object.head, verb, 'obj');
  return true;
}

/** "freed on bail", "placed under arrest": they belong to the verb as a word of its own does. */
const ASIDES: ReadonlySet<string> = new Set('bail parole remand trial appeal arrest charges suspicion'.split(' '));
