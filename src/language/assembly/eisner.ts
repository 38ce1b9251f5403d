// Eisner's algorithm; `../eisner.ts` has its plain twin and reads the tree off the tables.

/**
 * Fills the tables of Eisner's algorithm for `scores` [n][n]; `tables` as in `treeTables` with room for `size`. See `fillTables` of
 * `eisner.ts`. Four spans of one width are looked at at once, since what they are split into lies side by side as well; where fewer are
 * left, the rest falls behind the row of the width, where nothing is read.
 */
export function eisner(scores: usize, n: i32, size: i32, tables: usize): void {
  const table: usize = (<usize>(size * (size + 3))) << 2;
  const right = tables, left = right + table, openRight = left + table, openLeft = openRight + table;
  const splitOpen = openLeft + table, splitRight = splitOpen + (table >> 1), splitLeft = splitRight + (table >> 1);
  const row: usize = (<usize>(n + 3)) << 2;
  memory.fill(right, 0, row);
  memory.fill(left, 0, row);
  for (let width: i32 = 1; width < n - 1; width++) {
    for (let s: i32 = 1; s + width < n; s += 4) {
      const start: usize = (<usize>s) << 2, here = (<usize>width) * row + start, inner = here - row + 4;
      bestSplits(right + start, left + inner, row, width, s, openRight + here, splitOpen + (here >> 1));
      open(right, left, row, scores, n, width, s, openRight + here, openLeft + here, splitOpen + (here >> 1));
      bestSplits(left + start, openLeft + here, row, width, s, left + here, splitLeft + (here >> 1));
      bestSplits(openRight + start + row, right + inner, row, width, s + 1, right + here, splitRight + (here >> 1));
    }
  }
}

/**
 * For four spans side by side the first of `count` splits whose parts a + b, as f32, are greatest: the sums go to `tops`, the words where
 * they split, counted from `first` for the first span, to `splits` (i16). `a` grows with the split from row to row, `b` shrinks.
 */
@inline
function bestSplits(a: usize, b: usize, row: usize, count: i32, first: i32, tops: usize, splits: usize): void {
  const one = i32x4.splat(1);
  let best = f32x4.splat(-2e9), at = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3)), places = at;
  for (let k: i32 = 0; k < count; k++, a += row, b += 4 - row) {
    const sum = f32x4.add(v128.load(a), v128.load(b));
    places = v128.bitselect(at, places, f32x4.gt(sum, best));
    best = f32x4.pmax(best, sum);
    at = i32x4.add(at, one);
  }
  v128.store(tops, best);
  v128.store64_lane(splits, i16x8.narrow_i32x4_s(places, places), 0);
}

/** Four open spans from their best splits; the sum of the parts is not rounded before the score is added. */
@inline
function open(right: usize, left: usize, row: usize, scores: usize, n: i32, width: i32, s: i32, openRight: usize, openLeft: usize, splits: usize): void {
  const end = min(s + 4, n - width);
  for (; s < end; s++, openRight += 4, openLeft += 4, splits += 2) {
    const split = <i32>load<i16>(splits), k = split - s, t = s + width;
    const a = f32.load(right + (<usize>k) * row + ((<usize>s) << 2));
    const sum = <f64>a + <f64>f32.load(left + (<usize>(width - 1 - k)) * row + ((<usize>(split + 1)) << 2));
    f32.store(openRight, <f32>(sum + <f64>f32.load(scores + ((<usize>(t * n + s)) << 2))));
    f32.store(openLeft, <f32>(sum + <f64>f32.load(scores + ((<usize>(s * n + t)) << 2))));
  }
}
