interface Movable {
  x: number;
  y: number;
}

const ROUNDS = 60;

/**
 * Moves points until no two lie nearer than `distance` (or the rounds are over): each pair that is too near parts by half of what is
 * missing. Deterministic: points are visited in order, and points at one place part at angles that their numbers give.
 */
export function pushApart(points: readonly Movable[], distance: number): void {
  for (let round = 0; round < ROUNDS; round++) {
    const cells = intoCells(points, distance);
    let moved = false;
    points.forEach((point, i) => {
      for (const j of near(cells, point, distance)) {
        const other = points[j];
        if (j > i && other && part(point, other, distance, i + j)) moved = true;
      }
    });
    if (!moved) return;
  }
}

/** @returns whether the two had to move */
function part(a: Movable, b: Movable, distance: number, number: number): boolean {
  const gap = Math.hypot(b.x - a.x, b.y - a.y);
  if (gap >= distance * 0.999) return false;
  // Two points at one place have no direction: the golden angle gives one that does not soon repeat.
  const alike = gap < 1e-6;
  const [dx, dy] = alike ? [Math.cos(number * 2.4), Math.sin(number * 2.4)] : [(b.x - a.x) / gap, (b.y - a.y) / gap];
  const shift = (distance - (alike ? 0 : gap)) / 2;
  a.x -= dx * shift;
  a.y -= dy * shift;
  b.x += dx * shift;
  b.y += dy * shift;
  return true;
}

type Cells = ReadonlyMap<string, readonly number[]>;

function intoCells(points: readonly Movable[], size: number): Cells {
  const cells = new Map<string, number[]>();
  points.forEach(({ x, y }, i) => {
    const key = `${Math.floor(x / size)} ${Math.floor(y / size)}`;
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  });
  return cells;
}

/** Points of the cell and its neighbours, as they stood when the round began. */
function near(cells: Cells, { x, y }: Movable, size: number): number[] {
  const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
  const found: number[] = [];
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) found.push(...(cells.get(`${column + dx} ${row + dy}`) ?? []));
  }
  return found;
}
