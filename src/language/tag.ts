import { extend } from '../base/extend.ts';
import type { Morphology, TaggedDocument, TokenizedDocument, Upos } from '../model/document.ts';
import { clauseSteps, FINITE_TAGS, finiteAhead, nextClause, withAhead } from './clause-state.ts';
import { mixReadings, SMALL_IN_TITLES, toSentenceCase } from './headline.ts';
import { isPreparedTo, mendInfinitive } from './infinitive-tags.ts';
import type { Lemmatizer } from './lemmatize.ts';
import { mendHeadline } from './mend-headline.ts';
import { checkAgainstManifest } from './model-file.ts';
import {
  type Casing,
  casingOf,
  dynamicFeatures,
  MAX_FEATURES,
  normalizeForm,
  staticFeatures,
  type WordFeatures,
  wordFeatures,
} from './tagger-features.ts';
import { lookUp } from './tagger-lexicon.ts';
import { parseTaggerModel, type TaggerManifest, type TaggerModel } from './tagger-model.ts';
import { createWeightSums } from './weight-sums.ts';
import { createWordCache } from './word-cache.ts';

export interface Tag {
  readonly upos: Upos;
  readonly xpos: string;
}

/** Gives each word of a sentence its part of speech. Pure: the same forms give the same tags. */
export interface Tagger {
  tagSentence(forms: readonly string[]): readonly Tag[];
  /** Without the rules for headlines: what the parser is trained on. */
  tagPlain(forms: readonly string[]): readonly Tag[];
}

/**
 * Makes a tagger from the bytes of `data/models/en/tagger.bin` and its manifest.
 * @throws ModelError when the file is damaged, of another format, or not the one that the manifest describes
 */
export function loadTagger(weights: Uint8Array, manifest: TaggerManifest): Tagger {
  checkAgainstManifest(weights, manifest, 'tagger');
  return createTagger(parseTaggerModel(weights));
}

/** One pass from left to right over the words of a sentence; returns numbers of tags. */
type Pass = (words: readonly WordFeatures[], casing: Casing) => readonly number[];

function createPass(model: TaggerModel): Pass {
  const count = model.tags.length;
  const steps = clauseSteps(model.tags);
  const { features, sum } = createWeightSums(model, count, MAX_FEATURES);
  const best = (n: number): number => {
    const scores = sum(n);
    let top = 0;
    for (let t = 1; t < count; t++) if ((scores[t] as number) > (scores[top] as number)) top = t;
    return top;
  };
  return (words, casing) => {
    const ahead = finiteAhead(words);
    let [tag1, tag2, clause] = [-1, -1, 0];
    return words.map((_, i) => {
      const fixed = staticFeatures(words, i, casing, features);
      const tag = best(dynamicFeatures(words, i, tag1, tag2, withAhead(clause, ahead[i]), features, fixed));
      clause = nextClause(clause, steps[tag]);
      tag2 = tag1;
      tag1 = tag;
      return tag;
    });
  };
}

/** A tagger without the check against a manifest; see `loadTagger`. */
export function createTagger(model: TaggerModel): Tagger {
  const tags = model.tags.map(toTag);
  const pass = createPass(model);
  const look = createWordCache((form) => wordFeatures(form, lookUp(model.lexicon, normalizeForm(form))));
  const isCommon = (lower: string): boolean => lookUp(model.lexicon, normalizeForm(lower)).common;
  const run = (forms: readonly string[], casing: Casing): readonly Tag[] =>
    pass(forms.map(look), casing).map((tag) => tags[tag] ?? FOREIGN);
  return {
    tagPlain(forms) {
      const casing = casingOf(forms);
      const found = run(forms, casing);
      if ((casing !== 1 && casing !== 2) || found.some(isFiniteTag)) return found;
      const again = run(toSentenceCase(forms, casing, isCommon), 0);
      return again.some(isFiniteTag) ? again : found;
    },
    tagSentence(forms) {
      const casing = casingOf(forms, SMALL_IN_TITLES);
      const found = run(forms, casing);
      if (casing !== 1 && casing !== 2) return mendHeadline(forms, found);
      const small = toSentenceCase(forms, casing, isCommon);
      const again = run(small, 0);
      // A headline in which nothing happens is read as a sentence: "Turkey summons Swedish ambassador".
      if (!found.some(isFiniteTag) && again.some(isFiniteTag)) return mendHeadline(forms, again);
      return mendHeadline(forms, casing === 2 ? mixReadings(forms, found, small, again) : found);
    },
  };
}

const FOREIGN: Tag = { upos: 'X', xpos: 'FW' };
const isFiniteTag = ({ xpos }: Tag): boolean => FINITE_TAGS.has(xpos);

