import { hashString, mix } from './hash.ts';
import type { LexiconEntry } from './tagger-lexicon.ts';

/** Hashes of everything the tagger looks at in one word. */
export interface WordFeatures {
  readonly form: number;
  readonly lower: number;
  readonly shape: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix1: number;
  readonly prefix2: number;
  readonly prefix3: number;
  /** Which tags the training data gives the word. */
  readonly ambiguity: number;
  /** The word can be a finite verb. */
  readonly finite: boolean;
}

/** How a sentence is capitalised: as usual, all capitals, Title Case, or without any capital. */
export type Casing = 0 | 1 | 2 | 3;

/** At most as many features as `staticFeatures` and `dynamicFeatures` together write. */
export const MAX_FEATURES = 48;

const CURLY: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['‑', '-'],
]);

/** Straightens quotes; offsets stay those of the text because only the copy for the tagger changes. */
export const straighten = (form: string): string => form.replace(/[’‘“”„«»‑]/g, (char) => CURLY.get(char) ?? char);

/** Lower case, digits as `0`, quotes straight: the key of the lexicon. */
export const normalizeForm = (form: string): string =>
  straighten(form)
    .toLowerCase()
    .replace(/\p{Nd}/gu, '0');

/** "McDonald" → "XxXxx": runs longer than two are cut. */
export function wordShape(form: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const char of form.slice(0, 40)) {
    const lower = char.toLowerCase();
    const kind = /\p{Nd}/u.test(char) ? 'd' : lower !== char ? 'X' : char.toUpperCase() !== char ? 'x' : char;
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run < 3) shape += kind;
  }
  return shape;
}

/** @param entry what the lexicon says about the normalised form */
export function wordFeatures(form: string, entry: LexiconEntry): WordFeatures {
  const straight = straighten(form);
  const lower = normalizeForm(form);
  return {
    form: hashString(straight),
    lower: hashString(lower),
    shape: hashString(`shape ${wordShape(straight)}`),
    suffix1: hashString(lower.slice(-1)),
    suffix2: hashString(lower.slice(-2)),
    suffix3: hashString(lower.slice(-3)),
    suffix4: hashString(lower.slice(-4)),
    prefix1: hashString(`^${lower.slice(0, 1)}`),
    prefix2: hashString(`^${lower.slice(0, 2)}`),
    prefix3: hashString(`^${lower.slice(0, 3)}`),
    ambiguity: mix(entry.ambiguity + 1, 0x51ed27),
    finite: entry.ambiguity === 0 ? lower.endsWith('ed') : entry.finite,
  };
}

const edge = (seed: number): WordFeatures => ({
  form: seed,
  lower: seed + 1,
  shape: seed + 2,
  suffix1: seed + 3,
  suffix2: seed + 4,
  suffix3: seed + 5,
  suffix4: seed + 6,
  prefix1: seed + 7,
  prefix2: seed + 8,
  prefix3: seed + 9,
  ambiguity: seed + 10,
  finite: false,
});
const BEFORE = edge(1);
const AFTER = edge(21);

const isCapital = (code: number): boolean =>
  code < 128 ? code >= 65 && code <= 90 : String.fromCodePoint(code).toLowerCase() !== String.fromCodePoint(code);
const isSmall = (code: number): boolean =>
  code < 128 ? code >= 97 && code <= 122 : String.fromCodePoint(code).toUpperCase() !== String.fromCodePoint(code);

/**
 * Casing of a sentence of more than a few letters.
 * @param small words that say nothing about it
 */
export function casingOf(forms: readonly string[], small?: ReadonlySet<string>): Casing {
  let upper = 0;
  let lower = 0;
  let words = 0;
  let capitalised = 0;
  for (const form of forms) {
    for (let i = 0; i < form.length; ) {
      const code = form.codePointAt(i) as number; // i is inside
      if (isCapital(code)) upper++;
      else if (isSmall(code)) lower++;
      i += code > 0xffff ? 2 : 1;
    }
    if (form.length < 4 || form.toLowerCase() === form.toUpperCase() || small?.has(form)) continue;
    words++;
    if (isCapital(form.charCodeAt(0))) capitalised++;
  }
  if (upper > 5 && lower * 4 < upper) return 1;
  if (words >= 4 && capitalised >= words * 0.85) return 2;
  return upper === 0 && words >= 4 ? 3 : 0;
}

