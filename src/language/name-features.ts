import { NOWHERE } from '../base/nowhere.ts';
import { hashString, mix } from './hash.ts';
import { MAX_MARKS, type SentenceMarks } from './name-gazetteer.ts';
import { findShorts, findStretches, type Stretch } from './name-stretches.ts';
import { type Casing, casingOf, normalizeForm, straighten } from './tagger-features.ts';

/** Hashes of everything the name model looks at in one word. */
export interface NameWord {
  readonly form: number;
  readonly lower: number;
  readonly shape: number;
  /** `shape` with runs of letters as one. */
  readonly kind: number;
  readonly suffixes: readonly number[];
  readonly prefixes: readonly number[];
  /** Holds a capital letter. */
  readonly capital: boolean;
  /** Joins the words of a name: "of", "the", "for", "and", "&", a hyphen. */
  readonly link: boolean;
}

/** One sentence as the model reads it; all arrays are parallel to its tokens. */
export interface NameSentence {
  readonly words: readonly NameWord[];
  /** Hashes of the Penn tags. */
  readonly tags: Int32Array;
  readonly marks: SentenceMarks;
  readonly casing: Casing;
  /** Index of the stretch of capitalised words, joined by links, in which a token stands; -1 outside. */
  readonly runs: Int32Array;
  readonly stretches: readonly Stretch[];
  /** Index of the stretch that shortens a stretch, "(ABC)" behind it, or that it shortens; -1 for none. */
  readonly shorts: Int32Array;
}

/** At most as many features as `nameFeatures` writes. */
export const MAX_NAME_FEATURES = 60 + 9 * MAX_MARKS;

/** Most tokens between two stretches of a list: ", and". */
const LIST_GAP = 2;

const LINKS: ReadonlySet<string> = new Set([
  'of',
  'the',
  'for',
  'and',
  '&',
  '-',
  'de',
  'du',
  'von',
  'van',
  'bin',
  'al',
]);

function shapesOf(form: string): readonly [shape: string, kind: string] {
  let [shape, kind, last, run] = ['', '', '', 0];
  for (const char of form.slice(0, 40)) {
    const lower = char.toLowerCase();
    const now = /\p{Nd}/u.test(char) ? 'd' : lower !== char ? 'X' : char.toUpperCase() !== char ? 'x' : char;
    run = now === last ? run + 1 : 1;
    last = now;
    if (run < 4) shape += now;
    if (run === 1) kind += now;
  }
  return [shape, kind];
}

export function nameWord(form: string): NameWord {
  const straight = straighten(form);
  const lower = normalizeForm(form);
  const [shape, kind] = shapesOf(straight);
  const cuts = [1, 2, 3, 4];
  return {
    form: hashString(straight),
    lower: hashString(lower),
    shape: hashString(`shape ${shape}`),
    kind: hashString(`kind ${kind}`),
    suffixes: cuts.map((n) => hashString(`-${lower.slice(-n)}`)),
    prefixes: cuts.map((n) => hashString(`^${lower.slice(0, n)}`)),
    capital: form !== form.toLowerCase(),
    link: LINKS.has(lower),
  };
}

const edge = (seed: number): NameWord => ({
  form: seed,
  lower: seed + 1,
  shape: seed + 2,
  kind: seed + 3,
  suffixes: [4, 5, 6, 7].map((n) => seed + n),
  prefixes: [8, 9, 10, 11].map((n) => seed + n),
  capital: false,
  link: false,
});
const BEFORE = edge(1);
const AFTER = edge(31);

/**
 * @param words as `nameWord` gives them
 * @param tags hashes of the Penn tags
 */
export function nameSentence(
  forms: readonly string[],
  words: readonly NameWord[],
  tags: Int32Array,
  marks: SentenceMarks,
): NameSentence {
  const { runs, stretches } = findStretches(words);
  return { words, tags, marks, casing: casingOf(forms), runs, stretches, shorts: findShorts(forms, stretches) };
}