function toTag(name: string): Tag {
  const [upos = 'X', xpos = 'FW'] = name.split('|');
  return { upos: upos as Upos, xpos };
}

/** Adds part of speech and lemma to every token of a document. */
export function tag(doc: TokenizedDocument, tagger: Tagger, lemmatizer: Lemmatizer): TaggedDocument {
  const morphology = doc.sentences.flatMap(({ start, end }) => {
    const forms = doc.tokens.slice(start, end).map((token) => token.text);
    return toMorphology(forms, tagger.tagSentence(forms), lemmatizer);
  });
  return extend(doc, { morphology });
}

/** Tags of a sentence with the lemmas that follow from them. */
export const toMorphology = (
  forms: readonly string[],
  tags: readonly Tag[],
  lemmatizer: Lemmatizer,
): readonly Morphology[] =>
  tags.map((guess, i) => {
    const { upos, xpos: known } = mendTag(forms, tags, i) ?? guess;
    const xpos = isOwner(forms[i], known, tags[i + 1]) ? 'PRP$' : known;
    return { lemma: lemmatizer.lemma(forms[i] ?? '', upos, xpos), upos, xpos };
  });

/** What a word is whatever the tagger says. */
function mendTag(forms: readonly string[], tags: readonly Tag[], i: number): Tag | undefined {
  const [form, guess] = [forms[i], tags[i]];
  if (form === undefined || !guess) return undefined;
  if (isPast(form, guess) || isPastBehindNoun(form, guess, tags[i - 1])) return PAST;
  if (isPastBehindDay(forms, i, guess) || isPastBeforeParticle(forms, tags, i)) return PAST;
  if (isPresent(form, guess)) return PRESENT;
  if (isPreparedTo(forms, i)) return ADJECTIVE;
  if (NAMES_IN_ING.has(form)) return NAME;
  if (isOwnedDeed(guess, tags[i - 1], tags[i + 1])) return NOUN;
  const infinitive = mendInfinitive(forms, tags, i);
  if (infinitive) return infinitive;
  if (/^amid(?:st)?$/i.test(form)) return PREPOSITION;
  if (isThingGiven(forms, tags, i)) return NOUN;
  return isNoun(form, guess, forms[i + 1], tags[i + 1]) ? (/s$/.test(form) ? PLURAL : NOUN) : undefined;
}

/** Past forms that are participles too, and that the tagger takes for other words: "The strike hamstrung/IN the port". */
const PASTS_TOO = new Set(
  'fed flung hamstrung held hung misled rebuilt slung spun strung struck stung swung told upheld withheld'.split(' '),
);
/** Past forms that are the base of another verb: behind one thing ("The appeal fell/VBP on deaf ears") they are the past. */
const BASES_TOO = new Set(['felt', 'fell', 'found']);

