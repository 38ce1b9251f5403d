import { seededRandom } from '../base/seeded-random.ts';
import { clauseSteps, FINITE_TAGS, finiteAhead, nextClause, withAhead } from '../language/clause-state.ts';
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
import { lexiconKey, lookUp, packEntry, type TaggerLexicon, UNKNOWN } from '../language/tagger-lexicon.ts';
import { caseCopies } from './case-copies.ts';
import type { GoldSentence, GoldWord } from './conllu.ts';
import { createPerceptron } from './perceptron.ts';
import { shuffle } from './shuffle.ts';

export interface TaggerSettings {
  readonly seed: number;
  readonly epochs: number;
  /** Weights of this many runs, each with the next seed, are added up. */
  readonly runs: number;
  /** Two to this power weights. */
  readonly bits: number;
  /** Composite tags rarer than this become the commonest tag with the same UPOS. */
  readonly minTag: number;
  /** Words rarer than this stay out of the lexicon, so that the tagger learns to do without it. */
  readonly minWord: number;
}

export const TAGGER_DEFAULTS: TaggerSettings = { seed: 1, epochs: 5, runs: 3, bits: 21, minTag: 15, minWord: 3 };

/** Share of the non-zero weights that a tagger's file keeps: more gains nothing on the development sets. */
export const TAGGER_KEEP = 0.3;

export interface TrainedTagger {
  readonly tags: readonly string[];
  readonly lexicon: TaggerLexicon;
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

/** Tags that a form has in more than 3% of its places, most frequent first, four at most. */
function usualTags(seen: readonly GoldWord[]): readonly string[] {
  return [...countBy(seen, tagOf)]
    .filter(([, n]) => n / seen.length > 0.03)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 4)
    .map(([tag]) => tag);
}

/** In small letters more often than not, where the place in the sentence asks for no capital. */
function isCommon(seen: readonly { readonly word: GoldWord; readonly first: boolean }[]): boolean {
  const inside = seen.filter(({ first }) => !first);
  const small = inside.filter(({ word }) => word.form === word.form.toLowerCase() && /\p{Ll}/u.test(word.form));
  return small.length * 2 > inside.length;
}

function buildLexicon(sentences: readonly GoldSentence[], minWord: number): TaggerLexicon {
  const byForm = new Map<string, { readonly word: GoldWord; readonly first: boolean }[]>();
  for (const { words } of sentences) {
    words.forEach((word, i) => {
      const form = normalizeForm(word.form);
      const seen = byForm.get(form) ?? [];
      seen.push({ word, first: i === 0 });
      byForm.set(form, seen);
    });
  }
  const classes = new Map<string, number>();
  const lexicon = new Map<number, number>();
  for (const [form, seen] of byForm) {
    const common = isCommon(seen);
    const key = lexiconKey(form);
    if (seen.length < minWord) {
      if (common && !lexicon.has(key)) lexicon.set(key, packEntry({ ...UNKNOWN, common }));
      continue;
    }
    const tags = usualTags(seen.map(({ word }) => word));
    const name = tags.join(' ');
    const ambiguity = classes.get(name) ?? classes.size + 1;
    classes.set(name, ambiguity);
    const finite = tags.some((tag) => FINITE_TAGS.has(tag.slice(tag.indexOf('|') + 1)));
    lexicon.set(key, packEntry({ ambiguity, finite, common }));
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
  const lexicon = buildLexicon(sentences, settings.minWord);
  const cache = new Map<string, WordFeatures>();
  const look = (form: string): WordFeatures => {
    const known = cache.get(form) ?? wordFeatures(form, lookUp(lexicon, normalizeForm(form)));
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
  const weights = learnRuns(examples, tags, settings, progress);
  return { tags, lexicon, weights, bits: settings.bits };
}

/** Sum of the averaged weights of several runs that differ in the order of the examples: steadier than any one of them. */
function learnRuns(
  examples: readonly Example[],
  tags: readonly string[],
  settings: TaggerSettings,
  progress: (epoch: number, accuracy: number) => void,
): Float64Array {
  const sum = new Float64Array(2 ** settings.bits + tags.length);
  for (let run = 0; run < settings.runs; run++) {
    const random = seededRandom(settings.seed + run);
    learn(examples, tags, { ...settings, random }, progress).forEach((weight, slot) => {
      sum[slot] = (sum[slot] as number) + weight;
    });
  }
  return sum;
}

interface RunSettings extends TaggerSettings {
  readonly random: () => number;
}

function learn(
  examples: readonly Example[],
  tags: readonly string[],
  settings: RunSettings,
  progress: (epoch: number, accuracy: number) => void,
): Float64Array {
  const perceptron = createPerceptron(settings.bits, tags.length);
  const steps = clauseSteps(tags);
  const order = [...examples];
  const features = new Int32Array(MAX_FEATURES);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    shuffle(order, settings.random);
    let right = 0;
    let total = 0;
    for (const { words, gold, casing } of order) {
      const ahead = finiteAhead(words);
      let [tag1, tag2, clause] = [-1, -1, 0];
      gold.forEach((answer, i) => {
        perceptron.tick();
        const fixed = staticFeatures(words, i, casing, features);
        const count = dynamicFeatures(words, i, tag1, tag2, withAhead(clause, ahead[i]), features, fixed);
        const guess = perceptron.best(features, count);
        if (guess === answer) right++;
        else perceptron.update(features, count, answer, guess);
        total++;
        clause = nextClause(clause, steps[guess]);
        tag2 = tag1;
        tag1 = guess;
      });
    }
    progress(epoch, right / Math.max(1, total));
  }
  return perceptron.average();
}
