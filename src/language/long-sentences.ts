import type { Diagnostic } from '../model/diagnostic.ts';
import type { Sentence, Token, TokenizedDocument } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/** Tokens of the longest sentence that is read as one; what is longer is a list or no prose, and parsing takes the cube of its length. */
export const LONGEST_SENTENCE = 200;
/** A part of a longer one ends at the best break in this range of tokens, or else at the first one behind it. */
const SHORTEST_PART = 60;
const LONGEST_PART = 120;

const CONJUNCTIONS = new Set(['and', 'or', 'but', 'while', 'whereas', 'because', 'although']);

/** How good a place between two tokens is for a cut: 3 behind a semicolon, 2 behind a comma, 1 before a conjunction, 0 for none. */
function breakRank(before: Token | undefined, after: Token | undefined): number {
  const text = before?.text ?? '';
  if (/^[;:…—–]$|^[.!?]/.test(text)) return 3;
  if (text === ',' || text === '،' || text === '、') return 2;
  return CONJUNCTIONS.has(after?.text.toLowerCase() ?? '') ? 1 : 0;
}

function cutAfter(tokens: readonly Token[], first: number): number {
  let best = 0;
  let cut = first + LONGEST_SENTENCE;
  for (let i = first + SHORTEST_PART; i <= first + LONGEST_SENTENCE; i++) {
    const rank = breakRank(tokens[i - 1], tokens[i]);
    if (i > first + LONGEST_PART) {
      if (best > 0) break;
      if (rank > 0) return i;
    } else if (rank > 0 && rank >= best) {
      best = rank;
      cut = i;
    }
  }
  return cut;
}

/** Parts of at most `LONGEST_SENTENCE` tokens; one part when the sentence is no longer than that. Linear. */
export function cutLongSentence(tokens: readonly Token[], { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  let first = start;
  while (end - first > LONGEST_SENTENCE) {
    const cut = cutAfter(tokens, first);
    parts.push({ start: first, end: cut });
    first = cut;
  }
  parts.push({ start: first, end });
  return parts;
}

/** One warning, `language/long-sentence`, for each sentence that was cut, with its place in the text. */
export function sentenceDiagnostics({ article, tokens, sentences }: TokenizedDocument): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let parts: Sentence[] = [];
  for (const sentence of sentences) {
    parts.push(sentence);
    if (sentence.cut === true) continue;
    const [first, ...rest] = parts;
    parts = [];
    const from = tokens[first?.start ?? 0];
    const to = tokens[sentence.end - 1];
    if (first === undefined || rest.length === 0 || from === undefined || to === undefined) continue;
    found.push({
      code: 'language/long-sentence',
      severity: 'warning',
      message: `a sentence of ${sentence.end - first.start} words and marks is too long to be read as one and was cut into ${rest.length + 1} parts`,
      article: article.id,
      span: { start: from.start, end: to.end },
      ...(article.origin === undefined ? {} : { place: article.origin }),
    });
  }
  return found;
}
