/**
 * Measures the language layer on the treebanks of `SHARED/treebank`: `tsx test/bench/language.bench.ts --shared ../shared [--dev]`.
 * Sentences and tokens are found in raw text (rebuilt from SpaceAfter and newpar marks, document by document) and compared by their
 * characters; a tag counts for a gold word when a token of the same characters has it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lemmatizer } from '../../src/language/lemmatize.ts';
import { type Tagger, tag } from '../../src/language/tag.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { toTitle, withForms } from '../../src/training/case-copies.ts';
import { type GoldSentence, parseConllu } from '../../src/training/conllu.ts';
import { abbreviations, lemmatizer, shippedTagger, toArticle } from '../language/resources.ts';
import { type GoldDocument, rebuildDocuments } from './treebank-text.ts';

interface Resources {
  readonly abbreviations: ReadonlySet<string>;
  readonly tagger: Tagger;
  readonly lemmatizer: Lemmatizer;
}

const percent = (right: number, total: number): string => ((100 * right) / Math.max(1, total)).toFixed(2);

/** Adds up hits, found and wanted spans. */
function createF1() {
  let hits = 0;
  let found = 0;
  let wanted = 0;
  return {
    add(predicted: ReadonlySet<string>, gold: ReadonlySet<string>) {
      for (const span of predicted) if (gold.has(span)) hits++;
      found += predicted.size;
      wanted += gold.size;
    },
    value: () => percent(2 * hits, found + wanted),
  };
}

interface RawScores {
  readonly sentences: string;
  readonly tokens: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemmas: string;
  readonly speed: number;
}

function scoreRaw(documents: readonly GoldDocument[], resources: Resources): RawScores {
  const sentences = createF1();
  const tokens = createF1();
  let [words, upos, xpos, lemmas, made] = [0, 0, 0, 0, 0];
  const began = performance.now();
  const tagged = documents.map(({ text }) =>
    tag(tokenize(toArticle(text), resources.abbreviations), resources.tagger, resources.lemmatizer),
  );
  const seconds = (performance.now() - began) / 1000;
  documents.forEach((gold, d) => {
    const doc = tagged[d];
    if (doc === undefined) return;
    made += doc.tokens.length;
    const key = (start: number, end: number): string => `${start}:${end}`;
    const ends = doc.sentences.map(({ start, end }) =>
      key(doc.tokens[start]?.start ?? 0, doc.tokens[end - 1]?.end ?? 0),
    );
    sentences.add(new Set(ends), new Set(gold.sentences.map(({ start, end }) => key(start, end))));
    const byPlace = new Map(doc.tokens.map((token, i) => [key(token.start, token.end), doc.morphology[i]]));
    tokens.add(new Set(byPlace.keys()), new Set(gold.words.map(({ start, end }) => key(start, end))));
    for (const word of gold.words) {
      words++;
      const found = byPlace.get(key(word.start, word.end));
      if (found?.upos === word.upos) upos++;
      if (found?.xpos === word.xpos) xpos++;
      if (found?.lemma.toLowerCase() === word.lemma.toLowerCase()) lemmas++;
    }
  });
  return {
    sentences: sentences.value(),
    tokens: tokens.value(),
    upos: percent(upos, words),
    xpos: percent(xpos, words),
    lemmas: percent(lemmas, words),
    speed: Math.round(made / seconds),
  };
}

interface TagScores {
  readonly upos: string;
  readonly xpos: string;
  /** With gold tags: what the rules alone get right, names left out, case folded. */
  readonly lemmas: string;
}

function scoreTags(sentences: readonly GoldSentence[], { tagger, lemmatizer }: Resources): TagScores {
  let [words, upos, xpos, common, lemmas] = [0, 0, 0, 0, 0];
  for (const sentence of sentences) {
    tagger.tagSentence(sentence.words.map((word) => word.form)).forEach((found, i) => {
      const word = sentence.words[i];
      if (word === undefined) return;
      words++;
      if (found.upos === word.upos) upos++;
      if (found.xpos === word.xpos) xpos++;
      if (word.upos === 'PROPN' || word.upos === 'X') return;
      common++;
      if (lemmatizer.lemma(word.form, word.upos, word.xpos) === word.lemma.toLowerCase()) lemmas++;
    });
  }
  return { upos: percent(upos, words), xpos: percent(xpos, words), lemmas: percent(lemmas, common) };
}

/** Prints the table for the test parts (or, to tune on, the development parts). */
export async function run(shared: string, part: 'test' | 'dev' = 'test'): Promise<void> {
  const files = ['ewt', 'gum'].map((name) => ({ name, path: join(shared, 'treebank', `${name}-${part}.conllu`) }));
  const missing = files.filter(({ path }) => !existsSync(path));
  if (missing.length > 0) {
    const paths = missing.map(({ path }) => path).join(', ');
    throw new Error(`The language benchmark needs ${paths}. Give the folder that holds treebank/ with --shared DIR.`);
  }
  const resources = { abbreviations, tagger: shippedTagger(), lemmatizer };
  scoreRaw(rebuildDocuments(parseConllu(readFileSync(files[0]?.path ?? '', 'utf8'))).slice(0, 20), resources); // warm up
  const rows: Record<string, Record<string, string | number>> = {};
  for (const { name, path } of files) {
    const sentences = parseConllu(readFileSync(path, 'utf8'));
    const raw = scoreRaw(rebuildDocuments(sentences), resources);
    const gold = scoreTags(sentences, resources);
    const title = scoreTags(
      sentences.map((sentence) => withForms(sentence, toTitle)),
      resources,
    );
    rows[`${name}-${part}`] = {
      'sentence F1': raw.sentences,
      'token F1': raw.tokens,
      UPOS: raw.upos,
      XPOS: raw.xpos,
      lemma: raw.lemmas,
      'UPOS (gold tokens)': gold.upos,
      'XPOS (gold tokens)': gold.xpos,
      'lemma (gold tags, no names)': gold.lemmas,
      'UPOS (Title Case)': title.upos,
      'tokens/s': raw.speed,
    };
  }
  console.log(renderTable(rows));
}

/** One line a measure, one column a treebank. */
function renderTable(rows: Readonly<Record<string, Readonly<Record<string, string | number>>>>): string {
  const names = Object.keys(rows);
  const measures = Object.keys(rows[names[0] ?? ''] ?? {});
  const line = (first: string, cells: readonly (string | number)[]): string =>
    first.padEnd(30) + cells.map((cell) => String(cell).padStart(10)).join('');
  const body = measures.map((measure) =>
    line(
      measure,
      names.map((name) => rows[name]?.[measure] ?? ''),
    ),
  );
  return [line('', names), ...body].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--shared');
  const shared = at < 0 ? '../shared' : (process.argv[at + 1] ?? '../shared');
  run(shared, process.argv.includes('--dev') ? 'dev' : 'test').catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
