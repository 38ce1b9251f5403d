import { effect } from '@preact/signals';
import { formatHash, parseHash } from './state/hash.ts';
import type { Store } from './state/store.ts';

/** Pages opened since the start; what "back" may undo before it would leave the viewer. */
let depth = 0;

/** Keeps the address and the view in step: another page is a step in the history, a filter is not. */
export function bindHistory(store: Store): () => void {
  let page = JSON.stringify(store.view.peek().page);
  const onChange = (): void => {
    const view = parseHash(location.hash);
    page = JSON.stringify(view.page);
    depth = Math.max(0, depth - 1);
    store.view.value = view;
  };
  window.addEventListener('popstate', onChange);
  const stop = effect(() => {
    const hash = formatHash(store.view.value);
    const next = JSON.stringify(store.view.value.page);
    const moved = next !== page;
    page = next;
    if (hash === (location.hash || '#/')) return;
    if (moved) depth += 1;
    if (moved) history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  });
  return () => {
    window.removeEventListener('popstate', onChange);
    stop();
  };
}

/** One step back in the viewer; from a shared link, the overview. */
export function goBack(store: Store): void {
  if (depth > 0) history.back();
  else store.view.value = { ...store.view.value, page: { at: 'overview' } };
}
