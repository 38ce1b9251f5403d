/**
 * Measures the finder of names on the development sets of `SHARED`: exact spans of persons, organisations and places, counted once each.
 * Texts are tokenised and tagged as in the pipeline; the sets of single sentences say nothing of the agreement within documents.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.node.ts';
import { createNameGazetteer } from '../../src/language/name-gazetteer.ts';
import { findNames, loadNames, type NameFinder } from '../../src/language/names.ts';
import { type Tagger, tag } from '../../src/language/tag.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import type { NamedDocument, TaggedDocument } from '../../src/model/document.ts';
import { parseConllu } from '../../src/training/conllu.ts';
import { gumExample } from '../../src/training/gum-names.ts';
import { type NamedText, readNamedTexts } from '../../src/training/name-corpora.ts';
import { countNames, type KeyedSpan, type NameCounts, scoreExamples, toScore } from '../../src/training/score-names.ts';
import { lemmatizer, shippedTagger, toArticle } from '../language/resources.ts';
import { namesInPhrases, type Phrase, type WordLists } from './re3d-names.ts';

interface Tools {
  readonly tagger: Tagger;
  readonly finder: NameFinder;
  readonly abbreviations: ReadonlySet<string>;
  readonly lists: WordLists;
}

const DATA = new URL('../../data/', import.meta.url);

async function loadTools(): Promise<Tools> {
  const { knowledge } = await loadKnowledge(fileURLToPath(DATA));
  const weights = new Uint8Array(readFileSync(new URL('models/en/names.bin', DATA)));
  const manifest = JSON.parse(readFileSync(new URL('models/en/names.json', DATA), 'utf8'));
  return {
    tagger: shippedTagger(),
    finder: loadNames(weights, manifest, createNameGazetteer(knowledge)),
    abbreviations: new Set(knowledge.abbreviations),
    lists: wordLists(knowledge),
  };
}

function wordLists(knowledge: Knowledge): WordLists {
  const plain = (word: string): string => word.toLowerCase().replace(/\.$/, '');
  const titles = new Set(knowledge.titles.flatMap(({ title }) => title.split(/[ -]/).map(plain)));
  const nations = new Set(knowledge.countries.flatMap(({ adjectives, people }) => [...adjectives, ...people]));
  const countries = new Set(knowledge.countries.flatMap(({ name, aliases }) => [name, ...aliases]));
  return {
    isTitle: (form) => titles.has(plain(form)),
    isNation: (form) => nations.has(form),
    isCountry: (text) => countries.has(text),
  };
}

const tagText = (text: string, { tagger, abbreviations }: Tools): TaggedDocument =>
  tag(tokenize(toArticle(text), abbreviations), tagger, lemmatizer);

/** Names of a document, in characters. */
function spansOf(id: string, doc: NamedDocument): readonly KeyedSpan[] {
  return doc.names.map(({ start, end, kind }) => ({
    text: id,
    start: doc.tokens[start]?.start ?? 0,
    end: doc.tokens[end - 1]?.end ?? 0,
    kind,
  }));
}

function scoreTexts(texts: readonly NamedText[], tools: Tools): ReadonlyMap<string, NameCounts> {
  const found = texts.flatMap(({ id, text }) => spansOf(id, findNames(tagText(text, tools), tools.finder)));
  return countNames(
    found,
    texts.flatMap(({ id, names }) => names.map((name) => ({ text: id, ...name }))),
  );
}

/** re3d with its phrases cut down to names; see `namesInPhrases`. */
function scoreReportNames(texts: readonly NamedText[], tools: Tools): ReadonlyMap<string, NameCounts> {
  const found: KeyedSpan[] = [];
  const gold: KeyedSpan[] = [];
  for (const { id, text, names } of texts) {
    const doc = findNames(tagText(text, tools), tools.finder);
    const starts = new Map(doc.tokens.map((token, i) => [token.start, i]));
    const ends = new Map(doc.tokens.map((token, i) => [token.end, i + 1]));
    const phrases = names.flatMap(({ start, end, kind }): Phrase[] => {
      const [from, to] = [starts.get(start), ends.get(end)];
      return from === undefined || to === undefined ? [] : [{ start: from, end: to, kind }];
    });
    const wanted = namesInPhrases(doc, phrases, tools.lists);
    const own = (span: Phrase): boolean => wanted.names.some((n) => n.start === span.start && n.end === span.end);
    const inside = (span: Phrase): boolean => wanted.ignored.some((p) => p.start <= span.start && span.end <= p.end);
    for (const { start, end, kind } of doc.names) {
      if (own({ start, end, kind }) || !inside({ start, end, kind })) found.push({ text: id, start, end, kind });
    }
    for (const name of wanted.names) gold.push({ text: id, ...name });
  }
  return countNames(found, gold);
}

function scoreTreebank(path: string, { tagger, finder }: Tools): ReadonlyMap<string, NameCounts> {
  const examples = parseConllu(readFileSync(path, 'utf8')).map(gumExample);
  return scoreExamples(examples, (forms) => finder.namesOf(forms, tagger.tagSentence(forms)));
}

const percent = (share: number): string => (100 * share).toFixed(1);
function cell(counts: NameCounts | undefined): string {
  if (counts === undefined) return '';
  const { precision, recall, f1 } = toScore(counts);
  return `${percent(precision)}/${percent(recall)}/${percent(f1)}`;
}

const COLUMNS = ['person', 'organization', 'place', 'all', 'span'];
const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(36) + cells.map((text) => text.padStart(17)).join('');

/** Names only: the tags are given. */
function measureSpeed(texts: readonly NamedText[], tools: Tools): number {
  const docs = texts.map(({ text }) => tagText(text, tools));
  for (const doc of docs) findNames(doc, tools.finder);
  const began = performance.now();
  for (const doc of docs) findNames(doc, tools.finder);
  const seconds = (performance.now() - began) / 1000;
  return Math.round(docs.reduce((sum, doc) => sum + doc.tokens.length, 0) / seconds);
}

/** Prints precision/recall/F1 by kind and set, and tokens a second. */
export async function run(shared: string): Promise<void> {
  const file = (path: string): string => {
    const full = join(shared, path);
    if (!existsSync(full)) throw new Error(`The benchmark of names needs ${full}.`);
    return full;
  };
  const texts = (path: string): readonly NamedText[] => readNamedTexts(readFileSync(file(path), 'utf8'));
  const tools = await loadTools();
  const [politics, reports] = [texts('ner/crossner_politics_dev.jsonl'), texts('bench/re3d_dev.jsonl')];
  const rows: Readonly<Record<string, ReadonlyMap<string, NameCounts>>> = {
    'CrossNER politics dev': scoreTexts(politics, tools),
    're3d dev, names in the phrases': scoreReportNames(reports, tools),
    're3d dev, whole annotated phrases': scoreTexts(reports, tools),
    'CrossRE news dev': scoreTexts(texts('ner/crossre_news_dev.jsonl'), tools),
    'CrossRE politics dev': scoreTexts(texts('ner/crossre_politics_dev.jsonl'), tools),
    'GUM test (derived names)': scoreTreebank(file('treebank/gum-test.conllu'), tools),
  };
  console.log(row('P/R/F1', COLUMNS));
  for (const [name, counts] of Object.entries(rows)) {
    console.log(
      row(
        name,
        COLUMNS.map((column) => cell(counts.get(column))),
      ),
    );
  }
  console.log(`${measureSpeed([...politics, ...reports], tools)} tokens/s, tags given`);
}
