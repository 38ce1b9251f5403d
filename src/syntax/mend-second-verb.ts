import type { TokenIndex } from '../model/span.ts';
import { baseRelation, childrenBy } from './sentence-tree.ts';
import { type Arcs, groupOf, hang, takePlace, wordOf } from './tree-arcs.ts';

/**
 * "recalled its envoy and [imposed/VBD] sanctions" with the second verb as an attribute of its own object: it stands beside the first,
 * and each has the object behind it.
 */
export function secondVerb(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  if (wordOf(arcs, verb - 1) !== 'and' || doc.morphology[verb]?.xpos !== 'VBD') return false;
  const object = groupOf(arcs, verb + 1);
  const before = groupOf(arcs, verb - 2);
  if (object?.kind !== 'noun' || before?.kind !== 'noun' || object.start !== verb + 1) return false;
  const isAttribute = tree.head(verb) === object.head && baseRelation(tree, verb) === 'amod';
  const isNoun = tree.head(verb) === before.head && baseRelation(tree, verb) === 'conj';
  const first = firstVerb(arcs, before.start);
  if (!(isAttribute || isNoun) || first === undefined) return false;
  hang(arcs, verb, first, 'conj');
  hang(arcs, verb - 1, verb, 'cc');
  // "held talks [with Turkey] and mobilized reservists" with Turkey as a name of the reservists.
  if (tree.head(before.head) === object.head) takePlace(arcs, before.head, object.head);
  for (const child of childrenBy(tree, object.head, 'case')) if (child < verb) hang(arcs, child, before.head, 'case');
  hang(arcs, object.head, verb, 'obj');
  return true;
}

const REACH = 10;

/** The finite verb with a subject, or beside one that has, to whose object or other phrase the noun belongs. */
function firstVerb(arcs: Arcs, start: TokenIndex): TokenIndex | undefined {
  const { doc, tree } = arcs;
  for (let at = start - 1; at >= tree.start && at > start - REACH; at--) {
    if (/^[,;]$/.test(wordOf(arcs, at))) return undefined;
    if (groupOf(arcs, at)?.kind !== 'verb') continue;
    const head = groupOf(arcs, at)?.head ?? at;
    const isFirst = childrenBy(tree, head, 'nsubj').length > 0 || baseRelation(tree, head) === 'conj';
    return doc.morphology[head]?.xpos === 'VBD' && isFirst ? head : undefined;
  }
  return undefined;
}
