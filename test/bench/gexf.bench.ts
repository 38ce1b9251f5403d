/**
 * Checks the exports with readers that are not ours: `xmllint` validates the strict GEXF against the schema in `SHARED/schema/gexf-1.3`,
 * Debian's networkx reads the interop GEXF and the GraphML back. Graphs: the test graph, hostile ones (seeded), and a big one for speed.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { writeGexf } from '../../src/export/gexf.ts';
import { writeGraphml } from '../../src/export/graphml.ts';
import type { DragomanGraph } from '../../src/graph/attributes.ts';
import { createGraph, parseGraph, serializeGraph } from '../../src/graph/file.ts';
import { layOut } from '../../src/graph/layout.ts';
import { testGraph } from '../support/graph.ts';
import { anyGraph } from '../support/graph-arbitrary.ts';

const exec = promisify(execFile);
const HOSTILE = 60;
const BIG = { nodes: 2000, edges: 8000 };

/** Reads the files it is given and prints nodes and edges of each. */
const READ_BACK = `
import sys, networkx as nx
for name in sys.argv[1:]:
    try:
        g = nx.read_graphml(name) if name.endswith('.graphml') else nx.read_gexf(name)
        print(g.number_of_nodes(), g.number_of_edges())
    except Exception as error:
        print('failed:', repr(error).replace(chr(10), ' '))
`;

/** @throws Error that says what is missing: the schema, xmllint or python3-networkx */
export async function run(shared: string): Promise<void> {
  const schema = path.join(shared, 'schema', 'gexf-1.3', 'gexf.xsd');
  if (!existsSync(schema)) throw new Error(`no GEXF schema at ${schema}; give the shared folder with --shared`);
  await need('xmllint', ['--version'], 'xmllint is missing: apt-get install libxml2-utils');
  await need('python3', ['-c', 'import networkx'], 'networkx is missing: apt-get install python3-networkx');
  const folder = mkdtempSync(path.join(tmpdir(), 'dragoman-gexf-'));
  try {
    await check(folder, schema);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function need(command: string, args: readonly string[], message: string): Promise<void> {
  await exec(command, [...args]).catch(() => {
    throw new Error(message);
  });
}

async function check(folder: string, schema: string): Promise<void> {
  const hostile = fc.sample(anyGraph, { seed: 11, numRuns: HOSTILE });
  const graphs = [testGraph(), ...hostile, timed('big graph laid out', bigGraph)];
  const strict: string[] = [];
  const read: { file: string; nodes: number; edges: number }[] = [];
  graphs.forEach((graph, i) => {
    const write = (name: string, text: string): string => {
      const file = path.join(folder, `${i}-${name}`);
      writeFileSync(file, text);
      return file;
    };
    strict.push(write('strict.gexf', writeGexf(graph, { profile: 'strict' }).text));
    const edges = distinctEdges(graph);
    read.push({
      file: write('interop.gexf', writeGexf(graph, { profile: 'interop' }).text),
      nodes: graph.order,
      edges,
    });
    read.push({ file: write('g.graphml', writeGraphml(graph).text), nodes: graph.order, edges: graph.size });
  });
  const invalid = await validate(schema, strict);
  say(`strict GEXF, xmllint: ${strict.length - invalid.length} of ${strict.length} valid`);
  for (const line of invalid.slice(0, 5)) say(`  ${line}`);
  await compare(read);
  measureBig(graphs.at(-1) ?? createGraph('bench'));
}

async function validate(schema: string, files: readonly string[]): Promise<string[]> {
  const { stderr } = await exec('xmllint', ['--noout', '--schema', schema, ...files]).catch(
    (error: { stderr?: string }) => ({ stderr: error.stderr ?? '' }),
  );
  const lines = stderr.split('\n').filter(Boolean);
  const valid = new Set(lines.filter((l) => l.endsWith(' validates')).map((l) => l.slice(0, -' validates'.length)));
  return files.filter((f) => !valid.has(f)).map((f) => lines.find((l) => l.startsWith(f)) ?? `${f}: no answer`);
}

async function compare(files: readonly { file: string; nodes: number; edges: number }[]): Promise<void> {
  const { stdout } = await exec('python3', ['-c', READ_BACK, ...files.map((f) => f.file)]);
  const answers = stdout.trim().split('\n');
  const wrong = files.flatMap(({ file, nodes, edges }, i) =>
    answers[i] === `${nodes} ${edges}` ? [] : [`${path.basename(file)}: ${nodes} ${edges}, read back ${answers[i]}`],
  );
  say(
    `interop GEXF and GraphML, networkx: ${files.length - wrong.length} of ${files.length} with the same nodes and edges`,
  );
  for (const line of wrong.slice(0, 5)) say(`  ${line}`);
}

/** GEXF keeps one edge of the same ends, relation and status. */
function distinctEdges(graph: DragomanGraph): number {
  return new Set(graph.mapEdges((_, a, s, t) => [s, t, a.relation, a.status].join('\u0000'))).size;
}

function bigGraph(): DragomanGraph {
  const random = seededRandom(3);
  const like = testGraph();
  const edges = like.edges().map((e) => like.getEdgeAttributes(e));
  const graph = createGraph('bench', like.getAttribute('articles'));
  for (let i = 0; i < BIG.nodes; i++) graph.addNode(`person:p${i}`, { ...like.getNodeAttributes('country:IRN') });
  for (let i = 0; i < BIG.edges; i++) {
    const [a, b] = [Math.floor(random() ** 2 * BIG.nodes), Math.floor(random() * BIG.nodes)];
    const attributes = edges[i % edges.length];
    if (a !== b && attributes) graph.addDirectedEdgeWithKey(`e${i}`, `person:p${a}`, `person:p${b}`, attributes);
  }
  layOut(graph, 1);
  return graph;
}

function measureBig(graph: DragomanGraph): void {
  say(`big graph: ${graph.order} nodes, ${graph.size} edges`);
  timed('  GEXF written', () => writeGexf(graph, { profile: 'interop' }));
  const text = timed('  graph file written', () => serializeGraph(graph));
  const { diagnostics } = timed('  graph file read', () => parseGraph(text));
  if (diagnostics) say(`  but: ${diagnostics[0]?.message}`);
}

function timed<T>(what: string, work: () => T): T {
  const began = performance.now();
  const result = work();
  say(`${what}: ${Math.round(performance.now() - began)} ms`);
  return result;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
