import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DragomanGraph } from '../../src/graph/attributes.ts';
import { buildDisplay, type Display, type Focus, positionsOf } from './display.ts';
import { type Dyad, foldDyads, strengths } from './dyads.ts';
import { createExplainer, type Explainer } from './explainer.ts';
import { allEdges, type Edge, type Facets, facets, visibleEdges } from './filter.ts';
import { createSearch, type Search } from './search.ts';
import { DEFAULT_VIEW, type Filters, type Page, type View } from './view.ts';

/** What is shown of one graph: signals over the pure functions beside this file. */
export interface Store {
  readonly graph: DragomanGraph;
  readonly view: Signal<View>;
  readonly edges: readonly Edge[];
  readonly visible: ReadonlySignal<readonly Edge[]>;
  readonly dyads: ReadonlySignal<readonly Dyad[]>;
  readonly strength: ReadonlySignal<ReadonlyMap<string, number>>;
  readonly facets: ReadonlySignal<Facets>;
  readonly focus: ReadonlySignal<Focus>;
  readonly display: ReadonlySignal<Display>;
  readonly page: ReadonlySignal<Page>;
  readonly search: Search;
  readonly explain: Explainer;
  readonly edge: (key: string) => Edge | undefined;
  readonly filter: (change: Partial<Filters>) => void;
}

export function createStore(
  graph: DragomanGraph,
  initial: View = DEFAULT_VIEW,
  explain: Explainer = createExplainer(() => undefined),
): Store {
  const view = signal(initial);
  const edges = allEdges(graph);
  const filters = computed(() => view.value.filters);
  const visible = computed(() => visibleEdges(graph, edges, filters.value));
  const dyads = computed(() => foldDyads(visible.value));
  const edge = (key: string): Edge | undefined =>
    graph.hasEdge(key)
      ? { key, source: graph.source(key), target: graph.target(key), data: graph.getEdgeAttributes(key) }
      : undefined;
  const page = computed(() => existing(graph, view.value.page));
  const focusKey = computed(() => focusOf(page.value, edge).join('\u001f'));
  const focus = computed(() => (focusKey.value === '' ? [] : focusKey.value.split('\u001f')));
  const positions = positionsOf(graph, foldDyads(edges));
  const limit = computed(() => view.value.limit);
  return {
    graph,
    view,
    edges,
    visible,
    dyads,
    strength: computed(() => strengths(dyads.value)),
    facets: computed(() => facets(graph, edges, filters.value)),
    focus,
    display: computed(() =>
      buildDisplay({ graph, dyads: dyads.value, positions, limit: limit.value, focus: focus.value }),
    ),
    page,
    search: createSearch(graph),
    explain,
    edge,
    filter: (change) => {
      view.value = { ...view.value, filters: { ...view.value.filters, ...change } };
    },
  };
}

/** A shared link may name what this graph doesn't hold: then the overview. */
function existing(graph: DragomanGraph, page: Page): Page {
  const found =
    page.at === 'node'
      ? graph.hasNode(page.node)
      : page.at === 'pair'
        ? graph.hasNode(page.a) && graph.hasNode(page.b)
        : page.at === 'edge'
          ? graph.hasEdge(page.edge)
          : page.at === 'article'
            ? Object.hasOwn(graph.getAttribute('articles'), page.article)
            : true;
  return found ? page : { at: 'overview' };
}

/** The nodes that the map draws in full for a page. */
export function focusOf(page: Page, edge: (key: string) => Edge | undefined): string[] {
  if (page.at === 'node') return [page.node];
  if (page.at === 'pair') return [page.a, page.b];
  const key = page.at === 'edge' || page.at === 'article' ? page.edge : undefined;
  const found = key === undefined ? undefined : edge(key);
  return found ? [found.source, found.target] : [];
}
