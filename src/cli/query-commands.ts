import { between, type EdgeLine, type Neighbour, neighbours } from '../query/neighbours.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { dateRange } from './evidence.ts';
import { toQuery } from './filters.ts';
import { findNode, findPair, nodeRecord } from './find-node.ts';
import type { FilterOptions } from './graph-commands.ts';
import { type CliIo, say, writeLine } from './io.ts';
import { loadGraph } from './load-graph.ts';
import { printable } from './printable.ts';
import { type Column, formatTable } from './table.ts';

/** Columns that every table of relations has after the names. */
const EDGE_COLUMNS: readonly Column<EdgeLine>[] = [
  { title: 'status', value: (r) => r.status },
  { title: 'when', value: dateRange },
  { title: 'told', value: (r) => r.mentions, align: 'right' },
  { title: 'articles', value: (r) => r.articles, align: 'right' },
  { title: 'sure', value: (r) => r.confidence.toFixed(2), align: 'right' },
];

export const NEIGHBOUR_COLUMNS: readonly Column<Neighbour>[] = [
  { title: 'relation', value: (r) => r.label, shrink: true },
  { title: 'neighbour', value: (r) => r.name, shrink: true },
  { title: 'kind', value: (r) => r.kind },
  ...EDGE_COLUMNS,
];

/** `dragoman neighbours`. @throws CliError */
export async function runNeighbours(io: CliIo, file: string, name: string, options: FilterOptions): Promise<ExitCode> {
  const { graph } = await loadGraph(file);
  const node = findNode(graph, name);
  const found = neighbours(graph, node, toQuery(graph, options));
  const rows = found.slice(0, options.limit);
  if (options.json) return writeJson(io, { ...nodeRecord(graph, node), neighbours: rows }, rows.length);
  if (rows.length === 0) return nothing(io, `no relation of ${graph.getNodeAttribute(node, 'label')} fits`);
  await writeLine(io.stdout, `${printable(graph.getNodeAttribute(node, 'label'))} …\n`);
  await writeLine(io.stdout, formatTable(rows, NEIGHBOUR_COLUMNS, io.columns));
  if (rows.length < found.length) say(io, `${found.length - rows.length} more; raise --limit to see them`);
  return EXIT.fine;
}

/** `dragoman between`. @throws CliError */
export async function runBetween(
  io: CliIo,
  file: string,
  nameA: string,
  nameB: string,
  options: FilterOptions,
): Promise<ExitCode> {
  const { graph } = await loadGraph(file);
  const [a, b] = findPair(graph, nameA, nameB);
  const rows = between(graph, a, b, toQuery(graph, options));
  if (options.json)
    return writeJson(io, { a: nodeRecord(graph, a), b: nodeRecord(graph, b), relations: rows }, rows.length);
  const label = (node: string): string => graph.getNodeAttribute(node, 'label');
  if (rows.length === 0) return nothing(io, `no relation between ${label(a)} and ${label(b)} fits`);
  const columns: readonly Column<EdgeLine>[] = [
    { title: 'from', value: () => label(a), shrink: true },
    { title: 'relation', value: (r) => r.label, shrink: true },
    { title: 'to', value: () => label(b), shrink: true },
    ...EDGE_COLUMNS,
  ];
  await writeLine(io.stdout, formatTable(rows, columns, io.columns));
  return EXIT.fine;
}

/** Machines get an answer in any case; the exit code says whether there is anything in it. */
export async function writeJson(io: CliIo, value: object, results: number): Promise<ExitCode> {
  await writeLine(io.stdout, JSON.stringify(value, undefined, 2));
  return results > 0 ? EXIT.fine : EXIT.failed;
}

/** Says that no relation fits, and where the others are. */
export function nothing(io: CliIo, message: string): ExitCode {
  say(io, `${message}; planned, hypothetical and negated ones are shown with --status all`);
  return EXIT.failed;
}
