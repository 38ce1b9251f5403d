import type { DragomanGraph } from '../graph/attributes.ts';
import { degrees, graphMetrics, summarize } from '../graph/metrics.ts';
import { explain } from '../query/explain.ts';
import { type Neighbour, neighbours } from '../query/neighbours.ts';
import { CliError, EXIT, type ExitCode } from './errors.ts';
import { toQuery } from './filters.ts';
import { findNode, nodeRecord } from './find-node.ts';
import type { FilterOptions } from './graph-commands.ts';
import { type CliIo, say, writeLine } from './io.ts';
import { loadGraph } from './load-graph.ts';
import { printable } from './printable.ts';
import { NEIGHBOUR_COLUMNS, writeJson } from './query-commands.ts';
import { formatTable, wrap } from './table.ts';

const TOP = 15;

/** `dragoman show`: the whole graph in numbers, or one node. @throws CliError */
export async function runShow(
  io: CliIo,
  file: string,
  name: string | undefined,
  options: FilterOptions,
): Promise<ExitCode> {
  const { json: _json, limit: _limit, ...filters } = options;
  if (name === undefined && Object.keys(filters).length > 0)
    throw new CliError('filters choose relations of one node; give its name too: dragoman show GRAPH NAME', EXIT.usage);
  const { graph } = await loadGraph(file);
  return name === undefined ? showGraph(io, graph, options) : showNode(io, graph, findNode(graph, name), options);
}

interface TopNode {
  readonly node: string;
  readonly name: string;
  readonly kind: string;
  readonly neighbours: number;
  readonly mentions: number;
  readonly articles: number;
}

interface RelationCount {
  readonly relation: string;
  readonly label: string;
  readonly edges: number;
}

async function showGraph(io: CliIo, graph: DragomanGraph, options: FilterOptions): Promise<ExitCode> {
  const limit = options.limit ?? TOP;
  const top = degrees(graph)
    .slice(0, limit)
    .map(({ node, degree }): TopNode => {
      const { mentions, articles } = graph.getNodeAttributes(node);
      return { ...nodeRecord(graph, node), neighbours: degree, mentions, articles };
    });
  const relations = countRelations(graph);
  const summary = summarize(graph);
  if (options.json) {
    const { generator } = graph.getAttributes();
    return writeJson(io, { summary, generator, metrics: graphMetrics(graph), top, relations }, 1);
  }
  await writeLine(io.stdout, `${printable(summary)}\n`);
  if (top.length === 0) return EXIT.fine;
  await writeLine(io.stdout, topTable(top, io.columns));
  const most = relations.slice(0, limit).map((r) => `${r.relation} ${r.edges}`);
  await writeLine(io.stdout, `\n${wrap(`Relations: ${most.join(', ')}`, io.columns ?? 100)}`);
  return EXIT.fine;
}

const topTable = (top: readonly TopNode[], columns: number | undefined): string =>
  formatTable(
    top,
    [
      { title: 'node', value: (r) => r.name, shrink: true },
      { title: 'kind', value: (r) => r.kind },
      { title: 'neighbours', value: (r) => r.neighbours, align: 'right' },
      { title: 'mentions', value: (r) => r.mentions, align: 'right' },
      { title: 'articles', value: (r) => r.articles, align: 'right' },
      { title: 'id', value: (r) => r.node, shrink: true },
    ],
    columns,
  );

function countRelations(graph: DragomanGraph): RelationCount[] {
  const counts = new Map<string, RelationCount>();
  graph.forEachEdge((_, { relation, label }) => {
    counts.set(relation, { relation, label, edges: (counts.get(relation)?.edges ?? 0) + 1 });
  });
  return [...counts.values()].sort((a, b) => b.edges - a.edges || (a.relation < b.relation ? -1 : 1));
}

async function showNode(io: CliIo, graph: DragomanGraph, node: string, options: FilterOptions): Promise<ExitCode> {
  const found = neighbours(graph, node, toQuery(graph, options));
  const rows = found.slice(0, options.limit);
  if (options.json) {
    const { x: _x, y: _y, ...attributes } = graph.getNodeAttributes(node);
    const relations = rows.map((row) => ({ ...row, occurrences: explain(graph, row.edge).occurrences }));
    return writeJson(io, { node, ...attributes, relations }, 1);
  }
  await writeLine(io.stdout, nodeHead(graph, node, io.columns));
  if (rows.length === 0) {
    say(io, 'no relation fits; planned, hypothetical and negated ones are shown with --status all');
    return EXIT.fine;
  }
  await writeLine(io.stdout, `\n${formatTable(rows, NEIGHBOUR_COLUMNS, io.columns)}\n`);
  for (const row of rows) await writeLine(io.stdout, quoteOf(graph, row, io.columns));
  if (rows.length < found.length) say(io, `${found.length - rows.length} more; raise --limit to see them`);
  return EXIT.fine;
}

function nodeHead(graph: DragomanGraph, node: string, columns: number | undefined): string {
  const a = graph.getNodeAttributes(node);
  const country = a.country && `country:${a.country}` !== node ? a.country : '';
  const facts = [a.subkind ?? a.kind, country, a.sector, a.wikidata, node].filter(Boolean).join(' · ');
  const offices = (a.offices ?? []).map(({ title, of, from, to }) => {
    const years = from && from === to ? ` ${from}` : from || to ? ` ${from ?? ''}–${to ?? ''}` : '';
    return `${title}${of ? ` (${of})` : ''}${years}`;
  });
  const line = (label: string, items: readonly string[]): string[] =>
    items.length > 0 ? [wrap(`${label}: ${items.join('; ')}`, columns ?? 100)] : [];
  const told = `named ${a.mentions} time${a.mentions === 1 ? '' : 's'} in ${a.articles} article${a.articles === 1 ? '' : 's'}`;
  return [printable(a.label), printable(facts), told, ...line('Offices', offices), ...line('Also', a.aliases)].join(
    '\n',
  );
}

/** The first sentence that tells a relation, with its source. */
function quoteOf(graph: DragomanGraph, row: Neighbour, columns: number | undefined): string {
  const [first] = explain(graph, row.edge).occurrences;
  if (!first) return '';
  const from = [first.article.publisher, first.article.publishedOn].filter(Boolean).join(', ');
  const head = `${row.label} ${row.name}`;
  return `${printable(head)}\n${wrap(`“${first.quote}”${from ? ` — ${from}` : ''}`, Math.min(columns ?? 100, 100), '  ')}`;
}
