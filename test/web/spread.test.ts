import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Disc, spread, squared } from '../../web/state/spread.ts';

const disc = (key: string, x: number, y: number, radius = 8): Disc => ({ key, x, y, radius });

test('discs far apart stay where they are', () => {
  const discs = [disc('a', 0, 0), disc('b', 1, 0), disc('c', 0, 1)];
  expect(spread(discs)).toEqual(new Map(discs.map(({ key, x, y }) => [key, { x, y }])));
});

test('discs at one place part', () => {
  const places = [...spread([disc('a', 5, 5), disc('b', 5, 5), disc('c', 5, 5)]).values()];
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
});

const discs = fc
  .array(
    fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), fc.integer({ min: 4, max: 18 })),
    {
      maxLength: 25,
    },
  )
  .map((all) => all.map(([x, y, radius], index) => disc(`n${index}`, x, y, radius)));

test('few discs on a map end up apart, whatever their order, at finite places', () => {
  fc.assert(
    fc.property(discs, (all) => {
      const places = spread(all);
      expect(spread([...all].reverse())).toEqual(places);
      for (const { x, y } of places.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      expect(places.size).toBe(all.length);
    }),
    { numRuns: 50 },
  );
});

test('a wide map is stretched in height, but not beyond recognition', () => {
  const wide = squared([disc('a', 0, 0), disc('b', 100, 10)]);
  expect(wide[1]).toMatchObject({ x: 100, y: 14 });
  expect(squared([])).toEqual([]);
});
