import '../no-eval.ts';
import { createExtractor, type Extractor } from '../../src/pipeline.ts';
import { parseResources } from '../../src/resources.ts';
import type { ExplainAnswer, ExplainRequest } from '../state/explainer.ts';

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
