import type { DragomanGraph } from '../graph/attributes.ts';

/** What an export of a graph as nodes and edges leaves out, one sentence each; empty when nothing is lost. */
export function countLosses(graph: DragomanGraph, profile: 'interop' | 'strict' | 'table', replaced: number): string[] {
  let [sentences, speakers, symmetric, directed, repeated, offices] = [0, 0, 0, 0, 0, 0];
  const seen = new Set<string>();
  graph.forEachEdge((_, a, source, target) => {
    sentences += Math.max(0, a.occurrences.length - 1);
    speakers += a.occurrences.filter((o) => o.attribution).length;
    if (a.symmetric) symmetric++;
    else directed++;
    const key = [source, target, a.relation, a.status].join('\u0000');
    if (seen.has(key)) repeated++;
    seen.add(key);
  });
  graph.forEachNode((_, a) => {
    offices += a.offices?.length ?? 0;
  });
  const texts = Object.values(graph.getAttribute('articles')).filter((a) => a.text !== undefined).length;
  const lines: (readonly [number, string])[] = [
    [
      sentences,
      'further sentences of edges were left out: an edge keeps its first quote and the number of its sentences',
    ],
    [speakers, 'speakers were left out: the status "reported" or "negated" stays'],
    [texts, 'article texts were left out'],
    [offices, 'offices of people were left out'],
    [
      profile === 'interop' && directed > 0 ? symmetric : 0,
      'symmetric edges were written as directed ones; the column "symmetric" marks them',
    ],
    [
      profile === 'table' ? 0 : repeated,
      'edges were left out, since one of the same ends, relation and status was there already',
    ],
    [replaced, 'characters that XML cannot hold were replaced by U+FFFD'],
  ];
  return lines.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
}
