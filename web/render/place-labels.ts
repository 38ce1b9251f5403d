/** A rectangle in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A label that wants a place; earlier ones choose first. */
export interface Wish {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** Centres in order of preference. */
  readonly candidates: readonly Point[];
  /** Covers obstacles rather than going without a place; never another label. */
  readonly insists?: boolean;
}

export interface Placed extends Point {
  readonly key: string;
}

/** Puts each label at its first candidate that lies in the view and overlaps nothing; labels without a place are left out. */
export function placeLabels(wishes: readonly Wish[], view: Box, obstacles: readonly Box[], gap = 3): Placed[] {
  const labels: Box[] = [];
  const placed: Placed[] = [];
  const free = (box: Box, taken: readonly Box[]): boolean => !taken.some((other) => overlap(box, other));
  for (const { key, width, height, candidates, insists } of wishes) {
    const boxes = candidates
      .map((center) => ({ center, box: boxAround(center, width + 2 * gap, height + gap) }))
      .filter(({ box }) => inside(box, view) && free(box, labels));
    const chosen = boxes.find(({ box }) => free(box, obstacles)) ?? (insists ? boxes[0] : undefined);
    if (!chosen) continue;
    labels.push(chosen.box);
    placed.push({ key, ...chosen.center });
  }
  return placed;
}

/** Right, left, below, above a disc. */
export function aroundDisc({ x, y }: Point, radius: number, width: number, height: number): Point[] {
  const side = radius + 4 + width / 2;
  const level = radius + 3 + height / 2;
  return [
    { x: x + side, y },
    { x: x - side, y },
    { x, y: y + level },
    { x, y: y - level },
    { x: x + side * 0.8, y: y + level * 0.8 },
    { x: x - side * 0.8, y: y - level * 0.8 },
  ];
}

/** Point at `t` of the quadratic curve that the edge program draws; `curve` 0 is the straight line. `y` grows downwards. */
export function curvePoint(from: Point, to: Point, curve: number, t: number): Point {
  const control = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * curve,
    y: (from.y + to.y) / 2 - (to.x - from.x) * curve,
  };
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
}

export const boxAround = ({ x, y }: Point, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const inside = (a: Box, view: Box): boolean =>
  a.left >= view.left && a.right <= view.right && a.top >= view.top && a.bottom <= view.bottom;
