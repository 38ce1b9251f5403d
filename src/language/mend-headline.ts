import { BASE_FORMS, type HeadlineVerb, PASSIVES, THIRD_PERSONS } from './headline-verbs.ts';
import { restoreStem } from './stems.ts';
import type { Tag } from './tag.ts';

const LONGEST_HEADLINE = 25;
/** Plural in meaning: "Kosovo police arrest …". */
const MANY =
  /^(?:police|troops|people|thousands|hundreds|dozens|scores|millions|many|both|men|women|children|.*(?:ers|ors|ists|ants|ents|ians|allies|mps|rebels|rivals|foes|states|forces))$/;
const SEVERAL = /^(?:rivals|allies|foes|rebels|states|forces)$/;
/** One who acts: "Court frees …", "Army chief quits …"; before other common nouns a noun in -s is a noun ("peace talks"). */
const ACTOR =
  /^(?:army|navy|court|cabinet|parliament|senate|congress|assembly|council|government|opposition|ministry|minister|premier|president|king|queen|prince|pope|emir|sultan|chief|leader|envoy|ambassador|diplomat|consul|rival|judge|general|spokesman|spokeswoman|party|union|bloc|junta|militia|militant|rebel|regime|coalition|commission|tribunal|jury|bank|firm|company|airline|state|country|nation|city|capital|mission|agency|group|man|woman|mayor|senator|governor|chancellor|deputy|official|watchdog|panel|team|crew|captain|commander|crowd|mob|gunman)$/;
const OPENER = /^(?:as|why|how|when|while|if|what|where|who|after|before|because)$/;

interface Clause {
  readonly start: number;
  readonly end: number;
}

/** A headline that is being mended: `tags` are replaced one by one. */
interface Draft {
  readonly lower: readonly string[];
  readonly tags: Tag[];
  /** In Title Case or capitals. */
  readonly capitalised: boolean;
}

