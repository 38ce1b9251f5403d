import { padded } from '../../language/kernel-products.ts';
import { ROOT_WORD } from '../../language/parser-features.ts';
import { LSTMS, TABLES } from '../../language/parser-model.ts';
import { dropUnits, hideInput, type Masks } from './dropout.ts';
import { type Examples, FIELD, FIELDS } from './examples.ts';
import {
  backward,
  createArena,
  forward,
  type Lstm,
  lstmBackward,
  lstmForward,
  type Matrix,
  type Rows,
  type TrainKernel,
  type Workspace,
} from './layers.ts';
import { addLookups, type Lookups, lookUp } from './lookups.ts';
import { arcLoss, type Lesson, labelLoss, tagLoss } from './losses.ts';
import type { ParameterSet } from './parameters.ts';
import type { ParserSettings } from './settings.ts';

/** Most rows (words and roots) of a shard. */
export const MAX_ROWS = 1536;
/** Longest training sentence, in words. */
export const MAX_WORDS = 110;

export interface NetworkOptions {
  readonly memory: SharedArrayBuffer;
  readonly kernel: TrainKernel;
  readonly parameters: ParameterSet;
  readonly settings: ParserSettings;
  readonly counts: Int32Array;
  readonly labels: number;
  readonly tags: number;
  readonly worker: number;
  /** First byte of this worker's scratch. */
  readonly scratch: number;
}

export type Buffers = ReturnType<typeof takeBuffers>;

/** Bytes of scratch that one worker needs. */
export const scratchBytes = (settings: ParserSettings, labels: number, tags: number): number =>
  takeBuffers(settings, labels, tags, 0).end;

function takeBuffers({ sizes }: ParserSettings, labels: number, tags: number, start: number) {
  const arena = createArena(start, MAX_ROWS);
  const width = TABLES.reduce((sum, table) => sum + sizes[table], 0);
  const both = 2 * sizes.hidden;
  const m = (columns: number): Matrix => arena.matrix(columns);
  const pair = (columns: number) => ({ value: m(columns), gradient: m(columns) });
  const square = arena.matrix(padded(MAX_WORDS + 1), MAX_WORDS + 1);
  return {
    input: pair(width),
    first: pair(both),
    second: pair(both),
    lstms: LSTMS.map(() => ({
      gates: m(4 * sizes.hidden),
      cells: m(sizes.hidden),
      squashed: m(sizes.hidden),
      before: m(sizes.hidden),
    })),
    dGates: m(4 * sizes.hidden),
    dh: arena.matrix(sizes.hidden, 1),
    dc: arena.matrix(sizes.hidden, 1),
    stateTurned: arena.matrix(sizes.hidden, 4 * sizes.hidden),
    dependent: pair(sizes.arc),
    head: pair(sizes.arc),
    arc: pair(sizes.arc),
    scores: square,
    dScoresTurned: arena.matrix(square.columns, MAX_WORDS + 1),
    headTurned: arena.matrix(square.columns, sizes.arc),
    labelDependent: pair(sizes.label),
    labelHead: pair(sizes.label),
    joined: pair(sizes.label),
    labels: pair(padded(labels)),
    tags: pair(padded(tags)),
    turned: arena.matrix(MAX_ROWS, Math.max(both, width)).at,
    turnedWeights: arena.matrix(4 * sizes.hidden, Math.max(both, width)).at,
    end: arena.end(),
  };
}

/** One shard of a step: which sentences, where their rows are. */
export interface Shard {
  /** Numbers of the sentences in `Examples`, parallel to `sentences`. */
  readonly ids: readonly number[];
  readonly sentences: readonly Rows[];
  readonly rows: number;
  /** For each row: its place in `Examples.words` (times `FIELDS`), -1 for a root. */
  readonly places: Int32Array;
}

export function toShard(ids: readonly number[], { starts }: Examples): Shard {
  const sentences: Rows[] = [];
  const places: number[] = [];
  for (const id of ids) {
    const from = starts[id] ?? 0;
    const to = starts[id + 1] ?? 0;
    sentences.push({ start: places.length, count: to - from + 1 });
    places.push(-1);
    for (let word = from; word < to; word++) places.push(word * FIELDS);
  }
  return { ids, sentences, rows: places.length, places: Int32Array.from(places) };
}

export interface Network {
  /** Forward and backward over a shard; gradients of this worker grow. Returns the summed loss. */
  learn(shard: Shard, random: () => number): number;
  readonly lookups: Lookups;
}

