import type { DragomanGraph } from '../../src/graph/attributes.ts';
import type { Article } from '../../src/model/article.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { ArticleExplanation } from '../../src/model/explanation.ts';
import { citedReading, type Derivation, patternNote, rereading } from '../../src/query/derivation.ts';

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

/** A way to the worker; undefined where the page has none beside it. */
export type Ask = (request: Omit<ExplainRequest, 'id' | 'resources'>) => Promise<ExplainAnswer>;

/** What can be said of how a passage was read. */
export type Why =
  | { readonly state: 'read'; readonly derivation: Derivation }
  /** No frame of the lexicon but a pattern of the program read it. */
  | { readonly state: 'pattern'; readonly note: string }
  /** Read again, the words give another event. */
  | { readonly state: 'otherwise' }
  /** It can't be read again here. */
  | { readonly state: 'absent'; readonly reason: string };

/** Explains passages; `ends` are the nodes of the edge that rests on them. */
export type Explainer = (graph: DragomanGraph, evidence: Evidence, ends: readonly string[]) => Promise<Why>;

/**
 * Reads articles again where the page can. Nothing is started before the first question, and each article is read once.
 * @param start gives the way to the worker, or nothing where there is none
 */
export function createExplainer(start: () => Ask | undefined): Explainer {
  let ask: Ask | undefined;
  let started = false;
  const answers = new Map<string, Promise<ExplainAnswer>>();
  return async (graph, evidence, ends) => {
    const note = patternNote(evidence.rule);
    if (note !== undefined) return { state: 'pattern', note };
    if (!started) ask = start();
    started = true;
    if (!ask) return { state: 'absent', reason: 'a page that is a single file has no lexicon beside it' };
    const { from, article } = rereading(graph, evidence);
    const key = from === 'article' ? article.id : `${article.id} ${evidence.span.start}`;
    const asked = answers.get(key) ?? ask({ article });
    answers.set(key, asked);
    const answer = await asked;
    if ('failed' in answer) {
      answers.delete(key);
      return { state: 'absent', reason: answer.failed };
    }
    const cited = citedReading(answer.explanation, evidence, ends);
    return cited ? { state: 'read', derivation: { from, ...cited } } : { state: 'otherwise' };
  };
}
