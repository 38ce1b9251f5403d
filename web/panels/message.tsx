import { FolderOpen } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/icon.tsx';
import type { Loaded } from '../state/source.ts';

interface MessageProps {
  readonly loaded: Exclude<Loaded, { state: 'ready' }>;
  readonly open: () => void;
}

/** What the page says while it has no graph to show, and what to do about it. */
export function Message({ loaded, open }: MessageProps) {
  if (loaded.state === 'loading') {
    return (
      <Card title="Reading the graph …">
        <div class="spinner" aria-hidden="true" />
      </Card>
    );
  }
  if (loaded.state === 'absent') {
    return (
      <Card title="No graph yet">
        <p>{loaded.reason}</p>
        <p>
          Build one from articles with <code>npx dragoman build articles/ -o graph.json</code> and open it here, or run{' '}
          <code>npm start</code> to see the samples. You can also drop a graph file anywhere on this page.
        </p>
        <OpenButton open={open} />
      </Card>
    );
  }
  return (
    <Card title={`Dragoman can't read ${loaded.name}`}>
      <ul class="diagnostics">
        {loaded.diagnostics.map(({ code, message, place }) => (
          <li key={`${code} ${place} ${message}`}>
            {place && <code>{place}</code>} {message}
          </li>
        ))}
      </ul>
      <OpenButton open={open} />
    </Card>
  );
}

/** For a graph without nodes. */
export function EmptyGraph({ open }: { readonly open: () => void }) {
  return (
    <Card title="This graph is empty">
      <p>
        No relations were found in its articles. Try longer articles, or look at what the extractor said when it built
        the graph.
      </p>
      <OpenButton open={open} />
    </Card>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <main class="message" role="status">
      <h2>{title}</h2>
      {children}
    </main>
  );
}

function OpenButton({ open }: { readonly open: () => void }) {
  return (
    <button type="button" class="primary" onClick={open}>
      <Icon of={FolderOpen} size={16} /> Open a graph file
    </button>
  );
}
