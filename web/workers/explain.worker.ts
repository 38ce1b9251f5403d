import '../no-eval.ts';
import type { Article } from '../../src/model/article.ts';
import type { ArticleExplanation } from '../../src/model/explanation.ts';
import { createExtractor, type Extractor } from '../../src/pipeline.ts';
import { parseResources } from '../../src/resources.ts';

/** What the page asks of the worker. */
export interface ExplainRequest {
  readonly id: number;
  readonly article: Article;
  /** Address of what the extractor reads by. */
  readonly resources: string;
}

/** What the worker answers: the explanation, or why there is none. */
export type ExplainAnswer =
  | { readonly id: number; readonly explanation: ArticleExplanation }
  | { readonly id: number; readonly failed: string };

let extractor: Promise<Extractor> | undefined;

async function load(address: string): Promise<Extractor> {
  const answer = await fetch(address);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the server answered ${answer.status} for resources.json`);
  return createExtractor(parseResources(text));
}

async function explain({ id, article, resources }: ExplainRequest): Promise<ExplainAnswer> {
  try {
    extractor ??= load(resources);
    return { id, explanation: (await extractor).explain(article) };
  } catch (error) {
    // The server may be there at the next question.
    extractor = undefined;
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<ExplainRequest>) => {
  void explain(data).then((answer) => postMessage(answer));
});
