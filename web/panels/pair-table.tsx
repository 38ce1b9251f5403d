import { formatSpan } from '../state/dates.ts';
import { BALANCE_WORDS, type Dyad } from '../state/dyads.ts';
import type { Store } from '../state/store.ts';
import type { Page } from '../state/view.ts';

/** More rows than this help nobody; filters and the search do. */
const MOST_ROWS = 500;

interface PairTableProps {
  readonly store: Store;
  readonly go: (page: Page) => void;
}

/** The same pairs that the map draws, as a table. Stands in for the map where there is no WebGL. */
export function PairTable({ store, go }: PairTableProps) {
  const nodes = new Set(store.display.value.nodes.map(({ key }) => key));
  const focus = store.focus.value;
  const drawn = store.dyads.value.filter(
    ({ a, b }) => nodes.has(a) && nodes.has(b) && (focus.length === 0 || focus.includes(a) || focus.includes(b)),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table-wrap" aria-label="Table of pairs" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Pair</th>
            <th scope="col" class="number">
              Mentions
            </th>
            <th scope="col">Balance</th>
            <th scope="col">Relations</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {drawn.slice(0, MOST_ROWS).map((dyad) => (
            <Row key={dyad.key} store={store} dyad={dyad} go={go} />
          ))}
        </tbody>
      </table>
      {drawn.length > MOST_ROWS && (
        <p class="hint">And {drawn.length - MOST_ROWS} more; filter or search to see them.</p>
      )}
      {drawn.length === 0 && <p class="nothing">No pair passes the filters.</p>}
    </section>
  );
}

function Row({ store, dyad, go }: PairTableProps & { readonly dyad: Dyad }) {
  const label = (node: string): string => store.graph.getNodeAttribute(node, 'label');
  const { a, b, edges, balance, volume } = dyad;
  const relations = [...new Set(edges.map(({ data }) => data.label))];
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={() => go({ at: 'pair', a, b })}>
          <bdi>{label(a)}</bdi> – <bdi>{label(b)}</bdi>
        </button>
      </th>
      <td class="number">{volume}</td>
      <td class="balance-cell">
        <i class={`line tone-${balance}`} aria-hidden="true" /> {BALANCE_WORDS[balance]}
      </td>
      <td class="relations-cell">
        {relations.slice(0, 4).join(', ') + (relations.length > 4 ? ` +${relations.length - 4}` : '')}
      </td>
      <td class="when-cell">{formatSpan(edges.map(({ data }) => data))}</td>
    </tr>
  );
}