/** Writes the features of token `i` into `out` and returns their number. */
export function nameFeatures(sentence: NameSentence, i: number, out: Int32Array): number {
  const word = sentence.words[i] ?? AFTER;
  const shape = mix(word.shape, sentence.casing + 1);
  let n = wordFeatures(word, shape, i === 0, out);
  n = contextFeatures(sentence, i, shape, out, n);
  n = tagFeatures(sentence, i, out, n);
  n = stretchFeatures(sentence, i, out, n);
  return markFeatures(sentence, i, shape, out, n);
}

function wordFeatures(word: NameWord, shape: number, first: boolean, out: Int32Array): number {
  let n = 0;
  out[n++] = 1;
  out[n++] = mix(word.form, 1);
  out[n++] = mix(word.lower, 2);
  out[n++] = mix(shape, 3);
  out[n++] = mix(shape ^ (first ? 31 : 0), 4);
  for (let k = 0; k < 4; k++) {
    out[n++] = mix(word.suffixes[k] as number, 6);
    out[n++] = mix(word.prefixes[k] as number, 7);
  }
  return n;
}

/** The two words before and behind, alone and together with the word. */
function contextFeatures(
  { words, tags, casing }: NameSentence,
  i: number,
  shape: number,
  out: Int32Array,
  count: number,
): number {
  const word = words[i] ?? AFTER;
  const before2 = words[i - 2] ?? BEFORE;
  const before = words[i - 1] ?? BEFORE;
  const after = words[i + 1] ?? AFTER;
  const after2 = words[i + 2] ?? AFTER;
  const tag = tags[i] ?? 5;
  let n = count;
  out[n++] = mix(before.lower, 8);
  out[n++] = mix(after.lower, 9);
  out[n++] = mix(before2.lower, 10);
  out[n++] = mix(after2.lower, 11);
  out[n++] = mix(mix(before.lower, 77) ^ word.lower, 12);
  out[n++] = mix(mix(word.lower, 78) ^ after.lower, 13);
  out[n++] = mix(mix(before.lower, 41) ^ after.lower, 14);
  out[n++] = mix(mix(before.kind, 5) ^ mix(word.kind, 6) ^ after.kind ^ casing, 15);
  out[n++] = mix(mix(before.shape, 7) ^ shape, 16);
  out[n++] = mix(mix(after.shape, 7) ^ shape, 17);
  out[n++] = mix(mix(before2.lower, 3) ^ before.lower, 21);
  out[n++] = mix(mix(after2.lower, 3) ^ after.lower, 22);
  out[n++] = mix(before.lower ^ shape, 23);
  out[n++] = mix(after.lower ^ shape, 24);
  out[n++] = mix(before.lower ^ tag, 25);
  out[n++] = mix(after.lower ^ tag, 26);
  out[n++] = mix((before.suffixes[2] as number) ^ shape, 27);
  out[n++] = mix((after.suffixes[2] as number) ^ shape, 28);
  return n;
}

function tagFeatures({ tags }: NameSentence, i: number, out: Int32Array, count: number): number {
  const tag = tags[i] ?? 5;
  const before = tags[i - 1] ?? 3;
  const after = tags[i + 1] ?? 5;
  let n = count;
  out[n++] = mix(tag, 5);
  out[n++] = mix(mix(before, 5) ^ mix(tag, 6) ^ after, 18);
  out[n++] = mix(mix(before, 7) ^ tag, 19);
  out[n++] = mix(mix(after, 7) ^ tag, 20);
  return n;
}