function isPastBehindNoun(form: string | undefined, { upos, xpos }: Tag, before: Tag | undefined): boolean {
  if (form === undefined || (before?.upos !== 'PROPN' && before?.upos !== 'NOUN')) return false;
  if (xpos === 'VBP') return /^NNP?$/.test(before.xpos) && BASES_TOO.has(form);
  return upos !== 'VERB' && upos !== 'AUX' && PASTS_TOO.has(form);
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** "A court on Tuesday freed/JJ activist Ann Banda": an adjective so placed would make the day a part of somebody's name. */
const isPastBehindDay = (forms: readonly string[], i: number, { upos }: Tag): boolean =>
  upos === 'ADJ' && /[a-z]ed$/.test(forms[i] ?? '') && forms[i - 2] === 'on' && WEEKDAY.test(forms[i - 1] ?? '');

/** "the tribunal's [ruling/VBG] on the reefs" */
const isOwnedDeed = (guess: Tag, before: Tag | undefined, after: Tag | undefined): boolean =>
  guess.xpos === 'VBG' && before?.xpos === 'POS' && /^(?:IN|TO|CC|VB[DZ]|MD|[.,:])$/.test(after?.xpos ?? '');
const ADJECTIVE: Tag = { upos: 'ADJ', xpos: 'JJ' };
const NAME: Tag = { upos: 'PROPN', xpos: 'NNP' };
/** At the start of a sentence they look like gerunds: "Beijing/VBG ruled out talks". */
const NAMES_IN_ING: ReadonlySet<string> = new Set(['Beijing', 'Peking', 'Nanjing', 'Chongqing', 'Boeing']);
const PREPOSITION: Tag = { upos: 'ADP', xpos: 'IN' };
const NOUN: Tag = { upos: 'NOUN', xpos: 'NN' };
const PLURAL: Tag = { upos: 'NOUN', xpos: 'NNS' };
/** People whom the tagger takes for qualities or foreign words. */
const PEOPLE =
  /^(?:sultans?|emirs?|sheikhs?|juntas?|mullahs?|imams?|pontiff|shah|caliph|muft[iy]s?|militiam[ae]n|gunm[ae]n|tribesm[ae]n|seam[ae]n)$/;
/** Endings of nouns that no adjective or adverb has. */
const NOMINAL = /^[a-z]+(?:tion|ness|ship|ism|nomy|ncy)$/;
const BETWEEN = new Set('clashes fights battles skirmishes fighting shelling shooting'.split(' '));

/** "more autonomy/JJ", "Denmark's premier/JJ paid", "Clashes/VBZ between the army and rebels". */
function isNoun(form: string, { upos }: Tag, next: string | undefined, after: Tag | undefined): boolean {
  if (upos === 'VERB') return next === 'between' && BETWEEN.has(form.toLowerCase());
  if (upos !== 'ADJ' && upos !== 'ADV' && upos !== 'X') return false;
  if (NOMINAL.test(form) || PEOPLE.test(form) || form === 'unrest') return true;
  return form === 'premier' && after?.upos === 'VERB';
}

const GIVEN = new Set('backing blessing funding training'.split(' '));

/** "pledged its full backing/VBG to Georgia": what one gives, behind a possessive or an adjective. */
function isThingGiven(forms: readonly string[], tags: readonly Tag[], i: number): boolean {
  if (tags[i]?.xpos !== 'VBG' || !GIVEN.has(forms[i] ?? '') || tags[i + 1]?.upos !== 'ADP') return false;
  const before = tags[i - 1]?.xpos;
  return before === 'PRP$' || before === 'JJ' || before === 'POS';
}

const PAST: Tag = { upos: 'VERB', xpos: 'VBD' };
/** Past forms that are nothing else in English, some of them too rare for the tagger. */
const PASTS = new Set(
  (
    'froze unfroze overthrew withdrew threw drew flew grew knew blew took undertook overtook retook mistook shook forsook gave forgave forbade wrote rewrote ' +
    'drove overran overrode redrew strove shrank sprang forswore broke spoke stole strode outgrew befell browbeat forbore ' +
    'rode arose chose began sang sank drank swore wore tore ate became overcame went underwent oversaw foresaw sought fought bought brought caught taught fled lent dug'
  ).split(' '),
);

const PRESENT: Tag = { upos: 'VERB', xpos: 'VBZ' };
/** Present forms that are no plural of a noun. */
const PRESENTS = new Set(
  (
    'accuses agrees allows authorises authorizes begins condemns criticises criticizes denies denounces deploys expels gives imposes insists ' +
    'invites persuades refuses says seeks sends threatens urges warns withdraws'
  ).split(' '),
);

/** "Rwanda's army denies/NNS supporting the rebels". */
const isPresent = (form: string | undefined, { upos }: Tag): boolean =>
  form !== undefined && upos === 'NOUN' && PRESENTS.has(form);

/** "Soldiers overthrew/IN the president", "Chad tore/NNP up the pact", "Peru shook/VB its fist": a name with a capital ("Drew") stays one. */
const isPast = (form: string | undefined, { upos, xpos }: Tag): boolean =>
  form !== undefined &&
  (upos !== 'VERB' || xpos === 'VB' || xpos === 'VBP') &&
  PASTS.has(upos === 'PROPN' ? form : form.toLowerCase());

const BARE_PASTS = new Set('cut hit put set shot'.split(' '));
const PARTICLE = /^(?:aside|back|down|off|out|up|upon)$/;

/** "The court shot/NN down the deal", "The mob set/NN upon a boy": between a noun and a particle that has an object. */
const isPastBeforeParticle = (forms: readonly string[], tags: readonly Tag[], i: number): boolean =>
  BARE_PASTS.has(forms[i] ?? '') &&
  tags[i]?.upos === 'NOUN' &&
  /^(?:NOUN|PROPN)$/.test(tags[i - 1]?.upos ?? '') &&
  PARTICLE.test(forms[i + 1] ?? '') &&
  /^(?:DT|PRP\$|JJ|NNPS?|NNS|CD)$/.test(tags[i + 2]?.xpos ?? '');

/** "met with her Philippine counterpart": before an adjective or common noun "her" is a possessive, though it looks like an object. */
const isOwner = (form: string | undefined, xpos: string, next: Tag | undefined): boolean =>
  xpos === 'PRP' && form?.toLowerCase() === 'her' && (next?.upos === 'ADJ' || next?.upos === 'NOUN');
