import { Badges } from '../parts/badges.tsx';
import { BalanceBar } from '../parts/balance-bar.tsx';
import { moveInList } from '../parts/list-keys.ts';
import { Marked } from '../parts/marked.tsx';
import { NodeLink } from '../parts/name.tsx';
import { formatRange } from '../state/dates.ts';
import { BALANCE_WORDS, dyadKey } from '../state/dyads.ts';
import { flagsOf, tellings } from '../state/evidence.ts';
import type { Edge } from '../state/filter.ts';
import type { Store } from '../state/store.ts';
import type { Page } from '../state/view.ts';
import { count, familyOf } from '../state/words.ts';

interface PairPanelProps {
  readonly store: Store;
  readonly a: string;
  readonly b: string;
  readonly go: (page: Page) => void;
}

/** Everything told of two actors, in both directions, with the first quote of each relation. */
export function PairPanel({ store, a, b, go }: PairPanelProps) {
  const dyad = store.dyads.value.find(({ key }) => key === dyadKey(a, b));
  const label = (node: string): string => store.graph.getNodeAttribute(node, 'label');
  const edges = [...(dyad?.edges ?? [])].sort((x, y) => y.data.mentions - x.data.mentions);
  const mutual = edges.filter((edge) => edge.data.symmetric);
  const from = (source: string): Edge[] => edges.filter((edge) => !edge.data.symmetric && edge.source === source);
  return (
    <>
      <div class="chips">
        <NodeLink graph={store.graph} node={a} go={go} />
        <NodeLink graph={store.graph} node={b} go={go} />
      </div>
      {dyad ? (
        <>
          <p class="kind-line">
            {count(dyad.volume, 'mention')} · {BALANCE_WORDS[dyad.balance]}
          </p>
          <BalanceBar cooperation={dyad.cooperation} conflict={dyad.conflict} />
        </>
      ) : (
        <p class="nothing">No relation between the two passes the filters.</p>
      )}
      <Side title="Mutual" edges={mutual} store={store} go={go} />
      <Side title={`${label(a)} → ${label(b)}`} edges={from(a)} store={store} go={go} />
      <Side title={`${label(b)} → ${label(a)}`} edges={from(b)} store={store} go={go} />
    </>
  );
}

interface SideProps {
  readonly title: string;
  readonly edges: readonly Edge[];
  readonly store: Store;
  readonly go: (page: Page) => void;
}

function Side({ title, edges, store, go }: SideProps) {
  if (edges.length === 0) return null;
  return (
    <section class="block">
      <h3>
        <bdi>{title}</bdi>
      </h3>
      <ul class="rows" onKeyDown={moveInList}>
        {edges.map(({ key, data }) => {
          const first = tellings(store.graph, data)[0];
          return (
            <li key={key}>
              <button
                type="button"
                class={`row tall tone-edge-${familyOf(data.quad)}`}
                data-item
                data-edge={key}
                onClick={() => go({ at: 'edge', edge: key })}
              >
                <span class="row-name">
                  <strong>{data.label}</strong>
                  <small>
                    {formatRange(data.firstDate, data.lastDate)} <Badges flags={flagsOf(data)} />
                  </small>
                  {first && (
                    <q class="snippet">
                      <Marked segments={first.quote} />
                    </q>
                  )}
                </span>
                <span class="row-count">{data.mentions}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
