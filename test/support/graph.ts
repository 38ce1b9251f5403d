import type { DragomanGraph, EdgeAttributes, NodeAttributes } from '../../src/graph/attributes.ts';
import { createGraph } from '../../src/graph/file.ts';
import type { Status } from '../../src/model/event.ts';
import type { Occurrence } from '../../src/model/relation.ts';
import { day, edges, type Telling } from './graph-edges.ts';
import { type NodeFields, nodes, type Reading, readings, testArticles } from './graph-words.ts';

export { testArticles };

/**
 * A fresh copy of a small graph made by hand (tests may change it): reports in our own words on well-known public events, from outlets
 * that don't exist. It has every node kind, every status, all four quad classes, parallel and opposite edges, undated edges, a standing
 * relation and a part of its own (Carter and Sadat) without a way to the rest.
 */
export function testGraph(): DragomanGraph {
  const graph = createGraph('dragoman test', Object.fromEntries(testArticles.map((a) => [a.id, a])));
  const keys = Object.keys(nodes);
  keys.forEach((key, index) => {
    graph.addNode(key, nodeAttributes(nodes[key] as NodeFields, index, keys.length));
  });
  for (const [source, relation, target, status, ...tellings] of edges) {
    const occurrences = tellings.map((t) => occurrence(t, `${source} ${relation} ${target}`));
    const key = `${source} ${relation} ${target} ${status}`;
    graph.addDirectedEdgeWithKey(key, source, target, edgeAttributes(relation, status, occurrences));
  }
  graph.forEachNode((key) => {
    const dates = graph
      .mapEdges(key, (_, a) => [a.firstDate, a.lastDate])
      .flat()
      .filter((d) => d !== undefined)
      .sort();
    const [first, last] = [dates[0], dates.at(-1)];
    if (first && last) graph.mergeNodeAttributes(key, { firstDate: first, lastDate: last });
  });
  return graph;
}

function nodeAttributes(fields: NodeFields, index: number, total: number): NodeAttributes {
  const angle = (2 * Math.PI * index) / total;
  const [x, y] = [Math.round(100 * Math.cos(angle)), Math.round(100 * Math.sin(angle))];
  return { aliases: [], known: true, mentions: 2, articles: 1, x: x || 0, y: y || 0, ...fields };
}

function edgeAttributes(relation: string, status: Status, occurrences: readonly Occurrence[]): EdgeAttributes {
  const [label, inverseLabel, symmetric, eventType, mode, quad, cameo, goldstein, tone] = readings[relation] as Reading;
  const times = occurrences.flatMap((o) => (o.time ? [o.time] : []));
  const first = times.map((t) => t.from).sort()[0];
  const last = times
    .map((t) => t.to)
    .sort()
    .at(-1);
  return {
    ...{ relation, label, inverseLabel, symmetric, status },
    ...(eventType ? { eventType } : {}),
    ...(mode ? { mode } : {}),
    ...(quad ? { quad } : {}),
    ...(cameo ? { cameo } : {}),
    ...(goldstein === undefined ? {} : { goldstein }),
    tone: tone ?? 0,
    mentions: occurrences.length,
    articles: new Set(occurrences.map((o) => o.evidence.article)).size,
    outlets: new Set(occurrences.flatMap((o) => o.outlet ?? [])).size,
    ...(first && last ? { firstDate: first, lastDate: last } : {}),
    confidence: Math.max(...occurrences.map((o) => o.confidence)),
    occurrences: [...occurrences],
    events: eventType ? occurrences.flatMap((o) => o.event ?? []) : [],
  };
}

/** The event id is the sentence: the edges that one sentence draws show one event. */
function occurrence(telling: Telling, rule: string): Occurrence {
  const [id, number] = telling.at;
  const source = testArticles.find((a) => a.id === id);
  const text = source?.text ?? '';
  const quote = text.split(/(?<=\.)\s+/)[number] ?? '';
  const start = text.indexOf(quote);
  const trigger = text.indexOf(telling.trigger, start);
  if (!quote || trigger < 0) throw new Error(`test graph: no "${telling.trigger}" in ${id}, sentence ${number}`);
  const time = typeof telling.on === 'string' ? day(telling.on) : telling.on;
  const [speaker, words, verb] = telling.speaker ?? [];
  return {
    event: `event-${id}-${number}`,
    evidence: {
      article: id,
      span: { start, end: start + quote.length },
      quote,
      trigger: { start: trigger, end: trigger + telling.trigger.length },
      rule,
    },
    ...(time ? { time } : {}),
    ...(telling.timeText ? { timeText: telling.timeText } : {}),
    ...(speaker && words && verb ? { attribution: { speaker, text: words, verb } } : {}),
    ...(source?.publisher ? { outlet: source.publisher } : {}),
    confidence: 0.8,
    sourceText: telling.names[0],
    targetText: telling.names[1],
  };
}
