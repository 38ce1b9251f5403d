import { isAllCaps, namePieces, pieces } from '../base/fold-name.ts';
import { createNamesByFirst, type NamesByFirst } from '../base/names-by-first.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { createWordCache } from './word-cache.ts';

/** What lists say of a token: that it stands in a known name, or is a word with which names are made. */
export const MARKS = [
  'country',
  'adjective',
  'people',
  'city',
  'place',
  'organization',
  'group',
  'media',
  'person',
  'surname',
  'first-name',
  'title',
  'agent',
  'organization-word',
  'place-word',
] as const;
export type Mark = (typeof MARKS)[number];

/** Marks of common words hold in any case, those of names ask for a capital letter. */
const COMMON: ReadonlySet<Mark> = new Set<Mark>(['title', 'agent', 'organization-word', 'place-word']);
const bitOf = (mark: Mark): number => 1 << MARKS.indexOf(mark);
const ALL_BITS = (1 << MARKS.length) - 1;
const COMMON_BITS = [...COMMON].reduce((bits, mark) => bits | bitOf(mark), 0);

/** Most marks that one token keeps. */
export const MAX_MARKS = 10;

/** Marks of the tokens of a sentence: those of token `i` are `values[i * MAX_MARKS … + counts[i]]`; each is `4 * mark + part`. */
export interface SentenceMarks {
  readonly counts: Uint8Array;
  readonly values: Uint8Array;
}

/** Where a token stands in a matched name. */
const [FIRST, MIDDLE, END, ONLY] = [0, 1, 2, 3];

/**
 * Folded name, or the first pieces of one (0), -> bits of its marks, and shifted by `ACRONYM_SHIFT` those that hold only in capitals ("WHO" but
 * not "Who"). One flat map builds faster than a tree.
 */
type NameMap = Map<string, number>;
const ACRONYM_SHIFT = 15;

/** Known names and name words; built once, then only read. */
export interface NameGazetteer {
  mark(forms: readonly string[]): SentenceMarks;
}

/** The tokens [start, end) are as a whole a name that lists mark so. */
export function isListed({ counts, values }: SentenceMarks, start: number, end: number, mark: Mark): boolean {
  const wanted = 4 * MARKS.indexOf(mark);
  const has = (i: number, part: number): boolean =>
    values.subarray(i * MAX_MARKS, i * MAX_MARKS + (counts[i] ?? 0)).includes(wanted + part);
  return end - start === 1 ? has(start, ONLY) : has(start, FIRST) && has(end - 1, END);
}

/** A word with which at least this many names of the gazetteer end (or begin, before "of") makes names. */
const HEAD_COUNT = 4;
const ACRONYM_LENGTH = 5;

/** Names with what they are marked as. */
function* entries(knowledge: Knowledge): Generator<readonly [string, Mark]> {
  for (const c of knowledge.countries) {
    for (const name of [c.name, ...c.aliases, c.official ?? '']) yield [name, 'country'];
    for (const name of c.adjectives) yield [name, 'adjective'];
    for (const name of c.people) yield [name, 'people'];
    for (const name of c.capital?.split(/\s*\|\s*/) ?? []) yield [name, 'city'];
  }
  for (const p of knowledge.places) {
    for (const name of [p.name, ...p.aliases]) yield [name, p.kind === 'city' ? 'city' : 'place'];
  }
  for (const o of knowledge.organizations) {
    const mark: Mark = o.id.startsWith('group:') ? 'group' : o.id.startsWith('media:') ? 'media' : 'organization';
    for (const name of [o.name, ...o.aliases, o.acronym ?? '']) yield [name, mark];
  }
  yield* people(knowledge);
  for (const { title } of knowledge.titles) yield [title, 'title'];
  for (const { phrase, acts } of knowledge.agents) if (acts !== 'thing') yield [phrase, 'agent'];
  for (const word of headWords(knowledge.organizations)) yield [word, 'organization-word'];
  for (const word of headWords(knowledge.places)) yield [word, 'place-word'];
}

function* people(knowledge: Knowledge): Generator<readonly [string, Mark]> {
  for (const p of knowledge.people) {
    for (const name of [p.name, ...p.aliases]) {
      yield [name, /\s/.test(name.trim()) ? 'person' : 'surname'];
    }
    if (p.surname) yield [p.surname, 'surname'];
    const [first = '', ...rest] = namePieces(p.name);
    if (rest.length > 0 && first.length > 2 && first !== p.surname) yield [first, 'first-name'];
  }
}

