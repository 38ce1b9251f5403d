import { once } from '../base/once.ts';
import type { ChunkedDocument } from '../model/document.ts';
import type { ClauseStructure, GroupIndex } from './clause.ts';
import { completeFromGroups } from './complete-from-groups.ts';
import type { DraftPredicate } from './drafts.ts';
import { finishNoun, finishPredicate } from './drafts.ts';
import { readItems } from './items.ts';
import { readNoun } from './read-nouns.ts';
import { readTree } from './read-tree.ts';
import { readVerb } from './read-verbs.ts';
import { readWord } from './read-words.ts';
import { beginSentence, newState, type ReaderState } from './reader-state.ts';
import { childrenBy, type MaybeParsed, type SentenceTree, treeOf } from './sentence-tree.ts';

/**
 * Reads clauses: who is the subject, object and oblique of which verb, and which clause hangs on which. A sentence that was parsed is
 * read off its tree; any other one off its noun and verb groups, once from left to right with a stack of open clauses. Attachment of
 * prepositional phrases stays open (they are listed at the verb and at the nouns before them). Frames decide.
 * @param doc with `dependencies` when it was parsed; a sentence without a tree of one root (every token its own head) counts as not parsed
 * @param speechVerbs lemmas of verbs of saying: what stands before "…, Z said" is what Z said.
 */
export function readClauses(doc: ChunkedDocument & MaybeParsed, speechVerbs: ReadonlySet<string>): ClauseStructure {
  const byStart = new Map<number, GroupIndex>(doc.groups.map((g, i) => [g.start, i]));
  const owners = new Map<GroupIndex, GroupIndex>();
  const state = newState(doc, speechVerbs);
  doc.sentences.forEach(({ paragraph }, i) => {
    // A quotation that nobody closed ends with its paragraph.
    if (paragraph !== doc.sentences[i - 1]?.paragraph) state.quoted = false;
    const found = treeOf(doc, i);
    const tree = found && !isDoubtful(doc, found) ? found : undefined;
    const first = state.predicates.length;
    if (tree) {
      const { quoted } = state;
      const byHead = once(() => new Map(readGroups(doc, speechVerbs, i, byStart, quoted).map((p) => [p.head, p])));
      beginSentence(state, i, []);
      const complete = readTree(state, tree, owners);
      completeFromGroups(state, { first, byHead, groupFrom: byStart, tree, complete });
    } else {
      beginSentence(state, i, readItems(doc, i, byStart, owners));
      readSentence(state);
    }
  });
  return {
    predicates: state.predicates.map((p) => finishPredicate(doc, p)),
    nouns: doc.groups.map((_, i) => finishNoun(doc, state.nouns.get(i), owners.get(i))),
  };
}

/** What the groups alone say of one sentence. */
function readGroups(
  doc: ChunkedDocument,
  speechVerbs: ReadonlySet<string>,
  sentence: number,
  byStart: ReadonlyMap<number, GroupIndex>,
  quoted: boolean,
): readonly DraftPredicate[] {
  const state = newState(doc, speechVerbs);
  state.quoted = quoted;
  beginSentence(state, sentence, readItems(doc, sentence, byStart, new Map()));
  readSentence(state);
  return state.predicates;
}

/** Trees that have most often gone wrong, which the groups read better. */
const isDoubtful = (doc: ChunkedDocument, tree: SentenceTree): boolean =>
  isVerbless(doc, tree) || hasLostRelative(doc, tree);

/** "the king [whose] army fled wept" without a relative clause in the tree. */
const hasLostRelative = (doc: ChunkedDocument, tree: SentenceTree): boolean =>
  tree.topDown.some((i) => {
    if (doc.morphology[i]?.xpos !== 'WP$' || !/^(?:NOUN|PROPN)$/.test(doc.morphology[i - 1]?.upos ?? '')) return false;
    for (let at = i; at !== tree.root; at = tree.head(at)) if (tree.relation(at) === 'acl:relcl') return false;
    return true;
  });

/** The root is a noun though verbs stand in the sentence. */
function isVerbless(doc: ChunkedDocument, tree: SentenceTree): boolean {
  if (!/^(?:NOUN|PROPN|NUM|PRON)$/.test(doc.morphology[tree.root]?.upos ?? '')) return false;
  if (childrenBy(tree, tree.root, 'cop', 'nsubj').length > 0) return false;
  if (doc.tokens[tree.end - 1]?.text !== '.') return false;
  return tree.topDown.some((i) => {
    const bare =
      /^VB[DNZP]$/.test(doc.morphology[i]?.xpos ?? '') &&
      /^(?:acl|acl:relcl|amod|xcomp|obl|conj|parataxis|advmod)$/.test(tree.relation(i));
    return bare && childrenBy(tree, i, 'nsubj', 'aux').length === 0;
  });
}

function readSentence(state: ReaderState): void {
  state.items.forEach((item, at) => {
    if (at < state.skipUntil) return;
    state.at = at;
    if (item.kind === 'noun') readNoun(state, item);
    else if (item.kind === 'verb') readVerb(state, item);
    else readWord(state, item);
  });
}
