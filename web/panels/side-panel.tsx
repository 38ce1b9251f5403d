import { ArrowLeft, X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { articleOf } from '../../src/graph/file.ts';
import { Glyph } from '../parts/glyph.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Store } from '../state/store.ts';
import type { Page } from '../state/view.ts';
import { ArticlePanel } from './article.tsx';
import { EdgePanel } from './edge.tsx';
import { NodePanel } from './node.tsx';
import { Overview } from './overview.tsx';
import { PairPanel } from './pair.tsx';

interface SidePanelProps {
  readonly store: Store;
  readonly go: (page: Page) => void;
  readonly back: () => void;
}

/** The page that the view names, under a heading that takes the focus when the page changes. */
export function SidePanel({ store, go, back }: SidePanelProps) {
  const page = store.page.value;
  const title = titleOf(store, page);
  const heading = useRef<HTMLHeadingElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const first = useRef(true);
  const key = JSON.stringify(page);
  // Only another page moves the focus, and not from somebody who has begun to type.
  useEffect(() => {
    const typing = document.activeElement instanceof HTMLInputElement;
    if (!first.current && !typing) heading.current?.focus({ preventScroll: true });
    first.current = false;
    if (page.at !== 'article' || page.edge === undefined) scroller.current?.scrollTo({ top: 0 });
  }, [key]);
  return (
    <aside class={`panel at-${page.at}`} ref={scroller} aria-label="Details">
      <header class="panel-head">
        {page.at !== 'overview' && (
          <button type="button" class="icon-button" aria-label="Back" title="Back" onClick={back}>
            <Icon of={ArrowLeft} />
          </button>
        )}
        <h2 ref={heading} tabIndex={-1}>
          {page.at === 'node' && <Glyph kind={store.graph.getNodeAttribute(page.node, 'kind')} size={16} />}
          <bdi>{title}</bdi>
        </h2>
        {page.at !== 'overview' && (
          <button
            type="button"
            class="icon-button"
            aria-label="Close"
            title="Close (Escape)"
            onClick={() => go({ at: 'overview' })}
          >
            <Icon of={X} />
          </button>
        )}
      </header>
      <div class="panel-body">
        <Body store={store} page={page} go={go} />
      </div>
      <p class="visually-hidden" role="status">
        {page.at === 'overview' ? '' : announcement(store, page, title)}
      </p>
    </aside>
  );
}

function Body({ store, page, go }: Omit<SidePanelProps, 'back'> & { readonly page: Page }) {
  if (page.at === 'node') return <NodePanel key={page.node} store={store} node={page.node} go={go} />;
  if (page.at === 'pair') return <PairPanel store={store} a={page.a} b={page.b} go={go} />;
  if (page.at === 'article') return <ArticlePanel store={store} page={page} go={go} />;
  const edge = page.at === 'edge' ? store.edge(page.edge) : undefined;
  return edge ? <EdgePanel store={store} edge={edge} go={go} /> : <Overview store={store} go={go} />;
}

/** Also the title of the browser tab. */
export function titleOf(store: Store, page: Page): string {
  const label = (node: string): string => store.graph.getNodeAttribute(node, 'label');
  if (page.at === 'node') return label(page.node);
  if (page.at === 'pair') return `${label(page.a)} – ${label(page.b)}`;
  if (page.at === 'article') return articleOf(store.graph, page.article)?.title || 'Article';
  const edge = page.at === 'edge' ? store.edge(page.edge) : undefined;
  return edge ? 'Evidence' : 'Who stands how with whom';
}

function announcement(store: Store, page: Page, title: string): string {
  if (page.at !== 'node') return title;
  const partners = store.dyads.value.filter(({ a, b }) => a === page.node || b === page.node).length;
  return `${title} selected, ${partners} partners`;
}
