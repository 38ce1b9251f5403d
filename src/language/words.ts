import type { CharSpan } from '../model/span.ts';
import { abbreviationKind, opensNumber } from './abbreviations.ts';
import { addressEnd, EXTENSION, TAG } from './addresses.ts';
import { cutClitics } from './clitics.ts';
import { matchAt, sticky } from './patterns.ts';
import { onlyClosers } from './sentences.ts';

// Every pattern either consumes what it looks at or looks at a bounded stretch, so that scanning is linear on any input.
const ACRONYM = sticky(String.raw`\p{L}(?:\.\p{L}){1,8}(?![\p{L}\p{N}])\.?`);
const DEGREE = sticky(String.raw`(?:Ph\.D|M\.Sc|B\.Sc|LL\.[BM])(?!\p{L})\.?`);
const ELISION = sticky(String.raw`['’](?:em|til|cause|\d\ds?)(?![\p{L}\p{N}])`);
const CLITIC = sticky("['’`´](?:s|re|ve|ll|d|m)(?![\\p{L}\\p{N}])");
const DATE = sticky(String.raw`\d{1,4}\/\d{1,2}(?:\/\d{2,4})?(?![\p{L}\p{N}/])`);
const PHONE = sticky(
  String.raw`(?:(?:(?:\d-)?\d{3}[-/])?\d{3}-\d{4}|\d-\d{4}|\d{5}-\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4})(?![\p{L}\p{N}-])`,
);
/** "+47", "+1-202-555": a dialling code, not a gain ("+3%"). */
const DIALLING = sticky(String.raw`\+\d{1,15}(?:-\d{1,12}){0,4}(?![\p{L}\p{N}%]|[.,]\d)`);
/** "the 1990's", "in his 20's"; but "the Group of 20's richest". */
const DECADE = sticky(String.raw`(?<!of )(?:1\d)?\d0['’]s(?!\p{L})`);
const SHORTHAND = sticky(String.raw`w\/(?:o(?:ut)?(?!\p{L}))?|b\/c(?!\p{L})`);
const NUMBER = sticky(String.raw`\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+)?|\d+(?:[.:]\d+)*|\.\d+`);
const LETTERS = sticky(String.raw`[\p{L}\p{M}\p{N}_\u00AD\u200C\u200D]+`);
const WORD = sticky(String.raw`[\p{L}\p{N}_][\p{L}\p{M}\p{N}_\u00AD\u200C\u200D]*(?:['’]\p{L}[\p{L}\p{M}]*)*`);
const AMPERSAND = sticky(String.raw`\p{Lu}{1,4}&\p{Lu}{1,3}(?![\p{L}\p{N}])`);
const RUN = sticky(
  String.raw`\.{1,2}[!?]+|\.{2,}|[-=]{2,}|\\{2,}|\/{2,}|\*\*+|__+|~~+|##+|\$\$+|\+\++|[!?]+(?:\.(?!\.))?|''|[‘’]’|‘‘|${'``'}|<<|>>`,
);
const SMILEY = sticky(String.raw`(?:[:;=]-?[)(DP]|\(:)(?![^\s.,!?)])`);
const EMOJI = sticky(
  String.raw`\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*)*`,
);
const ANY = sticky(String.raw`[^]\p{M}*`);
/** Tokens that begin with neither a letter nor a digit, in the order in which they are tried. */
const MARKS = [RUN, TAG, ELISION, CLITIC, SMILEY, DIALLING, EXTENSION, EMOJI];

/** Affixes that stay with their word; other hyphens are tokens (the convention of the treebanks). */
const PREFIXES = new Set(
  (
    'anti arch bi co counter cross cyber de e ex extra inter intra macro mega meta micro mid mini mis multi neo non over pan para ' +
    'post pre pro proto pseudo psycho re semi socio sub super trans tri ultra un uni'
  ).split(' '),
);
const SUFFIXES = new Set(['wise', 'esque', 'fold', 'ish']);
/**
 * Finite forms of verbs written with a hyphen ("test-fired"): cut in three, the first part would pass for the subject; and nouns whose last part
 * would pass for a preposition ("a sit-in by teachers").
 */
