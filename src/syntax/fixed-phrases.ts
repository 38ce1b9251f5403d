import type { TaggedDocument } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';

/** Prepositions of two words whose first word the tagger may call something else. */
const COMPOUND_PREPOSITIONS: ReadonlySet<string> = new Set([
  'according to',
  'due to',
  'because of',
  'instead of',
  'ahead of',
  'such as',
  'owing to',
  'thanks to',
  'prior to',
  'along with',
  'together with',
  'out of',
  'as for',
  'regardless of',
  'next to',
  'aside from',
  'apart from',
  'as of',
]);

/** Prepositions that may look like verbs or adjectives. */
const SINGLE_PREPOSITIONS: ReadonlySet<string> = new Set(
  'including during following concerning regarding amid despite per via versus v unlike like toward towards notwithstanding'.split(
    ' ',
  ),
);

/** Phrases that qualify a clause and hold no argument: their noun is nobody. */
const ADVERBIAL_PHRASES: readonly (readonly string[])[] = [
  'in fact',
  'in short',
  'in turn',
  'in addition',
  'in general',
  'in particular',
  'in part',
  'in return',
  'in full',
  'of course',
  'for example',
  'for instance',
  'at least',
  'at most',
  'at all',
  'at first',
  'at last',
  'at once',
  'at present',
  'after all',
  'by the way',
  'on the other hand',
  'on the one hand',
  'on the contrary',
  'as well',
  'as usual',
  'so far',
  'more than',
  'less than',
  'no longer',
  'as a result',
].map((phrase) => phrase.split(' '));

/** Before a number: "[up to] 40 soldiers". */
const COUNTS = ['up to', 'as many as', 'as much as', 'more than', 'less than', 'fewer than', 'at least', 'at most'].map(
  (x) => x.split(' '),
);
/** First words of all fixed phrases: most words open none. */
const OPENERS: ReadonlySet<string | undefined> = new Set(
  [
    [...COMPOUND_PREPOSITIONS, ...SINGLE_PREPOSITIONS].map((x) => x.split(' ')),
    ADVERBIAL_PHRASES,
    COUNTS,
    [['in'], ['as']],
  ]
    .flat()
    .map(([first]) => first),
);
const NOMINAL: ReadonlySet<string> = new Set(['DET', 'NOUN', 'PROPN', 'ADJ', 'PRON', 'NUM', 'SYM']);

const isNumber = (doc: TaggedDocument, i: number): boolean =>
  doc.morphology[i]?.upos === 'NUM' ||
  doc.morphology[i]?.upos === 'SYM' ||
  /^(?:a|half|one|dozens?|hundreds?|thousands?)$/i.test(doc.tokens[i]?.text ?? '');

/** What a fixed phrase stands for in the row of items. */
export interface FixedPhrase {
  readonly role: 'preposition' | 'conjunction' | 'adverb' | 'nothing';
  readonly text: string;
  readonly end: TokenIndex;
}

/** A fixed phrase that starts at token `i`, if any. */
export function fixedPhrase(doc: TaggedDocument, i: TokenIndex, limit: TokenIndex): FixedPhrase | undefined {
  const word = (at: number): string => (at < limit ? (doc.tokens[at]?.text.toLowerCase() ?? '') : '');
  if (!OPENERS.has(word(i))) return undefined;
  const is = (words: readonly string[]): boolean => words.every((w, k) => word(i + k) === w);
  // "in order to go" is "to go".
  if (is(['in', 'order', 'to'])) return { role: 'nothing', text: '', end: i + 2 };
  if (is(['as', 'well', 'as'])) return { role: 'conjunction', text: 'as well as', end: i + 3 };
  const two = `${word(i)} ${word(i + 1)}`;
  const counted = COUNTS.find((words) => is(words) && isNumber(doc, i + words.length));
  if (counted) return { role: 'adverb', text: counted.join(' '), end: i + counted.length };
  if (COMPOUND_PREPOSITIONS.has(two)) return { role: 'preposition', text: two, end: i + 2 };
  const adverbial = ADVERBIAL_PHRASES.find(is);
  if (adverbial) return { role: 'adverb', text: adverbial.join(' '), end: i + adverbial.length };
  const next = i + 1 < limit ? doc.morphology[i + 1] : undefined;
  const nominal = next && (NOMINAL.has(next.upos) || word(i) === 'including');
  // "has been following events" is a verb.
  const isVerb = doc.morphology[i - 1]?.upos === 'AUX' && doc.morphology[i]?.upos === 'VERB';
  return SINGLE_PREPOSITIONS.has(word(i)) && nominal && !isVerb
    ? { role: 'preposition', text: word(i), end: i + 1 }
    : undefined;
}
