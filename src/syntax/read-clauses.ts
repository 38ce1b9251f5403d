import type { ChunkedDocument } from '../model/document.ts';
import type { ClauseStructure, GroupIndex } from './clause.ts';
import { finishNoun, finishPredicate } from './drafts.ts';
import { readItems } from './items.ts';
import { readNoun } from './read-nouns.ts';
import { readVerb } from './read-verbs.ts';
import { readWord } from './read-words.ts';
import { beginSentence, newState, type ReaderState } from './reader-state.ts';

/**
 * Reads clauses off noun and verb groups: who is the subject, object and oblique of which verb, and which clause hangs on which.
 * A sentence is read once from left to right with a stack of open clauses; attachment of prepositional phrases stays open (they are
 * listed at the verb and at the nouns before them). Frames decide.
 * @param speechVerbs lemmas of verbs of saying: what stands before "…, Z said" is what Z said.
 */
export function readClauses(doc: ChunkedDocument, speechVerbs: ReadonlySet<string>): ClauseStructure {
  const byStart = new Map<number, GroupIndex>(doc.groups.map((g, i) => [g.start, i]));
  const owners = new Map<GroupIndex, GroupIndex>();
  const state = newState(doc, speechVerbs);
  doc.sentences.forEach(({ paragraph }, i) => {
    // A quotation that nobody closed ends with its paragraph.
    if (paragraph !== doc.sentences[i - 1]?.paragraph) state.quoted = false;
    beginSentence(state, i, readItems(doc, i, byStart, owners));
    readSentence(state);
  });
  return {
    predicates: state.predicates.map((p) => finishPredicate(doc, p)),
    nouns: doc.groups.map((_, i) => finishNoun(doc, state.nouns.get(i), owners.get(i))),
  };
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