/** A fragment without a final stop, also not one before a closing quote. */
export function isHeadline(forms: readonly string[]): boolean {
  let last = forms.length - 1;
  while (last > 0 && /^["”’')\]]+$/.test(forms[last] ?? '')) last--;
  return forms.length >= 2 && forms.length <= LONGEST_HEADLINE && !/^[.…;:,!]/.test(forms[last] ?? '.');
}

const xposAt = ({ tags }: Draft, i: number): string => tags[i]?.xpos ?? '';
const wordAt = ({ lower }: Draft, i: number): string => lower[i] ?? '';
const set = (d: Draft, i: number, upos: Tag['upos'], xpos: string): void => {
  d.tags[i] = { upos, xpos };
};
const isPluralNoun = (word: string): boolean => THIRD_PERSONS.get(word)?.nounish === true;

/** A noun, or what is one as soon as another word is the verb: "peace talks/VBZ", "Iran visit/VB". */
function isNounLike(d: Draft, i: number): boolean {
  const xpos = xposAt(d, i);
  if (/^(?:NN.*|CD|FW)$/.test(xpos)) return true;
  if (xpos === 'VBZ') return isPluralNoun(wordAt(d, i));
  if (xpos === 'JJ') return ACTOR.test(wordAt(d, i));
  return /^VBP?$/.test(xpos) && BASE_FORMS.get(wordAt(d, i))?.nounish === true && /^NN/.test(xposAt(d, i - 1));
}

const isMany = (d: Draft, i: number): boolean =>
  /^NNP?S$/.test(xposAt(d, i)) ||
  MANY.test(wordAt(d, i)) ||
  isPluralNoun(wordAt(d, i)) ||
  (xposAt(d, i) === 'CD' && wordAt(d, i) !== 'one');

const opensObject = (d: Draft, i: number): boolean =>
  /^(?:DT|PDT|JJ[RS]?|CD|PRP\$?|VBN|VBG|``|\$|RBR)$/.test(xposAt(d, i)) ||
  /^["“‘']/.test(wordAt(d, i)) ||
  isNounLike(d, i) ||
  (xposAt(d, i) === 'VBD' && PASSIVES.has(wordAt(d, i))) ||
  (xposAt(d, i) === 'VBP' && !BASE_FORMS.has(wordAt(d, i)));

const isInfinitive = (d: Draft, i: number): boolean =>
  xposAt(d, i) === 'VB' || (BASE_FORMS.has(wordAt(d, i)) && xposAt(d, i) !== 'NNS');

/** Whether what stands behind the verb at `i` is what it takes. */
function isComplete(d: Draft, { takes, speech, nounish }: HeadlineVerb, i: number, end: number): boolean {
  if (i + 1 >= end) return takes.has('e') || speech;
  const next = wordAt(d, i + 1);
  if (next === 'to') return isInfinitive(d, i + 2) ? takes.has('t') : takes.has('to');
  if (takes.has(next)) return true;
  const xpos = xposAt(d, i + 1);
  if (xpos === 'RB' || xpos === 'IN' || xpos === 'RP') return takes.has('e') && !nounish;
  return (takes.has('o') || takes.has('c')) && opensObject(d, i + 1);
}

/** Head of the noun phrase that opens the clause, in front of its first preposition; -1 when the clause does not open with one. */
function subjectHead(d: Draft, start: number, before: number): number {
  let head = -1;
  for (let i = start; i < before; i++) {
    if (head >= 0 && /^(?:IN|TO)$/.test(xposAt(d, i))) return head;
    if (isNounLike(d, i)) head = i;
    else if (head >= 0 && !/^(?:POS|HYPH|JJ[RS]?|CC|VBN|VBG|''|``|,|DT|-[LR]RB-)$/.test(xposAt(d, i))) return -1;
  }
  return head;
}

/** "Greece and Turkey", "US, Japan": several subjects. */
const isJoined = (d: Draft, start: number, before: number): boolean =>
  d.lower.slice(start + 1, before).some((word) => word === 'and' || word === '&' || word === ',');

/** How likely the word at `i` is the verb of its clause; 0 when it cannot be. */
function verbScore(d: Draft, i: number, { start, end }: Clause): number {
  const word = wordAt(d, i);
  const third = THIRD_PERSONS.get(word);
  const verb = third ?? BASE_FORMS.get(word);
  const before = i - 1;
  if (verb === undefined || i === start || !isNounLike(d, before) || !isComplete(d, verb, i, end)) return 0;
  const head = subjectHead(d, start, i);
  const many = isMany(d, head) || isJoined(d, start, i);
  if (head < 0 || (third === undefined) !== many) return 0;
  if (xposAt(d, i) === 'VB' && d.tags.slice(start, i).some((tag) => tag.xpos === 'TO')) return 0;
  if (!verb.nounish) return 3;
  if (third === undefined) return head === before && !ACTOR.test(word) ? 2 : 1;
  if (SEVERAL.test(word)) return 0;
  if (ACTOR.test(wordAt(d, before))) return 2.5;
  // "Truce in Yemen holds", but not "Niagara Falls".
  if (i + 1 === end) return i - start >= 2 ? 1 : 0;
  return /^NNPS?$/.test(xposAt(d, before)) && head === before ? 2 : 0;
}

/** A finite verb that could be nothing else. */
function isSurelyVerb(d: Draft, i: number): boolean {
  const word = wordAt(d, i);
  switch (xposAt(d, i)) {
    case 'MD':
      return true;
    case 'VBZ':
      return !isPluralNoun(word);
    case 'VBD':
      return !PASSIVES.has(word) && !BASE_FORMS.has(word);
    case 'VBP':
      return d.tags[i]?.upos === 'AUX' || (!BASE_FORMS.has(word) && !THIRD_PERSONS.has(wordAt(d, i - 1)));
    default:
      return false;
  }
}

/** Nothing but the beginning of an object stands between the verb and the word at `i`. */
const inObject = (d: Draft, verb: number, i: number): boolean =>
  verb >= 0 && verb < i && d.tags.slice(verb + 1, i).every((tag) => /^(?:NN.*|JJ|DT)$/.test(tag.xpos));

/** Nouns that were taken for verbs: "Turkish raids/VBZ on", "rejects Oslo claim/VBP"; in capitals also for names. */
function mendNouns(d: Draft, { start, end }: Clause, verb: number): void {
  for (let i = start; i < end; i++) {
    const word = wordAt(d, i);
    const xpos = xposAt(d, i);
    const before = i > start ? xposAt(d, i - 1) : '';
    const third = THIRD_PERSONS.get(word);
    if (i === verb) continue;
    if (third?.nounish === true) {
      const lost = !isComplete(d, third, i, end) && (verb >= 0 || i + 1 >= end || /^(?:IN|TO)$/.test(xposAt(d, i + 1)));
      const afterNoun = inObject(d, verb, i) || lost;
      const noun = /^(?:JJ|POS|TO|IN|DT|CD)$/.test(before) || i - 1 === verb || (/^NN/.test(before) && afterNoun);
      if ((/^VBZ?$/.test(xpos) && noun) || (xpos === 'NNP' && d.capitalised && i > start)) set(d, i, 'NOUN', 'NNS');
    } else if (xpos === 'VBP' && BASE_FORMS.get(word)?.nounish === true && /^NN/.test(before)) {
      if (inObject(d, verb, i)) set(d, i, 'NOUN', 'NN');
    }
  }
}

/** "claims to/TO islands", "EU to/IN sanction/NN two banks". */
function mendTo(d: Draft, { start, end }: Clause): void {
  for (let i = start; i + 1 < end; i++) {
    if (wordAt(d, i) !== 'to') continue;
    const verb = BASE_FORMS.get(wordAt(d, i + 1));
    if (xposAt(d, i + 1) === 'NNS' && isPluralNoun(wordAt(d, i + 1))) set(d, i, 'ADP', 'IN');
    else if (
      verb &&
      i > start &&
      isNounLike(d, i - 1) &&
      subjectHead(d, start, i) >= 0 &&
      isComplete(d, verb, i + 1, end)
    ) {
      set(d, i, 'PART', 'TO');
      set(d, i + 1, 'VERB', 'VB');
    }
  }
}

function mendPast(d: Draft, i: number): void {
  if (xposAt(d, i) === 'VBN' && opensObject(d, i + 1)) set(d, i, 'VERB', 'VBD');
}

/** "Ambassador summoned over remarks": without an object behind it a past form is passive. */
function mendPassive(d: Draft, { start, end }: Clause): void {
  for (let i = start + 1; i < end; i++) {
    const word = wordAt(d, i);
    if (!PASSIVES.has(word) || !/^(?:VBD|VBN|JJ|NNP?|RB)$/.test(xposAt(d, i))) continue;
    if (!isNounLike(d, i - 1) || subjectHead(d, start, i) < 0) continue;
    const takes = BASE_FORMS.get(word.endsWith('ed') ? restoreStem(word.slice(0, -2)) : word)?.takes;
    const next = i + 1 < end ? wordAt(d, i + 1) : '';
    if (takes?.has(next) === true || (next === 'to' && takes?.has('t') === true)) return;
    if (next !== '' && !/^(?:IN|TO|RB|,|JJ)$/.test(xposAt(d, i + 1))) {
      // "Talks made/VBN progress"; but "Halvorsen named UN envoy"
      if (!/^(?:named|elected|appointed|called|made)$/.test(word) || !/^NNP|^VB/.test(xposAt(d, i + 1))) mendPast(d, i);
      return;
    }
    if (xposAt(d, i - 1) === 'JJ') set(d, i - 1, 'NOUN', 'NN');
    set(d, i, 'VERB', 'VBN');
    return;
  }
}

/** "…, says Oslo"; "King meets rebels, breaks taboo". */
function mendInversion(d: Draft, { start, end }: Clause): boolean {
  const verb = THIRD_PERSONS.get(wordAt(d, start));
  if (start === 0 || verb === undefined || start + 1 >= end) return false;
  const goesOn = !verb.nounish && opensObject(d, start + 1) && isComplete(d, verb, start, end);
  if (!goesOn && !(verb.speech && isNounLike(d, start + 1))) return false;
  set(d, start, 'VERB', 'VBZ');
  return true;
}

function setVerb(d: Draft, i: number): void {
  for (let k = 0; k < i; k++) if (/^VBP?$/.test(xposAt(d, k)) && isNounLike(d, k)) set(d, k, 'NOUN', 'NN');
  if (xposAt(d, i - 1) === 'JJ') set(d, i - 1, 'NOUN', 'NN');
  set(d, i, 'VERB', THIRD_PERSONS.has(wordAt(d, i)) ? 'VBZ' : 'VBP');
  // "strikes deal/VBP", "frees jailed/VBD reporter"
  if (/^VBP?$/.test(xposAt(d, i + 1))) set(d, i + 1, 'NOUN', 'NN');
  if (xposAt(d, i + 1) === 'VBD') set(d, i + 1, 'VERB', 'VBN');
}

function mendClause(d: Draft, clause: Clause): void {
  if (mendInversion(d, clause)) return;
  // "Talks/VBZ on oil resume"
  const opens = isPluralNoun(wordAt(d, clause.start)) && xposAt(d, clause.start) === 'VBZ';
  if (opens && xposAt(d, clause.start + 1) === 'IN') set(d, clause.start, 'NOUN', 'NNS');
  let best = -1;
  let top = 0;
  for (let i = clause.start; i < clause.end; i++) {
    if (isSurelyVerb(d, i) && (i > clause.start || d.tags[i]?.upos === 'AUX')) {
      mendNouns(d, clause, i);
      return;
    }
    const score = verbScore(d, i, clause);
    if (score > top) [best, top] = [i, score];
  }
  if (best >= 0) setVerb(d, best);
  mendNouns(d, clause, best);
  mendTo(d, clause);
  if (best < 0) mendPassive(d, clause);
}

/** Stretches between colons, dashes and the commas that part clauses; those between subjects part nothing ("US, Japan sign"). */
function clausesOf(d: Draft): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const close = (end: number): void => {
    const from = OPENER.test(wordAt(d, start)) ? start + 1 : start;
    if (end > from) clauses.push({ start: from, end });
    start = end + 1;
  };
  const speaks = /^(?:says?|said)$/.test(d.lower.at(-1) ?? '');
  d.lower.forEach((word, i) => {
    const said = speaks || THIRD_PERSONS.get(wordAt(d, i + 1))?.speech === true;
    const full = (): boolean =>
      OPENER.test(wordAt(d, start)) ||
      d.tags.slice(start, i).some((tag) => !/^(?:NNP?S?|JJ|DT|CD|,|POS)$/.test(tag.xpos));
    if (/^[:;–—|?!]$|^--$/.test(word) || (word === ',' && (said || full()))) close(i);
  });
  close(d.lower.length);
  return clauses;
}

/** Every longer word has a capital. */
function isCapitalised(forms: readonly string[]): boolean {
  const long = forms.filter((form) => /^\p{L}{4,}$/u.test(form) && !SMALL.test(form));
  return long.length >= 2 && long.every((form) => /^\p{Lu}/u.test(form));
}

const SMALL =
  /^(?:about|across|after|against|amid|among|before|behind|between|from|into|near|onto|over|than|that|this|through|under|until|with|without)$/;

/** Where no address stands, a rare word is none. */
function mendAddresses(d: Draft): void {
  if (d.lower.some((word) => /[@_<>\\/]|\w\.\w/.test(word))) return;
  d.lower.forEach((word, i) => {
    if (!/^(?:ADD|GW)$/.test(xposAt(d, i)) || !/^\p{L}{4,}$/u.test(word)) return;
    set(d, i, 'NOUN', /[^s]s$/.test(word) ? 'NNS' : 'NN');
  });
}

/**
 * Mends the tags of a headline, in which verbs stand in the present ("India protests to Canada"), the future is an infinitive ("Halvorsen to
 * meet Xi") and the passive has no auxiliary ("Envoy summoned over leak"). Anything that is no headline comes back as it is.
 * @param forms the words as printed, in any case
 * @param tags parallel to `forms`, of a tagger or a parser
 */
export function mendHeadline(forms: readonly string[], tags: readonly Tag[]): readonly Tag[] {
  if (!isHeadline(forms)) return tags;
  const lower = forms.map((form) => form.toLowerCase());
  const draft: Draft = { lower, tags: [...tags], capitalised: isCapitalised(forms) };
  mendAddresses(draft);
  lower.forEach((word, i) => {
    if (xposAt(draft, i) === 'VBZ' && SEVERAL.test(word)) set(draft, i, 'NOUN', 'NNS');
  });
  for (const clause of clausesOf(draft)) mendClause(draft, clause);
  return draft.tags;
}
