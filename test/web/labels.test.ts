import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from '../../web/render/draw-labels.ts';
import { aroundDisc, boxAround, curvePoint, placeLabels } from '../../web/render/place-labels.ts';

const view = { left: 0, top: 0, right: 600, bottom: 400 };

test('labels never overlap and never leave the view', () => {
  const points = fc.array(fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(points, fc.boolean(), (at, insists) => {
      const wishes = at.map((point, index) => ({
        ...{ key: String(index), width: 60, height: 14, insists },
        candidates: aroundDisc(point, 6, 60, 14),
      }));
      const placed = placeLabels(
        wishes,
        view,
        at.map((point) => boxAround(point, 9, 9)),
      );
      const boxes = placed.map((point) => boxAround(point, 60, 14));
      for (const [i, a] of boxes.entries()) {
        expect(a.left >= 0 && a.right <= 600 && a.top >= 0 && a.bottom <= 400).toBe(true);
        for (const b of boxes.slice(i + 1)) {
          expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
        }
      }
    }),
  );
});

test('the first wish is served first; one that insists covers an obstacle but no label', () => {
  const wish = (key: string, insists: boolean) => ({
    key,
    width: 50,
    height: 12,
    candidates: [{ x: 100, y: 100 }],
    insists,
  });
  const obstacle = boxAround({ x: 100, y: 100 }, 10, 10);
  expect(
    placeLabels([wish('a', false), wish('b', true), wish('c', true)], view, [obstacle]).map(({ key }) => key),
  ).toEqual(['b']);
});

test('the middle of a curve lies on the side to which it bends', () => {
  const [from, to] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  expect(curvePoint(from, to, 0, 0.5)).toEqual({ x: 50, y: 0 });
  expect(curvePoint(from, to, 0.3, 0.5).y).toBeLessThan(0);
  // The same curve drawn from its other end with the opposite curvature.
  expect(curvePoint(to, from, -0.3, 0.5)).toEqual(curvePoint(from, to, 0.3, 0.5));
});

test('a long name is cut between characters, not inside one', () => {
  expect(shorten('NATO')).toBe('NATO');
  expect([...shorten('🕊'.repeat(40))]).toHaveLength(30);
});
