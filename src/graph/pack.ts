export interface Box {
  readonly width: number;
  readonly height: number;
}

/** A box and where its lower left corner lies. */
export interface Packed<T extends Box> {
  readonly item: T;
  readonly x: number;
  readonly y: number;
}

/**
 * Packs boxes side by side without overlap: the first (greatest) stands alone on top, the others fill rows below it that are about as
 * wide. The whole is centred on the origin.
 */
export function packBoxes<T extends Box>(boxes: readonly T[], gap: number): Packed<T>[] {
  const area = boxes.reduce((sum, b) => sum + (b.width + gap) * (b.height + gap), 0);
  const rowWidth = boxes.reduce((widest, b) => Math.max(widest, b.width), Math.sqrt(area) * 1.3);
  const placed: Packed<T>[] = [];
  let x = 0;
  let top = 0;
  let rowHeight = 0;
  for (const item of boxes) {
    if (x > 0 && x + item.width > rowWidth) {
      top -= rowHeight + gap * 2;
      x = 0;
      rowHeight = 0;
    }
    placed.push({ item, x, y: top - item.height });
    x += item.width + gap * 2;
    rowHeight = Math.max(rowHeight, item.height);
  }
  return centred(placed);
}

function centred<T extends Box>(placed: readonly Packed<T>[]): Packed<T>[] {
  let [left, right, bottom, top] = [0, 0, 0, 0];
  placed.forEach(({ item, x, y }, index) => {
    left = index === 0 ? x : Math.min(left, x);
    right = index === 0 ? x + item.width : Math.max(right, x + item.width);
    bottom = index === 0 ? y : Math.min(bottom, y);
    top = index === 0 ? y + item.height : Math.max(top, y + item.height);
  });
  const [dx, dy] = [(left + right) / 2, (bottom + top) / 2];
  return placed.map(({ item, x, y }) => ({ item, x: x - dx, y: y - dy }));
}
