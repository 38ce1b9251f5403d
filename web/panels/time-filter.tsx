import { Switch } from '../parts/switch.tsx';
import type { YearFacet } from '../state/filter.ts';
import type { Store } from '../state/store.ts';
import { count } from '../state/words.ts';

/** Years as bars, with a slider for each end; nothing where no relation is dated or all fall in one year. */
export function TimeFilter({ store }: { readonly store: Store }) {
  const { years, undated } = store.facets.value;
  const { since, until, undated: withUndated } = store.view.value.filters;
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined || first === last) return null;
  const clamp = (year: number): number => Math.min(last, Math.max(first, year));
  const [from, to] = [clamp(since ?? first), clamp(until ?? last)];
  const set = (low: number, high: number): void => {
    const { since: _since, until: _until, ...others } = store.view.value.filters;
    const bounds = { ...(low > first ? { since: low } : {}), ...(high < last ? { until: high } : {}) };
    store.view.value = { ...store.view.value, filters: { ...others, ...bounds } };
  };
  const slider = { type: 'range', min: first, max: last, step: 1 } as const;
  return (
    <fieldset class="time-filter">
      <legend>When</legend>
      <Bars years={years} from={from} to={to} />
      <label class="slider">
        <span>
          From <output>{from}</output>
        </span>
        <input
          {...slider}
          name="since"
          value={from}
          onInput={(e) => set(Math.min(Number(e.currentTarget.value), to), to)}
        />
      </label>
      <label class="slider">
        <span>
          To <output>{to}</output>
        </span>
        <input
          {...slider}
          name="until"
          value={to}
          onInput={(e) => set(from, Math.max(Number(e.currentTarget.value), from))}
        />
      </label>
      <Switch name="undated" on={withUndated} count={undated} change={(on) => store.filter({ undated: on })}>
        Undated
      </Switch>
    </fieldset>
  );
}

interface BarsProps {
  readonly years: readonly YearFacet[];
  readonly from: number;
  readonly to: number;
}

const HEIGHT = 44;

/** Cooperation above, conflict below it, one bar a year. */
function Bars({ years, from, to }: BarsProps) {
  const tallest = Math.max(1, ...years.map(({ cooperation, conflict }) => cooperation + conflict));
  const dated = years.reduce((sum, { cooperation, conflict }) => sum + cooperation + conflict, 0);
  return (
    <svg
      class="bars"
      viewBox={`0 0 ${years.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${count(dated, 'dated passage')} from ${years[0]?.year} to ${years.at(-1)?.year}`}
    >
      {years.map(({ year, cooperation, conflict }, index) => {
        const [up, down] = [(cooperation / tallest) * HEIGHT, (conflict / tallest) * HEIGHT];
        return (
          <g key={year} class={year < from || year > to ? 'out' : undefined}>
            <rect class="bar-cooperation" x={index} width="0.86" y={HEIGHT - up - down} height={up} />
            <rect class="bar-conflict" x={index} width="0.86" y={HEIGHT - down} height={down} />
          </g>
        );
      })}
    </svg>
  );
}
