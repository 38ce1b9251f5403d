import { toIrregularForm } from '../knowledge/gazetteer.ts';
import type { IrregularForm } from '../knowledge/knowledge.ts';
import { parseTsv } from '../knowledge/tsv.ts';
import { createLemmatizer, lemmaKey } from '../language/lemmatize.ts';
import { straighten } from '../language/tagger-features.ts';
import type { GoldWord } from './conllu.ts';

export interface LemmaException {
  readonly form: string;
  readonly upos: string;
  readonly lemma: string;
}

/** Line of `lemmas.tsv` after which everything is derived. */
export const DERIVED_MARK = '# from the treebanks';

const INFLECTED: ReadonlyMap<string, RegExp> = new Map([
  ['VERB', /^VB[DNGZ]$/],
  ['NOUN', /^NNS$/],
  ['ADJ', /^JJ[RS]$/],
  ['ADV', /^RB[RS]$/],
]);

const BASE: ReadonlyMap<string, RegExp> = new Map([
  ['VERB', /^VBP?$/],
  ['NOUN', /^NN$/],
  ['ADJ', /^JJ$/],
  ['ADV', /^RB$/],
]);

/** Misspelt and abbreviated forms teach nothing: form and lemma must look like words and share their beginning. */
const isWord = (text: string): boolean => /^\p{Ll}[\p{Ll}-]+$/u.test(text);

function plausible(form: string, lemma: string): boolean {
  return (
    form !== lemma &&
    isWord(form) &&
    isWord(lemma) &&
    form.slice(0, 2) === lemma.slice(0, 2) &&
    lemma.length <= form.length + 2
  );
}

/** Spellings of one word that the treebanks unify ("organise", "organize") stay as they are written. */
const sameSpelling = (form: string, lemma: string): boolean =>
  form.startsWith(lemma.slice(0, Math.max(2, lemma.length - 2)));

/**
 * Inflected forms whose commonest lemma in the treebanks differs from what rules and hand-made exceptions give, seen at least
 * `least` times so.
 */
export function deriveLemmas(
  words: Iterable<GoldWord>,
  byHand: readonly IrregularForm[],
  least = 2,
): readonly LemmaException[] {
  const lemmatizer = createLemmatizer(byHand);
  const listed = new Set(byHand.map(([form, upos]) => lemmaKey(form, upos)));
  const seen = new Map<string, Map<string, number>>();
  // A lemma that nobody uses as a word ("rang" for "ranged") is a slip of the treebank.
  const bases = new Set<string>();
  for (const word of words) {
    if (BASE.get(word.upos)?.test(word.xpos)) bases.add(lemmaKey(word.form.toLowerCase(), word.upos));
    if (!INFLECTED.get(word.upos)?.test(word.xpos)) continue;
    const form = straighten(word.form).toLowerCase();
    const key = `${lemmaKey(form, word.upos)}\t${word.xpos}`;
    const lemmas = seen.get(key) ?? new Map<string, number>();
    const lemma = word.lemma.toLowerCase();
    seen.set(key, lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1));
  }
  const found = new Map<string, LemmaException>();
  for (const [key, lemmas] of seen) {
    const [form = '', upos = '', xpos = ''] = key.split('\t');
    const [[lemma, count] = ['', 0]] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const known = listed.has(lemmaKey(form, upos));
    if (known || count < least || lemmatizer.lemma(form, upos, xpos) === lemma) continue;
    if (bases.has(lemmaKey(lemma, upos)) && plausible(form, lemma) && sameSpelling(form, lemma))
      found.set(lemmaKey(form, upos), { form, upos, lemma });
  }
  return [...found.values()].sort((a, b) => (lemmaKey(a.form, a.upos) < lemmaKey(b.form, b.upos) ? -1 : 1));
}

/** The hand-made part of `lemmas.tsv`. */
export function handMadePart(file: string): string {
  const mark = file.indexOf(`\n${DERIVED_MARK}`);
  return mark < 0 ? file : file.slice(0, mark + 1);
}

/** Puts the derived exceptions behind the hand-made part of the file. */
export function updateLemmaFile(file: string, words: Iterable<GoldWord>, source: string): string {
  const hand = handMadePart(file);
  const byHand = parseTsv(hand).rows.map((row) => toIrregularForm(row.cells));
  const derived = deriveLemmas(words, byHand);
  const rows = derived.map(({ form, upos, lemma }) => `${form}\t${upos}\t${lemma}`);
  return [hand.trimEnd(), `${DERIVED_MARK}: ${source}`, ...rows, ''].join('\n');
}
