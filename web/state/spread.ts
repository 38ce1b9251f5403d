export interface Disc {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Pixels, on a map as wide and high as `side`. */
  readonly radius: number;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Pixels between two discs, for lines and names to pass. */
const GAP = 12;
/** Names are wider than high, so neighbours at the same height keep more distance. */
const WIDER = 1.3;
const MOST_STRETCH = 1.4;
const ROUNDS = 4;
const STEPS = 40;

/**
 * Pushes discs apart until they no longer cover each other on a map of `side` pixels, moving them as little as it can; the big ones least.
 * Positions come back in the units in which they were given. Deterministic, whatever the order of the discs.
 */
export function spread(discs: readonly Disc[], side = 720): Map<string, Position> {
  const sorted = [...discs].sort((a, b) => (a.key < b.key ? -1 : 1));
  const at = sorted.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round++) {
    const scale = side / extentOf(at);
    const moving = at.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
    let moved = false;
    for (let step = 0; step < STEPS && separate(moving, sorted); step++) moved = true;
    for (const [index, point] of moving.entries()) at[index] = { x: point.x / scale, y: point.y / scale };
    if (!moved) break;
  }
  return new Map(sorted.map(({ key }, index) => [key, at[index] ?? { x: 0, y: 0 }]));
}

/** A map much wider than high, or the other way round, leaves half of the screen empty: stretches its short side a little. */
export function squared(discs: readonly Disc[]): Disc[] {
  const [width, height] = [range(discs.map((d) => d.x)), range(discs.map((d) => d.y))];
  if (width <= 0 || height <= 0) return [...discs];
  const x = Math.min(MOST_STRETCH, Math.max(1, height / width));
  const y = Math.min(MOST_STRETCH, Math.max(1, width / height));
  return discs.map((disc) => ({ ...disc, x: disc.x * x, y: disc.y * y }));
}

const range = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);

function extentOf(points: readonly Position[]): number {
  return Math.max(range(points.map((p) => p.x)), range(points.map((p) => p.y))) || 1;
}

/** One pass over all pairs; true when some pair still stood too close. */
function separate(at: { x: number; y: number }[], discs: readonly Disc[]): boolean {
  let close = false;
  for (const [i, a] of at.entries()) {
    for (let j = i + 1; j < at.length; j++) {
      const b = at[j];
      const [ra, rb] = [discs[i]?.radius ?? 0, discs[j]?.radius ?? 0];
      if (!b || !push(a, b, ra, rb, i + j)) continue;
      close = true;
    }
  }
  return close;
}

function push(a: { x: number; y: number }, b: { x: number; y: number }, ra: number, rb: number, turn: number): boolean {
  const wanted = ra + rb + GAP;
  let [dx, dy] = [(b.x - a.x) / WIDER, b.y - a.y];
  let distance = Math.hypot(dx, dy);
  if (distance >= wanted) return false;
  // Discs at the same place part in a direction of their own, so that a heap opens like a fan.
  if (distance < 1e-6) [dx, dy, distance] = [Math.cos(turn), Math.sin(turn), 1];
  const lack = (wanted - Math.min(distance, wanted) + 0.5) / 2;
  const share = rb ** 2 / (ra ** 2 + rb ** 2 || 1);
  const [ux, uy] = [(dx / distance) * WIDER, dy / distance];
  a.x -= ux * lack * share * 2;
  a.y -= uy * lack * share * 2;
  b.x += ux * lack * (1 - share) * 2;
  b.y += uy * lack * (1 - share) * 2;
  return true;
}
