import { isAllCaps, isCapitalized, pieces } from '../base/fold-name.ts';
import { NOWHERE } from '../base/nowhere.ts';
import type { ChunkedDocument, Group } from '../model/document.ts';
import type { CharSpan, Span, TokenIndex } from '../model/span.ts';
import type { ClauseStructure, GroupIndex, NounContext, Predicate } from '../syntax/clause.ts';
import { findUnquotedSpeech } from '../syntax/unquoted-speech.ts';

/** A document with what the finders ask about it again and again, computed once. */
export interface TextView {
  readonly doc: ChunkedDocument;
  readonly clauses: ClauseStructure;
  readonly words: readonly string[];
  readonly lower: readonly string[];
  /** Pieces of each token; see `pieces`. */
  readonly pieces: readonly (readonly string[])[];
  /** The same in lower case. */
  readonly keys: readonly (readonly string[])[];
  /** Group that covers the token, or -1. */
  readonly groupAt: Int32Array;
  /** Group that starts at the token, or -1. */
  readonly groupFrom: Int32Array;
  readonly sentenceAt: Int32Array;
  /** Per sentence, in text order. */
  readonly predicates: readonly (readonly Predicate[])[];
  /** Noun groups with what the clause reader says of them, per sentence. */
  readonly nouns: readonly (readonly NounContext[])[];
  /** Index of the proper name (`doc.names`) that covers the token, or -1. */
  readonly properNameAt: Int32Array;
  /** 1 inside quotation marks, and in speech behind a colon. */
  readonly quoted: Uint8Array;
  /** Per sentence: a headline, where nearly every long word is capitalised and capitals say nothing. */
  readonly titled: readonly boolean[];
  /** Per sentence: written in capitals throughout. */
  readonly shouted: readonly boolean[];
  readonly date: string | undefined;
  /** Lower-case words of the article and its title. */
  readonly vocabulary: ReadonlySet<string>;
}

/** A word as the finders compare it. */
interface Word {
  readonly lower: string;
  readonly pieces: readonly string[];
  readonly keys: readonly string[];
  /** Letters alone, four or more. */
  readonly long: boolean;
  readonly capitalized: boolean;
  /** With three letters side by side. */
  readonly spelt: boolean;
  readonly allCaps: boolean;
}

const cache = new Map<string, Word>();
const CACHE_LIMIT = 20_000;

/** A word taken apart, remembered: news repeats itself. The cache changes no result. */
function lookAt(word: string): Word {
  const known = cache.get(word);
  if (known) return known;
  const parts = pieces(word);
  const made = {
    lower: word.toLowerCase().replaceAll('’', "'"),
    pieces: parts,
    keys: parts.map((p) => p.toLowerCase()),
    long: word.length >= 4 && /^\p{L}+$/u.test(word),
    capitalized: isCapitalized(word),
    spelt: /\p{L}{3}/u.test(word),
    allCaps: isAllCaps(word),
  };
  if (cache.size < CACHE_LIMIT) cache.set(word, made);
  return made;
}

/** Gathers what the rules ask for again and again, token by token. */
export function viewText(doc: ChunkedDocument, clauses: ClauseStructure): TextView {
  const words = doc.tokens.map((t) => t.text);
  const looked = words.map(lookAt);
  const lower = looked.map((w) => w.lower);
  const groupAt = new Int32Array(words.length).fill(-1);
  const groupFrom = new Int32Array(words.length).fill(-1);
  doc.groups.forEach((g, i) => {
    groupAt.fill(i, g.start, g.end);
    groupFrom[g.start] = i;
  });
  const sentenceAt = new Int32Array(words.length);
  doc.sentences.forEach((s, i) => {
    sentenceAt.fill(i, s.start, s.end);
  });
  const properNameAt = new Int32Array(words.length).fill(-1);
  doc.names?.forEach((n, i) => {
    properNameAt.fill(i, n.start, n.end);
  });
  return {
    doc,
    clauses,
    words,
    lower,
    pieces: looked.map((w) => w.pieces),
    keys: looked.map((w) => w.keys),
    groupAt,
    groupFrom,
    sentenceAt,
    predicates: perSentence(doc, clauses.predicates, (p) => p.sentence),
    nouns: perSentence(doc, clauses.nouns, (_, i) => doc.groups[i]?.sentence),
    properNameAt,
    quoted: findQuotes(doc, clauses, words),
    titled: doc.sentences.map((s) => isTitled(looked, s)),
    shouted: doc.sentences.map((s) => isShouted(looked, s)),
    date: doc.article.publishedOn,
    vocabulary: new Set([...lower, ...doc.article.title.toLowerCase().split(/[^\p{L}\p{N}]+/u)]),
  };
}

function perSentence<T>(
  doc: ChunkedDocument,
  items: readonly T[],
  sentenceOf: (item: T, index: number) => number | undefined,
): readonly (readonly T[])[] {
  const lists = doc.sentences.map((): T[] => []);
  items.forEach((item, i) => {
    lists[sentenceOf(item, i) ?? NOWHERE]?.push(item);
  });
  return lists;
}