const HYPHENATED = new RegExp(
  `^(?:${[
    '(?:air|test)-fire[ds]',
    '(?:barrel|car|carpet|cluster|dive|fire|petrol|suicide)-bomb(?:ed|s)',
    'air-drop(?:ped|s)',
    'arm-twist(?:ed|s)',
    '(?:back|soft)-ped[ad]l(?:l?ed|s)',
    'bad-mouth(?:ed|s)',
    'baton-charge[ds]',
    'booby-trap(?:ped|s)',
    'cold-shoulder(?:ed|s)',
    'court-martial(?:l?ed|s)',
    'cross-examine[ds]',
    'double-cross(?:ed|es)',
    'fast-track(?:ed|s)',
    'force-fe(?:d|eds)',
    'frog-march(?:ed|es)',
    'gang-rape[ds]',
    'green-light(?:ed|s)',
    'horse-trade[ds]',
    'jump-start(?:ed|s)',
    'machine-gun(?:ned|s)',
    'press-gang(?:ed|s)',
    'rubber-stamp(?:ed|s)',
    'strip-search(?:ed|es)',
    'strong-arm(?:ed|s)',
    'tear-gas(?:sed|ses)',
    'tongue-lash(?:ed|es)',
    'war-game[ds]',
    '(?:break|die|lie|sit|stand)-ins?',
    '(?:pull|shoot|walk)-outs?',
  ].join('|')})$`,
  'i',
);
const ORDINAL = /^(?:st|nd|rd|th|s)$/i;
const UNIT =
  /^(?:[ap]m|k|m|bn?|mn|tn|km|kms|kmh|kph|mph|kg|g|mg|cm|mm|ft|lbs?|ha|hrs?|min|mins|mw|gw|kw|kwh|twh|mb|gb|tb|[kmg]?hz|bpd|pc|usd|eur)$/i;
/** "5G" is a network, "500 g" a weight. */
const NETWORK = /^[2-6]g$/i;

interface Scan {
  readonly text: string;
  readonly sentence: CharSpan;
  readonly abbreviations: ReadonlySet<string>;
  /** Next `@` at or after the position, so that e-mail is only tried where there can be one. */
  nextAt: number;
}

/** The next `@` is only searched for when the last one lies behind. */
function address(scan: Scan, at: number): number {
  const { text } = scan;
  if (scan.nextAt < at && scan.nextAt >= 0) scan.nextAt = text.indexOf('@', at);
  return addressEnd(text, at, scan.nextAt);
}

/** "10m", "20th", "7pm", "4G": where the first token of digits and letters ends. */
function number(text: string, at: number): number {
  const date = Math.max(matchAt(DATE, text, at), matchAt(PHONE, text, at), matchAt(DECADE, text, at));
  if (date > at) return date;
  const end = matchAt(NUMBER, text, at);
  if (end === at) return at;
  const letters = matchAt(LETTERS, text, end);
  const tail = text.slice(end, Math.min(letters, end + 8));
  if (letters === end || letters - end > 8) return end;
  if (UNIT.test(tail) && !ORDINAL.test(tail) && !NETWORK.test(text.slice(at, letters))) return end;
  return letters;
}

const isHyphen = (char: string): boolean => char === '-' || char === '\u2010' || char === '\u2011';

/** "UN-backed" is the United Nations, "un-American" is not. */
const isPrefix = (word: string): boolean =>
  PREFIXES.has(word.toLowerCase()) && (word.length < 2 || word.toUpperCase() !== word);

/** Joins "non-aligned", "Holocaust-esque", and "pre-" before a space. */
function withAffix(text: string, start: number, end: number): number {
  let from = start;
  let last = end;
  if (isHyphen(text.charAt(start - 1))) return end;
  while (isHyphen(text.charAt(last))) {
    const word = text.slice(from, Math.min(last, from + 20));
    const next = matchAt(WORD, text, last + 1);
    if (next === last + 1) {
      const cutOff = /^\p{L}+$/u.test(word) && (isPrefix(word) || last - start <= 2);
      return cutOff && /^\s/.test(text.charAt(last + 1)) ? last + 1 : last;
    }
    const whole = HYPHENATED.test(text.slice(from, Math.min(next, from + 24)));
    if (!whole && !isPrefix(word) && !SUFFIXES.has(text.slice(last + 1, Math.min(next, last + 9)).toLowerCase()))
      return last;
    from = last + 1;
    last = next;
  }
  return last;
}

