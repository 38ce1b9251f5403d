import { parseParserModel } from '../../language/parser-model.ts';
import { createNetwork, type TableRows } from '../../language/parser-network.ts';
import { type Examples, FIELD, FIELDS } from './examples.ts';

/**
 * What several trained networks think of the training sentences, averaged: probabilities in steps of 1/255. A network that learns from
 * these as well as from the treebank takes over what the others agree on.
 */
export interface SoftTargets {
  /** For sentence i of n words, from `arcStarts[i]` on: [n][n + 1], every head (0 is the root) of every word. */
  readonly arcs: Uint8Array;
  readonly arcStarts: Int32Array;
  /** [words][labels], for the gold heads. */
  readonly labels: Uint8Array;
  /** [words][tags] */
  readonly tags: Uint8Array;
}

const shared = (size: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(size));

/** Adds softmax(scores[from, from + count)) / teachers to `sum`. */
function addShares(
  scores: Float32Array,
  from: number,
  count: number,
  sum: Float32Array,
  at: number,
  skip: number,
): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < count; j++) if (j !== skip) top = Math.max(top, scores[from + j] as number);
  let total = 0;
  for (let j = 0; j < count; j++) if (j !== skip) total += Math.exp((scores[from + j] as number) - top);
  for (let j = 0; j < count; j++) {
    if (j !== skip) sum[at + j] = (sum[at + j] as number) + Math.exp((scores[from + j] as number) - top) / total;
  }
}

/** Words of a sentence as rows of the tables, and their gold heads. */
function sentenceAt({ starts, words }: Examples, id: number) {
  const rows: TableRows[] = [];
  const heads: number[] = [];
  for (let word = starts[id] ?? 0; word < (starts[id + 1] ?? 0); word++) {
    const at = word * FIELDS;
    rows.push([...words.subarray(at, at + FIELD.tag + 1)]);
    heads.push(words[at + FIELD.head] as number);
  }
  return { rows, heads: Int32Array.from(heads) };
}

/** @param teachers bytes of parser files with the vocabulary, tags and labels of the examples */
export function softTargets(
  examples: Examples,
  teachers: readonly Uint8Array[],
  labels: number,
  tags: number,
  say: (line: string) => void,
): SoftTargets {
  const networks = teachers.map((bytes) => createNetwork(parseParserModel(bytes)));
  const count = examples.starts.length - 1;
  const arcStarts = new Int32Array(count + 1);
  for (let id = 0; id < count; id++) {
    const n = (examples.starts[id + 1] ?? 0) - (examples.starts[id] ?? 0);
    arcStarts[id + 1] = (arcStarts[id] ?? 0) + n * (n + 1);
  }
  const words = examples.words.length / FIELDS;
  const targets = { arcs: shared(arcStarts[count] ?? 0), labels: shared(words * labels), tags: shared(words * tags) };
  for (let id = 0; id < count; id++) {
    const { rows, heads } = sentenceAt(examples, id);
    const n = rows.length;
    const sums = {
      arcs: new Float32Array(n * (n + 1)),
      labels: new Float32Array(n * labels),
      tags: new Float32Array(n * tags),
    };
    for (const network of networks) {
      const scores = network.score(rows, heads);
      for (let i = 0; i < n; i++) {
        addShares(scores.arcs, (i + 1) * (n + 1), n + 1, sums.arcs, i * (n + 1), i + 1);
        addShares(scores.labels, i * labels, labels, sums.labels, i * labels, -1);
        addShares(scores.tags, i * tags, tags, sums.tags, i * tags, -1);
      }
    }
    const first = examples.starts[id] ?? 0;
    const toByte = (x: number): number => Math.round((255 * x) / networks.length);
    targets.arcs.set(sums.arcs.map(toByte), arcStarts[id] ?? 0);
    targets.labels.set(sums.labels.map(toByte), first * labels);
    targets.tags.set(sums.tags.map(toByte), first * tags);
    if (id % 5000 === 4999) say(`what the teachers think of ${id + 1} of ${count} sentences`);
  }
  return { ...targets, arcStarts };
}
