import { useState } from 'preact/hooks';
import { Glyph } from '../parts/glyph.tsx';
import { moveInList } from '../parts/list-keys.ts';
import { formatDay } from '../state/dates.ts';
import { BALANCE_WORDS } from '../state/dyads.ts';
import type { Store } from '../state/store.ts';
import type { Page } from '../state/view.ts';
import { count } from '../state/words.ts';

interface OverviewProps {
  readonly store: Store;
  readonly go: (page: Page) => void;
}

/** What there is to look at: the actors, pairs and articles of the graph, each a way in. */
export function Overview(props: OverviewProps) {
  return (
    <>
      <Actors {...props} />
      <Pairs {...props} />
      <Articles {...props} />
    </>
  );
}

function Actors({ store, go }: OverviewProps) {
  const [all, setAll] = useState(false);
  const strength = store.strength.value;
  const partners = new Map<string, number>();
  for (const { a, b } of store.dyads.value)
    for (const node of [a, b]) partners.set(node, (partners.get(node) ?? 0) + 1);
  const ranked = [...strength].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  const shown = all ? ranked : ranked.slice(0, 12);
  return (
    <section class="block">
      <h3 class="counted">
        <span id="actors-title">Most active</span> <small>mentions</small>
      </h3>
      <ul class="rows" aria-labelledby="actors-title" onKeyDown={moveInList}>
        {shown.map(([node, acts]) => {
          const { label, kind } = store.graph.getNodeAttributes(node);
          return (
            <li key={node}>
              <button type="button" class="row" data-item data-node={node} onClick={() => go({ at: 'node', node })}>
                <Glyph kind={kind} />
                <span class="row-name">
                  <bdi>{label}</bdi>
                </span>
                <span class="row-note">{count(partners.get(node) ?? 0, 'partner')}</span>
                <span class="row-count" title={count(acts, 'mention')}>
                  {acts}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {ranked.length > shown.length && (
        <button type="button" class="quiet more" onClick={() => setAll(true)}>
          Show all {ranked.length}
        </button>
      )}
      {ranked.length === 0 && <p class="nothing">The filters hide every relation. Reset them to see the map.</p>}
    </section>
  );
}

function Pairs({ store, go }: OverviewProps) {
  const pairs = store.dyads.value.filter(({ balance }) => balance !== 'tie').slice(0, 8);
  if (pairs.length === 0) return null;
  const label = (node: string): string => store.graph.getNodeAttribute(node, 'label');
  return (
    <section class="block">
      <h3 class="counted">
        <span id="pairs-title">Busiest pairs</span> <small>mentions</small>
      </h3>
      <ul class="rows" aria-labelledby="pairs-title" onKeyDown={moveInList}>
        {pairs.map(({ key, a, b, volume, balance }) => (
          <li key={key}>
            <button type="button" class="row" data-item onClick={() => go({ at: 'pair', a, b })}>
              <i class={`line tone-${balance}`} title={BALANCE_WORDS[balance]} aria-hidden="true" />
              <span class="row-name">
                <bdi>{label(a)}</bdi> – <bdi>{label(b)}</bdi>
              </span>
              <span class="row-note">{BALANCE_WORDS[balance]}</span>
              <span class="row-count">{volume}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Articles({ store, go }: OverviewProps) {
  const [all, setAll] = useState(false);
  const articles = Object.values(store.graph.getAttribute('articles')).sort((a, b) =>
    (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''),
  );
  const shown = all ? articles : articles.slice(0, 6);
  if (articles.length === 0) return null;
  return (
    <section class="block">
      <h3 id="articles-title">Articles</h3>
      <ul class="rows" aria-labelledby="articles-title" onKeyDown={moveInList}>
        {shown.map(({ id, title, publisher, publishedOn }) => (
          <li key={id}>
            <button type="button" class="row tall" data-item onClick={() => go({ at: 'article', article: id })}>
              <span class="row-name">
                <bdi>{title || 'Untitled'}</bdi>
                <small>{[publisher, publishedOn && formatDay(publishedOn)].filter(Boolean).join(', ')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {articles.length > shown.length && (
        <button type="button" class="quiet more" onClick={() => setAll(true)}>
          Show all {articles.length}
        </button>
      )}
    </section>
  );
}
