import type { IrregularForm } from '../knowledge/knowledge.ts';
import { restoreStem } from './stems.ts';
import { straighten } from './tagger-features.ts';

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
    "PRON mine my|PRON yours your|PRON ours our|PRON theirs their|PRON hers her|PRON 'em they|PRON em they|VERB wan want|NUM m million|NUM mn million|NUM bn billion|NUM tn trillion|NUM k thousand|DET an a|DET these this|DET those that|" +
    "PRON 's we"
  )
    .split('|')
    .map((entry) => {
      const [upos = '', form = '', lemma = ''] = entry.split(' ');
      return [lemmaKey(form, upos), lemma];
    }),
);

const SIBILANT = /(?:ss|sh|ch|x|zz|tz)es$/;
const KEEPS_OE = /^(?:shoe|toe|foe|canoe|hoe|woe|floe|oboe|tiptoe|horseshoe)s$/;
const KEEPS_IE =
  /^(?:[dltpv]ie|movie|cookie|calorie|rookie|zombie|prairie|hippie|budgie|brownie|eerie|untie|belie|underlie)s$/;

function withoutS(word: string): string {
  if (word.length < 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (KEEPS_OE.test(word) || KEEPS_IE.test(word)) return word.slice(0, -1);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (SIBILANT.test(word) || word.endsWith('oes')) return word.slice(0, -2);
  return word.slice(0, -1);
}

function singular(word: string): string {
  if (/(?:wo)?men$/.test(word)) return `${word.slice(0, -2)}an`;
  if (/[^aeo]uses$/.test(word) && word.length > 6) return word.slice(0, -2);
  return withoutS(word);
}

function verbLemma(word: string, xpos: string): string {
  if (xpos === 'VBZ') return withoutS(word);
  if (xpos === 'VBG' && word.endsWith('ing')) {
    if (/^(?:under|over|be|un|out)?[dltv]ying$/.test(word)) return `${word.slice(0, -4)}ie`;
    return restoreStem(word.slice(0, -3));
  }
  if (xpos === 'VBG' && word.endsWith("in'")) return `${word.slice(0, -1)}g`.replace(/ing$/, '');
  if ((xpos === 'VBD' || xpos === 'VBN') && word.endsWith('ed')) {
    if (/^(?:be|un)?[dltv]ied$/.test(word) || word.endsWith('eed')) return word.slice(0, -1);
    if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
    return restoreStem(word.slice(0, -2));
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
      return /^\d[\d,]*(?:\.\d+)?$/.test(word) ? word.replaceAll(',', '') : word;
    case 'PUNCT':
    case 'SYM':
      return word === '–' ? '-' : word;
    default:
      return word;
  }
}

/** @param irregular lemmas of forms that the rules get wrong (`data/lexicon/en/lemmas.tsv`) */
export function createLemmatizer(irregular: Iterable<IrregularForm>): Lemmatizer {
  const exceptions = new Map(Array.from(irregular, ([form, upos, lemma]) => [lemmaKey(form, upos), lemma]));
  return {
    lemma(form, upos, xpos) {
      if (upos === 'PROPN') return form;
      const word = straighten(form).toLowerCase();
      const key = lemmaKey(word, upos);
      const closed = word === 'her' && xpos === 'PRP' ? 'she' : CLOSED.get(key);
      if (closed !== undefined) return closed;
      // A base form is its own lemma, also when it looks like a form of another word ("found a state", "wound").
      if (upos === 'VERB' && (xpos === 'VB' || xpos === 'VBP')) return word;
      if ((upos === 'ADJ' || upos === 'ADV') && !/(?:JJ|RB)[RS]$/.test(xpos)) return word;
      return exceptions.get(key) ?? byRule(word, upos, xpos);
    },
  };
}
