import { RotateCcw } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Glyph } from '../parts/glyph.tsx';
import { Icon } from '../parts/icon.tsx';
import { Switch } from '../parts/switch.tsx';
import type { RelationFacet } from '../state/filter.ts';
import type { Store } from '../state/store.ts';
import { DEFAULT_FILTERS, DEFAULT_LIMIT, isDefault, NODE_BUDGET, toggled } from '../state/view.ts';
import { FAMILY_WORDS, type Family, KINDS, kindPlural, STATUS_WORDS, STATUSES } from '../state/words.ts';
import { TimeFilter } from './time-filter.tsx';

/** Switches for everything that can be left out, with the number of relations behind each. */
export function Filters({ store }: { readonly store: Store }) {
  const { filters, limit } = store.view.value;
  const { kinds, statuses, relations } = store.facets.value;
  const usual = isDefault(filters) && limit === DEFAULT_LIMIT;
  const reset = (): void => {
    store.view.value = { ...store.view.value, filters: DEFAULT_FILTERS, limit: DEFAULT_LIMIT };
  };
  return (
    <div class="filters">
      <div class="filters-head">
        <h2>Show</h2>
        <button type="button" class="quiet" onClick={reset} disabled={usual}>
          <Icon of={RotateCcw} size={14} /> Reset
        </button>
      </div>
      <Shown store={store} />
      <Group title="Actors and things">
        {KINDS.map((kind) => (
          <Switch
            key={kind}
            name={`kind-${kind}`}
            on={!filters.hiddenKinds.has(kind)}
            count={kinds.get(kind) ?? 0}
            change={(on) => store.filter({ hiddenKinds: toggled(filters.hiddenKinds, kind, !on) })}
          >
            <Glyph kind={kind} /> {kindPlural(kind)}
          </Switch>
        ))}
      </Group>
      <Group title="How sure the text is">
        {STATUSES.map((status) => (
          <Switch
            key={status}
            name={`status-${status}`}
            on={filters.statuses.has(status)}
            count={statuses.get(status) ?? 0}
            title={STATUS_WORDS[status].meaning}
            change={(on) => store.filter({ statuses: toggled(filters.statuses, status, on) })}
          >
            {STATUS_WORDS[status].label}
          </Switch>
        ))}
        <Confidence store={store} />
      </Group>
      <TimeFilter store={store} />
      <Group title="Kinds of relation">
        {[...relations].map(([family, facets]) => (
          <FamilyGroup key={family} store={store} family={family} facets={facets} />
        ))}
      </Group>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface FamilyGroupProps {
  readonly store: Store;
  readonly family: Family;
  readonly facets: readonly RelationFacet[];
}

function FamilyGroup({ store, family, facets }: FamilyGroupProps) {
  const { hiddenRelations } = store.view.value.filters;
  const on = facets.filter(({ relation }) => !hiddenRelations.has(relation));
  const setAll = (show: boolean): void => {
    const next = new Set(hiddenRelations);
    for (const { relation } of facets) show ? next.delete(relation) : next.add(relation);
    store.filter({ hiddenRelations: next });
  };
  return (
    <details class="family">
      <summary>
        <Switch
          name={`family-${family}`}
          on={on.length > 0}
          some={on.length > 0 && on.length < facets.length}
          count={facets.reduce((sum, facet) => sum + facet.edges, 0)}
          change={setAll}
        >
          <i class={`line tone-${family}`} aria-hidden="true" /> {FAMILY_WORDS[family]}
        </Switch>
      </summary>
      {facets.map(({ relation, label, edges }) => (
        <Switch
          key={relation}
          name={`relation-${relation}`}
          on={!hiddenRelations.has(relation)}
          count={edges}
          change={(show) => store.filter({ hiddenRelations: toggled(hiddenRelations, relation, !show) })}
        >
          {label}
        </Switch>
      ))}
    </details>
  );
}

function Confidence({ store }: { readonly store: Store }) {
  const { minConfidence } = store.view.value.filters;
  return (
    <label class="slider">
      <span>
        Confidence at least <output>{minConfidence.toFixed(2)}</output>
      </span>
      <input
        type="range"
        name="confidence"
        min="0"
        max="1"
        step="0.05"
        value={minConfidence}
        onInput={(event) => store.filter({ minConfidence: Number(event.currentTarget.value) })}
      />
    </label>
  );
}

/** How much of the graph the map draws, and a slider when it could be more or less. */
function Shown({ store }: { readonly store: Store }) {
  const { shownPairs, allPairs, shownNodes, allNodes } = store.display.value;
  const { limit } = store.view.value;
  const most = Math.min(NODE_BUDGET, allNodes);
  return (
    <div class="shown">
      <p role="status">
        Showing <strong>{shownPairs}</strong> of {allPairs} pairs among {shownNodes} of {allNodes} actors
      </p>
      {most > 10 && (
        <label class="slider">
          <span>
            Most active actors on the map: <output>{Math.min(limit, most)}</output>
          </span>
          <input
            type="range"
            name="limit"
            min={Math.min(10, most)}
            max={most}
            step="1"
            value={Math.min(limit, most)}
            onInput={(event) => {
              store.view.value = { ...store.view.value, limit: Number(event.currentTarget.value) };
            }}
          />
        </label>
      )}
    </div>
  );
}
