import type { DragomanGraph } from '../../src/graph/attributes.ts';
import { parseGraph } from '../../src/graph/file.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

/** Where the viewer stands with its graph. */
export type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'absent'; readonly reason: string }
  | { readonly state: 'broken'; readonly name: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly state: 'ready'; readonly name: string; readonly graph: DragomanGraph };

/** Reads the text of a graph file; `name` is what messages call it. */
export function readGraph(text: string, name: string): Loaded {
  const parsed = parseGraph(text);
  return parsed.graph
    ? { state: 'ready', name, graph: parsed.graph }
    : { state: 'broken', name, diagnostics: parsed.diagnostics };
}

/** What a server answered for `graph.json`. */
export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly text: string;
}

/** The graph that came inside the page wins over the one beside it. */
export async function loadFirst(embedded: string | undefined, ask: () => Promise<Answer>): Promise<Loaded> {
  if (embedded !== undefined && embedded.trim() !== '') return readGraph(embedded, 'the graph in this page');
  try {
    const answer = await ask();
    if (answer.ok) return readGraph(answer.text, 'graph.json');
    return {
      state: 'absent',
      reason: `There is no graph.json beside this page (the server answered ${answer.status}).`,
    };
  } catch {
    return { state: 'absent', reason: 'There is no graph.json beside this page, or the page may not read it.' };
  }
}