/**
 * Writes the features of word `i` that do not depend on earlier tags into `out` and returns their number.
 * @param words features of the words of one sentence
 */
export function staticFeatures(words: readonly WordFeatures[], i: number, casing: Casing, out: Int32Array): number {
  const before2 = words[i - 2] ?? BEFORE;
  const before = words[i - 1] ?? BEFORE;
  const word = words[i] ?? AFTER;
  const after = words[i + 1] ?? AFTER;
  const after2 = words[i + 2] ?? AFTER;
  const style = casing * 7919;
  let n = 0;
  out[n++] = mix(word.form + style, 1);
  out[n++] = mix(word.lower, 2);
  out[n++] = mix(word.suffix1, 3);
  out[n++] = mix(word.suffix2, 4);
  out[n++] = mix(word.suffix3, 5);
  out[n++] = mix(word.suffix4, 6);
  out[n++] = mix(word.prefix1, 7);
  out[n++] = mix(word.prefix2, 8);
  out[n++] = mix(word.prefix3, 9);
  out[n++] = mix(word.shape + style + (i === 0 ? 31 : 0), 10);
  out[n++] = mix(before.lower, 11);
  out[n++] = mix(before2.lower, 12);
  out[n++] = mix(after.lower, 13);
  out[n++] = mix(after2.lower, 14);
  out[n++] = mix(mix(before.lower, 77) ^ word.lower, 15);
  out[n++] = mix(mix(word.lower, 78) ^ after.lower, 16);
  out[n++] = mix(before.suffix3, 17);
  out[n++] = mix(after.suffix3, 18);
  out[n++] = mix(after.suffix2, 19);
  out[n++] = mix(before.shape + style, 20);
  out[n++] = mix(after.shape + style, 21);
  out[n++] = mix(mix(before.shape, 5) ^ mix(word.shape + style, 6) ^ after.shape, 22);
  out[n++] = mix(after.ambiguity, 23);
  out[n++] = mix(mix(after.ambiguity, 9) ^ word.lower, 24);
  out[n++] = mix(after2.ambiguity ^ mix(after.ambiguity, 3), 25);
  out[n++] = mix(word.ambiguity, 26);
  out[n++] = mix(mix(word.ambiguity, 4) ^ after.ambiguity, 27);
  out[n++] = mix(mix(word.suffix3, 4) ^ after.ambiguity, 28);
  out[n++] = mix(mix(before.lower, 41) ^ mix(after.lower, 42), 29);
  return n;
}

/**
 * Adds the features that depend on the two tags before (-1 at the start of the sentence) and on the clause (`withAhead`) behind the
 * first `n` and returns the total.
 */
export function dynamicFeatures(
  words: readonly WordFeatures[],
  i: number,
  tag1: number,
  tag2: number,
  clause: number,
  out: Int32Array,
  n: number,
): number {
  const word = words[i] ?? AFTER;
  const after = words[i + 1] ?? AFTER;
  const one = tag1 + 1;
  const two = one * 131 + tag2 + 1;
  const last = Math.imul(one, 65599);
  const both = Math.imul(two, 65599);
  let k = n;
  out[k++] = mix(one, 30);
  out[k++] = mix(two, 31);
  out[k++] = mix(word.lower ^ last, 32);
  out[k++] = mix(word.suffix3 ^ last, 33);
  out[k++] = mix(word.lower ^ both, 34);
  out[k++] = mix(word.ambiguity ^ last, 35);
  out[k++] = mix(after.lower ^ last, 36);
  out[k++] = mix(after.ambiguity ^ mix(word.ambiguity, 3) ^ last, 37);
  out[k++] = mix(word.shape ^ last, 38);
  out[k++] = mix(word.ambiguity ^ both, 39);
  const state = Math.imul(clause + 1, 40503);
  out[k++] = mix(word.ambiguity ^ state, 50);
  out[k++] = mix(word.suffix2 ^ state, 51);
  out[k++] = mix(word.suffix2 ^ state ^ mix(after.ambiguity, 7), 55);
  return k;
}
