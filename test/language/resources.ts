import { readFileSync } from 'node:fs';
import { parseAbbreviations } from '../../src/language/abbreviations.ts';
import { createLemmatizer, parseLemmas } from '../../src/language/lemmatize.ts';
import { loadTagger } from '../../src/language/tag.ts';
import type { TaggerManifest } from '../../src/language/tagger-model.ts';
import type { Article } from '../../src/model/article.ts';

const DATA = new URL('../../data/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, DATA), 'utf8');

export const abbreviations = parseAbbreviations(read('lexicon/en/abbreviations.txt'));
export const lemmaFile = read('lexicon/en/lemmas.tsv');
export const lemmatizer = createLemmatizer(parseLemmas(lemmaFile));
export const taggerBytes = new Uint8Array(readFileSync(new URL('models/en/tagger.bin', DATA)));
export const taggerManifest = JSON.parse(read('models/en/manifest.json')) as TaggerManifest;
export const shippedTagger = () => loadTagger(taggerBytes, taggerManifest);

export const toArticle = (text: string): Article => ({ id: 'test', title: '', text, language: 'en' });
