import type { DragomanGraph } from '../graph/attributes.ts';
import type { Status } from '../model/event.ts';
import type { NeighbourOptions } from '../query/neighbours.ts';
import { CliError, EXIT } from './errors.ts';
import type { FilterOptions } from './graph-commands.ts';

const ALL_STATUSES: readonly Status[] = ['asserted', 'reported', 'planned', 'hypothetical', 'negated'];

/**
 * The options of the command line as those of a query.
 * @throws CliError when a relation is asked for that the graph does not have, or a time that ends before it begins
 */
export function toQuery(graph: DragomanGraph, options: FilterOptions): NeighbourOptions {
  if (options.since && options.until && options.since > options.until)
    throw new CliError(`--since ${options.since} is later than --until ${options.until}`, EXIT.usage);
  const status = options.status?.includes('all') ? ALL_STATUSES : (options.status as readonly Status[] | undefined);
  return {
    ...(options.type ? { types: options.type.map((type) => relationId(graph, type)) } : {}),
    ...(options.direction ? { direction: options.direction } : {}),
    ...(options.kind ? { kinds: options.kind } : {}),
    ...(options.since ? { since: options.since } : {}),
    ...(options.until ? { until: options.until } : {}),
    ...(options.datedOnly ? { datedOnly: true } : {}),
    ...(status ? { status } : {}),
    ...(options.minConfidence === undefined ? {} : { minConfidence: options.minConfidence }),
  };
}

/** A relation's id; its label with spaces is taken too. */
function relationId(graph: DragomanGraph, asked: string): string {
  const known = new Map<string, string>();
  graph.forEachEdge((_, { relation, label, inverseLabel }) => {
    for (const name of [inverseLabel, label, relation]) known.set(name.toLowerCase(), relation);
  });
  const found = known.get(asked) ?? known.get(asked.replaceAll(' ', '-'));
  if (found !== undefined) return found;
  const there = [...new Set(known.values())].sort().join(', ');
  throw new CliError(`the graph has no relation "${asked}"; there are: ${there || 'none'}`);
}
