import type { ChunkedDocument, Dependency, ParsedDocument } from '../../src/model/document.ts';
import { taggedDoc } from '../support/doc.ts';

/**
 * Builds a parsed document from the notation of `taggedDoc` with a head and a relation behind each item: `Iran/PROPN/NNP>2:nsubj`.
 * Heads count from 1 within the sentence (line); 0 is the root.
 * @throws Error when an item has no head: a slip in the test itself.
 */
export function parsedDoc(notation: string): ChunkedDocument & ParsedDocument {
  const doc = taggedDoc(notation.replaceAll(/>\d+:\S+/g, ''));
  const items = [...notation.matchAll(/(\S+?)(?:>(\d+):(\S+))?(?=\s|$)/g)].map(([item, , head, deprel]) => {
    if (head === undefined || deprel === undefined) throw new Error(`"${item}": write word/UPOS/XPOS>head:relation`);
    return { head: Number(head), deprel };
  });
  const dependencies: Dependency[] = items.map(({ head, deprel }, i) => {
    const start = doc.sentences.findLast((s) => s.start <= i)?.start ?? 0;
    return { head: head === 0 ? i : start + head - 1, deprel };
  });
  return { ...doc, dependencies };
}
