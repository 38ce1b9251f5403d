import type { ChunkedDocument, Group } from '../model/document.ts';
import type { CharSpan, Span, TokenIndex } from '../model/span.ts';
import type { ClauseStructure, GroupIndex, NounContext, Predicate } from '../syntax/clause.ts';
import { isAllCaps, pieces } from './fold.ts';

/** A document with what the finders ask about it again and again, computed once. */
export interface TextView {
  readonly doc: ChunkedDocument;
  readonly clauses: ClauseStructure;
  readonly words: readonly string[];
  readonly lower: readonly string[];
  /** Pieces of each token; see `pieces`. */
  readonly pieces: readonly (readonly string[])[];
  /** Group that covers the token, or -1. */
  readonly groupAt: Int32Array;
  /** Group that starts at the token, or -1. */
  readonly groupFrom: Int32Array;
  readonly sentenceAt: Int32Array;
  /** 1 inside quotation marks. */
  readonly quoted: Uint8Array;
  /** Per sentence: written in capitals throughout. */
  readonly shouted: readonly boolean[];
  readonly date: string | undefined;
  /** Lower-case words of the article and its title. */
  readonly vocabulary: ReadonlySet<string>;
}

const cache = new Map<string, readonly string[]>();
const CACHE_LIMIT = 20_000;

/** Pieces of a token, remembered: news repeats itself. The cache changes no result. */
function tokenPieces(word: string): readonly string[] {
  const known = cache.get(word);
  if (known) return known;
  const made = pieces(word);
  if (cache.size < CACHE_LIMIT) cache.set(word, made);
  return made;
}

export function viewText(doc: ChunkedDocument, clauses: ClauseStructure): TextView {
  const words = doc.tokens.map((t) => t.text);
  const lower = words.map((w) => w.toLowerCase().replaceAll('’', "'"));
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
  return {
    doc,
    clauses,
    words,
    lower,
    pieces: words.map(tokenPieces),
    groupAt,
    groupFrom,
    sentenceAt,
    quoted: findQuotes(doc, words),
    shouted: doc.sentences.map((s) => isShouted(words.slice(s.start, s.end))),
    date: doc.article.publishedOn,
    vocabulary: new Set([...lower, ...doc.article.title.toLowerCase().split(/[^\p{L}\p{N}]+/u)]),
  };
}

function isShouted(words: readonly string[]): boolean {
  const letters = words.filter((w) => /\p{L}{3}/u.test(w));
  return letters.length > 2 && letters.every(isAllCaps);
}

/** Marks tokens between quotation marks; a mark that a paragraph leaves open closes at its end. */
function findQuotes(doc: ChunkedDocument, words: readonly string[]): Uint8Array {
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
  return quoted;
}

export const groupOf = (view: TextView, token: TokenIndex): Group | undefined =>
  view.doc.groups[view.groupAt[token] ?? -1];
export const nounOf = (view: TextView, group: GroupIndex): NounContext | undefined => view.clauses.nouns[group];
export const predicateOf = (view: TextView, index: number | undefined): Predicate | undefined =>
  index === undefined ? undefined : view.clauses.predicates[index];
export const paragraphOf = (view: TextView, token: TokenIndex): number =>
  view.doc.sentences[view.sentenceAt[token] ?? 0]?.paragraph ?? 0;
export const sentenceEnd = (view: TextView, token: TokenIndex): number =>
  view.doc.sentences[view.sentenceAt[token] ?? 0]?.end ?? 0;
export const sentenceStart = (view: TextView, token: TokenIndex): number =>
  view.doc.sentences[view.sentenceAt[token] ?? 0]?.start ?? 0;
export const uposOf = (view: TextView, token: TokenIndex): string => view.doc.morphology[token]?.upos ?? '';
export const xposOf = (view: TextView, token: TokenIndex): string => view.doc.morphology[token]?.xpos ?? '';
export const lemmaOf = (view: TextView, token: TokenIndex): string =>
  view.doc.morphology[token]?.lemma.toLowerCase() ?? '';
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
