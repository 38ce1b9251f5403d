import type { Ask, ExplainAnswer, ExplainRequest } from '../state/explainer.ts';

/**
 * Starts the worker that reads articles again; what it reads by lies beside the page as `resources.json`. The page as a single file has
 * neither.
 */
export function startExplainer(): Ask | undefined {
  if (import.meta.env.MODE === 'single') return undefined;
  const worker = new Worker(new URL('./explain.worker.ts', import.meta.url), { type: 'module' });
  const open = new Map<number, (answer: ExplainAnswer) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<ExplainAnswer>) => {
    open.get(data.id)?.(data);
    open.delete(data.id);
  });
  worker.addEventListener('error', () => {
    for (const [id, answer] of open) answer({ id, failed: 'the program that reads articles could not be started' });
    open.clear();
  });
  const resources = new URL('./resources.json', document.baseURI).href;
  return ({ article }) =>
    new Promise((resolve) => {
      const id = ++last;
      open.set(id, resolve);
      worker.postMessage({ id, article, resources } satisfies ExplainRequest);
    });
}
