import type { Frame } from '../knowledge/knowledge.ts';
import type { FrameNote, Words } from '../model/explanation.ts';
import type { Span } from '../model/span.ts';
import { charSpan } from './assemble.ts';
import type { Reading } from './reading.ts';

/** Tokens as words of the article. */
export function toWords(reading: Reading, span: Span): Words {
  const { start, end } = charSpan(reading, span);
  return { text: reading.doc.article.text.slice(start, end), start, end };
}

export const quoted = (words: Pick<Words, 'text'>): string => `“${words.text}”`;

/** Fixed words of a frame for people: the first few of them. */
export function listOf(lemmas: readonly string[]): string {
  const shown = lemmas.slice(0, SHOWN).map((lemma) => `“${lemma}”`);
  if (lemmas.length > SHOWN) return `${shown.join(', ')} and ${lemmas.length - SHOWN} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

const SHOWN = 4;

/** What people need to find a frame in the lexicon. */
export const frameNote = (frame: Frame): FrameNote => ({
  rule: frame.id,
  frame: frame.text,
  pos: frame.pos,
  type: frame.type,
  ...(frame.relation ? { relation: frame.relation } : {}),
  ...(frame.mode ? { mode: frame.mode } : {}),
  file: `lexicon/en/frames/${frame.type}.tsv`,
  example: frame.example,
});

/** The sentence in which a token stands. */
export const sentenceAt = (reading: Reading, token: number): Span =>
  reading.doc.sentences.find((s) => s.start <= token && token < s.end) ?? { start: token, end: token + 1 };
