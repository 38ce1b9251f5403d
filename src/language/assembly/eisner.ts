// Eisner's algorithm; `../eisner.ts` has its plain twin and reads the tree off the tables.

/** Fills the tables of Eisner's algorithm for `scores` [n][n]; `tables` as in `treeTables` with room for `size`. See `fillTables` of `eisner.ts`. */
export function eisner(scores: usize, n: i32, size: i32, tables: usize): void {
  const table: usize = (<usize>(size * size)) << 2;
  const right = tables, rightByEnd = right + table, left = rightByEnd + table, leftByEnd = left + table;
  const openRight = leftByEnd + table, openLeft = openRight + table;
  const splitOpen = openLeft + table, splitRight = splitOpen + (table >> 1), splitLeft = splitRight + (table >> 1);
  const row: usize = (<usize>n) << 2;
  for (let i: usize = 1; i < <usize>n; i++) {
    const at = i * row + (i << 2);
    f32.store(right + at, 0);
    f32.store(rightByEnd + at, 0);
    f32.store(left + at, 0);
    f32.store(leftByEnd + at, 0);
  }
  for (let width: i32 = 1; width < n - 1; width++) {
    for (let s: i32 = 1; s + width < n; s++) {
      const t = s + width;
      const here = (<usize>s) * row + ((<usize>t) << 2), mirrored = (<usize>t) * row + ((<usize>s) << 2);
      const ss = (<usize>s) * row + ((<usize>s) << 2);
      let split = bestSplit(right + ss, leftByEnd + mirrored + 4, width);
      const sum = exact(right + ss, leftByEnd + mirrored + 4, split);
      i32.store16(splitOpen + (here >> 1), s + split);
      f32.store(openRight + here, <f32>(sum + <f64>f32.load(scores + mirrored)));
      f32.store(openLeft + mirrored, <f32>(sum + <f64>f32.load(scores + here)));
      split = bestSplit(left + ss, openLeft + mirrored, width);
      i32.store16(splitLeft + (here >> 1), s + split);
      const l = <f32>exact(left + ss, openLeft + mirrored, split);
      f32.store(left + here, l);
      f32.store(leftByEnd + mirrored, l);
      split = bestSplit(openRight + ss + 4, rightByEnd + mirrored + 4, width);
      i32.store16(splitRight + (here >> 1), s + 1 + split);
      const r = <f32>exact(openRight + ss + 4, rightByEnd + mirrored + 4, split);
      f32.store(right + here, r);
      f32.store(rightByEnd + mirrored, r);
    }
  }
}

/** a[k] + b[k], not rounded. */
@inline
function exact(a: usize, b: usize, k: i32): f64 {
  return <f64>f32.load(a + ((<usize>k) << 2)) + <f64>f32.load(b + ((<usize>k) << 2));
}

/** The first of `count` places where a + b, as f32, is greatest. */
function bestSplit(a: usize, b: usize, count: i32): i32 {
  let best: i32 = 0;
  let top: f32 = -2e9;
  if (count < 4) {
    for (let k: i32 = 0; k < count; k++) {
      const sum = f32.load(a + ((<usize>k) << 2)) + f32.load(b + ((<usize>k) << 2));
      if (sum > top) {
        top = sum;
        best = k;
      }
    }
    return best;
  }
  let tops = f32x4.splat(top), places = i32x4.splat(0);
  for (let k: i32 = 0; ; k = k + 8 > count ? count - 4 : k + 4) {
    // The last four may be looked at twice: the first of equal ones wins all the same.
    const sum = f32x4.add(v128.load(a + ((<usize>k) << 2)), v128.load(b + ((<usize>k) << 2)));
    const greater = f32x4.gt(sum, tops);
    tops = f32x4.pmax(tops, sum);
    places = v128.bitselect(i32x4.add(i32x4.splat(k), i32x4(0, 1, 2, 3)), places, greater);
    if (k + 4 >= count) break;
  }
  best = i32x4.extract_lane(places, 0);
  top = f32x4.extract_lane(tops, 0);
  for (let lane: i32 = 1; lane < 4; lane++) {
    const value = lane == 1 ? f32x4.extract_lane(tops, 1) : lane == 2 ? f32x4.extract_lane(tops, 2) : f32x4.extract_lane(tops, 3);
    const place = lane == 1 ? i32x4.extract_lane(places, 1) : lane == 2 ? i32x4.extract_lane(places, 2) : i32x4.extract_lane(places, 3);
    if (value > top || (value == top && place < best)) {
      top = value;
      best = place;
    }
  }
  return best;
}