function isTitled(words: readonly Word[], sentence: Span): boolean {
  let long = 0;
  let capital = 0;
  for (let i = sentence.start; i < sentence.end; i++) {
    const word = words[i];
    if (!word?.long) continue;
    long++;
    if (word.capitalized) capital++;
  }
  return long >= 4 && capital / long > 0.8;
}

function isShouted(words: readonly Word[], sentence: Span): boolean {
  let spelt = 0;
  for (let i = sentence.start; i < sentence.end; i++) {
    const word = words[i];
    if (!word?.spelt) continue;
    if (!word.allCaps) return false;
    spelt++;
  }
  return spelt > 2;
}

/** Marks tokens between quotation marks, and speech behind a colon; a mark that a paragraph leaves open closes at its end. */
function findQuotes(doc: ChunkedDocument, clauses: ClauseStructure, words: readonly string[]): Uint8Array {
  const quoted = new Uint8Array(words.length);
  let open = false;
  let paragraph = -1;
  for (const sentence of doc.sentences) {
    if (sentence.paragraph !== paragraph) open = false;
    paragraph = sentence.paragraph;
    for (let i = sentence.start; i < sentence.end; i++) {
      const word = words[i] ?? '';
      if (word === '“' || word === '``') open = true;
      else if (word === '”' || word === "''") open = false;
      else if (word === '"') open = !open;
      else if (open) quoted[i] = 1;
    }
  }
  for (const [sentence, { from, direct }] of findUnquotedSpeech(doc, clauses.predicates))
    if (direct) quoted.fill(1, from, doc.sentences[sentence]?.end);
  return quoted;
}

/** What a list has at an index that may be -1, for none. */
export const atIndex = <T>(list: readonly T[], index: number | undefined): T | undefined =>
  index === undefined || index < 0 ? undefined : list[index];

/** The group of words that the token is part of. */
export const groupOf = (view: TextView, token: TokenIndex): Group | undefined =>
  atIndex(view.doc.groups, view.groupAt[token]);
/** The group that starts at the token. */
export const groupFrom = (view: TextView, token: TokenIndex): Group | undefined =>
  atIndex(view.doc.groups, view.groupFrom[token]);
/** What the clause reader says of a noun group. */
export const nounOf = (view: TextView, group: GroupIndex | undefined): NounContext | undefined =>
  atIndex(view.clauses.nouns, group);
export const predicateOf = (view: TextView, index: number | undefined): Predicate | undefined =>
  index === undefined ? undefined : view.clauses.predicates[index];
/** Predicates of a sentence; none where there is no such sentence. */
export const predicatesIn = (view: TextView, sentence: number): readonly Predicate[] => view.predicates[sentence] ?? [];
/** Number of the paragraph in which the token stands. */
export const paragraphOf = (view: TextView, token: TokenIndex): number =>
  view.doc.sentences[view.sentenceAt[token] ?? 0]?.paragraph ?? 0;
/** Index behind the last token of the sentence. */
export const sentenceEnd = (view: TextView, token: TokenIndex): number =>
  view.doc.sentences[view.sentenceAt[token] ?? 0]?.end ?? 0;
/** Index of the first token of the sentence. */
export const sentenceStart = (view: TextView, token: TokenIndex): number =>
  view.doc.sentences[view.sentenceAt[token] ?? 0]?.start ?? 0;
export const uposOf = (view: TextView, token: TokenIndex): string => view.doc.morphology[token]?.upos ?? '';
export const xposOf = (view: TextView, token: TokenIndex): string => view.doc.morphology[token]?.xpos ?? '';
export const lemmaOf = (view: TextView, token: TokenIndex): string =>
  view.doc.morphology[token]?.lemma.toLowerCase() ?? '';
/** A hyphen or dash that stands as a token. */
export const isHyphen = (word: string | undefined): boolean =>
  word === '-' || word === '–' || word === '‐' || word === '‑';

/** "its", "their", "her" before a noun: by form, whatever the tagger says. */
export const isPossessivePronoun = (view: TextView, token: TokenIndex): boolean => {
  const word = view.lower[token] ?? '';
  if (word === 'her' || word === 'his') return view.doc.morphology[token]?.xpos === 'PRP$';
  return /^(its|their|our|my|your)$/.test(word);
};

/** Characters that a stretch of tokens covers. */
export const charSpan = (view: TextView, span: Span): CharSpan => ({
  start: view.doc.tokens[span.start]?.start ?? 0,
  end: view.doc.tokens[span.end - 1]?.end ?? 0,
});

/** The words as printed, white space made single. */
export function textOf(view: TextView, span: Span): string {
  const { start, end } = charSpan(view, span);
  return view.doc.article.text.slice(start, end).replaceAll(/\s+/g, ' ');
}
