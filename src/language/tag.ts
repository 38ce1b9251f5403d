import type { Morphology, TaggedDocument, TokenizedDocument, Upos } from '../model/document.ts';
import { hashString } from './hash.ts';
import type { Lemmatizer } from './lemmatize.ts';
import {
  casingOf,
  dynamicFeatures,
  MAX_FEATURES,
  normalizeForm,
  staticFeatures,
  type WordFeatures,
  wordFeatures,
} from './tagger-features.ts';
import {
  checkAgainstManifest,
  lexiconKey,
  parseTaggerModel,
  type TaggerManifest,
  type TaggerModel,
} from './tagger-model.ts';

export interface Tag {
  readonly upos: Upos;
  readonly xpos: string;
}

/** Gives each word of a sentence its part of speech. Pure: the same forms give the same tags. */
export interface Tagger {
  tagSentence(forms: readonly string[]): readonly Tag[];
}

/** Words whose features are kept; news repeats itself. */
const CACHE_LIMIT = 50_000;

/**
 * Makes a tagger from the bytes of `data/models/en/tagger.bin` and its manifest.
 * @throws ModelError when the file is damaged, of another format, or not the one that the manifest describes
 */
export function loadTagger(weights: Uint8Array, manifest: TaggerManifest): Tagger {
  checkAgainstManifest(weights, manifest);
  return createTagger(parseTaggerModel(weights));
}

export function createTagger(model: TaggerModel): Tagger {
  const { mask, weights, lexicon } = model;
  const tags = model.tags.map(toTag);
  const count = tags.length;
  const cache = new Map<string, WordFeatures>();
  const features = new Int32Array(MAX_FEATURES);
  const scores = new Int32Array(count);
  const look = (form: string): WordFeatures => {
    const known = cache.get(form);
    if (known !== undefined) return known;
    const made = wordFeatures(form, lexicon.get(lexiconKey(hashString(normalizeForm(form)))) ?? -1);
    if (cache.size < CACHE_LIMIT) cache.set(form, made);
    return made;
  };
  const best = (n: number): number => {
    scores.fill(0);
    for (let f = 0; f < n; f++) {
      const base = (features[f] as number) & mask;
      for (let t = 0; t < count; t++) scores[t] = (scores[t] as number) + (weights[base + t] as number);
    }
    let top = 0;
    for (let t = 1; t < count; t++) if ((scores[t] as number) > (scores[top] as number)) top = t;
    return top;
  };
  return {
    tagSentence(forms) {
      const words = forms.map(look);
      const casing = casingOf(forms);
      let tag1 = -1;
      let tag2 = -1;
      return words.map((_, i) => {
        const fixed = staticFeatures(words, i, casing, features);
        const tag = best(dynamicFeatures(words, i, tag1, tag2, features, fixed));
        tag2 = tag1;
        tag1 = tag;
        return tags[tag] ?? { upos: 'X', xpos: 'FW' };
      });
    },
  };
}

function toTag(name: string): Tag {
  const [upos = 'X', xpos = 'FW'] = name.split('|');
  return { upos: upos as Upos, xpos };
}

/** Adds part of speech and lemma to every token of a document. */
export function tag(doc: TokenizedDocument, tagger: Tagger, lemmatizer: Lemmatizer): TaggedDocument {
  const morphology: Morphology[] = [];
  for (const { start, end } of doc.sentences) {
    const forms = doc.tokens.slice(start, end).map((token) => token.text);
    tagger.tagSentence(forms).forEach(({ upos, xpos }, i) => {
      morphology.push({ lemma: lemmatizer.lemma(forms[i] ?? '', upos, xpos), upos, xpos });
    });
  }
  return { ...doc, morphology };
}
