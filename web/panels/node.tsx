import { ArrowLeft, ArrowLeftRight, ArrowRight } from 'lucide';
import { useState } from 'preact/hooks';
import type { NodeAttributes } from '../../src/graph/attributes.ts';
import type { Office } from '../../src/model/entity.ts';
import { Badges } from '../parts/badges.tsx';
import { BalanceBar } from '../parts/balance-bar.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { Icon } from '../parts/icon.tsx';
import { moveInList } from '../parts/list-keys.ts';
import { NodeLink } from '../parts/name.tsx';
import { type Dated, formatRange, formatSpan } from '../state/dates.ts';
import { type Direction, eventFacts, hiddenCount, type RelationGroup, relationGroups } from '../state/profile.ts';
import { countryName } from '../state/search.ts';
import type { Store } from '../state/store.ts';
import { DEFAULT_FILTERS, type Page, STATUS_ALL } from '../state/view.ts';
import { count, kindWord, sectorWord } from '../state/words.ts';

interface NodePanelProps {
  readonly store: Store;
  readonly node: string;
  readonly go: (page: Page) => void;
}

/** Who somebody is and how they stand with everybody else. */
export function NodePanel({ store, node, go }: NodePanelProps) {
  const { graph } = store;
  const data = graph.getNodeAttributes(node);
  const groups = relationGroups(graph, store.visible.value, node);
  const hidden = hiddenCount(graph, store.visible.value, node);
  const dyads = store.dyads.value.filter(({ a, b }) => a === node || b === node);
  const sum = (pick: (dyad: (typeof dyads)[number]) => number): number =>
    dyads.reduce((all, dyad) => all + pick(dyad), 0);
  return (
    <>
      <p class="kind-line">
        {[kindWord(data.kind), data.subkind, countryName(graph, node), data.sector && sectorWord(data.sector)]
          .filter((word, index, all) => word && all.indexOf(word) === index)
          .join(' · ')}
      </p>
      <Facts store={store} data={data} acts={graph.mapEdges(node, (_, edge) => edge)} partners={dyads.length} />
      <BalanceBar cooperation={sum((d) => d.cooperation)} conflict={sum((d) => d.conflict)} />
      {data.kind === 'event' && <EventBlock store={store} node={node} go={go} />}
      {groups.map((group, index) => (
        <Group key={group.key} id={`group-${index}`} group={group} go={go} />
      ))}
      {groups.length === 0 && <p class="nothing">No relation passes the filters.</p>}
      {hidden > 0 && (
        <p class="hint">
          The filters hide {count(hidden, 'more relation')}.{' '}
          <button type="button" class="link" onClick={() => store.filter({ ...DEFAULT_FILTERS, statuses: STATUS_ALL })}>
            Show everything
          </button>
        </p>
      )}
    </>
  );
}

interface FactsProps {
  readonly store: Store;
  readonly data: NodeAttributes;
  readonly acts: readonly Dated[];
  readonly partners: number;
}

function Facts({ store, data, acts, partners }: FactsProps) {
  const { aliases, offices = [], wikidata, known } = data;
  const others = aliases.filter((alias) => alias !== data.label);
  return (
    <dl class="facts">
      {offices.length > 0 && (
        <div>
          <dt>Office</dt>
          <dd>
            <ul>
              {offices.map((office) => (
                <li key={`${office.title} ${office.of} ${office.from}`}>
                  <bdi>{officeText(store, office)}</bdi>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {others.length > 0 && (
        <div>
          <dt>Also called</dt>
          <dd>
            <bdi>{others.slice(0, 8).join(', ')}</bdi>
            {others.length > 8 && ` and ${others.length - 8} more`}
          </dd>
        </div>
      )}
      <div>
        <dt>In the articles</dt>
        <dd>
          named {count(data.mentions, 'time')} in {count(data.articles, 'article')}, {count(partners, 'partner')}
          {(data.firstDate ?? data.lastDate) && `, ${formatSpan(acts)}`}
        </dd>
      </div>
      {!known && <p class="hint">Known only from the text; no reference list names it.</p>}
      {wikidata && /^Q\d+$/.test(wikidata) && (
        <div>
          <dt>Reference</dt>
          <dd>
            <a href={`https://www.wikidata.org/wiki/${wikidata}`} target="_blank" rel="noreferrer noopener">
              Wikidata {wikidata}
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}

function officeText({ graph }: Store, { title, of, from, to }: Office): string {
  const place = [of, `country:${of}`].find((key) => key !== undefined && graph.hasNode(key));
  const name = place === undefined ? of?.replace(/^[a-z]+:/, '') : graph.getNodeAttribute(place, 'label');
  const years = from || to ? ` (${from ?? '?'}–${to ?? ''})` : '';
  return `${title}${name ? `, ${name}` : ''}${years}`;
}

function EventBlock({ store, node, go }: NodePanelProps) {
  const { participants, places, topics } = eventFacts(store.graph, node);
  const row = (title: string, nodes: readonly string[]) =>
    nodes.length > 0 && (
      <div>
        <dt>{title}</dt>
        <dd class="chips">
          {nodes.map((other) => (
            <NodeLink key={other} graph={store.graph} node={other} go={go} />
          ))}
        </dd>
      </div>
    );
  return (
    <dl class="facts event-facts">
      {row('Who took part', participants)}
      {row('Where', places)}
      {row('About', topics)}
    </dl>
  );
}

const ARROWS: Readonly<Record<Direction, typeof ArrowLeft>> = { in: ArrowLeft, out: ArrowRight, both: ArrowLeftRight };
const DIRECTION_WORDS: Readonly<Record<Direction, string>> = { in: 'incoming', out: 'outgoing', both: 'mutual' };

interface GroupProps {
  readonly id: string;
  readonly group: RelationGroup;
  readonly go: (page: Page) => void;
}

/** Longer lists open on demand. */
const FIRST_ITEMS = 12;

function Group({ id, group, go }: GroupProps) {
  const [all, setAll] = useState(false);
  const items = all || group.items.length <= FIRST_ITEMS + 2 ? group.items : group.items.slice(0, FIRST_ITEMS);
  return (
    <section class={`block relation-group tone-edge-${group.family}`}>
      <h3 id={id}>
        {group.phrase} <Icon of={ARROWS[group.direction]} size={14} />
        <span class="visually-hidden"> ({DIRECTION_WORDS[group.direction]})</span>
      </h3>
      <ul class="rows" aria-labelledby={id} onKeyDown={moveInList}>
        {items.map(({ edge, label, kind, flags }) => (
          <li key={edge.key}>
            <button
              type="button"
              class="row"
              data-item
              data-edge={edge.key}
              onClick={() => go({ at: 'edge', edge: edge.key })}
            >
              <Glyph kind={kind} />
              <span class="row-name">
                <bdi>{label}</bdi>
                <small>
                  {formatRange(edge.data.firstDate, edge.data.lastDate)} <Badges flags={flags} />
                </small>
              </span>
              <span class="row-count" title={count(edge.data.mentions, 'mention')}>
                {edge.data.mentions}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {items.length < group.items.length && (
        <button type="button" class="quiet more" onClick={() => setAll(true)}>
          Show all {group.items.length}
        </button>
      )}
    </section>
  );
}
