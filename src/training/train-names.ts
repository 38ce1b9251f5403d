import { seededRandom } from '../base/seeded-random.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { hashString } from '../language/hash.ts';
import {
  MAX_NAME_FEATURES,
  type NameSentence,
  type NameWord,
  nameFeatures,
  nameSentence,
  nameWord,
} from '../language/name-features.ts';
import { MARKS, MAX_MARKS, type NameGazetteer, type SentenceMarks } from '../language/name-gazetteer.ts';
import { type LabelSpan, labelsOf } from '../language/name-labels.ts';
import { liveSegments } from '../language/name-stretches.ts';
import type { Tagger } from '../language/tag.ts';
import { learnChain, type NameChain, type NameWeights, newNameWeights } from './name-chain.ts';
import { nameCaseCopies, nameStock, withOtherNames } from './name-copies.ts';
import { disjoint, kindNumber, type NameExample } from './name-corpora.ts';
import { shuffle } from './shuffle.ts';

export interface NameSettings {
  readonly seed: number;
  /** Passes over the data in each run. */
  readonly epochs: number;
  readonly runs: number;
  /** Two to this power weights. */
  readonly bits: number;
  readonly rate: number;
  /** Share of the features that a step leaves out. */
  readonly dropout: number;
  /** Share of the names whose marks a copy of the sentence loses, so that unknown names are learned too. */
  readonly forget: number;
  /** The same for copies with names of the gazetteer, all of which have marks. */
  readonly forgetCopies: number;
  readonly copyWeight: number;
  /** Features seen less often are left out. */
  readonly minFeature: number;
  /** Numbers of weights to which the average of the runs is cut, each followed by another pass. */
  readonly prune: readonly number[];
}

export const NAME_DEFAULTS: NameSettings = {
  seed: 1,
  epochs: 5,
  runs: 2,
  bits: 21,
  rate: 0.05,
  dropout: 0.5,
  forget: 0.5,
  forgetCopies: 0.7,
  copyWeight: 0.5,
  minFeature: 2,
  prune: [400_000, 300_000, 250_000, 220_000, 220_000],
};

/** What training needs of the rest of the language layer. */
export interface NameTools {
  readonly tagger: Tagger;
  readonly gazetteer: NameGazetteer;
  readonly knowledge: Knowledge;
}

/** Examples of one corpus and how much each counts. */
export interface NameCorpus {
  readonly examples: readonly NameExample[];
  readonly weight: number;
  /** Copies of each sentence with other names. */
  readonly copies: number;
}

/** A sentence with all marks and, for every other epoch, with some forgotten. */
interface Prepared {
  readonly chains: readonly [readonly NameChain[], readonly NameChain[]];
  readonly weight: number;
}

const NATION: ReadonlySet<number> = new Set([MARKS.indexOf('adjective'), MARKS.indexOf('people')]);
const COUNTRY: ReadonlySet<number> = new Set([MARKS.indexOf('country')]);
const TITLES: ReadonlySet<number> = new Set([MARKS.indexOf('title'), MARKS.indexOf('agent')]);

const hasMark = ({ counts, values }: SentenceMarks, i: number, wanted: ReadonlySet<number>, part?: number): boolean => {
  for (let k = 0; k < (counts[i] ?? 0); k++) {
    const value = values[i * MAX_MARKS + k] ?? 0;
    if (wanted.has(value >> 2) && (part === undefined || (value & 3) === part)) return true;
  }
  return false;
};

