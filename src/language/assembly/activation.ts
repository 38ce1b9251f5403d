// What gates and cells do, four lanes at a time; the parser is trained with the very functions that it runs on.

/** Lambert's fraction, clamped: within 1e-4 of tanh. */
@inline
export function tanh4(x: v128): v128 {
  const z = f32x4.mul(x, x);
  const p = f32x4.mul(x, f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(z, f32x4.splat(378)), z), f32x4.splat(17325)), z), f32x4.splat(135135)));
  const q = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(z, f32x4.splat(28)), f32x4.splat(3150)), z), f32x4.splat(62370)), z), f32x4.splat(135135));
  return f32x4.pmax(f32x4.splat(-1), f32x4.pmin(f32x4.splat(1), f32x4.div(p, q)));
}

@inline
export function sigmoid4(x: v128): v128 {
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(x, f32x4.splat(0.5))), f32x4.splat(0.5)), f32x4.splat(0.5));
}
