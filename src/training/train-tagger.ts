import { hashString } from '../language/hash.ts';
import {
  type Casing,
  casingOf,
  dynamicFeatures,
  MAX_FEATURES,
  normalizeForm,
  staticFeatures,
  type WordFeatures,
  wordFeatures,
} from '../language/tagger-features.ts';
import { lexiconKey } from '../language/tagger-model.ts';
import { caseCopies } from './case-copies.ts';
import type { GoldSentence, GoldWord } from './conllu.ts';
import { createPerceptron } from './perceptron.ts';
import { seededRandom, shuffle } from './random.ts';

export interface TaggerSettings {
  readonly seed: number;
  readonly epochs: number;
  /** Two to this power weights. */
  readonly bits: number;
  /** Composite tags rarer than this become the commonest tag with the same UPOS. */
  readonly minTag: number;
  /** Words rarer than this stay out of the lexicon, so that the tagger learns to do without it. */
  readonly minWord: number;
}

export const TAGGER_DEFAULTS: TaggerSettings = { seed: 1, epochs: 8, bits: 21, minTag: 15, minWord: 3 };

export interface TrainedTagger {
  readonly tags: readonly string[];
  readonly lexicon: ReadonlyMap<number, number>;
  readonly weights: Float64Array;
  readonly bits: number;
}

interface Example {
  readonly words: readonly WordFeatures[];
  readonly gold: readonly number[];
  readonly casing: Casing;
}

const tagOf = (word: GoldWord): string => `${word.upos}|${word.xpos}`;
const uposOf = (tag: string): string => tag.slice(0, tag.indexOf('|'));

function countBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const k = key(item);
    counts.set(k, (counts.get(k) ?? 0) + 1);
  }
  return counts;
}

/** Maps each tag of the treebank to one that is common enough to learn. */
function commonTags(words: readonly GoldWord[], minTag: number): ReadonlyMap<string, string> {
  const counts = countBy(words, tagOf);
  const commonest = new Map<string, string>();
  for (const [tag, count] of counts) {
    const rival = commonest.get(uposOf(tag));
    if (rival === undefined || count > (counts.get(rival) ?? 0)) commonest.set(uposOf(tag), tag);
  }
  const pairs = [...counts].map(([tag, n]): [string, string] => [
    tag,
    n >= minTag ? tag : (commonest.get(uposOf(tag)) ?? tag),
  ]);
  return new Map(pairs);
}

/** Words that are seen with more than 3% of their tags; a class is the set of those tags, most frequent first. */
function buildLexicon(words: readonly GoldWord[], minWord: number): ReadonlyMap<number, number> {
  const byForm = new Map<string, GoldWord[]>();
  for (const word of words) {
    const key = normalizeForm(word.form);
    byForm.set(key, [...(byForm.get(key) ?? []), word]);
  }
  const classes = new Map<string, number>();
  const lexicon = new Map<number, number>();
  for (const [form, seen] of byForm) {
    if (seen.length < minWord) continue;
    const counts = [...countBy(seen, tagOf)].filter(([, n]) => n / seen.length > 0.03);
    const name = counts
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 4)
      .map(([tag]) => tag)
      .join(' ');
    const id = classes.get(name) ?? classes.size;
    classes.set(name, id);
    lexicon.set(lexiconKey(hashString(form)), id);
  }
  return lexicon;
}

/**
 * Trains the tagger. The same sentences and settings give the same weights.
 * @param progress called after each epoch with the share of words tagged right while learning
 */
export function trainTagger(
  sentences: readonly GoldSentence[],
  settings: TaggerSettings,
  progress: (epoch: number, accuracy: number) => void = () => {},
): TrainedTagger {
  const words = sentences.flatMap((sentence) => sentence.words);
  const canonical = commonTags(words, settings.minTag);
  const tags = [...new Set(canonical.values())].sort();
  const ids = new Map(tags.map((tag, i) => [tag, i]));
  const lexicon = buildLexicon(words, settings.minWord);
  const cache = new Map<string, WordFeatures>();
  const look = (form: string): WordFeatures => {
    const known = cache.get(form) ?? wordFeatures(form, lexicon.get(lexiconKey(hashString(normalizeForm(form)))) ?? -1);
    cache.set(form, known);
    return known;
  };
  const examples = [...sentences, ...caseCopies(sentences)].map(
    ({ words: gold }): Example => ({
      words: gold.map((word) => look(word.form)),
      gold: gold.map((word) => ids.get(canonical.get(tagOf(word)) ?? '') ?? 0),
      casing: casingOf(gold.map((word) => word.form)),
    }),
  );
  const weights = learn(examples, tags.length, settings, progress);
  return { tags, lexicon, weights, bits: settings.bits };
}

function learn(
  examples: Example[],
  classes: number,
  settings: TaggerSettings,
  progress: (epoch: number, accuracy: number) => void,
): Float64Array {
  const perceptron = createPerceptron(settings.bits, classes);
  const random = seededRandom(settings.seed);
  const features = new Int32Array(MAX_FEATURES);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    shuffle(examples, random);
    let right = 0;
    let total = 0;
    for (const { words, gold, casing } of examples) {
      let tag1 = -1;
      let tag2 = -1;
      gold.forEach((answer, i) => {
        perceptron.tick();
        const fixed = staticFeatures(words, i, casing, features);
        const count = dynamicFeatures(words, i, tag1, tag2, features, fixed);
        const guess = perceptron.best(features, count);
        if (guess === answer) right++;
        else perceptron.update(features, count, answer, guess);
        total++;
        tag2 = tag1;
        tag1 = guess;
      });
    }
    progress(epoch, right / Math.max(1, total));
  }
  return perceptron.average();
}
