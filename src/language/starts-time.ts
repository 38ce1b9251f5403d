import { TIME_NOUNS, TIME_OPENERS } from '../base/time-words.ts';
import type { TaggedDocument } from '../model/document.ts';
import { isNominal, lower, morph } from './tag-doubts.ts';

/** "the talks [Wednesday]", "Vienna [next week]": a time phrase is a group of its own; "25 February", "Wednesday night" stay whole. */
export function startsTime(doc: TaggedDocument, i: number, limit: number): boolean {
  const word = lower(doc, i).replace(/\.$/, '');
  const before = lower(doc, i - 1).replace(/\.$/, '');
  if (TIME_NOUNS.has(before) || /^\d/.test(before) || TIME_OPENERS.has(before) || lower(doc, i - 1) === '-')
    return false;
  if (TIME_OPENERS.has(word)) return i + 1 < limit && TIME_NOUNS.has(lower(doc, i + 1).replace(/\.$/, ''));
  // "Somalia [three days] ago"
  if (morph(doc, i)?.upos === 'NUM' && i + 1 < limit && TIME_NOUNS.has(lower(doc, i + 1).replace(/s$/, '')))
    return true;
  if (DAYS.has(word)) return morph(doc, i + 1)?.xpos !== 'POS';
  if (morph(doc, i)?.upos !== 'PROPN') return false;
  if (SHORT_MONTH.test(lower(doc, i))) return i + 1 < limit && /^\d/.test(lower(doc, i + 1));
  return (
    WEEKDAY_OR_MONTH.test(word) &&
    (!isNominal(i + 1 < limit ? morph(doc, i + 1) : undefined) ||
      TIME_NOUNS.has(lower(doc, i + 1)) ||
      /^\d/.test(lower(doc, i + 1)))
  );
}

const DAYS = new Set(['today', 'yesterday', 'tomorrow', 'tonight']);
const WEEKDAY_OR_MONTH =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december)$/;
/** "an accord [Feb. 2]". */
const SHORT_MONTH = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/;
