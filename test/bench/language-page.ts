/** What the benchmark of the language layer runs inside a page: everything from text to tree, on weights that come in as base64. */
import { fromBase64 } from '../../src/base/base64.ts';
import type { IrregularForm } from '../../src/knowledge/knowledge.ts';
import { createLemmatizer } from '../../src/language/lemmatize.ts';
import { loadParser, parse } from '../../src/language/parse.ts';
import { loadTagger, tag } from '../../src/language/tag.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import type { Article } from '../../src/model/article.ts';

export interface PageTask {
  readonly texts: readonly string[];
  readonly abbreviations: readonly string[];
  readonly lemmas: readonly IrregularForm[];
  readonly tagger: { readonly weights: string; readonly manifest: string };
  readonly parser: { readonly weights: string; readonly manifest: string };
}

export interface PageResult {
  readonly kernel: 'wasm' | 'js';
  readonly tokens: number;
  readonly seconds: number;
  /** From the weights to the first tree. */
  readonly startMs: number;
}

export function measure(task: PageTask, kind?: 'wasm' | 'js'): PageResult {
  const began = performance.now();
  const tagger = loadTagger(fromBase64(task.tagger.weights), JSON.parse(task.tagger.manifest));
  const parser = loadParser(fromBase64(task.parser.weights), JSON.parse(task.parser.manifest), kind);
  const lemmatizer = createLemmatizer(task.lemmas);
  const abbreviations = new Set(task.abbreviations);
  const read = (text: string) => {
    const article: Article = { id: 'bench', title: '', text, language: 'en' };
    return parse(tag(tokenize(article, abbreviations), tagger, lemmatizer), parser, lemmatizer);
  };
  read('Peru met Chile.');
  const startMs = performance.now() - began;
  for (const text of task.texts.slice(0, 5)) read(text);
  const start = performance.now();
  const tokens = task.texts.reduce((sum, text) => sum + read(text).tokens.length, 0);
  return { kernel: parser.kernel, tokens, seconds: (performance.now() - start) / 1000, startMs };
}

// The page calls it by this name.
Object.assign(globalThis, { measureLanguage: measure });