/** Nationalities are groups in all corpora, though none marks them; a title alone is no name. */
export function withGroups({ forms, names }: NameExample, marks: SentenceMarks): readonly LabelSpan[] {
  const group = kindNumber('group');
  // "Taiwan" is its own adjective.
  const isNation = (i: number): boolean =>
    hasMark(marks, i, NATION, 3) && !hasMark(marks, i, COUNTRY) && forms[i] !== forms[i]?.toLowerCase();
  const isTitle = ({ start, end }: LabelSpan): boolean => {
    for (let i = start; i < end; i++) if (!hasMark(marks, i, TITLES)) return false;
    return true;
  };
  const given = names
    .filter((name) => name.kind !== kindNumber('person') || !isTitle(name))
    .map((name) =>
      name.end - name.start === 1 && name.kind !== kindNumber('organization') && isNation(name.start)
        ? { ...name, kind: group }
        : name,
    );
  const nations = forms.flatMap((_, i): LabelSpan[] => (isNation(i) ? [{ start: i, end: i + 1, kind: group }] : []));
  const free = nations.filter((nation) => given.every((name) => nation.end <= name.start || name.end <= nation.start));
  return disjoint([...given, ...free]);
}

/** Marks without those of some names. */
function forget(marks: SentenceMarks, names: readonly LabelSpan[], share: number, random: () => number): SentenceMarks {
  const counts = marks.counts.slice();
  for (const { start, end } of names) if (random() < share) counts.fill(0, start, end);
  return { ...marks, counts };
}

function createReader({ tagger, gazetteer }: NameTools) {
  const words = new Map<string, NameWord>();
  const look = (form: string): NameWord => {
    const known = words.get(form) ?? nameWord(form);
    words.set(form, known);
    return known;
  };
  return {
    marks: (forms: readonly string[]) => gazetteer.mark(forms),
    read(forms: readonly string[], marks: SentenceMarks): NameSentence {
      const tags = Int32Array.from(tagger.tagSentence(forms), (tag) => hashString(tag.xpos));
      return nameSentence(forms, forms.map(look), tags, marks);
    },
  };
}

function toChains(sentence: NameSentence, names: readonly LabelSpan[], mask: number): readonly NameChain[] {
  const gold = labelsOf(names, sentence.words.length);
  const features = new Int32Array(MAX_NAME_FEATURES);
  return liveSegments(sentence).map(({ start, end }) => {
    const offsets = new Int32Array(end - start + 1);
    const slots: number[] = [];
    for (let i = start; i < end; i++) {
      const count = nameFeatures(sentence, i, features);
      for (let f = 0; f < count; f++) slots.push((features[f] as number) & mask);
      offsets[i - start + 1] = slots.length;
    }
    return { slots: Int32Array.from(slots), offsets, gold: cutNames(gold.slice(start, end), names, start, end) };
  });
}

/** A name that crosses the edge of a live stretch cannot be found and is none. */
function cutNames(gold: Uint8Array, names: readonly LabelSpan[], start: number, end: number): Uint8Array {
  for (const name of names) {
    if (name.start < start && name.end > start) gold.fill(0, 0, name.end - start);
    if (name.start < end && name.end > end) gold.fill(0, name.start - start);
  }
  return gold;
}

function prepare(corpora: readonly NameCorpus[], settings: NameSettings, tools: NameTools): readonly Prepared[] {
  const reader = createReader(tools);
  const random = seededRandom(settings.seed + 7919);
  const mask = 2 ** settings.bits - 1;
  const stock = nameStock(tools.knowledge);
  const make = (example: NameExample, weight: number, shares: readonly [number, number]): Prepared => {
    const marks = reader.marks(example.forms);
    const names = withGroups(example, marks);
    const sentence = reader.read(example.forms, marks);
    const chains = shares.map((share) =>
      toChains({ ...sentence, marks: forget(marks, names, share, random) }, names, mask),
    );
    return { chains: [chains[0] ?? [], chains[1] ?? []], weight };
  };
  return corpora.flatMap(({ examples, weight, copies }) => {
    const own = [...examples, ...nameCaseCopies(examples, tools.tagger)];
    const named = examples.filter(({ names }) => names.length > 0);
    const others = Array.from({ length: copies }, () =>
      named.map((example) => withOtherNames(example, stock, random)),
    ).flat();
    return [
      ...own.map((example) => make(example, weight, [0, settings.forget])),
      ...[...others, ...nameCaseCopies(others, tools.tagger)].map((example) =>
        make(example, weight * settings.copyWeight, [settings.forgetCopies, 1]),
      ),
    ];
  });
}

