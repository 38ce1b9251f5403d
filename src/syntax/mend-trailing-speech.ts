import type { TokenIndex } from '../model/span.ts';
import { PLAIN_SPEECH } from './reader-state.ts';
import { childrenBy } from './sentence-tree.ts';
import { type Arcs, groupOf, hang, wordOf } from './tree-arcs.ts';

/** "strikes hit a depot, burned a bridge and [sank] two boats, he added": the last deed stands beside the others, not under the saying. */
export function deedBeforeSpeech(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const saying = tree.head(verb);
  if (saying <= verb || !/^(?:conj|advcl|dep)$/.test(tree.relation(verb))) return false;
  if (!/^VB[DN]$/.test(doc.morphology[verb]?.xpos ?? '') || !isTrailing(arcs, saying, verb)) return false;
  const own = childrenBy(tree, verb, 'nsubj', 'csubj', 'expl', 'mark', 'aux');
  if (own.length > 0 || childrenBy(tree, verb, 'obj').length === 0) return false;
  const first = firstDeed(arcs, saying, verb);
  if (first === undefined) return false;
  hang(arcs, verb, first, 'conj');
  return true;
}

/** ", he added." at the end of its sentence. */
function isTrailing(arcs: Arcs, saying: TokenIndex, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  if (!PLAIN_SPEECH.has(doc.morphology[saying]?.lemma ?? '') || saying < tree.end - 2) return false;
  const speaker = childrenBy(tree, saying, 'nsubj').find((c) => c > verb);
  const group = speaker === undefined ? undefined : groupOf(arcs, speaker);
  return group?.end === groupOf(arcs, saying)?.start && wordOf(arcs, (group?.start ?? 0) - 1) === ',';
}

/** The first finite verb of the list: the one under which the saying hangs, or one that hangs on it. */
function firstDeed(arcs: Arcs, saying: TokenIndex, verb: TokenIndex): TokenIndex | undefined {
  const { tree } = arcs;
  return [tree.head(saying), ...tree.children(saying)].find(
    (c) => c < verb && groupOf(arcs, c)?.kind === 'verb' && childrenBy(tree, c, 'nsubj').length > 0,
  );
}
