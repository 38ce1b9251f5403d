import { readClauses } from '../../src/syntax/read-clauses.ts';
import { printClauses, printNouns } from '../support/print-clauses.ts';
import { parsedDoc } from './parsed-doc.ts';

export const SPEECH = new Set(['say', 'tell', 'add']);

/** A text that starts on a line of its own has a sentence a line; any other one is a single sentence. */
const sentencesOf = (text: string): string => (text.startsWith('\n') ? text : text.replaceAll(/\s+/g, ' '));

/** Clauses and nouns of sentences with trees built by hand, and how they print. */
export function read(text: string) {
  const doc = parsedDoc(sentencesOf(text));
  const clauses = readClauses(doc, SPEECH);
  return { doc, clauses, lines: printClauses(doc, clauses), nouns: printNouns(doc, clauses) };
}