/** Leaves out features that are too rare to trust. */
function dropRare(examples: readonly Prepared[], { bits, minFeature }: NameSettings): readonly Prepared[] {
  const counts = new Uint16Array(2 ** bits);
  for (const { chains } of examples) {
    for (const { slots } of chains[0])
      for (const slot of slots) counts[slot] = Math.min(65_000, (counts[slot] ?? 0) + 1);
  }
  const prune = ({ slots, offsets, gold }: NameChain): NameChain => {
    const kept: number[] = [];
    const newOffsets = new Int32Array(offsets.length);
    for (let i = 0; i < gold.length; i++) {
      for (let f = offsets[i] as number; f < (offsets[i + 1] as number); f++) {
        const slot = slots[f] as number;
        if ((counts[slot] as number) >= minFeature) kept.push(slot);
      }
      newOffsets[i + 1] = kept.length;
    }
    return { slots: Int32Array.from(kept), offsets: newOffsets, gold };
  };
  return examples.map(({ chains, weight }) => ({ chains: [chains[0].map(prune), chains[1].map(prune)], weight }));
}

/**
 * Trains the name finder: a linear-chain conditional random field by AdaGrad. Several runs that differ in order and dropout are averaged,
 * then the average is pruned step by step while it learns on. The same corpora and settings give the same weights.
 * @param progress called after each epoch with the share of tokens right while learning
 */
export function trainNames(
  corpora: readonly NameCorpus[],
  settings: NameSettings,
  tools: NameTools,
  progress: (epoch: number, right: number) => void = () => {},
): NameWeights {
  const examples = dropRare(prepare(corpora, settings, tools), settings);
  let epoch = 0;
  const learn = (model: NameWeights, random: () => number): void => {
    epoch++;
    progress(epoch, learnAll(model, examples, settings, random));
  };
  const runs = Array.from({ length: settings.runs }, (_, run) => {
    const model = newNameWeights(settings.bits);
    const random = seededRandom(settings.seed + run);
    for (let e = 0; e < settings.epochs; e++) learn(model, random);
    return model;
  });
  const model = averageOf(runs, settings.bits);
  const random = seededRandom(settings.seed + settings.runs);
  for (const count of settings.prune) {
    prune(model, count);
    learn(model, random);
  }
  return model;
}

/** One pass over all examples in a new order, each with all its marks or with some forgotten. */
function learnAll(
  model: NameWeights,
  examples: readonly Prepared[],
  { rate, dropout }: NameSettings,
  random: () => number,
): number {
  const order = [...examples];
  shuffle(order, random);
  let right = 0;
  let count = 0;
  for (const { chains, weight } of order) {
    for (const chain of chains[random() < 0.5 ? 0 : 1]) {
      right += learnChain(model, chain, { rate, dropout, random, weight });
      count++;
    }
  }
  return right / Math.max(1, count);
}

function averageOf(runs: readonly NameWeights[], bits: number): NameWeights {
  const out = newNameWeights(bits);
  for (const part of ['weights', 'squares', 'transitions', 'transitionSquares'] as const) {
    for (const run of runs) {
      run[part].forEach((value, i) => {
        out[part][i] = (out[part][i] as number) + value / runs.length;
      });
    }
  }
  return out;
}

/** Keeps the `count` largest weights and freezes the others at zero; what is left can still learn to do without them. */
function prune({ weights, squares }: NameWeights, count: number): void {
  const sizes = Float32Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .sort();
  const least = sizes[sizes.length - count] ?? 0;
  for (let i = 0; i < weights.length; i++) {
    if (Math.abs(weights[i] as number) >= least && weights[i] !== 0) continue;
    weights[i] = 0;
    squares[i] = Number.POSITIVE_INFINITY;
  }
}
