import { padded } from '../../language/kernel-products.ts';
import { type Examples, FIELD, FIELDS } from './examples.ts';
import { backward, forward, type Matrix, type Workspace } from './layers.ts';
import { type Buffers, multiply, type Shard } from './network.ts';
import type { Parameter } from './parameters.ts';
import type { SoftTargets } from './soft-targets.ts';

type Get = (name: string) => Parameter;

/** What is learned from. */
export interface Lesson {
  readonly examples: Examples;
  readonly soft?: SoftTargets | undefined;
  /** Share of the soft targets in what a choice should be. */
  readonly share: number;
}

const LEAK = 0.1;
/** Keeps the logarithm finite. */
const LEAST = 1e-9;

function leak(f32: Float32Array, { at, columns }: Matrix, rows: number): void {
  for (let i = at / 4; i < at / 4 + rows * columns; i++) {
    const x = f32[i] as number;
    if (x < 0) f32[i] = x * LEAK;
  }
}

/** Gradient through a leaky ReLU whose result is `value`. */
function leakBack(f32: Float32Array, value: Matrix, gradient: Matrix, rows: number): void {
  const size = rows * value.columns;
  const [from, to] = [value.at / 4, gradient.at / 4];
  for (let i = 0; i < size; i++) if ((f32[from + i] as number) < 0) f32[to + i] = (f32[to + i] as number) * LEAK;
}

/** What a choice should be: the treebank's answer, softened by the teachers' probabilities (bytes from `at` on). */
interface Target {
  readonly gold: number;
  readonly soft?: Uint8Array | undefined;
  readonly at: number;
  /** Share of the teachers. */
  readonly share: number;
}

/**
 * Turns `count` scores from index `at` on into the gradient of the cross entropy against the target, times `weight`, at `to`.
 * @param skip an index that takes no part
 * @returns the cross entropy against the treebank's answer
 */
function softmaxLoss(
  f32: Float32Array,
  at: number,
  to: number,
  count: number,
  target: Target,
  weight: number,
  skip = -1,
): number {
  const { gold, soft } = target;
  let top = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < count; j++) if (j !== skip) top = Math.max(top, f32[at + j] as number);
  let sum = 0;
  for (let j = 0; j < count; j++) if (j !== skip) sum += Math.exp((f32[at + j] as number) - top);
  let right = 0;
  const hard = soft ? 1 - target.share : 1;
  for (let j = 0; j < count; j++) {
    const share = j === skip ? 0 : Math.exp((f32[at + j] as number) - top) / sum;
    if (j === gold) right = share;
    const wished = (j === gold ? hard : 0) + (soft ? (target.share * (soft[target.at + j] as number)) / 255 : 0);
    f32[to + j] = weight * (share - wished);
  }
  return -Math.log(Math.max(LEAST, right));
}

/** Biaffine scores of heads: s[i][j] = (dependent_i . U + u) . head_j. */
export function arcLoss(
  space: Workspace,
  b: Buffers,
  p: Get,
  shard: Shard,
  lesson: Lesson,
  drop: (matrix: Matrix) => Float32Array,
): number {
  const { f32 } = space;
  const { rows } = shard;
  for (const [side, name] of [
    [b.dependent, 'dependent'],
    [b.head, 'head'],
  ] as const) {
    forward(space, rows, b.second.value, p(name), p(`${name} bias`), side.value);
    leak(f32, side.value, rows);
  }
  const masks = [drop(b.dependent.value), drop(b.head.value)];
  forward(space, rows, b.dependent.value, p('arc'), p('arc bias'), b.arc.value);
  const loss = sentenceArcs(space, b, shard, lesson);
  backward(space, rows, b.dependent.value, p('arc'), p('arc bias'), b.arc.gradient, b.dependent.gradient);
  [b.dependent, b.head].forEach((side, i) => {
    multiply(f32, side.gradient, masks[i] as Float32Array);
    leakBack(f32, side.value, side.gradient, rows);
  });
  backward(space, rows, b.second.value, p('dependent'), p('dependent bias'), b.dependent.gradient, b.second.gradient);
  backward(space, rows, b.second.value, p('head'), p('head bias'), b.head.gradient, b.second.gradient);
  return loss;
}

