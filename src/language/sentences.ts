import type { CharSpan } from '../model/span.ts';
import { abbreviationKind, isAcronym, opensNumber } from './abbreviations.ts';

const CLOSERS = '"\'”’)]»';
const OPENERS = '"\'“‘([«';
const STOPS = '.!?…';
/** Looked at after a stop to see what follows. */
const WINDOW = 60;
/** Words that begin sentences far more often than they follow an abbreviation in the middle of one. */
const STARTER =
  /^(?:The|A|An|In|On|At|He|She|It|They|We|I|But|And|This|That|These|Those|However|Meanwhile|According|For|As|If|When|While|After|Before|With|There|Then|His|Her|Its|Their|Our|My|You|Not|No|So|Some|Many|Most|What|Who|Why|How|Such|Both|Since|Although|Despite|During|Under|Earlier|Later|Now|Also|To|By|From|Yet|Still|Another|All|Or|Last|More|Nor|One|Two|Do|Did|Is|Are|Was|Were)(?![\p{L}\p{N}'’.-])/u;
/** "[3]" after a stop: the source of the sentence before it. */
const CITATIONS = /^(?:\s?\[\d{1,3}\]){1,6}(?=\s|$)/;
/** A question or exclamation in quotes goes on when its speaker follows: “Why?” Amini asked. */
const SPEAKER =
  /^(?:[\p{Lu}][\p{L}'’-]* ){1,4}(?:said|says|asked|asks|added|wondered|replied|cried|shouted|exclaimed|wrote|told|demanded)(?!\p{L})/u;

/** "(e.g. The …": always followed by what it introduces. */
const INTRODUCES = /^(?:e\.g|i\.e)$/i;
/** A writer who begins sentences without a capital: the sentence so far does, or the next one with "i". */
const WITHOUT_CAPITALS = /^\p{Ll}/u;

const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/.test(char);

function skip(text: string, at: number, end: number, chars: string): number {
  let i = at;
  while (i < end && chars.includes(text.charAt(i))) i++;
  return i;
}

function skipSpace(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isSpace(text[i])) i++;
  return i;
}

/** The word that stands before `stop`, cut at `WINDOW` characters. */
function wordBefore(text: string, stop: number, from: number): string {
  let start = stop;
  while (start > from && stop - start < WINDOW && !/[\s("“‘[—–/]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, stop);
}

/** True when the single stop after `word` belongs to the word and the sentence goes on with `next`. */
function stopBelongsToWord(word: string, next: string, initial: boolean, abbreviations: ReadonlySet<string>): boolean {
  const follows = next.replace(/^["'“‘([]+/, '');
  const starts = STARTER.test(follows);
  if (/^\p{Lu}$/u.test(word)) return word === 'I' ? /^\p{Lu}\. /u.test(follows) : !starts;
  if (initial && /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[IVX]{1,4})$/.test(word)) return true;
  const last = word.slice(word.lastIndexOf('-') + 1);
  if (isAcronym(last)) return !starts || INTRODUCES.test(last) || (initial && last.toUpperCase() === 'P.S');
  const kind = abbreviationKind(last, abbreviations);
  if (kind === 'plain') return !starts && last.toLowerCase() !== 'etc';
  return kind === 'before-name' || (kind === 'before-number' && opensNumber(follows));
}

/** A stop without a space after it: only the join that bad extraction leaves ("…the talks.The minister…"). */
function isGluedStop(text: string, stop: number): boolean {
  return /^[\p{Ll}]{3}\.\p{Lu}\p{Ll}{1,}(?:[ ,]|$)/u.test(text.slice(stop - 3, stop + 16)) && text.charAt(stop) === '.';
}

/** ". . .", ". )": marks with blanks between them on one line. */
const isTornMark = (space: string, next: string): boolean => !space.includes('\n') && /^[.?!)\]]/.test(next);

interface Stop {
  readonly at: number;
  /** First character after the run of stops. */
  readonly runEnd: number;
  /** First character after the closing quotes and brackets. */
  readonly close: number;
}

/** "they left early. we stayed": a stop before a small letter, where nobody writes capitals. */
function goesOnSmall(
  text: string,
  { at, runEnd }: Stop,
  start: number,
  next: string,
  abbreviations: ReadonlySet<string>,
): boolean {
  if (text.charAt(at) === '…' || (runEnd > at + 1 && text.charAt(at) === '.')) return false;
  if (!WITHOUT_CAPITALS.test(text.slice(start, start + 2)) && !/^(?:i|https?:\/\/\S*|www\.\S*)(?![\p{L}.])/u.test(next))
    return false;
  const word = wordBefore(text, at, start);
  return !isAcronym(word) && abbreviationKind(word, abbreviations) === undefined && !/^\p{L}$/u.test(word);
}

function endsSentence(
  text: string,
  stop: Stop,
  start: number,
  end: number,
  abbreviations: ReadonlySet<string>,
): boolean {
  const { at, runEnd, close } = stop;
  if (!isSpace(text[close])) return isGluedStop(text, at);
  const nextAt = skipSpace(text, close, end);
  const next = text.slice(nextAt, nextAt + WINDOW);
  if (next === '') return false;
  if (/^["'“‘([«]*\p{Ll}/u.test(next) && !(close === runEnd && goesOnSmall(text, stop, start, next, abbreviations)))
    return false;
  const spoken = runEnd > at + 1 || text.charAt(at) !== '.';
  if (
    /^[,;:]/.test(next) ||
    isTornMark(text.slice(close, nextAt), next) ||
    (spoken && /^\(\d{4}\)/.test(next)) ||
    ((!spoken || close > runEnd) && /^[–—-]/.test(next))
  )
    return false;
  if (spoken && close > runEnd) return !SPEAKER.test(next);
  if (spoken || close > runEnd) return true;
  const word = wordBefore(text, at, start);
  return !stopBelongsToWord(word, next, at - word.length === start, abbreviations);
}

/**
 * Sentences of one block, trimmed of white space, in order. A closing quote or bracket after the stop belongs to the sentence.
 * Linear in the length of the block.
 */
export function splitSentences(text: string, block: CharSpan, abbreviations: ReadonlySet<string>): readonly CharSpan[] {
  const sentences: CharSpan[] = [];
  let start = skipSpace(text, block.start, block.end);
  const push = (end: number): void => {
    let last = end;
    while (last > start && isSpace(text[last - 1])) last--;
    if (last > start) sentences.push({ start, end: last });
    start = skipSpace(text, end, block.end);
  };
  for (let i = start; i < block.end; i++) {
    if (!STOPS.includes(text.charAt(i))) continue;
    const runEnd = skip(text, i, block.end, STOPS);
    const quoted = skip(text, runEnd, block.end, CLOSERS);
    const close = quoted + (CITATIONS.exec(text.slice(quoted, Math.min(block.end, quoted + WINDOW)))?.[0].length ?? 0);
    if (close < block.end && endsSentence(text, { at: i, runEnd, close }, start, block.end, abbreviations)) push(close);
    i = runEnd - 1;
  }
  push(block.end);
  return sentences;
}

/** True when nothing but closing quotes and brackets stands between `at` and `end`. */
export const onlyClosers = (text: string, at: number, end: number): boolean => {
  const first = skipSpace(text, at, Math.min(end, at + WINDOW));
  return skip(text, first, Math.min(end, first + WINDOW), CLOSERS + OPENERS) >= end;
};
