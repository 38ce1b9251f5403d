import { DEFAULT_CONFIDENCE } from '../../src/graph/attributes.ts';
import type { EntityKind } from '../../src/model/entity.ts';
import type { Status } from '../../src/model/event.ts';
import { STATUSES } from './words.ts';

/** What the side panel shows. An article page keeps the edge and the occurrence from which the reader came. */
export type Page =
  | { readonly at: 'overview' }
  | { readonly at: 'node'; readonly node: string }
  | { readonly at: 'pair'; readonly a: string; readonly b: string }
  | { readonly at: 'edge'; readonly edge: string }
  | { readonly at: 'article'; readonly article: string; readonly edge?: string; readonly occurrence?: number };

export interface Filters {
  /** Kinds and edge types that are switched off; empty sets show everything. */
  readonly hiddenKinds: ReadonlySet<EntityKind>;
  readonly hiddenRelations: ReadonlySet<string>;
  readonly statuses: ReadonlySet<Status>;
  /** [0, 1] */
  readonly minConfidence: number;
  /** First and last year; what is dated must touch that time. Absent: no bound. */
  readonly since?: number;
  readonly until?: number;
  /** Whether relations without a date are shown. */
  readonly undated: boolean;
}

export interface View {
  readonly page: Page;
  readonly filters: Filters;
  readonly mode: 'map' | 'table';
  /** How many actors the map shows at most. */
  readonly limit: number;
}

/** More nodes than this are no map any more. */
export const NODE_BUDGET = 300;
export const DEFAULT_LIMIT = 150;

export const DEFAULT_FILTERS: Filters = {
  hiddenKinds: new Set(),
  hiddenRelations: new Set(),
  statuses: new Set<Status>(['asserted', 'reported']),
  minConfidence: DEFAULT_CONFIDENCE,
  undated: true,
};

/** Every status, also what is planned, possible or denied. */
export const STATUS_ALL: ReadonlySet<Status> = new Set(STATUSES);

export const DEFAULT_VIEW: View = {
  page: { at: 'overview' },
  filters: DEFAULT_FILTERS,
  mode: 'map',
  limit: DEFAULT_LIMIT,
};

const sameSet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size === b.size && [...a].every((x) => b.has(x));

export const isDefault = (filters: Filters): boolean =>
  sameSet(filters.hiddenKinds, DEFAULT_FILTERS.hiddenKinds) &&
  sameSet(filters.hiddenRelations, DEFAULT_FILTERS.hiddenRelations) &&
  sameSet(filters.statuses, DEFAULT_FILTERS.statuses) &&
  filters.minConfidence === DEFAULT_FILTERS.minConfidence &&
  filters.since === undefined &&
  filters.until === undefined &&
  filters.undated;

/** A copy of the set with the value put in or taken out. */
export function toggled<T>(set: ReadonlySet<T>, value: T, present = !set.has(value)): ReadonlySet<T> {
  const next = new Set(set);
  if (present) next.add(value);
  else next.delete(value);
  return next;
}
