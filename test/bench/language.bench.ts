/**
 * Measures the language layer on the treebanks of `SHARED/treebank`: `tsx test/bench/language.bench.ts --shared ../shared [--dev]`.
 * Sentences and tokens are found in raw text (rebuilt from SpaceAfter and newpar marks, document by document) and compared by their
 * characters; a tag counts for a gold word when a token of the same characters has it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLemmatizer, type Lemmatizer } from '../../src/language/lemmatize.ts';
import { loadParser, type Parser } from '../../src/language/parse.ts';
import { loadTagger, type Tagger } from '../../src/language/tag.ts';
import { compileResources } from '../../src/node.ts';
import { createExtractor, type Extractor } from '../../src/pipeline.ts';
import { toTitle, withForms } from '../../src/training/case-copies.ts';
import { type GoldSentence, parseConllu } from '../../src/training/conllu.ts';
import type { PageTask } from './language-page.ts';
import { measureChromium, measureNode, measureStart, tokensPerSecond, toTask } from './language-speed.ts';
import * as names from './names.bench.ts';
import { CORE_LABELS, countParses, labelF1, newCounts, type ParseCounts } from './parse-scores.ts';
import * as roles from './roles.bench.ts';
import { type GoldDocument, rebuildDocuments } from './treebank-text.ts';

interface Resources {
  /** The whole language layer, as the pipeline runs it. */
  readonly read: Extractor['read'];
  readonly tagger: Tagger;
  readonly parser: Parser;
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
}

function scoreRaw(documents: readonly GoldDocument[], resources: Resources): RawScores {
  const sentences = createF1();
  const tokens = createF1();
  let [words, upos, xpos, lemmas] = [0, 0, 0, 0];
  const tagged = documents.map(({ text }) => resources.read({ id: 'bench', title: '', text, language: 'en' }));
  documents.forEach((gold, d) => {
    const doc = tagged[d];
    if (doc === undefined) return;
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
  };
}

interface GoldScores {
  readonly counts: ParseCounts;
  readonly taggerUpos: string;
  /** With gold tags: what the rules alone get right, names left out, case folded. */
  readonly lemmas: string;
}

/** Gold tokens, predicted tags. */
function scoreGold(sentences: readonly GoldSentence[], { tagger, parser, lemmatizer }: Resources): GoldScores {
  const counts = newCounts();
  countParses(counts, sentences, parser, tagger);
  let [words, upos, common, lemmas] = [0, 0, 0, 0];
  for (const sentence of sentences) {
    tagger.tagSentence(sentence.words.map((word) => word.form)).forEach((found, i) => {
      const word = sentence.words[i];
      if (word === undefined) return;
      words++;
      if (found.upos === word.upos) upos++;
      if (word.upos === 'PROPN' || word.upos === 'X') return;
      common++;
      if (lemmatizer.lemma(word.form, word.upos, word.xpos) === word.lemma.toLowerCase()) lemmas++;
    });
  }
  return { counts, taggerUpos: percent(upos, words), lemmas: percent(lemmas, common) };
}

const inTitleCase = (sentences: readonly GoldSentence[]): readonly GoldSentence[] =>
  sentences.map((sentence) => withForms(sentence, toTitle));

const isNews = ({ document }: GoldSentence): boolean => /news/i.test(document);

function scoreTreebank(sentences: readonly GoldSentence[], resources: Resources): Record<string, string | number> {
  const raw = scoreRaw(rebuildDocuments(sentences), resources);
  const { counts, taggerUpos, lemmas } = scoreGold(sentences, resources);
  const title = scoreGold(inTitleCase(sentences), resources).counts;
  const news = scoreGold(inTitleCase(sentences.filter(isNews)), resources).counts;
  return {
    'sentence F1': raw.sentences,
    'token F1': raw.tokens,
    UPOS: raw.upos,
    XPOS: raw.xpos,
    lemma: raw.lemmas,
    'gold tokens: UPOS, tagger': taggerUpos,
    'gold tokens: UPOS, parser': percent(counts.upos, counts.words),
    'gold tokens: XPOS, parser': percent(counts.xpos, counts.words),
    'gold tokens: UAS': percent(counts.heads, counts.words),
    'gold tokens: LAS': percent(counts.labelled, counts.words),
    'gold tags: lemma, no names': lemmas,
    'Title Case: UPOS': percent(title.upos, title.words),
    'Title Case: UPOS, news': percent(news.upos, news.words),
  };
}

/** Prints the table for the test parts (or, to tune on, the development parts), then speed, names and roles. */
export async function run(shared: string, part: 'test' | 'dev' = 'test'): Promise<void> {
  const files = ['ewt', 'gum'].map((name) => ({ name, path: join(shared, 'treebank', `${name}-${part}.conllu`) }));
  const missing = files.filter(({ path }) => !existsSync(path));
  if (missing.length > 0) {
    const paths = missing.map(({ path }) => path).join(', ');
    throw new Error(`The language benchmark needs ${paths}. Give the folder that holds treebank/ with --shared DIR.`);
  }
  const compiled = (await compileResources()).resources;
  const { knowledge, models } = compiled;
  const resources: Resources = {
    read: createExtractor(compiled).read,
    tagger: loadTagger(models.tagger.weights, models.tagger.manifest),
    parser: loadParser(models.parser.weights, models.parser.manifest),
    lemmatizer: createLemmatizer(knowledge.lemmas),
  };
  const treebanks = files.map(({ name, path }) => ({ name, sentences: parseConllu(readFileSync(path, 'utf8')) }));
  const rows = treebanks.map(({ name, sentences }) => [`${name}-${part}`, scoreTreebank(sentences, resources)]);
  console.log(renderTable(Object.fromEntries(rows)));
  const both = newCounts();
  for (const { sentences } of treebanks) countParses(both, sentences, resources.parser, resources.tagger);
  console.log(`F1 on both: ${CORE_LABELS.map((label) => `${label} ${labelF1(both, label)}`).join(', ')}`);
  const texts = treebanks.flatMap(({ sentences }) => rebuildDocuments(sentences).map(({ text }) => text));
  await printSpeed(toTask(compiled, texts));
  for (const part of [names, roles]) await part.run(shared);
}

async function printSpeed(task: PageTask): Promise<void> {
  const [wasm, js] = [measureNode(task, 'wasm'), measureNode({ ...task, texts: task.texts.slice(0, 40) }, 'js')];
  console.log(`text to tree, tokens/s on one core: Node ${tokensPerSecond(wasm)}, plain JS ${tokensPerSecond(js)}`);
  const chromium = await measureChromium(task);
  console.log(`the same in a page of Chromium: ${tokensPerSecond(chromium)} (kernel ${chromium.kernel})`);
  console.log(`from import to the first tree in Node: ${Math.round(await measureStart())} ms`);
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
