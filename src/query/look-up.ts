import { distance } from 'fastest-levenshtein';
import { searchName } from '../base/fold-name.ts';
import { byCode } from '../base/order.ts';
import type { DragomanGraph } from '../graph/attributes.ts';
import { UnknownNodeError } from './errors.ts';

/** A node that a name may mean. `score` in (0, 1], 1 for its id or a name letter by letter; `matched` is the name that fitted. */
export interface NodeMatch {
  readonly node: string;
  readonly score: number;
  readonly matched: string;
}

export type ResolvedNode =
  | { readonly node: string; readonly suggestions?: undefined }
  | { readonly node?: undefined; readonly suggestions: readonly NodeMatch[] };

/** Good enough to be taken without asking: an id, a name, an alias or an acronym, but no part of a name and no slip. */
const SURE = 0.9;
const MOST = 20;

/**
 * Finds nodes by id, name, alias or acronym, whatever the case and accents; by the beginning of a name or of one of its words; and with
 * slips of the pen. Best first; among equals the one that is mentioned most, then by name.
 */
export function lookUp(graph: DragomanGraph, name: string): NodeMatch[] {
  const wanted = searchName(name);
  const exactKey = name.trim();
  const found: (NodeMatch & { readonly mentions: number; readonly label: string })[] = [];
  graph.forEachNode((node, { label, aliases, mentions }) => {
    const best = node === exactKey ? { score: 1, matched: node } : bestName(wanted, node, label, aliases);
    if (best) found.push({ node, ...best, mentions, label });
  });
  return found
    .sort((a, b) => b.score - a.score || b.mentions - a.mentions || byCode(a.label, b.label) || byCode(a.node, b.node))
    .slice(0, MOST)
    .map(({ node, score, matched }) => ({ node, score, matched }));
}

function bestName(
  wanted: string,
  node: string,
  label: string,
  aliases: readonly string[],
): Omit<NodeMatch, 'node'> | undefined {
  if (!wanted) return undefined;
  let best: Omit<NodeMatch, 'node'> | undefined;
  const consider = (score: number, matched: string): void => {
    if (score > 0 && (!best || score > best.score)) best = { score, matched };
  };
  const id = searchName(node.slice(node.indexOf(':') + 1));
  if (id === wanted) consider(0.97, node);
  consider(nameScore(wanted, searchName(label), 1), label);
  for (const alias of aliases) consider(nameScore(wanted, searchName(alias), 0.98), alias);
  if (acronym(searchName(label)) === wanted) consider(0.92, label);
  return best;
}

/** How well a folded name fits; `full` is the score of equality. */
function nameScore(wanted: string, name: string, full: number): number {
  if (!name) return 0;
  if (name === wanted) return full;
  const share = wanted.length / name.length;
  if (name.startsWith(wanted)) return full * (0.7 + 0.15 * share);
  if (` ${name}`.includes(` ${wanted}`)) return full * (0.6 + 0.15 * share);
  const slips = slipsAllowed(wanted.length);
  if (slips === 0) return 0;
  const whole = typoScore(wanted, name, slips);
  const word = Math.max(0, ...name.split(' ').map((w) => typoScore(wanted, w, slips) * 0.85));
  return full * Math.max(whole, word);
}

/** Words of a name that its acronym leaves out. */
const SMALL = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'to', 'a', 'de', 'la']);

/** "international atomic energy agency" -> `iaea`; names of one word have none. */
export function acronym(folded: string): string | undefined {
  const words = folded.split(' ').filter((w) => !SMALL.has(w));
  return words.length < 2 ? undefined : words.map((w) => w.charAt(0)).join('');
}

/** A slip a third of a short word would make any word out of it. */
const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3);

function typoScore(wanted: string, name: string, slips: number): number {
  if (Math.abs(wanted.length - name.length) > slips) return 0;
  const gap = swapped(wanted, name) ? 1 : distance(wanted, name);
  return gap > slips ? 0 : 0.65 - (0.4 * gap) / Math.max(wanted.length, name.length);
}

/** Two letters next to each other changed places: one slip, though two edits. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.slice(at + 2) === b.slice(at + 2) && a[at] === b[at + 1] && a[at + 1] === b[at];
}

/**
 * The one node that a name means, or what it could mean. A name that two nodes bear equally well ("Georgia") is taken for the one
 * that is mentioned more only when the other is not mentioned half as often.
 */
export function resolveNode(graph: DragomanGraph, name: string): ResolvedNode {
  const key = name.trim();
  if (graph.hasNode(key)) return { node: key };
  const matches = lookUp(graph, name);
  const [first, second] = matches;
  if (!first || first.score < SURE) return { suggestions: matches };
  if (!second || second.score < first.score) return { node: first.node };
  const weight = (match: NodeMatch): number => graph.getNodeAttribute(match.node, 'mentions');
  return weight(first) > 2 * weight(second) ? { node: first.node } : { suggestions: matches };
}

/** @throws UnknownNodeError, with the keys of nodes that have a name like it, when the graph has no such node */
export function requireNode(graph: DragomanGraph, node: string): void {
  if (graph.hasNode(node)) return;
  throw new UnknownNodeError(
    node,
    lookUp(graph, node)
      .slice(0, 5)
      .map((m) => m.node),
  );
}
