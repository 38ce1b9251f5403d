import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { ChunkedDocument } from '../../src/model/document.ts';
import { compileResources } from '../../src/node.ts';
import { createExtractor } from '../../src/pipeline.ts';
import type { ClauseStructure } from '../../src/syntax/clause.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { type ArticleFields, testArticle } from './doc.ts';

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

/** The real tokenizer, tagger, parser, chunker and clause reader over the real data, loaded once a test file. */
export const testReader = (): Promise<TestReader> => {
  reader ??= load();
  return reader;
};

async function load(): Promise<TestReader> {
  const { resources } = await compileResources();
  const { knowledge } = resources;
  const extractor = createExtractor(resources);
  const speech = new Set(knowledge.reporting.map((r) => r.phrase).filter((p) => !p.includes(' ')));
  return {
    knowledge,
    read(text, fields = {}) {
      const doc = extractor.read(testArticle(text, fields));
      return { doc, clauses: readClauses(doc, speech) };
    },
  };
}
