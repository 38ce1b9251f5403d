import type { Signal } from '@preact/signals';
import { FolderOpen, Moon, SlidersHorizontal, Sun, Table2, Waypoints } from 'lucide';
import { Icon } from '../parts/icon.tsx';
import type { Store } from '../state/store.ts';
import type { Page } from '../state/view.ts';
import { dark, toggleTheme } from '../theme.ts';
import { SearchBox } from './search-box.tsx';

interface HeaderProps {
  readonly openFile: () => void;
  readonly store?: Store;
  readonly drawer?: Signal<boolean>;
  readonly go?: (page: Page) => void;
  readonly noMap?: boolean;
}

/** The bar at the top: search in the middle, what concerns the whole page at the right. */
export function Header({ openFile, store, drawer, go, noMap = false }: HeaderProps) {
  return (
    <header class="bar">
      <h1>
        <button type="button" class="wordmark" onClick={() => go?.({ at: 'overview' })}>
          <Mark /> Dragoman
        </button>
      </h1>
      {store && go && <SearchBox search={store.search} choose={(node) => go({ at: 'node', node })} />}
      <div class="bar-actions">
        {store && !noMap && <ModeButton store={store} />}
        {drawer && (
          <button
            type="button"
            class="icon-button rail-toggle"
            aria-label="Filters"
            title="Filters"
            aria-expanded={drawer.value}
            aria-controls="filters"
            onClick={() => {
              drawer.value = !drawer.value;
            }}
          >
            <Icon of={SlidersHorizontal} />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label="Open a graph file"
          title="Open a graph file"
          onClick={openFile}
        >
          <Icon of={FolderOpen} />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={dark.value ? 'Light colours' : 'Dark colours'}
          title={dark.value ? 'Light colours' : 'Dark colours'}
          onClick={toggleTheme}
        >
          <Icon of={dark.value ? Sun : Moon} />
        </button>
      </div>
    </header>
  );
}

function ModeButton({ store }: { readonly store: Store }) {
  const table = store.view.value.mode === 'table';
  const label = table ? 'Show the map' : 'Show a table';
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => {
        store.view.value = { ...store.view.value, mode: table ? 'map' : 'table' };
      }}
    >
      <Icon of={table ? Waypoints : Table2} />
    </button>
  );
}

/** Two speakers and the one between them. */
function Mark() {
  return (
    <svg class="mark" width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M7 21 16 10l9 11" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linejoin="round" />
      <circle cx="7" cy="22" r="4.5" class="mark-a" />
      <circle cx="25" cy="22" r="4.5" class="mark-b" />
      <circle cx="16" cy="9" r="4.5" fill="currentColor" />
    </svg>
  );
}