/** One past the stop when the full stop at `end` belongs to the word before it. */
function withStop(scan: Scan, start: number, end: number): number {
  const { text, sentence, abbreviations } = scan;
  const ellipsis = text.startsWith('...', end);
  if (text.charAt(end) !== '.' || ellipsis || end - start > 12) return end;
  const word = text.slice(start, end);
  const last = onlyClosers(text, end + 1, sentence.end);
  const kind = abbreviationKind(word.slice(word.lastIndexOf('-') + 1), abbreviations);
  // The treebanks write "etc" and "." at the end of a sentence.
  if (kind === 'plain') return last && word.toLowerCase() === 'etc' ? end : end + 1;
  const next = text.slice(end + 1, end + 12);
  if (kind === 'before-name' && !last) return end + 1;
  if (kind === 'before-number' && opensNumber(next)) return end + 1;
  if (/^\p{Lu}$/u.test(word) && !last && (word !== 'I' || /^\s?\p{Lu}\./u.test(next))) return end + 1;
  return opensLine(text, start) && /^(?:\d{1,2}|[a-zA-Z])$/.test(word) && /^\s/.test(next) ? end + 1 : end;
}

/** Only blanks stand between the start of the line and `at`. */
function opensLine(text: string, at: number): boolean {
  let i = at;
  while (i > 0 && at - i < 20 && /[^\S\n]/.test(text.charAt(i - 1))) i--;
  return i === 0 || text.charAt(i - 1) === '\n';
}

/** Where the token that starts at `at` ends, and whether it is a word that may carry clitics. */
function scanToken(scan: Scan, at: number): { readonly end: number; readonly word: boolean } {
  const { text } = scan;
  const whole = (end: number) => ({ end, word: false });
  const code = text.charCodeAt(at);
  const plain = /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? code));
  if (!plain) {
    for (const pattern of MARKS) {
      if (!fits(pattern, text, at, scan.sentence.start)) continue;
      const end = matchAt(pattern, text, at);
      if (end > at) return whole(end);
    }
    const digits = text.charAt(at) === '.' ? matchAt(NUMBER, text, at) : at;
    return whole(digits > at ? digits : matchAt(ANY, text, at));
  }
  const fixed = address(scan, at);
  if (fixed > at) return whole(fixed);
  for (const pattern of [DEGREE, ACRONYM, AMPERSAND, SHORTHAND]) {
    const end = matchAt(pattern, text, at);
    if (end > at) return whole(end);
  }
  const digits = /\d/.test(text.charAt(at)) ? number(text, at) : at;
  if (digits > at) return whole(withStop(scan, at, digits));
  const word = matchAt(WORD, text, at);
  const joined = withAffix(text, at, word === at ? matchAt(ANY, text, at) : word);
  const end = withStop(scan, at, joined);
  return { end, word: end === joined };
}

/** A clitic sticks to what stands before it ("U.S.'s"); an elision ("'em", "'90s") and a smiley do not. */
function fits(pattern: RegExp, text: string, at: number, start: number): boolean {
  const before = at > start ? text.charAt(at - 1) : ' ';
  if (pattern === CLITIC) return !/\s/.test(before);
  if (pattern === DIALLING) return /[\s(]/.test(before);
  if (pattern === ELISION) return /[\s("“‘[–—-]/.test(before);
  return pattern !== SMILEY || /\s/.test(before);
}

/**
 * Words, numbers and marks of one sentence, in order; only white space lies between them.
 * @param sentence a stretch of `text`
 */
export function splitWords(text: string, sentence: CharSpan, abbreviations: ReadonlySet<string>): readonly CharSpan[] {
  const words: CharSpan[] = [];
  const scan: Scan = { text, sentence, abbreviations, nextAt: text.indexOf('@', sentence.start) };
  let at = sentence.start;
  while (at < sentence.end) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const token = scanToken(scan, at);
    const end = Math.min(Math.max(token.end, at + 1), sentence.end);
    if (token.word) for (const part of cutClitics(text, { start: at, end })) words.push(part);
    else words.push({ start: at, end });
    at = end;
  }
  return words;
}
