import type { CharSpan } from '../model/span.ts';

interface Line extends CharSpan {
  readonly text: string;
}

/** "- item", "• item", "1. item", "2) item", "(a) item" at the start of a line. */
const LIST_ITEM = /^(?:[-*•·▪◦‣] |[–—] ?\p{Lu}|\(?\d{1,2}[.)] |\([a-z]\) )/u;
const ENDS_SENTENCE = /[.!?…:;]["'”’)\]]*$/;
/** Words after which a line cannot stop: it was only wrapped there. */
const GOES_ON =
  /(?:[,–—-]|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|as|that|his|her|its|their|said|says|president|minister|mr|mrs|dr))$/i;
const HEADING_LENGTH = 80;

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  while (at <= text.length) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    lines.push({ start: at, end, text: text.slice(at, end).trim() });
    at = end + 1;
  }
  return lines;
}

/**
 * A heading ends well before the right margin although the next word had room, does not end like a sentence, and the next line
 * begins like one.
 */
function isHeading(line: Line, next: Line, margin: number, before: Line | undefined): boolean {
  if (line.text.length > HEADING_LENGTH || ENDS_SENTENCE.test(line.text) || GOES_ON.test(line.text)) return false;
  if (before !== undefined && !ENDS_SENTENCE.test(before.text)) return false;
  if (!/^["'“‘(]?[\p{Lu}\d]/u.test(next.text) || !/^["'“‘(]?[\p{Lu}\d]/u.test(line.text)) return false;
  const space = next.text.indexOf(' ');
  const word = space < 0 ? next.text.length : space;
  return line.text.length + 1 + word <= margin;
}

function breaksAfter(line: Line, next: Line, margin: number, before: Line | undefined): boolean {
  if (LIST_ITEM.test(next.text))
    return ENDS_SENTENCE.test(line.text) || LIST_ITEM.test(line.text) || /^\D/.test(next.text);
  return isHeading(line, next, margin, before);
}

function blocksOf(lines: readonly Line[]): readonly CharSpan[] {
  const blocks: CharSpan[] = [];
  const margin = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0);
  let first = 0;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const before = i > first ? lines[i - 1] : undefined;
    if (next !== undefined && !breaksAfter(line, next, margin, before)) return;
    const opening = lines[first] ?? line;
    blocks.push({ start: opening.start, end: line.end });
    first = i + 1;
  });
  return blocks;
}

/**
 * Splits a text at blank lines and gives each paragraph as its blocks: stretches that no sentence crosses. A paragraph is one block
 * unless some of its lines are list items or headings; other line breaks in it count as spaces. Offsets are UTF-16.
 */
export function findParagraphs(text: string): readonly (readonly CharSpan[])[] {
  const paragraphs: (readonly CharSpan[])[] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(blocksOf(open));
    open = [];
  };
  for (const line of linesOf(text)) {
    if (line.text === '') close();
    else open.push(line);
  }
  close();
  return paragraphs;
}
