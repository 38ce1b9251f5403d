import type { DragomanGraph } from '../graph/attributes.ts';
import { lookUp, resolveNode } from '../query/look-up.ts';
import { CliError } from './errors.ts';

/** Most names that are offered when one is unknown. */
const OFFERED = 5;

/**
 * The node that a name means.
 * @throws CliError "did you mean …" when it means none, or several
 */
export function findNode(graph: DragomanGraph, name: string): string {
  const resolved = resolveNode(graph, name);
  if (resolved.node !== undefined) return resolved.node;
  const offered = lookUp(graph, name).slice(0, OFFERED);
  const head = `the graph has no node called "${name}"`;
  if (offered.length === 0) throw new CliError(`${head}; "dragoman show GRAPH" lists the most named`);
  const names = offered.map(({ node }) => `  ${graph.getNodeAttribute(node, 'label')}  (${node})`);
  const several =
    offered.length > 1 && (offered[1]?.score ?? 0) === offered[0]?.score && (offered[0]?.score ?? 0) > 0.9;
  const problem = several ? `"${name}" may mean several nodes; give the id in brackets` : `${head}; did you mean`;
  throw new CliError(`${problem}:\n${names.join('\n')}`);
}

/**
 * The two different nodes that two names mean.
 * @throws CliError as `findNode`, and when both names mean the same node
 */
export function findPair(graph: DragomanGraph, nameA: string, nameB: string): readonly [string, string] {
  const [a, b] = [findNode(graph, nameA), findNode(graph, nameB)];
  if (a !== b) return [a, b];
  throw new CliError(`"${nameA}" and "${nameB}" are the same node (${a}); name two different ones`);
}

/** What JSON output says of a node. */
export function nodeRecord(graph: DragomanGraph, node: string): { node: string; name: string; kind: string } {
  const { label, kind } = graph.getNodeAttributes(node);
  return { node, name: label, kind };
}
