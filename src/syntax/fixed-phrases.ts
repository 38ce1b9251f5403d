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
const ADVERBIAL_PHRASES = byFirst([
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
]);

/** Before a number: "[up to] 40 soldiers". */
const COUNTS = byFirst([
  'up to',
  'as many as',
  'as much as',
  'more than',
  'less than',
  'fewer than',
  'at least',
  'at most',
]);
/** First words of all fixed phrases: most words open none. */
const OPENERS: ReadonlySet<string> = new Set([
  ...byFirst([...COMPOUND_PREPOSITIONS, ...SINGLE_PREPOSITIONS]).keys(),
  ...ADVERBIAL_PHRASES.keys(),
  ...COUNTS.keys(),
  'in',
  'as',
]);
const NOMINAL: ReadonlySet<string> = new Set(['DET', 'NOUN', 'PROPN', 'ADJ', 'PRON', 'NUM', 'SYM']);

const isNumber = (doc: TaggedDocument, i: number): boolean =>
  doc.morphology[i]?.upos === 'NUM' ||
  doc.morphology[i]?.upos === 'SYM' ||
  /^(?:a|half|one|dozens?|hundreds?|thousands?)$/i.test(doc.tokens[i]?.text ?? '');

/** Phrases, cut into words, by their first one; those of one word keep their order. */
function byFirst(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    const list = found.get(first);
    if (list) list.push(words);
    else found.set(first, [words]);
  }
  return found;
}

/** What a fixed phrase stands for in the row of items. */
export interface FixedPhrase {
  readonly role: 'preposition' | 'conjunction' | 'adverb' | 'nothing';
  readonly text: string;
  readonly end: TokenIndex;
}

/** A fixed phrase that starts at token `i`, if any. */
export function fixedPhrase(doc: TaggedDocument, i: TokenIndex, limit: TokenIndex): FixedPhrase | undefined {
  const word = (at: number): string => (at < limit ? (doc.tokens[at]?.text.toLowerCase() ?? '') : '');
  const first = word(i);
  if (!OPENERS.has(first)) return undefined;
  const is = (words: readonly string[]): boolean => words.every((w, k) => word(i + k) === w);
  // "in order to go" is "to go".
  if (is(['in', 'order', 'to'])) return { role: 'nothing', text: '', end: i + 2 };
  if (is(['as', 'well', 'as'])) return { role: 'conjunction', text: 'as well as', end: i + 3 };
  const two = `${word(i)} ${word(i + 1)}`;
  const counted = COUNTS.get(first)?.find((words) => is(words) && isNumber(doc, i + words.length));
  if (counted) return { role: 'adverb', text: counted.join(' '), end: i + counted.length };
  if (COMPOUND_PREPOSITIONS.has(two)) return { role: 'preposition', text: two, end: i + 2 };
  const adverbial = ADVERBIAL_PHRASES.get(first)?.find(is);
  if (adverbial) return { role: 'adverb', text: adverbial.join(' '), end: i + adverbial.length };
  const next = i + 1 < limit ? doc.morphology[i + 1] : undefined;
  const nominal = next && (NOMINAL.has(next.upos) || word(i) === 'including');
  // "has been following events" is a verb.
  const isVerb = doc.morphology[i - 1]?.upos === 'AUX' && doc.morphology[i]?.upos === 'VERB';
  return SINGLE_PREPOSITIONS.has(word(i)) && nominal && !isVerb
    ? { role: 'preposition', text: word(i), end: i + 1 }
    : undefined;
}
