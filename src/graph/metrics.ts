import { byCode } from '../base/order.ts';
import type { EntityKind } from '../model/entity.ts';
import type { QuadClass, Status } from '../model/event.ts';
import { DEFAULT_STATUSES, type DragomanGraph } from './attributes.ts';

/** Counts over a whole graph. An act is one event, however many edges and sentences tell it; standing relations are no acts. */
export interface GraphMetrics {
  readonly nodes: number;
  readonly edges: number;
  /** Pairs of nodes with at least one edge, whatever its direction. */
  readonly pairs: number;
  /** Countries, people and organisations. */
  readonly actors: number;
  readonly articles: number;
  readonly outlets: number;
  readonly kinds: Readonly<Record<EntityKind, number>>;
  /** Edges by status. */
  readonly statuses: Readonly<Record<Status, number>>;
  /** Acts told as done (asserted or reported), by quad class. */
  readonly quads: Readonly<Record<QuadClass, number>>;
  /** Acts told as done, and how many of them have a date. */
  readonly acts: number;
  readonly datedActs: number;
  readonly firstDate?: string;
  readonly lastDate?: string;
  /** Share of cooperation (quad classes 1 and 2) among the acts told as done, [0, 1]; absent when there is none. */
  readonly cooperation?: number;
}

const ACTORS: ReadonlySet<EntityKind> = new Set<EntityKind>(['country', 'person', 'organization']);

/** Counts over the whole graph. */
export function graphMetrics(graph: DragomanGraph): GraphMetrics {
  const kinds = { country: 0, person: 0, organization: 0, event: 0, place: 0, issue: 0 };
  const statuses = { asserted: 0, reported: 0, planned: 0, hypothetical: 0, negated: 0 };
  let actors = 0;
  graph.forEachNode((_, { kind }) => {
    kinds[kind]++;
    if (ACTORS.has(kind)) actors++;
  });
  const pairs = new Set<string>();
  const outlets = new Set<string>();
  graph.forEachEdge((_, { status, occurrences }, source, target) => {
    statuses[status]++;
    pairs.add(source < target ? `${source}\u0000${target}` : `${target}\u0000${source}`);
    for (const { outlet } of occurrences) if (outlet !== undefined) outlets.add(outlet);
  });
  return {
    ...{ nodes: graph.order, edges: graph.size, pairs: pairs.size, actors },
    articles: Object.keys(graph.getAttribute('articles')).length,
    outlets: outlets.size,
    ...{ kinds, statuses },
    ...countActs(graph),
  };
}

type ActCounts = Pick<GraphMetrics, 'quads' | 'acts' | 'datedActs' | 'firstDate' | 'lastDate' | 'cooperation'>;

function countActs(graph: DragomanGraph): ActCounts {
  const quadOf = new Map<string, QuadClass>();
  const dated = new Set<string>();
  const days: string[] = [];
  graph.forEachEdge((edge, { status, quad, occurrences }) => {
    if (quad === undefined || !DEFAULT_STATUSES.includes(status)) return;
    for (const { event, time } of occurrences) {
      // Without an event record the edge itself stands for the act.
      const act = event ?? edge;
      quadOf.set(act, quad);
      if (!time) continue;
      dated.add(act);
      days.push(time.from, time.to);
    }
  });
  const quads = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const quad of quadOf.values()) quads[quad]++;
  days.sort(byCode);
  const [firstDate, lastDate] = [days[0], days.at(-1)];
  return {
    quads,
    acts: quadOf.size,
    datedActs: dated.size,
    ...(firstDate && lastDate ? { firstDate, lastDate } : {}),
    ...(quadOf.size > 0 ? { cooperation: (quads[1] + quads[2]) / quadOf.size } : {}),
  };
}

/** Nodes with the number of their neighbours, most first; ties by key. */
export function degrees(graph: DragomanGraph): { readonly node: string; readonly degree: number }[] {
  return graph
    .mapNodes((node) => ({ node, degree: graph.neighbors(node).length }))
    .sort((a, b) => b.degree - a.degree || byCode(a.node, b.node));
}

/** "42 actors, 96 dated acts, Sep 1978 – Apr 2024, 7 outlets; 58% cooperation": the graph in one line. */
export function summarize(graph: DragomanGraph): string {
  const m = graphMetrics(graph);
  if (m.nodes === 0) return `no relation was found in ${counted(m.articles, 'article')}`;
  const undated = m.acts - m.datedActs;
  const acts =
    m.datedActs === 0
      ? counted(m.acts, 'act')
      : `${counted(m.datedActs, 'dated act')}${undated > 0 ? ` (and ${undated} undated)` : ''}`;
  const parts = [counted(m.actors, 'actor'), acts];
  if (m.firstDate && m.lastDate) parts.push(dateSpan(m.firstDate, m.lastDate));
  parts.push(m.outlets > 0 ? counted(m.outlets, 'outlet') : counted(m.articles, 'article'));
  const share = m.cooperation === undefined ? '' : `; ${Math.round(m.cooperation * 100)}% cooperation`;
  return parts.join(', ') + share;
}

/** Thousands with commas in every locale. */
const grouped = (n: number): string => String(n).replaceAll(/\B(?=(\d{3})+$)/g, ',');

const counted = (n: number, noun: string): string => `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const monthOf = (date: string): string => {
  const [year, month] = date.split('-');
  return [MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
};

/** "Sep 1978 – Apr 2024"; one month when both days lie in it. */
export function dateSpan(first: string, last: string): string {
  const [from, to] = [monthOf(first), monthOf(last)];
  return from === to ? from : `${from} – ${to}`;
}
