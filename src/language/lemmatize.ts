import type { IrregularForm } from '../knowledge/knowledge.ts';
import { restoreStem } from './stems.ts';
import { straighten } from './tagger-features.ts';
import { createWordCache } from './word-cache.ts';

/** Gives the dictionary form of a word: lower case, except for names, which keep their form. */
export interface Lemmatizer {
  /** @param xpos Penn tag: tells "lay" (VBD, lie) from "lay" (VB) */
  lemma(form: string, upos: string, xpos: string): string;
}

/** Key of an exception: lower-case form and part of speech. */
export const lemmaKey = (form: string, upos: string): string => `${form}\t${upos}`;

/** Words whose lemma does not depend on a list of exceptions. */
const CLOSED: ReadonlyMap<string, string> = new Map(
  (
    "AUX is be|AUX was be|AUX are be|AUX were be|AUX am be|AUX been be|AUX being be|AUX 's be|AUX 're be|AUX 'm be|AUX 've have|" +
    "AUX has have|AUX had have|AUX having have|AUX did do|AUX does do|AUX done do|AUX doing do|AUX 'll will|AUX 'd would|AUX wo will|" +
    'AUX ca can|AUX sha shall|AUX got get|AUX gets get|AUX getting get|AUX ai be|VERB is be|VERB was be|VERB are be|VERB were be|' +
    'VERB am be|VERB been be|VERB being be|VERB has have|VERB had have|VERB having have|VERB did do|VERB does do|VERB done do|' +
    "VERB doing do|VERB goes go|VERB went go|VERB gone go|VERB 's be|VERB 've have|PART n't not|PART nt not|PART ' 's|PART s 's|" +
    'PART na to|PART ta to|PRON me i|PRON us we|PRON him he|PRON them they|PRON these this|PRON those that|' +
    "PRON mine my|PRON yours your|PRON ours our|PRON theirs their|PRON hers her|PRON 'em they|PRON em they|VERB wan want|NUM m million|NUM mn million|NUM bn billion|NUM tn trillion|NUM k thousand|AUX s be|AUX m be|AUX re be|AUX r be|AUX ve have|AUX ll will|PRON u you|NOUN pm p.m.|NOUN p.m p.m.|NOUN am a.m.|NOUN a.m a.m.|NOUN etc etc.|ADP vs versus|ADP w/ with|ADP b/c because|SCONJ b/c because|ADP thru through|DET an a|DET these this|DET those that|" +
    "PRON 's we"
  )
    .split('|')
    .map((entry) => {
      const [upos = '', form = '', lemma = ''] = entry.split(' ');
      return [lemmaKey(form, upos), lemma];
    }),
);

const SIBILANT = /(?:ss|sh|ch|x|zz|tz)es$/;
const KEEPS_OE = /^(?:over|horse|snow|tip)?(?:shoe|toe|foe|canoe|hoe|woe|floe|oboe|throe|sloe|aloe|doe|roe)s$/;
const KEEPS_IE =
  /^(?:[dltpv]ie|movie|cookie|calorie|rookie|zombie|prairie|hippie|budgie|brownie|eerie|(?:un|re)tie|belie|underlie|selfie|sortie|genie|junkie|newbie|veggie|hoodie|foodie|indie|auntie|cutie|pixie|collie|goalie|freebie|magpie|necktie|reverie|birdie|yuppie|sweetie|smoothie|groupie|oldie|quickie)s$/;
const KEEPS_CHE =
  /(?:^(?:head|heart|tooth|stomach|back|belly|ear|mo?ust|c|pan)?ache|avalanche|niche|cliche|quiche|creche|psyche|douche|brioche)s$/;
/** Not the plural of a noun in -i ("rabbis"). */
const SINGULAR_IS = /(?:[sx]is|polis|debris|tennis|penis|iris|pelvis|trellis)$/;

function withoutS(word: string): string {
  if (word.length < 3 || !word.endsWith('s') || /(?:ss|us)$/.test(word) || SINGULAR_IS.test(word)) return word;
  if (KEEPS_OE.test(word) || KEEPS_IE.test(word) || KEEPS_CHE.test(word)) return word.slice(0, -1);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (SIBILANT.test(word) || word.endsWith('oes')) return word.slice(0, -2);
  return word.slice(0, -1);
}