/** Common last words of names, and common first words before "of" and "for": "Party", "Ministry". */
function headWords(records: readonly { readonly name: string }[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { name } of records) {
    const words = namePieces(name);
    if (words.length < 2) continue;
    const link = words.findIndex((word) => /^(?:of|for)$/i.test(word));
    for (const word of new Set([words.at(-1) ?? '', link > 0 ? (words[link - 1] ?? '') : ''])) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].filter(([word, count]) => count >= HEAD_COUNT && word.length > 2).map(([word]) => word);
}

function insert(names: NameMap, name: string, mark: Mark): void {
  const words = namePieces(name);
  if (words.length === 0 || name.length < 2) return;
  let key = '';
  for (let i = 0; i < words.length; i++) {
    key = i === 0 ? (words[i] as string).toLowerCase() : `${key} ${(words[i] as string).toLowerCase()}`;
    if (i < words.length - 1 && !names.has(key)) names.set(key, 0);
  }
  const only = words[0] ?? '';
  const acronym = words.length === 1 && only.length <= ACRONYM_LENGTH && isAllCaps(only);
  names.set(key, (names.get(key) ?? 0) | (acronym ? bitOf(mark) << ACRONYM_SHIFT : bitOf(mark)));
}

interface Form {
  readonly keys: readonly string[];
  readonly capital: boolean;
  readonly shouted: boolean;
}

const readForm = (form: string): Form => ({
  keys: pieces(form).map((piece) => piece.toLowerCase()),
  capital: form !== form.toLowerCase(),
  shouted: isAllCaps(form),
});

function createMarks(length: number) {
  const counts = new Uint8Array(length);
  const values = new Uint8Array(length * MAX_MARKS);
  const put = (i: number, value: number): void => {
    const count = counts[i] ?? 0;
    const at = i * MAX_MARKS;
    if (count === MAX_MARKS) return;
    for (let k = 0; k < count; k++) if (values[at + k] === value) return;
    values[at + count] = value;
    counts[i] = count + 1;
  };
  return {
    marks: { counts, values },
    /** Marks tokens [start, end). */
    cover(start: number, end: number, mark: number): void {
      for (let i = start; i < end; i++) {
        const part = end - start === 1 ? ONLY : i === start ? FIRST : i === end - 1 ? END : MIDDLE;
        put(i, 4 * mark + part);
      }
    },
  };
}

type Names = NamesByFirst<Mark, number>;

function indexNames(knowledge: Knowledge): Names {
  const names = createNamesByFirst<Mark, number>(insert);
  for (const [name, mark] of entries(knowledge)) names.add(name, mark);
  return names;
}

/** Writes the token behind the longest match of each mark from `start` into `ends` and returns the bits of the marks found. */
function longest(index: Names, forms: readonly Form[], start: number, ends: Int32Array): number {
  const names = index.from(forms[start]?.keys[0] ?? '');
  if (!names) return 0;
  let key = '';
  let bits = 0;
  let found = 0;
  let small = true;
  for (let i = start; i < forms.length; i++) {
    const form = forms[i] as Form;
    // A hyphen or stop between the words of a name has no pieces of its own.
    if (form.keys.length === 0) continue;
    for (const piece of form.keys) {
      key = key === '' ? piece : `${key} ${piece}`;
      const known = names.get(key);
      if (known === undefined) return found;
      bits = known;
    }
    small &&= !form.capital;
    const marks = (form.shouted ? bits | (bits >> ACRONYM_SHIFT) : bits) & (small ? COMMON_BITS : ALL_BITS);
    found |= marks;
    for (let m = 0; marks >> m !== 0; m++) if (marks & (1 << m)) ends[m] = i + 1;
  }
  return found;
}

/** Indexes some 15,000 names; the same for training and reading, or the model's features mean nothing. */
export function createNameGazetteer(knowledge: Knowledge): NameGazetteer {
  const names = indexNames(knowledge);
  const look = createWordCache(readForm);
  const ends = new Int32Array(MARKS.length);
  return {
    mark(texts) {
      const forms = texts.map(look);
      const { marks, cover } = createMarks(forms.length);
      for (let i = 0; i < forms.length; i++) {
        const found = longest(names, forms, i, ends);
        if (found === 0) continue;
        for (let m = 0; m < MARKS.length; m++) if (found & (1 << m)) cover(i, ends[m] as number, m);
      }
      return marks;
    },
  };
}
