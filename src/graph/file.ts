import { MultiDirectedGraph } from 'graphology';
import { byCode } from '../base/order.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ArticleRecord, DragomanGraph, EdgeAttributes, GraphAttributes, NodeAttributes } from './attributes.ts';
import { checkArticles, checkLines, createFindings, type Findings } from './file-check.ts';
import { type EdgeLine, edgeLine, FIELD_ORDER, type NodeLine, nodeLine } from './file-schema.ts';

/** Field `format` of a graph file. */
export const GRAPH_FORMAT = 'dragoman-graph';
/** Field `version` of a graph file; raised when older readers could not read it. */
export const GRAPH_VERSION = 1;

/** What reading a graph file gives: the graph, or what is wrong with the file (never both, never neither). */
export type ParsedGraph =
  | { readonly graph: DragomanGraph; readonly diagnostics?: undefined }
  | { readonly graph?: undefined; readonly diagnostics: readonly Diagnostic[] };

/** An empty graph that holds to the rules of `attributes.ts`: many edges between two nodes, none from a node to itself. */
export function createGraph(generator: string, articles: Readonly<Record<string, ArticleRecord>> = {}): DragomanGraph {
  const graph: DragomanGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>({
    allowSelfLoops: false,
  });
  graph.replaceAttributes({
    format: GRAPH_FORMAT,
    version: GRAPH_VERSION,
    generator,
    articles: Object.fromEntries(Object.entries(articles)),
  });
  return graph;
}

/** The article of an id; safe for ids such as `constructor`. */
export function articleOf(graph: DragomanGraph, id: string): ArticleRecord | undefined {
  const articles = graph.getAttribute('articles');
  return Object.hasOwn(articles, id) ? articles[id] : undefined;
}

/** Edges in the order in which they are shown and written: by ends, relation, status. */
export function sortedEdges(graph: DragomanGraph): string[] {
  const sortKey = new Map(
    graph.mapEdges((edge, a, source, target) => [edge, [source, target, a.relation, a.status, edge].join('\u0000')]),
  );
  return graph.edges().sort((a, b) => byCode(sortKey.get(a) ?? '', sortKey.get(b) ?? ''));
}

const toJson = (value: unknown): string => JSON.stringify(value, FIELD_ORDER as string[]);

/** The graph as JSON, one article, node or edge a line; equal graphs give equal bytes, in whatever order they were built. */
export function serializeGraph(graph: DragomanGraph): string {
  const { generator, articles } = graph.getAttributes();
  const nodes = graph.nodes().sort(byCode);
  return [
    '{',
    `"format":"${GRAPH_FORMAT}",`,
    `"version":${GRAPH_VERSION},`,
    `"generator":${JSON.stringify(generator)},`,
    block('articles', '{', '}', Object.keys(articles).sort(byCode), (id) => {
      return `${JSON.stringify(id)}:${toJson(articleOf(graph, id))}`;
    }),
    block('nodes', '[', ']', nodes, (key) => toJson({ key, attributes: graph.getNodeAttributes(key) })),
    block('edges', '[', ']', sortedEdges(graph), (key) => {
      const [source, target] = graph.extremities(key);
      return toJson({ key, source, target, attributes: graph.getEdgeAttributes(key) });
    }).replace(/,$/, ''),
    '}',
    '',
  ].join('\n');
}

function block(name: string, open: string, close: string, keys: readonly string[], line: (key: string) => string) {
  const lines = keys.map(line);
  return lines.length === 0 ? `"${name}":${open}${close},` : `"${name}":${open}\n${lines.join(',\n')}\n${close},`;
}

/** Reads a graph file. Whatever is wrong with it comes back as diagnostics that name the place; it never throws on text. */
export function parseGraph(text: string): ParsedGraph {
  const findings = createFindings();
  const file = readEnvelope(text, findings);
  if (!file) return { diagnostics: findings.list() };
  const articles = checkArticles(file['articles'], findings);
  const nodes = checkLines<NodeLine>(file['nodes'], 'nodes', nodeLine, findings);
  const edges = checkLines<EdgeLine>(file['edges'], 'edges', edgeLine, findings);
  checkEnds(nodes, edges, findings);
  if (findings.count() > 0) return { diagnostics: findings.list() };
  const graph = createGraph(String(file['generator'] ?? ''), articles);
  for (const { key, attributes } of nodes) graph.addNode(key, attributes);
  for (const { key, source, target, attributes } of edges) {
    graph.addDirectedEdgeWithKey(key, source, target, attributes);
  }
  return { graph };
}

type Envelope = Readonly<Record<string, unknown>>;

function readEnvelope(text: string, findings: Findings): Envelope | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').slice(0, 160) : 'broken text';
    findings.add('graph/not-json', `this is not JSON (${reason}); give a file that \`dragoman build\` wrote`);
    return undefined;
  }
  const file = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Envelope) : {};
  if (file['format'] !== GRAPH_FORMAT) {
    findings.add(
      'graph/other-format',
      `this is JSON but no graph of Dragoman ("format" is not "${GRAPH_FORMAT}"); give a file that \`dragoman build\` wrote`,
      'format',
    );
    return undefined;
  }
  if (file['version'] !== GRAPH_VERSION) {
    findings.add('graph/other-version', versionMessage(file['version'], file['generator']), 'version');
    return undefined;
  }
  return file;
}

function versionMessage(version: unknown, generator: unknown): string {
  const maker = typeof generator === 'string' && generator ? ` (${generator})` : '';
  const shown = JSON.stringify(version) ?? 'none';
  return typeof version === 'number' && version > GRAPH_VERSION
    ? `made by a newer Dragoman${maker}: graph version ${shown}; this one reads version ${GRAPH_VERSION}. Update, or build the graph again`
    : `graph version ${shown}${maker}; this Dragoman reads version ${GRAPH_VERSION}. Build the graph again from the articles`;
}

function checkEnds(nodes: readonly NodeLine[], edges: readonly EdgeLine[], findings: Findings): void {
  // Nodes that were left out as broken have their own finding; their edges would only repeat it.
  if (findings.count() > 0) return;
  const keys = new Set(nodes.map((node) => node.key));
  edges.forEach((edge, index) => {
    const place = `edges[${index}] (${edge.key})`;
    for (const end of ['source', 'target'] as const) {
      if (keys.has(edge[end])) continue;
      findings.add(
        'graph/dangling-edge',
        `its ${end} "${edge[end]}" is no node of this file; the file was cut or edited`,
        place,
      );
    }
    if (edge.source === edge.target) {
      findings.add('graph/self-loop', `it leads from "${edge.source}" to itself; remove it`, place);
    }
  });
}