function singular(word: string): string {
  if (/^(?:mid-)?\d+'?s$/.test(word)) return word;
  if (word.endsWith("'s")) return word.slice(0, -2);
  if (word.endsWith('children')) return word.slice(0, -3);
  if (/(?:wo)?men$/.test(word)) return `${word.slice(0, -2)}an`;
  if (/[^aeo]uses$/.test(word) && word.length > 6) return word.slice(0, -2);
  return withoutS(word);
}

function verbLemma(word: string, xpos: string): string {
  if (xpos === 'VBZ') return withoutS(word);
  if (xpos === 'VBG' && word.endsWith('ing')) {
    if (/^(?:under|over|be|un|out|hog)?[dltv]ying$/.test(word)) return `${word.slice(0, -4)}ie`;
    return restoreStem(word.slice(0, -3));
  }
  if (xpos === 'VBG' && word.endsWith("in'")) return `${word.slice(0, -1)}g`.replace(/ing$/, '');
  if ((xpos === 'VBD' || xpos === 'VBN') && word.endsWith('ed')) {
    if (/^(?:be|un|under|over|hog)?[dltv]ied$/.test(word) || word.endsWith('eed')) return word.slice(0, -1);
    if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
    // "shed", "wed": what is left would be no stem.
    return /[aeiouy]/.test(word.slice(0, -2)) ? restoreStem(word.slice(0, -2)) : word;
  }
  return word;
}

function graded(word: string, ending: 'er' | 'est'): string {
  if (!word.endsWith(ending) || word.length < ending.length + 3) return word;
  const stem = word.slice(0, -ending.length);
  return stem.endsWith('i') ? `${stem.slice(0, -1)}y` : restoreStem(stem);
}

function byRule(word: string, upos: string, xpos: string): string {
  switch (upos) {
    case 'VERB':
    case 'AUX':
      return verbLemma(word, xpos);
    case 'NOUN':
      return xpos === 'NNS' && /\p{L}/u.test(word.charAt(0)) ? singular(word) : word;
    case 'ADJ':
    case 'ADV':
      if (xpos === 'JJR' || xpos === 'RBR') return graded(word, 'er');
      return xpos === 'JJS' || xpos === 'RBS' ? graded(word, 'est') : word;
    case 'NUM':
      return /^\d{1,3}(?:,\d{2,3})*(?:\.\d+)?$/.test(word) ? word.replace(/,(?=\d{2,3}(?:\D|$))/g, '') : word;
    case 'PUNCT':
    case 'SYM':
      return word === '–' ? '-' : word;
    default:
      return word;
  }
}

/** Base forms that look like the past of another verb. */
const BASE_TOO = new Set([
  'bore',
  'bound',
  'dove',
  'fell',
  'felt',
  'found',
  'ground',
  'lay',
  'rent',
  'resent',
  'saw',
  'smelt',
  'wound',
]);

/** @param irregular lemmas of forms that the rules get wrong (`data/lexicon/en/lemmas.tsv`) */
export function createLemmatizer(irregular: Iterable<IrregularForm>): Lemmatizer {
  const exceptions = new Map(Array.from(irregular, ([form, upos, lemma]) => [lemmaKey(form, upos), lemma]));
  const lemmaOf: Lemmatizer['lemma'] = (form, upos, xpos) => {
    const word = straighten(form).toLowerCase();
    const key = lemmaKey(word, upos);
    const closed = word === 'her' && xpos === 'PRP' ? 'she' : CLOSED.get(key);
    if (closed !== undefined) return closed;
    // A base form is its own lemma, also when it looks like a form of another word ("found a state", "wound").
    if (upos === 'VERB' && (xpos === 'VB' || xpos === 'VBP')) {
      // "soldiers overthrew him": a past form that is no base form was taken for one.
      const past = BASE_TOO.has(word) ? undefined : exceptions.get(key);
      return past ?? word;
    }
    if ((upos === 'ADJ' || upos === 'ADV') && !/(?:JJ|RB)[RS]$/.test(xpos)) return word;
    return exceptions.get(key) ?? byRule(word, upos, xpos);
  };
  const byTag = createWordCache((tag) => {
    const [upos = '', xpos = ''] = tag.split('|');
    return createWordCache((form) => lemmaOf(form, upos, xpos));
  });
  return { lemma: (form, upos, xpos) => (upos === 'PROPN' ? form : byTag(`${upos}|${xpos}`)(form)) };
}
