import type { Edge } from './filter.ts';
import { type Family, familyOf } from './words.ts';

/** How a pair stands: bins of the balance between cooperation and conflict, and two classes apart. */
export type Balance = 'friendly' | 'rather-friendly' | 'even' | 'rather-hostile' | 'hostile' | 'contested' | 'tie';

/** All visible edges between two nodes. */
export interface Dyad {
  readonly key: string;
  /** Canonical order: `a < b`. */
  readonly a: string;
  readonly b: string;
  readonly edges: readonly Edge[];
  /** Mentions of all its edges. */
  readonly volume: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly balance: Balance;
}

/** The key of a pair in either order; the separator occurs in no id. */
export const dyadKey = (x: string, y: string): string => (x < y ? `${x}\u001f${y}` : `${y}\u001f${x}`);

/** A pair is contested when both sides weigh at least this much of all acts, and at least two mentions. */
const CONTESTED_SHARE = 0.3;

/** Folds edges into pairs, the busiest first. What is denied counts as talk about the pair, not for or against it. */
export function foldDyads(edges: readonly Edge[]): Dyad[] {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (edge.source === edge.target) continue;
    const key = dyadKey(edge.source, edge.target);
    const group = groups.get(key);
    if (group) group.push(edge);
    else groups.set(key, [edge]);
  }
  return [...groups].map(([key, group]) => toDyad(key, group)).sort(byVolume);
}

const byVolume = (x: Dyad, y: Dyad): number => y.volume - x.volume || (x.key < y.key ? -1 : 1);

function toDyad(key: string, edges: readonly Edge[]): Dyad {
  const [a = '', b = ''] = key.split('\u001f');
  const volume = edges.reduce((sum, edge) => sum + edge.data.mentions, 0);
  const weigh = (...families: readonly Family[]): number =>
    edges
      .filter((edge) => edge.data.status !== 'negated' && families.includes(familyOf(edge.data.quad)))
      .reduce((sum, edge) => sum + edge.data.mentions, 0);
  const cooperation = weigh('talk', 'help');
  const conflict = weigh('dispute', 'force');
  const standing = edges.every((edge) => familyOf(edge.data.quad) === 'tie');
  return {
    key,
    a,
    b,
    edges,
    volume,
    cooperation,
    conflict,
    balance: standing ? 'tie' : balanceOf(cooperation, conflict),
  };
}

/** Puts the balance of two counts into its bin. */
export function balanceOf(cooperation: number, conflict: number): Balance {
  const all = cooperation + conflict;
  if (all === 0) return 'even';
  const lesser = Math.min(cooperation, conflict);
  if (lesser >= 2 && lesser / all >= CONTESTED_SHARE) return 'contested';
  const balance = (cooperation - conflict) / all;
  if (balance > 0.6) return 'friendly';
  if (balance > 0.15) return 'rather-friendly';
  if (balance >= -0.15) return 'even';
  return balance >= -0.6 ? 'rather-hostile' : 'hostile';
}

export const BALANCE_WORDS: Readonly<Record<Balance, string>> = {
  friendly: 'cooperation',
  'rather-friendly': 'mostly cooperation',
  even: 'even',
  'rather-hostile': 'mostly conflict',
  hostile: 'conflict',
  contested: 'contested: much of both',
  tie: 'standing tie',
};

/** Sum of the volumes of the pairs of each node. */
export function strengths(dyads: readonly Dyad[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { a, b, volume } of dyads) for (const node of [a, b]) sums.set(node, (sums.get(node) ?? 0) + volume);
  return sums;
}
