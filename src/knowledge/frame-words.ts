import type { SlotName } from './knowledge.ts';

const PREPOSITIONS = new Set(
  (
    'about above across after against ahead along alongside amid among around as aside at away back before behind below beneath beside between ' +
    'beyond by despite down during for forward from in inside into near of off on onto out outside over past short through to together toward ' +
    'towards under until up upon via with within without apart'
  ).split(' '),
);

/** A word of a frame: alternatives of lemmas, a slot, or both (`B:{diplomat|envoy}`). */
export interface Word {
  readonly slot?: SlotName | 'DO' | 'DOING';
  readonly lemmas?: readonly string[] | undefined;
  readonly possessive: boolean;
  readonly optional: boolean;
  /** Its lemmas come from a word class. */
  readonly classed: boolean;
}

/** Name of a word class -> its lemmas. */
export type Classes = ReadonlyMap<string, readonly string[]>;

const COMPLEX = /(?:^|[ ])(?:A|B|C|L|X|DO|DOING)(?:$|[ :'])|^(?:[A-Z]+):/;

/** A frame that writes out to more than this is a mistake: seven pairs of braces already make 128. */
const MOST_FRAMES = 200;

/**
 * Writes out braces whose alternatives are more than single lemmas (`{with|between A and} B`), one text an alternative.
 * @returns the texts in the order of their alternatives, or a message when there are too many.
 */
export function writeOut(frame: string, pos: string): string[] | string {
  const done: string[] = [];
  const open = [frame];
  for (let text = open.shift(); text !== undefined; text = open.shift()) {
    const pieces = writeOutFirst(text, pos);
    if (pieces) open.unshift(...pieces);
    else done.push(text);
    if (done.length + open.length > MOST_FRAMES) return `braces make more than ${MOST_FRAMES} frames: write fewer`;
  }
  return done;
}

/** The texts that the first complex braces stand for; undefined when there are none. */
function writeOutFirst(text: string, pos: string): string[] | undefined {
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const alternatives = (match[1] ?? '').split('|').map((a) => a.trim());
    const qualifies = qualifiesNext(before, after, pos);
    // "{earmark|set aside}": several words are a verb with its particle, or a noun with a word before it, and are read as such.
    const complex = alternatives.filter((a) => qualifies || COMPLEX.test(a) || a.includes(' '));
    if (complex.length === 0) continue;
    const simple = alternatives.filter((a) => !complex.includes(a));
    const rest = simple.length > 1 ? [`{${simple.join('|')}}`] : simple;
    return [...complex, ...rest].map((piece) => `${before}${piece}${after}`);
  }
  return undefined;
}

/** `{financial|material} support`: braces that only qualify the fixed word behind them. The verb of a frame qualifies nothing. */
function qualifiesNext(before: string, after: string, pos: string): boolean {
  if (pos !== 'n' && !/(?:^|[ (])[a-z@{]/.test(before)) return false;
  if (before.endsWith(':')) return false;
  const next = /^ (\{[^}]*\}|[a-z@][\w-]*)/.exec(after)?.[1];
  const words = next?.replaceAll(/[{}]/g, '').split('|') ?? [];
  return words.length > 0 && !words.every((w) => PREPOSITIONS.has(w) || w === 'that' || COMPLEX.test(w));
}

/**
 * Splits at spaces outside braces; parentheses mark optional words.
 * @returns the words, or a message that says what is wrong.
 */
export function splitWords(text: string, classes: Classes): Word[] | string {
  const words: Word[] = [];
  let optional = false;
  const pieces = text
    .replaceAll('(', ' ( ')
    .replaceAll(')', ' ) ')
    .replaceAll(/\{[^}]*\}/g, (m) => m.replaceAll(' ', '_'));
  for (const piece of pieces.split(/\s+/).filter(Boolean)) {
    if (piece === '(' || piece === ')') {
      if (optional === (piece === '(')) return 'parentheses do not balance';
      optional = piece === '(';
      continue;
    }
    const word = readWord(piece, classes, optional);
    if (typeof word === 'string') return word;
    words.push(word);
  }
  return optional ? 'parentheses do not balance' : words;
}

const SLOT = /^(A|B|C|L|X|DO|DOING)$/;

function readWord(piece: string, classes: Classes, optional: boolean): Word | string {
  const possessive = /['’]s$/.test(piece);
  const [left = '', right, ...more] = piece.replace(/['’]s$/, '').split(':');
  const isSlot = SLOT.test(left);
  if ((right !== undefined && !isSlot) || more.length) return `"${piece}": only a slot (A, B, C, L, X) takes a colon`;
  if (!isSlot && /^[A-Z]+$/.test(left)) return `"${left}" is no slot: write A, B, C, L, X, DO or DOING`;
  const lemmaText = isSlot ? right : left;
  const lemmas = lemmaText === undefined ? undefined : readLemmas(lemmaText, classes);
  if (typeof lemmas === 'string') return lemmas;
  return {
    ...(isSlot ? { slot: left as SlotName } : {}),
    ...(lemmas ? { lemmas } : {}),
    possessive,
    optional,
    classed: lemmaText?.includes('@') ?? false,
  };
}

function readLemmas(text: string, classes: Classes): readonly string[] | string {
  const inner = /^\{(.*)\}$/.exec(text)?.[1] ?? text;
  if (/[{}]/.test(inner)) return `"${text}": braces do not balance`;
  const out: string[] = [];
  for (const part of inner.split('|')) {
    const members = part.startsWith('@') ? classes.get(part.slice(1)) : [part.replaceAll('_', ' ').toLowerCase()];
    if (!part.trim()) return `"${text}": an empty alternative`;
    if (!members) return `unknown word class "${part}"`;
    out.push(...members);
    // "asylum-seeker" of a class is also met as "asylum seeker".
    if (part.startsWith('@'))
      out.push(...members.filter((m) => /^[a-z]+-[a-z]+$/.test(m)).map((m) => m.replace('-', ' ')));
  }
  return out;
}

/** Whether the word is one preposition or several alternatives. */
export const isPreposition = (w: Word | undefined): w is Word & { readonly lemmas: readonly string[] } =>
  !!w && !w.slot && !!w.lemmas?.every((l) => PREPOSITIONS.has(l));
