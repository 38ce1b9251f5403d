import { readFile } from 'node:fs/promises';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.node.ts';
import { chunk } from '../../src/language/chunk.ts';
import { createLemmatizer } from '../../src/language/lemmatize.ts';
import { loadTagger, tag } from '../../src/language/tag.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import type { ChunkedDocument } from '../../src/model/document.ts';
import type { ClauseStructure } from '../../src/syntax/clause.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { type ArticleFields, testArticle } from './doc.ts';

const DATA = new URL('../../data/', import.meta.url);

/** A text as the stages before entities read it. */
export interface ReadText {
  readonly doc: ChunkedDocument;
  readonly clauses: ClauseStructure;
}

export interface TestReader {
  readonly knowledge: Knowledge;
  read(text: string, fields?: ArticleFields): ReadText;
}

let reader: Promise<TestReader> | undefined;

/** The real tokenizer, tagger, chunker and clause reader over the real data, loaded once a test file. */
export const testReader = (): Promise<TestReader> => {
  reader ??= load();
  return reader;
};

async function load(): Promise<TestReader> {
  const { knowledge } = await loadKnowledge(DATA.pathname);
  const models = new URL('models/en/', DATA);
  const [weights, manifest] = await Promise.all([
    readFile(new URL('tagger.bin', models)),
    readFile(new URL('tagger.json', models), 'utf8'),
  ]);
  const tagger = loadTagger(weights, JSON.parse(manifest));
  const lemmatizer = createLemmatizer(knowledge.lemmas);
  const abbreviations = new Set(knowledge.abbreviations);
  const speech = new Set(knowledge.reporting.map((r) => r.phrase).filter((p) => !p.includes(' ')));
  return {
    knowledge,
    read(text, fields = {}) {
      const doc = chunk(tag(tokenize(testArticle(text, fields), abbreviations), tagger, lemmatizer));
      return { doc, clauses: readClauses(doc, speech) };
    },
  };
}
