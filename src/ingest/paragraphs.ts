import { collapseSpace } from './clean-text.ts';

/** Widths between which text can be hard-wrapped, in code units: narrower are lists and headlines, wider are paragraphs on one line. */
const NARROWEST_WRAP = 35;
const WIDEST_WRAP = 110;
/** How much room a line may leave before its break is taken as meant: long words make ragged ends. */
const RAGGED = 6;
const FINAL_STOP = /[.!?…:;]["'”’»)\]]*$/;

interface Line {
  readonly text: string;
  /** Width of the white space before the text; a tab counts four. */
  readonly indent: number;
}

/**
 * Text -> paragraphs, each one line without doubled blanks. Knows three layouts: blank lines between paragraphs, one paragraph a line,
 * and hard-wrapped lines with blank lines or indented first lines.
 */
export function splitParagraphs(text: string): string[] {
  const groups = groupLines(text);
  const width = wrapWidth(groups);
  const paragraphs: string[] = [];
  for (const group of groups) {
    let open = '';
    group.forEach((line, index) => {
      const previous = group[index - 1];
      if (previous && continues(previous, line, group, width)) open = joinWrapped(open, line.text, text);
      else {
        if (open) paragraphs.push(open);
        open = line.text;
      }
    });
    if (open) paragraphs.push(open);
  }
  return paragraphs;
}

/** Lines in groups, as blank lines part them. */
function groupLines(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const raw of text.split('\n')) {
    const line = collapseSpace(raw);
    if (line) group.push({ text: line, indent: indentOf(raw) });
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function indentOf(raw: string): number {
  const blanks = /^[^\S\n]*/.exec(raw)?.[0] ?? '';
  return blanks.length + 3 * (blanks.split('\t').length - 1);
}

/** The width to which the lines were wrapped, or undefined when they were not. */
function wrapWidth(groups: readonly (readonly Line[])[]): number | undefined {
  const broken = groups.flatMap((group) => group.slice(0, -1));
  const lengths = groups.flatMap((group) => group.map((line) => line.indent + line.text.length)).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)];
  if (broken.length === 0 || width === undefined || width < NARROWEST_WRAP || width > WIDEST_WRAP) return undefined;
  const nearEdge = broken.filter((line) => line.indent + line.text.length >= 0.75 * width).length;
  const midSentence = broken.filter((line) => !FINAL_STOP.test(line.text)).length;
  return nearEdge >= 0.5 * broken.length && midSentence >= 0.4 * broken.length ? width : undefined;
}

/** Whether `line` goes on with the paragraph of the line before it in the same group. */
function continues(previous: Line, line: Line, group: readonly Line[], width: number | undefined): boolean {
  const lowerCase = /^\p{Lowercase_Letter}/u.test(line.text);
  if (width === undefined) return lowerCase && !FINAL_STOP.test(previous.text);
  const margin = Math.min(...group.map((each) => each.indent));
  if (line.indent >= margin + 2 && previous.indent < line.indent && FINAL_STOP.test(previous.text)) return false;
  if (lowerCase) return true;
  const firstWord = line.text.indexOf(' ') < 0 ? line.text.length : line.text.indexOf(' ');
  return previous.indent + previous.text.length + 1 + firstWord > width - RAGGED;
}

/** How many letters of an ending may differ: "Azer-" + "baijani" is a word of a text that has "Azerbaijan". */
const ENDING = 3;

/** Joins a wrapped line; a word parted by a hyphen becomes one word when the text has it, or its stem, elsewhere without one. */
function joinWrapped(open: string, next: string, text: string): string {
  const parted = /(\p{Letter}{2,})-$/u.exec(open);
  if (!parted || !/^\p{Lowercase_Letter}/u.test(next)) return `${open} ${next}`;
  const rest = /^\p{Letter}+/u.exec(next)?.[0] ?? '';
  const stem = rest.slice(0, Math.max(ENDING, rest.length - ENDING));
  return text.includes(`${parted[1]}${stem}`) ? open.slice(0, -1) + next : open + next;
}
