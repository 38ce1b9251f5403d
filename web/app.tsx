import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { summarize } from '../src/graph/metrics.ts';
import { bindHistory, goBack } from './history.ts';
import { Filters } from './panels/filters.tsx';
import { Header } from './panels/header.tsx';
import { Legend } from './panels/legend.tsx';
import { MapView } from './panels/map-view.tsx';
import { EmptyGraph, Message } from './panels/message.tsx';
import { PairTable } from './panels/pair-table.tsx';
import { SidePanel, titleOf } from './panels/side-panel.tsx';
import type { Loaded } from './state/source.ts';
import type { Store } from './state/store.ts';
import type { Page } from './state/view.ts';

export interface AppProps {
  readonly loaded: Signal<Loaded>;
  readonly store: Signal<Store | undefined>;
  readonly openFile: () => void;
}

export function App({ loaded, store, openFile }: AppProps) {
  const state = loaded.value;
  const current = store.value;
  if (state.state !== 'ready' || !current) {
    const shown = state.state === 'ready' ? ({ state: 'loading' } as const) : state;
    return (
      <div class="app plain">
        <Header openFile={openFile} />
        <Message loaded={shown} open={openFile} />
      </div>
    );
  }
  if (state.graph.order === 0) {
    return (
      <div class="app plain">
        <Header openFile={openFile} />
        <EmptyGraph open={openFile} />
      </div>
    );
  }
  return <Viewer key={state.name} store={current} openFile={openFile} />;
}

function Viewer({ store, openFile }: { readonly store: Store; readonly openFile: () => void }) {
  const noMap = useSignal(false);
  const drawer = useSignal(false);
  const page = store.page.value;
  const summary = summarize(store.graph);
  const go = (next: Page): void => {
    if (JSON.stringify(next) === JSON.stringify(store.view.value.page)) return;
    store.view.value = { ...store.view.value, page: next };
  };
  useEffect(() => bindHistory(store), [store]);
  useEscape(() => {
    if (drawer.value) drawer.value = false;
    else go({ at: 'overview' });
  });
  useEffect(() => {
    document.title = page.at === 'overview' ? 'Dragoman' : `${titleOf(store, page)} · Dragoman`;
  }, [store, page]);
  const table = noMap.value || store.view.value.mode === 'table';
  return (
    <div class="app">
      <Header store={store} openFile={openFile} drawer={drawer} go={go} noMap={noMap.value} />
      <div class={drawer.value ? 'rail open' : 'rail'} id="filters">
        <Filters store={store} />
      </div>
      <main class="stage">
        <p class="summary">{summary}</p>
        {noMap.value && (
          <p class="hint note" role="status">
            This browser can't draw the map (it has no WebGL), so here is the same as a table.
          </p>
        )}
        {table ? (
          <PairTable store={store} go={go} />
        ) : (
          <MapView
            store={store}
            summary={summary}
            go={go}
            fail={() => {
              noMap.value = true;
            }}
          />
        )}
        {!table && <Legend ego={store.focus.value.length > 0} />}
      </main>
      <SidePanel store={store} go={go} back={() => goBack(store)} />
    </div>
  );
}

function useEscape(leave: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) leave();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
