import type { TokenIndex } from '../model/span.ts';
import { GIVES } from './control.ts';
import { isTemporal } from './items.ts';
import { baseRelation } from './sentence-tree.ts';
import { type Arcs, groupOf, hang } from './tree-arcs.ts';

/** "given [Malawi] 20 million dollars" with the name inside the sum: it is who gets it. */
export function receiverInThing(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const receiver = groupOf(arcs, groupOf(arcs, verb)?.end ?? -1);
  const thing = groupOf(arcs, receiver?.end ?? -1);
  if (receiver?.kind !== 'noun' || thing?.kind !== 'noun' || !GIVES.has(doc.morphology[verb]?.lemma ?? ''))
    return false;
  if (groupOf(arcs, tree.head(receiver.head)) !== thing || isTemporal(doc, thing)) return false;
  if (baseRelation(tree, thing.head) !== 'obj' || tree.head(thing.head) !== verb) return false;
  hang(arcs, receiver.head, verb, 'iobj');
  return true;
}
