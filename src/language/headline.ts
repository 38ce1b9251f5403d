import { restoreStem } from './stems.ts';
import type { Tag } from './tag.ts';
import type { Casing } from './tagger-features.ts';

/** Longest word in capitals that is left alone as an acronym when it is not known as a word. */
const ACRONYM_LENGTH = 4;

/** Longer words that stay small in a title: they say nothing about its casing. */
export const SMALL_IN_TITLES: ReadonlySet<string> = new Set(
  (
    'about above across after against along amid among around before behind below beneath beside between beyond despite down during from inside into ' +
    'like near onto over past since than that their then these this those through throughout toward towards under until unto upon upto versus when ' +
    'while with within without each both either every neither some what which because although though whether unless'
  ).split(' '),
);

/** "slaps", "slapped", "slapping": known when the word they come from is. */
function isKnown(lower: string, isCommon: (lower: string) => boolean): boolean {
  if (isCommon(lower)) return true;
  if (lower.endsWith('s')) return lower.length > 4 && isCommon(lower.slice(0, -1));
  if (lower.endsWith('ed')) return lower.length > 4 && isCommon(restoreStem(lower.slice(0, -2)));
  return lower.endsWith('ing') && lower.length > 5 && isCommon(restoreStem(lower.slice(0, -3)));
}

/**
 * Writes a headline as a sentence: words that are usually written small are small, the rest are names.
 * "Turkey Summons Swedish Ambassador" → "Turkey summons Swedish ambassador"
 */
export function toSentenceCase(
  forms: readonly string[],
  casing: Casing,
  isCommon: (lower: string) => boolean,
): readonly string[] {
  return forms.map((form) => {
    const lower = form.toLowerCase();
    if (casing === 2 && form.length > 1 && form === form.toUpperCase()) return form;
    if (isKnown(lower, isCommon)) return lower;
    return casing === 1 && form.length > ACRONYM_LENGTH ? form.charAt(0) + lower.slice(1) : form;
  });
}

/** A headline that was tagged twice, as it stands and in sentence case: words that became small follow the second reading. */
export const mixReadings = (
  forms: readonly string[],
  asPrinted: readonly Tag[],
  small: readonly string[],
  asSentence: readonly Tag[],
): readonly Tag[] => asPrinted.map((tag, i) => (small[i] === forms[i] ? tag : (asSentence[i] ?? tag)));
