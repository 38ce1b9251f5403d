import MiniSearch from 'minisearch';
import { plain } from '../../src/base/fold-name.ts';
import type { DragomanGraph } from '../../src/graph/attributes.ts';
import type { EntityKind } from '../../src/model/entity.ts';

export interface Suggestion {
  readonly node: string;
  readonly label: string;
  readonly kind: EntityKind;
  /** Name of the country to which it belongs, when the graph knows it. */
  readonly country?: string;
  /** The other name that matched, when the main one did not. */
  readonly alias?: string;
}

export type Search = (query: string, limit?: number) => Suggestion[];

/** Lower case without accents: a reader types "Erdogan". */
export const fold = (text: string): string => plain(text).toLowerCase();

/** Index over names and other names; prefixes and one or two typos count. An empty query finds nothing. */
export function createSearch(graph: DragomanGraph): Search {
  const index = new MiniSearch<{ id: string; label: string; aliases: string }>({
    fields: ['label', 'aliases'],
    tokenize: (text) => text.split(/[^\p{L}\p{N}\p{M}]+/u),
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      boost: { label: 2 },
      combineWith: 'AND',
    },
  });
  index.addAll(graph.mapNodes((id, node) => ({ id, label: node.label, aliases: node.aliases.join('\n') })));
  const busiest = Math.max(1, ...graph.mapNodes((_, node) => node.mentions));
  const boost = (id: unknown): number => 1 + graph.getNodeAttribute(String(id), 'mentions') / busiest;
  return (query, limit = 8) =>
    query.trim() === ''
      ? []
      : index
          .search(query, { boostDocument: boost })
          .slice(0, limit)
          .map((hit) => toSuggestion(graph, String(hit.id), fold(query.trim())));
}

function toSuggestion(graph: DragomanGraph, node: string, query: string): Suggestion {
  const { label, kind, aliases } = graph.getNodeAttributes(node);
  const country = countryName(graph, node);
  const alias = fold(label).includes(query) ? undefined : aliases.find((name) => fold(name).includes(query));
  return { node, label, kind, ...(country ? { country } : {}), ...(alias ? { alias } : {}) };
}

/** Name of the node's country where the graph has that node, else its code. */
export function countryName(graph: DragomanGraph, node: string): string | undefined {
  const { country, kind } = graph.getNodeAttributes(node);
  if (country === undefined || kind === 'country') return undefined;
  const key = `country:${country}`;
  return graph.hasNode(key) ? graph.getNodeAttribute(key, 'label') : country;
}
