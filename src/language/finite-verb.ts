import type { Tag } from './tag.ts';

const FINITE = /^(?:VB[DPZ]|MD)$/;
/** Whether any word is tagged as a finite verb. */
export const hasFinite = (tags: readonly Tag[]): boolean => tags.some(({ xpos }) => FINITE.test(xpos));

const PAST: Tag = { upos: 'VERB', xpos: 'VBD' };
const BASE: Tag = { upos: 'VERB', xpos: 'VB' };
const PRESENT: Tag = { upos: 'VERB', xpos: 'VBP' };
const THIRD: Tag = { upos: 'VERB', xpos: 'VBZ' };

/** Forms that are a verb's past and nothing else, however rare their verbs. */
const PAST_ONLY: ReadonlySet<string> = new Set(
  'withheld upheld froze unfroze forbade forswore foresaw overthrew overran overrode overtook undertook withdrew withstood rebuilt repaid outbid wooed tore swore slew flung forgave mistook shrank strove'.split(
    ' ',
  ),
);

/**
 * A sentence with a full stop has a finite verb: where none was tagged, the first participle or adjective in -ed between a noun and another one is its past tense ("Oman and Qatar exchanged/JJ prisoners."), or a verb that looks
 * like an adverb or a noun is one ("Both states still back/RB Kenya.", "Chad sides/NNS with Sudan."). Behind a first verb the past of
 * another may look like a participle ("held talks and lifted/VBN sanctions").
 */
export function mendFinite(forms: readonly string[], found: readonly Tag[]): readonly Tag[] {
  const verbTag = (tag: Tag, i: number): Tag | undefined =>
    isPast(forms[i], tag) || isSecondVerb(forms, found, i) ? PAST : isBehindModal(forms, found, i) ? BASE : undefined;
  const tags = found.some(verbTag) ? found.map((tag, i) => verbTag(tag, i) ?? tag) : found;
  if (forms.at(-1) !== '.' || hasFinite(tags)) return tags;
  const verb = tags.findIndex(({ xpos }, i) => {
    const participle = xpos === 'VBN' || (xpos === 'JJ' && /[^e]ed$/.test(forms[i] ?? ''));
    const subject = /^NNP?S?$/.test(tags[i - 1]?.xpos ?? '');
    return participle && subject && /^(?:NN|DT|PRP|CD|JJ)/.test(tags[i + 1]?.xpos ?? '');
  });
  if (verb >= 0) return tags.map((tag, i) => (i === verb ? PAST : tag));
  const hidden = tags.findIndex(
    (_, i) => isBacking(forms, tags, i) || isSiding(forms, tags, i) || isShort(forms, tags, i),
  );
  return hidden < 0 ? tags : tags.map((tag, i) => (i === hidden ? (HIDDEN[forms[i] ?? ''] ?? PAST) : tag));
}

/** "will [back/RB] Delhi's bid". */
const isBehindModal = (forms: readonly string[], tags: readonly Tag[], i: number): boolean =>
  forms[i] === 'back' &&
  /^(?:RB|NN|JJ)$/.test(tags[i]?.xpos ?? '') &&
  tags[i - 1]?.xpos === 'MD' &&
  /^(?:NN|DT|PRP|JJ)/.test(tags[i + 1]?.xpos ?? '');

/** Deeds of states whose past is rarely the attribute of a bare noun ("lifted sanctions" as somebody's, not as such). */
const DEEDS: ReadonlySet<string> = new Set(
  (
    'lifted halted imposed cancelled canceled banned barred expelled recalled signed accused condemned criticised criticized denounced ' +
    'urged attacked bombed raided seized arrested rejected restored offered promised pledged praised visited hosted opened closed ' +
    'mobilised mobilized toughened tightened eased withdrew suspended mounted grounded excluded threatened'
  ).split(' '),
);

/** "held elections and [lifted] sanctions": between "and" and a bare noun, behind a past with an object of its own. */
function isSecondVerb(forms: readonly string[], tags: readonly Tag[], i: number): boolean {
  if (!/^(?:VBN|JJ)$/.test(tags[i]?.xpos ?? '') || !DEEDS.has(forms[i] ?? '') || forms[i - 1] !== 'and') return false;
  if (!/^NNP?S?$/.test(tags[i - 2]?.xpos ?? '') || !/^(?:NN|DT|JJ|CD|PRP)/.test(tags[i + 1]?.xpos ?? '')) return false;
  return tags.slice(0, i - 2).some(({ xpos }) => xpos === 'VBD');
}

const HIDDEN: Readonly<Record<string, Tag>> = { back: PRESENT, sides: THIRD };

/** "The gunmen [shot/NN] two soldiers": a short past that is a noun as well, between its subject and its object. */
const isShort = (forms: readonly string[], tags: readonly Tag[], i: number): boolean =>
  /^(?:shot|shut|hit|cut|quit|split|struck)$/.test(forms[i] ?? '') &&
  /^(?:NN|NNP|JJ|VBN)$/.test(tags[i]?.xpos ?? '') &&
  /^NNP?S?$/.test(tags[i - 1]?.xpos ?? '') &&
  /^(?:DT|CD|PRP|JJ)/.test(tags[i + 1]?.xpos ?? '');

const isPast = (form: string | undefined, { upos }: Tag): boolean =>
  form !== undefined && upos !== 'VERB' && PAST_ONLY.has(form);

/** "Peru and Chile [back] him", "members also [back] the bid". */
function isBacking(forms: readonly string[], tags: readonly Tag[], i: number): boolean {
  if (forms[i] !== 'back' || !/^(?:NN|DT|PRP|JJ)/.test(tags[i + 1]?.xpos ?? '')) return false;
  const before = /^(?:still|also|both|strongly|fully|firmly|now)$/.test(forms[i - 1] ?? '') ? i - 2 : i - 1;
  const xpos = tags[before]?.xpos ?? '';
  return /^NNP?S$/.test(xpos) || (xpos === 'NNP' && forms[before - 1] === 'and');
}

/** "Chad [sides] with Sudan". */
const isSiding = (forms: readonly string[], tags: readonly Tag[], i: number): boolean =>
  forms[i] === 'sides' && forms[i + 1] === 'with' && /^NNP?$/.test(tags[i - 1]?.xpos ?? '');
