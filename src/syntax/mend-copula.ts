import type { TokenIndex } from '../model/span.ts';
import { childrenBy } from './sentence-tree.ts';
import { type Arcs, hang, takePlace, wordOf } from './tree-arcs.ts';

/** "The minister is [due] to visit Peru" with the adjective as a mark of the infinitive: it is what the copula says. */
export function adjectiveBeforeTo(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const adjective = childrenBy(tree, verb, 'mark', 'case').find(
    (c) => doc.morphology[c]?.upos === 'ADJ' && wordOf(arcs, c + 1) === 'to',
  );
  const copula = childrenBy(tree, verb, 'cop').find((c) => adjective !== undefined && c < adjective);
  if (adjective === undefined || copula === undefined) return false;
  takePlace(arcs, adjective, verb);
  hang(arcs, verb, adjective, 'xcomp');
  for (const child of tree.children(verb)) {
    if (child >= adjective) continue;
    const relation = tree.relation(child);
    hang(arcs, child, adjective, relation === 'nsubj:outer' ? 'nsubj' : relation);
  }
  return true;
}
