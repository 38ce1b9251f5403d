import { useEffect, useRef } from 'preact/hooks';
import type { ArticleRecord } from '../../src/graph/attributes.ts';
import { articleOf } from '../../src/graph/file.ts';
import { moveInList } from '../parts/list-keys.ts';
import { Marked } from '../parts/marked.tsx';
import { formatDay } from '../state/dates.ts';
import { articleSegments, citedSpans, relationsOf } from '../state/evidence.ts';
import type { Store } from '../state/store.ts';
import type { Page } from '../state/view.ts';
import { ArticleLink } from './edge.tsx';

interface ArticlePanelProps {
  readonly store: Store;
  readonly page: Extract<Page, { at: 'article' }>;
  readonly go: (page: Page) => void;
}

/** An article as it was read, with every passage that became a relation marked, and the one looked at in view. */
export function ArticlePanel({ store, page, go }: ArticlePanelProps) {
  const article = articleOf(store.graph, page.article);
  const edge = page.edge === undefined ? undefined : store.edge(page.edge);
  const occurrence = edge?.data.occurrences[page.occurrence ?? 0];
  const body = useRef<HTMLDivElement>(null);
  const place = `${page.article} ${page.edge} ${page.occurrence}`;
  // Another passage needs another scroll.
  useEffect(() => {
    body.current?.querySelector('.mark-quote')?.scrollIntoView({ block: 'center' });
  }, [place]);
  if (!article) return <p class="nothing">This graph does not hold the article.</p>;
  const here = occurrence?.evidence.article === article.id ? occurrence : undefined;
  return (
    <>
      <Imprint article={article} />
      {article.text === undefined ? (
        <p class="nothing">The graph was built without the texts of the articles.</p>
      ) : (
        <div class="article-text" ref={body} lang="en" dir="auto">
          {articleSegments(article, citedSpans(store.graph, article.id), here).map((parts, index) => (
            <p key={index}>
              <Marked segments={parts} />
            </p>
          ))}
        </div>
      )}
      <ReadHere store={store} page={page} go={go} />
    </>
  );
}

function Imprint({ article }: { readonly article: ArticleRecord }) {
  const { publisher, publishedOn, byline, license, url } = article;
  return (
    <p class="imprint">
      <bdi>
        {[publisher, publishedOn && formatDay(publishedOn), byline].filter(Boolean).join(', ') || 'Source not named'}
      </bdi>
      {license && ` · ${license}`}
      <ArticleLink url={url} />
    </p>
  );
}

/** The relations that were read from this article, each leading to its passage. */
function ReadHere({ store, page, go }: ArticlePanelProps) {
  const relations = relationsOf(store.visible.value, page.article);
  if (relations.length === 0) return null;
  const label = (node: string): string => store.graph.getNodeAttribute(node, 'label');
  return (
    <section class="block">
      <h3 id="read-here">Read from this article</h3>
      <ul class="rows" aria-labelledby="read-here" onKeyDown={moveInList}>
        {relations.map(({ edge, occurrence }) => (
          <li key={`${edge.key} ${occurrence}`}>
            <button
              type="button"
              class="row"
              data-item
              aria-current={edge.key === page.edge && occurrence === page.occurrence}
              onClick={() => go({ at: 'article', article: page.article, edge: edge.key, occurrence })}
            >
              <span class="row-name">
                <bdi>{label(edge.source)}</bdi> <em>{edge.data.label}</em> <bdi>{label(edge.target)}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
