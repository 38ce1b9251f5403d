import { expect, test } from 'vitest';
import { WASM_PAGE, webAssembly } from '../../../src/base/web-assembly.ts';
import { compileAssembly } from '../../../src/build/assembly.ts';
import { type Examples, FIELD, FIELDS } from '../../../src/training/parser/examples.ts';
import type { TrainKernel } from '../../../src/training/parser/layers.ts';
import type { Lesson } from '../../../src/training/parser/losses.ts';
import { createNetwork, toShard } from '../../../src/training/parser/network.ts';
import { initialize } from '../../../src/training/parser/parameters.ts';
import { layOut, type Plan, shapesOf } from '../../../src/training/parser/plan.ts';
import { PARSER_DEFAULTS } from '../../../src/training/parser/settings.ts';
import type { SoftTargets } from '../../../src/training/parser/soft-targets.ts';

const plan: Plan = {
  settings: {
    ...PARSER_DEFAULTS,
    sizes: { word: 16, suffix: 8, prefix: 8, shape: 8, tag: 8, hidden: 16, arc: 16, label: 16 },
  },
  tableRows: [9, 4096, 2048, 256, 6],
  counts: new Int32Array(9),
  tags: 6,
  labels: 5,
};

/** Two sentences of three and four words; fields as in `Examples`. */
const examples: Examples = {
  starts: Int32Array.from([0, 3, 7]),
  words: Int32Array.from([
    ...[2, 5, 5, 5, 1, 2, 1, 1, 3, 6, 6, 6, 2, 0, 2, 3, 4, 7, 7, 7, 3, 2, 3, 3],
    ...[5, 5, 8, 5, 1, 2, 0, 4, 6, 9, 9, 9, 4, 3, 4, 5, 7, 6, 6, 5, 5, 0, 2, 1, 8, 5, 5, 6, 2, 3, 1, 2],
  ]),
};

/** Teachers that are sure of the treebank's answers: with them the gradients must stay the same. */
function agreeingTeachers(): SoftTargets {
  const count = examples.starts.length - 1;
  const words = examples.words.length / FIELDS;
  const arcStarts = new Int32Array(count + 1);
  const arcs: number[] = [];
  for (let id = 0; id < count; id++) {
    const [from, to] = [examples.starts[id] ?? 0, examples.starts[id + 1] ?? 0];
    for (let word = from; word < to; word++) {
      const gold = examples.words[word * FIELDS + FIELD.head];
      for (let head = 0; head <= to - from; head++) arcs.push(head === gold ? 255 : 0);
    }
    arcStarts[id + 1] = arcs.length;
  }
  const oneHot = (field: number, choices: number): Uint8Array =>
    Uint8Array.from({ length: words * choices }, (_, i) =>
      examples.words[Math.floor(i / choices) * FIELDS + field] === i % choices ? 255 : 0,
    );
  const [labels, tags] = [oneHot(FIELD.label, plan.labels), oneHot(FIELD.gold, plan.tags)];
  return { arcs: Uint8Array.from(arcs), arcStarts, labels, tags };
}

async function setUp(lesson: Lesson) {
  const { parameters, scratch, end } = layOut(plan);
  const pages = Math.ceil(end / WASM_PAGE) + 1;
  if (!webAssembly) throw new Error('no WebAssembly here');
  const memory = new webAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const source = new URL('../../../src/training/assembly/train-kernel.ts', import.meta.url);
  const wasm = await compileAssembly(source, { initial: pages, maximum: pages });
  const instance = new webAssembly.Instance(new webAssembly.Module(wasm), { env: { memory } });
  const kernel = instance.exports as TrainKernel;
  const f32 = new Float32Array(memory.buffer);
  initialize(parameters, shapesOf(plan), f32, 3);
  const network = createNetwork(
    { ...plan, memory: memory.buffer as SharedArrayBuffer, kernel, parameters, worker: 0, scratch: scratch[0] ?? 0 },
    lesson,
  );
  return { parameters, f32, network };
}

test.each<[string, Lesson]>([
  ['the treebank alone', { examples, share: 0 }],
  ['teachers who agree with it', { examples, soft: agreeingTeachers(), share: 0.5 }],
])('gradients of every matrix agree with differences of the loss: %s', async (_, lesson) => {
  const { parameters, f32, network } = await setUp(lesson);
  const shard = toShard([0, 1], examples);
  expect(examples.words.length).toBe(7 * FIELDS);
  // Without chance in it: nothing is hidden, every unit stays.
  const loss = (): number => network.learn(shard, () => 0.5);
  loss();
  const gradients = parameters.all.map(({ gradients: [at = 0], rows, columns }) =>
    f32.slice(at / 4, at / 4 + rows * columns),
  );
  parameters.all.forEach(({ name, value }, p) => {
    const gradient = gradients[p] ?? new Float32Array();
    const strongest = gradient.reduce((best, g, i) => (Math.abs(g) > Math.abs(gradient[best] ?? 0) ? i : best), 0);
    const at = value / 4 + strongest;
    const kept = f32[at] ?? 0;
    const step = 0.002;
    f32[at] = kept + step;
    const above = loss();
    f32[at] = kept - step;
    const below = loss();
    f32[at] = kept;
    const measured = (above - below) / (2 * step);
    expect(Math.abs(measured), name).toBeGreaterThan(1e-3);
    // Leaky ReLUs have kinks that a step can cross.
    expect(Math.abs((gradient[strongest] ?? 0) - measured), name).toBeLessThan(0.06 * Math.abs(measured));
  });
});
