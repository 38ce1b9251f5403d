import type { ChunkedDocument } from '../model/document.ts';
import type { ClauseStructure, GroupIndex, NounContext } from './clause.ts';
import { ClauseReader } from './clause-reader.ts';
import { readItems } from './items.ts';

/**
 * Reads clauses off noun and verb groups: who is the subject, object and oblique of which verb, and which clause hangs on which.
 * A sentence is read once from left to right with a stack of open clauses; attachment of prepositional phrases stays open (they are
 * listed at the verb and at the nouns before them). Frames decide.
 * @param speechVerbs lemmas of verbs of saying: what stands before "…, Z said" is what Z said.
 */
export function readClauses(doc: ChunkedDocument, speechVerbs: ReadonlySet<string>): ClauseStructure {
  const byStart = new Map<number, GroupIndex>();
  doc.groups.forEach((g, i) => {
    byStart.set(g.start, i);
  });
  const owners = new Map<GroupIndex, GroupIndex>();
  const reader = new ClauseReader(doc, speechVerbs);
  let quoted = false;
  for (let s = 0; s < doc.sentences.length; s++) {
    if (doc.sentences[s]?.paragraph !== doc.sentences[s - 1]?.paragraph) quoted = false;
    quoted = reader.readSentence(s, readItems(doc, s, byStart, owners), quoted);
  }
  const nouns: NounContext[] = doc.groups.map((_, i) => {
    const owner = owners.get(i);
    return { ...reader.nounContext(i), ...(owner === undefined ? {} : { owner }) };
  });
  return { predicates: reader.predicates(), nouns };
}