/** What the whole stretch of capitalised words says: its first and last word, the words around it, the place of the token in it. */
function stretchFeatures(sentence: NameSentence, i: number, out: Int32Array, count: number): number {
  const { words, runs, stretches } = sentence;
  const stretch = stretches[runs[i] ?? NOWHERE];
  if (stretch === undefined) return count;
  const { start, end } = stretch;
  const first = words[start] ?? AFTER;
  const last = words[end - 1] ?? AFTER;
  const place = (i === start ? 1 : 0) + (i === end - 1 ? 2 : 0);
  const length = Math.min(6, end - start);
  let n = count;
  out[n++] = mix(last.lower, 40);
  out[n++] = mix(first.lower, 41);
  out[n++] = mix(mix(last.lower, 9) ^ place, 42);
  out[n++] = mix(mix(first.lower, 9) ^ place, 43);
  out[n++] = mix((words[start - 1] ?? BEFORE).lower, 44);
  out[n++] = mix((words[end] ?? AFTER).lower, 45);
  out[n++] = mix(length * 4 + place, 46);
  out[n++] = mix(last.suffixes[2] as number, 47);
  out[n++] = mix(mix((words[start - 1] ?? BEFORE).lower, 4) ^ (length * 4 + place), 48);
  out[n++] = mix(mix((words[end] ?? AFTER).lower, 4) ^ (length * 4 + place), 49);
  n = neighbourFeatures(sentence, runs[i] as number, place, out, n);
  const short = sentence.shorts[runs[i] as number] ?? -1;
  if (short >= 0) {
    const partner = stretches[short] as Stretch;
    out[n++] = mix(place + (partner.start > start ? 8 : 16), 54);
    out[n++] = mix(mix((words[partner.end - 1] ?? AFTER).lower, 3) ^ (partner.start > start ? 8 : 16), 55);
  }
  return n;
}

/** The stretches before and behind, where only a comma, a bracket or a link lies between: in lists one name is like the other. */
function neighbourFeatures(
  { words, stretches }: NameSentence,
  run: number,
  place: number,
  out: Int32Array,
  count: number,
): number {
  const stretch = stretches[run] as Stretch;
  const before = stretches[run - 1];
  const after = stretches[run + 1];
  let n = count;
  if (before !== undefined && stretch.start - before.end <= LIST_GAP) {
    const between = (words[stretch.start - 1] ?? BEFORE).lower;
    out[n++] = mix(mix((words[before.end - 1] ?? BEFORE).lower, 5) ^ between, 50);
    out[n++] = mix(mix((words[before.end - 1] ?? BEFORE).shape, 6) ^ mix(between, 2) ^ place, 51);
  }
  if (after !== undefined && after.start - stretch.end <= LIST_GAP) {
    const between = (words[stretch.end] ?? AFTER).lower;
    out[n++] = mix(mix((words[after.end - 1] ?? AFTER).lower, 5) ^ between, 52);
    out[n++] = mix(mix((words[after.end - 1] ?? AFTER).shape, 6) ^ mix(between, 2) ^ place, 53);
  }
  return n;
}

function markFeatures(
  { words, tags, marks }: NameSentence,
  i: number,
  shape: number,
  out: Int32Array,
  count: number,
): number {
  const { counts, values } = marks;
  const before = (words[i - 1] ?? BEFORE).lower;
  let n = count;
  let all = 7;
  const own = counts[i] as number;
  for (let k = 0; k < own; k++) {
    const mark = mix((values[i * MAX_MARKS + k] as number) + 1, 501);
    all = (all + mark) | 0;
    out[n++] = mix(mark, 60);
    out[n++] = mix(mark ^ shape, 61);
    out[n++] = mix(mark ^ (tags[i] as number), 62);
    out[n++] = mix(mark ^ mix(before, 3), 63);
  }
  out[n++] = mix(all, 64);
  for (const step of [-2, -1, 1, 2]) {
    const at = i + step;
    if (at < 0 || at >= words.length) continue;
    const there = counts[at] as number;
    for (let k = 0; k < there; k++) {
      out[n++] = mix(mix((values[at * MAX_MARKS + k] as number) + 1, 502), 70 + step);
    }
  }
  return n;
}
