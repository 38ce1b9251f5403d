import { readFileSync } from 'node:fs';
import { toIrregularForm } from '../../src/knowledge/gazetteer.ts';
import { createReader } from '../../src/knowledge/reader.ts';
import { createLemmatizer } from '../../src/language/lemmatize.ts';
import type { ModelManifest } from '../../src/language/model-file.ts';
import { loadTagger } from '../../src/language/tag.ts';
import type { TaggerManifest } from '../../src/language/tagger-model.ts';
import type { Article } from '../../src/model/article.ts';

const DATA = new URL('../../data/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, DATA), 'utf8');

const LEMMAS = 'lexicon/en/lemmas.tsv';
const ABBREVIATIONS = 'lexicon/en/abbreviations.txt';
export const lemmaFile = read(LEMMAS);
const reader = createReader(new Map([LEMMAS, ABBREVIATIONS].map((file) => [file, read(file)])));

export const abbreviations: ReadonlySet<string> = new Set(reader.lines(ABBREVIATIONS));
export const lemmatizer = createLemmatizer(
  reader.table(LEMMAS, [], (cells) => cells['form'] ?? '').map((row) => toIrregularForm(row.cells)),
);
export const taggerBytes = new Uint8Array(readFileSync(new URL('models/en/tagger.bin', DATA)));
export const taggerManifest = JSON.parse(read('models/en/tagger.json')) as TaggerManifest;
export const parserBytes = new Uint8Array(readFileSync(new URL('models/en/parser.bin', DATA)));
export const parserManifest = JSON.parse(read('models/en/parser.json')) as ModelManifest;
export const shippedTagger = () => loadTagger(taggerBytes, taggerManifest);

export const toArticle = (text: string): Article => ({ id: 'test', title: '', text, language: 'en' });