function sentenceArcs(space: Workspace, b: Buffers, { sentences, places, ids }: Shard, lesson: Lesson): number {
  const { examples, soft, share } = lesson;
  const { kernel, f32 } = space;
  const wide = b.arc.value.columns;
  const s = b.scores.at;
  let loss = 0;
  sentences.forEach(({ start, count }, k) => {
    const columns = padded(count);
    const softAt = soft?.arcStarts[ids[k] ?? 0] ?? 0;
    const at = (matrix: Matrix): number => matrix.at + start * wide * 4;
    kernel.transpose(at(b.head.value), wide * 4, count, wide, b.headTurned.at, columns * 4);
    f32.fill(0, s / 4, s / 4 + count * columns);
    kernel.gemm(at(b.arc.value), wide * 4, count, wide, b.headTurned.at, columns, s);
    f32.fill(0, s / 4, s / 4 + columns);
    for (let i = 1; i < count; i++) {
      const gold = examples.words[(places[start + i] as number) + FIELD.head] as number;
      const row = s / 4 + i * columns;
      const target = { gold, soft: soft?.arcs, at: softAt + (i - 1) * count, share };
      loss += softmaxLoss(f32, row, row, count, target, 1, i);
      f32.fill(0, row + count, row + columns);
    }
    kernel.gemm(s, columns * 4, count, count, at(b.head.value), wide, at(b.arc.gradient));
    kernel.transpose(s, columns * 4, count, count, b.dScoresTurned.at, columns * 4);
    kernel.gemm(b.dScoresTurned.at, columns * 4, count, count, at(b.arc.value), wide, at(b.head.gradient));
  });
  return loss;
}

/** Labels of the gold arcs: an MLP over the sum of a dependent's and its head's share. */
export function labelLoss(
  space: Workspace,
  b: Buffers,
  p: Get,
  { sentences, rows, places }: Shard,
  lesson: Lesson,
  labels: number,
): number {
  const { f32 } = space;
  const { examples, soft } = lesson;
  const wide = b.joined.value.columns;
  const [own, above, z] = [b.labelDependent.value.at / 4, b.labelHead.value.at / 4, b.joined.value.at / 4];
  const heads = new Int32Array(rows).fill(-1);
  for (const { start, count } of sentences) {
    for (let row = start + 1; row < start + count; row++) {
      heads[row] = start + (examples.words[(places[row] as number) + FIELD.head] as number);
    }
  }
  for (let row = 0; row < rows; row++) {
    const head = heads[row] as number;
    for (let k = 0; k < wide; k++) {
      f32[z + row * wide + k] =
        head < 0 ? 0 : (f32[own + row * wide + k] as number) + (f32[above + head * wide + k] as number);
    }
  }
  leak(f32, b.joined.value, rows);
  forward(space, rows, b.joined.value, p('label'), p('label bias'), b.labels.value);
  const loss = rowLosses(f32, b.labels, rows, labels, places, lesson, FIELD.label, soft?.labels, 1);
  backward(space, rows, b.joined.value, p('label'), p('label bias'), b.labels.gradient, b.joined.gradient);
  leakBack(f32, b.joined.value, b.joined.gradient, rows);
  const [dz, dOwn, dAbove] = [b.joined.gradient, b.labelDependent.gradient, b.labelHead.gradient].map((m) => m.at / 4);
  for (let row = 0; row < rows; row++) {
    const head = heads[row] as number;
    if (head < 0) continue;
    for (let k = 0; k < wide; k++) {
      const d = f32[(dz as number) + row * wide + k] as number;
      f32[(dOwn as number) + row * wide + k] = d;
      const to = (dAbove as number) + head * wide + k;
      f32[to] = (f32[to] as number) + d;
    }
  }
  return loss;
}

/** Cross entropy of one choice a row; roots have none. */
function rowLosses(
  f32: Float32Array,
  { value, gradient }: { readonly value: Matrix; readonly gradient: Matrix },
  rows: number,
  choices: number,
  places: Int32Array,
  { examples, share }: Lesson,
  field: number,
  soft: Uint8Array | undefined,
  weight: number,
): number {
  let loss = 0;
  f32.fill(0, gradient.at / 4, gradient.at / 4 + rows * gradient.columns);
  for (let row = 0; row < rows; row++) {
    const place = places[row] as number;
    if (place < 0) continue;
    const gold = examples.words[place + field] as number;
    const offset = row * value.columns;
    const target = { gold, soft, at: (place / FIELDS) * choices, share };
    loss += weight * softmaxLoss(f32, value.at / 4 + offset, gradient.at / 4 + offset, choices, target, weight);
  }
  return loss;
}

/** Part of speech from the first layer. */
export function tagLoss(
  space: Workspace,
  b: Buffers,
  p: Get,
  { rows, places }: Shard,
  lesson: Lesson,
  tags: number,
  weight: number,
): number {
  forward(space, rows, b.first.value, p('tag out'), p('tag out bias'), b.tags.value);
  const loss = rowLosses(space.f32, b.tags, rows, tags, places, lesson, FIELD.gold, lesson.soft?.tags, weight);
  backward(space, rows, b.first.value, p('tag out'), p('tag out bias'), b.tags.gradient, b.first.gradient);
  return loss;
}
