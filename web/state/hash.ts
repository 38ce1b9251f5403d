import type { EntityKind } from '../../src/model/entity.ts';
import type { Status } from '../../src/model/event.ts';
import { DEFAULT_FILTERS, DEFAULT_LIMIT, type Filters, NODE_BUDGET, type Page, type View } from './view.ts';
import { KINDS, STATUSES } from './words.ts';

/**
 * The view as a URL fragment, so that it can be shared and the back button works: `#/node/country:IRN?hide=place`.
 * What is as usual is left out.
 */
export function formatHash(view: View): string {
  const query = formatQuery(view);
  return `#/${formatPage(view.page)}${query ? `?${query}` : ''}`;
}

/** Reads a fragment. Never fails: what it doesn't understand is as if it weren't there. */
export function parseHash(hash: string): View {
  const [path = '', query = ''] = split(hash.replace(/^#\/?/, ''), '?');
  const params = new URLSearchParams(query);
  return {
    page: parsePage(path.split('/').map(decode)),
    filters: parseFilters(params),
    mode: params.get('mode') === 'table' ? 'table' : 'map',
    limit: parseNumber(params.get('top'), 1, NODE_BUDGET * 10) ?? DEFAULT_LIMIT,
  };
}

function formatPage(page: Page): string {
  const code = (...parts: readonly string[]): string => parts.map(encode).join('/');
  if (page.at === 'node') return code('node', page.node);
  if (page.at === 'pair') return code('pair', page.a, page.b);
  if (page.at === 'edge') return code('edge', page.edge);
  if (page.at === 'overview') return '';
  if (page.edge === undefined) return code('article', page.article);
  return code('article', page.article, page.edge, String(page.occurrence ?? 0));
}

function parsePage([at, first, second, third]: readonly string[]): Page {
  if (!first) return { at: 'overview' };
  if (at === 'node') return { at, node: first };
  if (at === 'pair' && second) return { at, a: first, b: second };
  if (at === 'edge') return { at, edge: first };
  if (at !== 'article') return { at: 'overview' };
  if (!second) return { at, article: first };
  return { at, article: first, edge: second, occurrence: parseNumber(third ?? null, 0, 1e6) ?? 0 };
}

function formatQuery({ filters, mode, limit }: View): string {
  const params = new URLSearchParams();
  const list = (name: string, values: ReadonlySet<string>): void => params.set(name, [...values].sort().join(','));
  if (filters.hiddenKinds.size > 0) list('hide', filters.hiddenKinds);
  if (filters.hiddenRelations.size > 0) list('without', filters.hiddenRelations);
  if ([...filters.statuses].sort().join() !== [...DEFAULT_FILTERS.statuses].sort().join())
    list('status', filters.statuses);
  if (filters.minConfidence !== DEFAULT_FILTERS.minConfidence) params.set('confidence', String(filters.minConfidence));
  if (filters.since !== undefined) params.set('since', String(filters.since));
  if (filters.until !== undefined) params.set('until', String(filters.until));
  if (!filters.undated) params.set('undated', 'no');
  if (mode !== 'map') params.set('mode', mode);
  if (limit !== DEFAULT_LIMIT) params.set('top', String(limit));
  return params.toString().replaceAll('%2C', ',');
}

function parseFilters(params: URLSearchParams): Filters {
  const list = (name: string): string[] => (params.get(name) ?? '').split(',').filter((x) => x !== '');
  const known = <T extends string>(name: string, all: readonly T[]): Set<T> =>
    new Set(all.filter((x) => list(name).includes(x)));
  const since = parseNumber(params.get('since'), 0, 9999);
  const until = parseNumber(params.get('until'), 0, 9999);
  return {
    hiddenKinds: known<EntityKind>('hide', KINDS),
    hiddenRelations: new Set(list('without')),
    statuses: params.has('status') ? known<Status>('status', STATUSES) : DEFAULT_FILTERS.statuses,
    minConfidence: parseNumber(params.get('confidence'), 0, 1) ?? DEFAULT_FILTERS.minConfidence,
    undated: params.get('undated') !== 'no',
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

function parseNumber(text: string | null, min: number, max: number): number | undefined {
  const value = Number(text ?? 'x');
  return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : undefined;
}

/** Colons stay readable; a slash, a question mark or a percent sign in an id must not split it. Half a surrogate pair can't be encoded. */
const encode = (part: string): string =>
  encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, '\ufffd')).replaceAll('%3A', ':');

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function split(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