export function createNetwork(options: NetworkOptions, lesson: Lesson): Network {
  const { memory, kernel, parameters, settings, worker } = options;
  const buffers = takeBuffers(settings, options.labels, options.tags, options.scratch);
  const f32 = new Float32Array(memory);
  const space: Workspace = { kernel, f32, worker, capacity: MAX_ROWS, ...buffers };
  const lstms = LSTMS.map((name, i): Lstm => {
    const kept = buffers.lstms[i];
    if (!kept) throw new Error(`no buffers for LSTM ${name}`);
    const get = (part: string) => parameters.get(`lstm-${name} ${part}`);
    const reverse = name.endsWith('b') ? 1 : 0;
    return { input: get('input'), state: get('state'), bias: get('bias'), reverse, ...kept };
  });
  const lookups: Lookups = TABLES.map((name) => ({ table: parameters.get(name), touched: new Set<number>() }));
  const net: Net = { ...options, space, buffers, lstms, lookups, lesson };
  return {
    lookups,
    learn(shard, random) {
      const masks = forwardShared(net, shard, random);
      return heads(net, shard, masks);
    },
  };
}

interface Net extends NetworkOptions {
  readonly space: Workspace;
  readonly buffers: Buffers;
  readonly lstms: readonly Lstm[];
  readonly lookups: Lookups;
  readonly lesson: Lesson;
}

/** Input and both LSTM layers, with units left out. */
function forwardShared(net: Net, shard: Shard, random: () => number): Masks {
  const { space, buffers, lstms, settings, counts } = net;
  const { examples } = net.lesson;
  const { sentences, rows, places } = shard;
  const ids = new Int32Array(rows * TABLES.length);
  places.forEach((place, row) => {
    for (let t = 0; t < TABLES.length; t++) {
      ids[row * TABLES.length + t] = place < 0 ? (t === 0 ? ROOT_WORD : 0) : (examples.words[place + t] as number);
    }
    const word = ids[row * TABLES.length + FIELD.word] as number;
    const seen = counts[word] ?? 0;
    if (place >= 0 && seen > 0 && random() < settings.wordDropout / (settings.wordDropout + seen)) {
      ids[row * TABLES.length] = 0;
    }
  });
  lookUp(space.f32, net.lookups, ids, rows, buffers.input.value);
  const input = hideInput(space.f32, buffers.input.value, rows, settings.sizes, random);
  const [f1, b1, f2, b2] = lstms as [Lstm, Lstm, Lstm, Lstm];
  const drop = (matrix: Matrix): Float32Array => dropUnits(space.f32, matrix, sentences, settings.dropout, random);
  lstmForward(space, sentences, rows, buffers.input.value, f1, buffers.first.value);
  lstmForward(space, sentences, rows, buffers.input.value, b1, buffers.first.value);
  const first = drop(buffers.first.value);
  lstmForward(space, sentences, rows, buffers.first.value, f2, buffers.second.value);
  lstmForward(space, sentences, rows, buffers.first.value, b2, buffers.second.value);
  const second = drop(buffers.second.value);
  return { ids, input, first, second, drop };
}

/** The heads for arcs, labels and tags, their losses, and the way back. */
function heads(net: Net, shard: Shard, masks: Masks): number {
  const { space, buffers: b, parameters, settings, lstms, lookups, labels, tags, lesson } = net;
  const { sentences, rows } = shard;
  const { f32 } = space;
  const p = parameters.get;
  for (const { gradient } of [
    b.input,
    b.first,
    b.second,
    b.dependent,
    b.head,
    b.arc,
    b.labelDependent,
    b.labelHead,
    b.joined,
  ]) {
    f32.fill(0, gradient.at / 4, gradient.at / 4 + rows * gradient.columns);
  }
  const out = b.second;
  let loss = arcLoss(space, b, p, shard, lesson, masks.drop);
  forward(space, rows, out.value, p('label dependent'), p('label dependent bias'), b.labelDependent.value);
  forward(space, rows, out.value, p('label head'), undefined, b.labelHead.value);
  loss += labelLoss(space, b, p, shard, lesson, labels);
  backward(
    space,
    rows,
    out.value,
    p('label dependent'),
    p('label dependent bias'),
    b.labelDependent.gradient,
    out.gradient,
  );
  backward(space, rows, out.value, p('label head'), undefined, b.labelHead.gradient, out.gradient);
  multiply(f32, out.gradient, masks.second);
  const [f1, b1, f2, b2] = lstms as [Lstm, Lstm, Lstm, Lstm];
  lstmBackward(space, sentences, rows, b.first.value, f2, out.gradient, b.first.gradient, b);
  lstmBackward(space, sentences, rows, b.first.value, b2, out.gradient, b.first.gradient, b);
  loss += tagLoss(space, b, p, shard, lesson, tags, settings.tagLoss);
  multiply(f32, b.first.gradient, masks.first);
  lstmBackward(space, sentences, rows, b.input.value, f1, b.first.gradient, b.input.gradient, b);
  lstmBackward(space, sentences, rows, b.input.value, b1, b.first.gradient, b.input.gradient, b);
  multiply(f32, b.input.gradient, masks.input);
  addLookups(f32, lookups, masks.ids, rows, b.input.gradient, net.worker);
  return loss;
}

/** matrix *= mask, from its first row on */
export function multiply(f32: Float32Array, { at }: Matrix, mask: Float32Array): void {
  const base = at / 4;
  for (let i = 0; i < mask.length; i++) f32[base + i] = (f32[base + i] as number) * (mask[i] as number);
}
