import './no-eval.ts';
import { signal } from '@preact/signals';
import { render } from 'preact';
import './styles/theme.css';
import './styles/map.css';
import './styles/layout.css';
import './styles/evidence.css';
import './styles/panels.css';
import './styles/controls.css';
import { App } from './app.tsx';
import { acceptFiles } from './files.ts';
import { createExplainer } from './state/explainer.ts';
import { parseHash } from './state/hash.ts';
import { type Loaded, loadFirst, readGraph } from './state/source.ts';
import { createStore, type Store } from './state/store.ts';
import { DEFAULT_VIEW } from './state/view.ts';
import { startTheme } from './theme.ts';
import { startExplainer } from './workers/start-explainer.ts';

const loaded = signal<Loaded>({ state: 'loading' });
const store = signal<Store | undefined>(undefined);
const explain = createExplainer(startExplainer);

function show(next: Loaded, view = DEFAULT_VIEW): void {
  store.value = next.state === 'ready' ? createStore(next.graph, view, explain) : undefined;
  loaded.value = next;
}

async function start(): Promise<void> {
  const embedded = document.getElementById('graph')?.textContent ?? undefined;
  const next = await loadFirst(embedded, async () => {
    const answer = await fetch('./graph.json', { cache: 'no-cache' });
    return { ok: answer.ok, status: answer.status, text: await answer.text() };
  });
  if (loaded.value.state === 'loading') show(next, parseHash(location.hash));
}

startTheme();
const openFile = acceptFiles((text, name) => {
  history.replaceState(null, '', '#/');
  show(readGraph(text, name));
});
const root = document.getElementById('app');
if (root) render(<App loaded={loaded} store={store} openFile={openFile} />, root);
void start();
